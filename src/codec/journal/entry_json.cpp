#include "codec/journal/entry_json.h"

#include "base/attempt.h"
#include "base/calendar.h"
#include "base/sha256.h"
#include "codec/journal/meeting_json.h"
#include "codec/json/cursor.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<EntryData>> kinds = {"session-opened",
                                                                                "step",
                                                                                "note",
                                                                                "undo",
                                                                                "amendment",
                                                                                "deviation",
                                                                                "broadcast-observed",
                                                                                "clock-jumped",
                                                                                "tail-discarded",
                                                                                "journal-continued",
                                                                                "meeting-corrected",
                                                                                "session-closed"};

// The texts of a meeting, all of which are typed; of its day only what is none.
struct MeetingText {
    const char* key;
    std::string Meeting::*text;
};
constexpr std::array meeting_texts = {MeetingText{"name", &Meeting::name},      MeetingText{"date", &Meeting::date},
                                      MeetingText{"chair", &Meeting::chair},    MeetingText{"clerk", &Meeting::clerk},
                                      MeetingText{"room", &Meeting::room},      MeetingText{"place", &Meeting::place},
                                      MeetingText{"address", &Meeting::address}};

bool is_day(const std::string& text) { return day_from_iso(text).has_value(); }

// Somebody with another name than these was typed.

}  // namespace

// Puts values into the payload, what was typed as a hash with its text kept aside.
class EntryWriter {
  public:
    EntryWriter(const Entry& entry, EntryEncoder* encoder) : entry_(entry), encoder_(encoder) {}

    Json write() {
        payload_["kind"] = kinds[entry_.data.index()];
        payload_["at"] = to_rfc3339(entry_.stamp.at);
        if (entry_.occurred) payload_["occurred"] = to_rfc3339(*entry_.occurred);
        payload_["boot"] = entry_.stamp.boot;
        payload_["mono"] = entry_.stamp.monotonic_ms;
        const bool is_role = std::ranges::find(known_actors, entry_.actor) != known_actors.end();
        payload_["actor"] = is_role ? Json(entry_.actor) : hidden("actor", entry_.actor);
        if (entry_.asked) payload_["asked"] = {{"id", entry_.asked->id}, {"device", entry_.asked->device}};
        std::visit([&](const auto& data) { add(data); }, entry_.data);
        return std::move(payload_);
    }
    std::vector<std::string> private_lines;

  private:
    void add(const SessionOpened& data) {
        payload_["procedure"] = {
            {"id", data.procedure_id}, {"revision", data.procedure_revision}, {"sha256", data.procedure_sha256}};
        payload_["program"] = data.program_version;
        payload_["language"] = data.language;
        payload_["meeting"] = meeting(data.meeting);
        payload_["drill"] = data.drill;
    }
    Json meeting(const Meeting& data) {
        Json made = to_json(data);
        for (const auto& [key, text] : meeting_texts) {
            const std::string& typed = data.*text;
            if (typed.empty() || (text == &Meeting::date && is_day(typed))) continue;
            if (encoder_ && encoder_->proposed_.contains(typed)) continue;
            made[key] = hidden(std::string("meeting.") + key, typed);
        }
        return made;
    }
    void add(const StepRecorded& data) {
        payload_["event"] = data.event;
        payload_["fields"] = fields(data.event, data.fields);
        payload_["to"] = data.to;
        if (!data.raised.empty()) payload_["raised"] = data.raised;
        if (!data.card.empty()) payload_["card"] = data.card;
        words("said", data.said);
        words("proposed", data.proposed);
    }
    // In the open where they are the procedure's own.
    void words(const char* name, const std::string& spoken) {
        if (spoken.empty()) return;
        const bool open = !encoder_ || !encoder_->names_what_was_typed(spoken);
        payload_[name] = open ? Json(spoken) : hidden(name, spoken);
    }
    void add(const NoteAdded& data) { payload_["text"] = hidden("text", data.text); }
    void add(const StepTakenBack& data) {
        payload_["undoes"] = data.seq;
        if (!data.why.empty()) payload_["why"] = hidden("why", data.why);
    }
    void add(const StepAmended& data) {
        payload_["amends"] = data.seq;
        payload_["fields"] = fields("", data.fields);
    }
    void add(const DeviationRecorded& data) {
        payload_["to"] = data.to;
        payload_["why"] = hidden("why", data.why);
    }
    void add(const BroadcastObserved& data) { payload_["what"] = data.what; }
    void add(const ClockJumped& data) { payload_["milliseconds"] = data.milliseconds; }
    void add(const TailDiscarded& data) {
        payload_["file"] = data.file;
        payload_["bytes"] = data.bytes;
    }
    void add(const JournalContinued& data) {
        payload_["former"] = data.former;
        payload_["offset"] = data.offset;
        payload_["reason"] = data.reason;
        payload_["unrecorded"] = data.unrecorded;
    }
    void add(const MeetingCorrected& data) { payload_["meeting"] = meeting(data.meeting); }
    void add(const SessionClosed&) {}

