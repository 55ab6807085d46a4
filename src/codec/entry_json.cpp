#include "codec/entry_json.h"

#include "base/sha256.h"
#include "codec/cursor.h"
#include "codec/meeting_json.h"

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

// Puts values into the payload, the private ones as a hash with their text kept aside.
class Writer {
  public:
    Writer(const Entry& entry, const Procedure* procedure, const std::function<std::string()>* salt)
        : entry_(entry), procedure_(procedure), salt_(salt) {}

    Json write() {
        payload_["kind"] = kinds[entry_.data.index()];
        payload_["at"] = to_rfc3339(entry_.stamp.at);
        if (entry_.occurred) payload_["occurred"] = to_rfc3339(*entry_.occurred);
        payload_["boot"] = entry_.stamp.boot;
        payload_["mono"] = entry_.stamp.monotonic_ms;
        payload_["actor"] = entry_.actor;
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
        payload_["meeting"] = to_json(data.meeting);
        payload_["drill"] = data.drill;
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
    // In the open, unless they name what is private.
    void words(const char* name, const std::string& spoken) {
        if (spoken.empty()) return;
        const bool names_somebody = std::ranges::any_of(
            private_texts_, [&](const std::string& text) { return spoken.find(text) != std::string::npos; });
        payload_[name] = names_somebody ? hidden(name, spoken) : Json(spoken);
    }
    void add(const NoteAdded& data) { payload_["text"] = hidden("text", data.text); }
    void add(const StepTakenBack& data) {
        payload_["undoes"] = data.seq;
        if (!data.why.empty()) payload_["why"] = data.why;
    }
    void add(const StepAmended& data) {
        payload_["amends"] = data.seq;
        payload_["fields"] = fields("", data.fields);
    }
    void add(const DeviationRecorded& data) {
        payload_["to"] = data.to;
        payload_["why"] = data.why;
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
    void add(const MeetingCorrected& data) { payload_["meeting"] = to_json(data.meeting); }
    void add(const SessionClosed&) {}

    Json fields(std::string_view event, const Fields& values) {
        Json object = Json::object();
        for (const auto& [id, value] : values) {
            if (const auto* flag = std::get_if<bool>(&value)) {
                object[id] = *flag;
            } else {
                const auto& text = std::get<std::string>(value);
                object[id] = is_private(event, id) ? hidden("fields." + id, text) : Json(text);
            }
        }
        return object;
    }

    // An amendment does not carry its event's name: there a field is private if it is so in any event.
    [[nodiscard]] bool is_private(std::string_view event, std::string_view id) const {
        if (!procedure_) return false;
        for (const Event& candidate : procedure_->events) {
            if (!event.empty() && candidate.id != event) continue;
            const Field* field = candidate.field(id);
            if (field && field->is_private) return true;
        }
        return false;
    }

    Json hidden(const std::string& name, const std::string& text) {
        if (!procedure_ || text.empty()) return text;
        private_texts_.push_back(text);
        const std::string salt = (*salt_)();
        const Json line = {{"seq", entry_.seq}, {"name", name}, {"salt", salt}, {"text", text}};
        private_lines.push_back(line.dump());
        return {{"private", sha256_hex(salt + text)}};
    }

    const Entry& entry_;
    const Procedure* procedure_;  // null: everything in the open
    const std::function<std::string()>* salt_;
    Json payload_;
    std::vector<std::string> private_texts_;
};

class Reader {
  public:
    Reader(std::uint64_t seq, const PrivateTexts& texts) : seq_(seq), texts_(texts) {}

    [[nodiscard]] Entry read(const Cursor& at) const {
        Entry entry;
        entry.seq = seq_;
        entry.stamp = {instant(at.at("at")), at.at("boot").string(), at.at("mono").integer(INT64_MIN, INT64_MAX)};
        if (at.has("occurred")) entry.occurred = instant(at.at("occurred"));
        entry.actor = at.at("actor").string();
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
        if (kind == "undo") return StepTakenBack{seq(at.at("undoes")), at.string_or("why", "")};
        if (kind == "amendment") return StepAmended{seq(at.at("amends")), fields(at.at("fields"))};
        if (kind == "deviation") return DeviationRecorded{regions(at.at("to")), at.at("why").string()};
        if (kind == "broadcast-observed") return BroadcastObserved{at.at("what").string()};
        if (kind == "clock-jumped") return ClockJumped{at.at("milliseconds").integer(INT64_MIN, INT64_MAX)};
        if (kind == "tail-discarded") return TailDiscarded{at.at("file").string(), count(at.at("bytes"))};
        if (kind == "journal-continued") {
            return JournalContinued{at.at("former").string(), count(at.at("offset")), at.at("reason").string(),
                                    count(at.at("unrecorded"))};
        }
        if (kind == "meeting-corrected") return MeetingCorrected{meeting_from(at.at("meeting"))};
        if (kind == "session-closed") return SessionClosed{};
        at.at("kind").fail("this program does not know entries of this kind", "Use a newer Hamer",
                           Trouble::OtherVersion);
    }

    [[nodiscard]] static SessionOpened opened(const Cursor& at) {
        const Cursor procedure = at.at("procedure");
        return {procedure.at("id").string(),     static_cast<int>(procedure.at("revision").integer(1, 1'000'000)),
                procedure.at("sha256").string(), at.at("program").string(),
                at.at("language").string(),      meeting_from(at.at("meeting")),
                at.at("drill").boolean()};
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

EncodedEntry encode(const Entry& entry, const Procedure& procedure, const std::function<std::string()>& salt) {
    Writer writer(entry, &procedure, &salt);
    std::string payload = writer.write().dump();
    return {std::move(payload), std::move(writer.private_lines)};
}

Result<Entry> decode(std::uint64_t seq, std::string_view payload, const PrivateTexts& texts, const std::string& where) {
    const auto json = parse_json(payload, where);
    if (!json) return tl::unexpected<Error>(json.error());
    return reading(where, [&] { return Reader(seq, texts).read(Cursor(*json, where)); });
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
        object.update(Writer(entry, nullptr, nullptr).write());
        array.push_back(std::move(object));
    }
    return array.dump(2) + "\n";
}

}  // namespace hamer