    Json fields(std::string_view event, const Fields& values) {
        Json object = Json::object();
        for (const auto& [id, value] : values) {
            if (const auto* flag = std::get_if<bool>(&value)) {
                object[id] = *flag;
            } else {
                const auto& text = std::get<std::string>(value);
                const bool open = !encoder_ || encoder_->is_open(event, id, text);
                object[id] = open ? Json(text) : hidden("fields." + id, text);
            }
        }
        return object;
    }

    Json hidden(const std::string& name, const std::string& text) {
        if (!encoder_ || text.empty()) return text;
        const std::string salt = encoder_->salt_();
        const Json line = {{"seq", entry_.seq}, {"name", name}, {"salt", salt}, {"text", text}};
        private_lines.push_back(line.dump());
        return {{"private", sha256_hex(salt + text)}};
    }

    const Entry& entry_;
    EntryEncoder* encoder_;  // null: everything in the open
    Json payload_;
};

namespace {

class Reader {
  public:
    Reader(std::uint64_t seq, const PrivateTexts& texts) : seq_(seq), texts_(texts) {}

    [[nodiscard]] Entry read(const Cursor& at) const {
        Entry entry;
        entry.seq = seq_;
        entry.stamp = {instant(at.at("at")), at.at("boot").string(), at.at("mono").integer(INT64_MIN, INT64_MAX)};
        if (at.has("occurred")) entry.occurred = instant(at.at("occurred"));
        entry.actor = text(at.at("actor"), "actor");
        if (at.has("asked")) {
            entry.asked = {at.at("asked").at("id").string(), at.at("asked").at("device").string()};
        }
        entry.data = data(at);
        return entry;
    }

  private:
    static Instant instant(const Cursor& at) {
        const auto moment = from_rfc3339(at.string());
        if (!moment) at.fail("expected a time as in RFC 3339");
        return *moment;
    }

    [[nodiscard]] EntryData data(const Cursor& at) const {
        const std::string kind = at.at("kind").string();
        if (kind == "session-opened") return opened(at);
        if (kind == "step") return step(at);
        if (kind == "note") return NoteAdded{text(at.at("text"), "text")};
        if (kind == "undo") return StepTakenBack{seq(at.at("undoes")), at.has("why") ? text(at.at("why"), "why") : ""};
        if (kind == "amendment") return StepAmended{seq(at.at("amends")), fields(at.at("fields"))};
        if (kind == "deviation") return DeviationRecorded{regions(at.at("to")), text(at.at("why"), "why")};
        if (kind == "broadcast-observed") return BroadcastObserved{at.at("what").string()};
        if (kind == "clock-jumped") return ClockJumped{at.at("milliseconds").integer(INT64_MIN, INT64_MAX)};
        if (kind == "tail-discarded") return TailDiscarded{at.at("file").string(), count(at.at("bytes"))};
        if (kind == "journal-continued") {
            return JournalContinued{at.at("former").string(), count(at.at("offset")), at.at("reason").string(),
                                    count(at.at("unrecorded"))};
        }
        if (kind == "meeting-corrected") return MeetingCorrected{meeting(at.at("meeting"))};
        if (kind == "session-closed") return SessionClosed{};
        at.at("kind").fail("this program does not know entries of this kind", "Use a newer Hamer",
                           Trouble::OtherVersion);
    }

    [[nodiscard]] SessionOpened opened(const Cursor& at) const {
        const Cursor procedure = at.at("procedure");
        return {procedure.at("id").string(),     static_cast<int>(procedure.at("revision").integer(1, 1'000'000)),
                procedure.at("sha256").string(), at.at("program").string(),
                at.at("language").string(),      meeting(at.at("meeting")),
                at.at("drill").boolean()};
    }

    // Sessions of before its texts were kept apart have them in the open.
    [[nodiscard]] Meeting meeting(const Cursor& at) const {
        Json plain = at.json();
        for (const auto& [key, member] : meeting_texts) {
            if (at.has(key) && !at.at(key).is_string()) {
                plain[key] = text(at.at(key), std::string("meeting.") + key);
            }
        }
        return meeting_from(Cursor(plain, at.where()));
    }

    [[nodiscard]] StepRecorded step(const Cursor& at) const {
        StepRecorded step;
        step.event = at.at("event").string();
        step.fields = fields(at.at("fields"));
        step.to = regions(at.at("to"));
        if (at.has("raised")) {
            for (const Cursor& event : at.at("raised").items()) step.raised.push_back(event.string());
        }
        step.card = at.string_or("card", "");
        if (at.has("said")) step.said = text(at.at("said"), "said");
        if (at.has("proposed")) step.proposed = text(at.at("proposed"), "proposed");
        return step;
    }

    static std::uint64_t count(const Cursor& at) { return static_cast<std::uint64_t>(at.integer(0, INT64_MAX)); }

    // What an entry takes back or adds to is before it, in a journal from elsewhere too.
    [[nodiscard]] std::uint64_t seq(const Cursor& at) const {
        const std::uint64_t number = count(at);
        if (number >= seq_) at.fail("expected the number of an entry before this one");
        return number;
    }

    static std::map<std::string, std::string> regions(const Cursor& at) {
        std::map<std::string, std::string> to;
        for (const auto& [region, state] : at.members()) to[region] = state.string();
        return to;
    }

    [[nodiscard]] Fields fields(const Cursor& at) const {
        Fields values;
        for (const auto& [id, value] : at.members()) {
            if (value.is_boolean())
                values[id] = value.boolean();
            else
                values[id] = text(value, "fields." + id);
        }
        return values;
    }

    [[nodiscard]] std::string text(const Cursor& at, const std::string& name) const {
        if (at.is_string()) return at.string(1u << 20);
        const std::string hash = at.at("private").string();
        const auto found = texts_.find({seq_, name});
        if (found == texts_.end() || sha256_hex(found->second.salt + found->second.text) != hash) {
            return std::string(erased_text);
        }
        return found->second.text;
    }

    std::uint64_t seq_;
    const PrivateTexts& texts_;
};

}  // namespace

EntryEncoder::EntryEncoder(const Procedure& procedure, const Municipality& municipality,
                           std::function<std::string()> salt)
    : procedure_(procedure), salt_(std::move(salt)) {
    for (const std::string* own :
         {&municipality.name, &municipality.address, &municipality.place, &municipality.emergency_number,
          &municipality.police_number, &municipality.regie_number, &municipality.security_number}) {
        proposed_.insert(*own);
    }
    for (const auto& [name, number] : municipality.numbers) proposed_.insert(number);
    const auto add = [this](const std::string& text) {
        if (text.find('{') == std::string::npos) proposed_.insert(text);
    };
    for (const Event& event : procedure_.events) {
        for (const Field& field : event.fields) {
            for (const LocalText& suggestion : field.suggestions) {
                add(suggestion.nl);
                add(suggestion.en);
            }
            if (!field.preset) continue;
            if (const auto* text = std::get_if<Wording>(&*field.preset)) {
                for (const Worded& one : text->cases) {
                    add(one.text.nl);
                    add(one.text.en);
                }
            }
        }
    }
}

bool EntryEncoder::is_open(std::string_view event, std::string_view id, const std::string& text) const {
    bool known = false;
    for (const Event& candidate : procedure_.events) {
        // An amendment does not carry its event's name: there it has to be so in every event that has the field.
        if (!event.empty() && candidate.id != event) continue;
        const Field* field = candidate.field(id);
        if (!field) continue;
        if (field->is_private) return false;
        const bool chosen = field->kind == FieldKind::Choice ? field->choice(text) != nullptr
                                                             : field->kind == FieldKind::Incident && text.size() < 10;
        if (!chosen && !proposed_.contains(text)) return false;
        known = true;
    }
    return known;
}

bool EntryEncoder::names_what_was_typed(const std::string& words) const {
    return std::ranges::any_of(typed_, [&](const std::string& text) { return words.find(text) != std::string::npos; });
}

void EntryEncoder::follow(const Entry& entry) {
    const auto add = [this](const std::string& text) {
        if (!text.empty() && text != erased_text && !proposed_.contains(text)) typed_.insert(text);
    };
    const auto add_fields = [&](std::string_view event, const Fields& fields) {
        for (const auto& [id, value] : fields) {
            const auto* text = std::get_if<std::string>(&value);
            if (text && !is_open(event, id, *text)) add(*text);
        }
    };
    const auto add_meeting = [&](const Meeting& meeting) {
        for (const auto& [key, text] : meeting_texts) {
            if (text != &Meeting::date || !is_day(meeting.date)) add(meeting.*text);
        }
    };
    if (const auto* step = entry.as<StepRecorded>()) add_fields(step->event, step->fields);
    if (const auto* amended = entry.as<StepAmended>()) add_fields("", amended->fields);
    if (const auto* opened = entry.as<SessionOpened>()) add_meeting(opened->meeting);
    if (const auto* corrected = entry.as<MeetingCorrected>()) add_meeting(corrected->meeting);
}

EncodedEntry EntryEncoder::encode(const Entry& entry) {
    follow(entry);
    EntryWriter writer(entry, this);
    std::string payload = writer.write().dump();
    return {std::move(payload), std::move(writer.private_lines)};
}

Result<Entry> decode(std::uint64_t seq, std::string_view payload, const PrivateTexts& texts, const std::string& where) {
    ASSIGN_OR_RETURN(const auto json, parse_json(payload, where));
    return reading(where, [&] { return Reader(seq, texts).read(Cursor(json, where)); });
}

PrivateTexts read_private_texts(const std::vector<std::string>& lines) {
    PrivateTexts texts;
    for (const std::string& line : lines) {
        const auto json = parse_json(line, "private.jsonl");
        if (!json) continue;
        const auto read = reading("private.jsonl", [&] {
            const Cursor at(*json, "private.jsonl");
            const auto seq = static_cast<std::uint64_t>(at.at("seq").integer(0, INT64_MAX));
            texts[{seq, at.at("name").string()}] = {at.at("salt").string(), at.at("text").string(1u << 20)};
            return true;
        });
        if (!read) continue;
    }
    return texts;
}

std::string_view kind_word(const Entry& entry) { return kinds[entry.data.index()]; }

std::string entries_as_json(const std::vector<Entry>& entries) {
    Json array = Json::array();
    for (const Entry& entry : entries) {
        Json object = {{"seq", entry.seq}};
        object.update(EntryWriter(entry, nullptr).write());
        array.push_back(std::move(object));
    }
    return array.dump(2) + "\n";
}

}  // namespace hamer
