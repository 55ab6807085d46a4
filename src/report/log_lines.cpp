#include "report/log_lines.h"

#include "base/typed_time.h"
#include "record/names.h"
#include "report/date_text.h"
#include "session/meeting_words.h"
#include "session/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t late_ms = 60'000;
constexpr std::size_t longest = 1u << 20;  // bytes; no text of an entry is longer

// Fills in a line for each kind of entry.
class LineWriter {
  public:
    LineWriter(const Session& session, const Entry& entry, Language language)
        : session_(session), entry_(entry), language_(language) {}

    LogLine write() {
        line_.seq = entry_.seq;
        line_.recorded = entry_.stamp.at;
        line_.occurred = entry_.when();
        if (calendar_date(line_.occurred) != day_of_log(session_)) line_.day = shown_day(line_.occurred);
        line_.actor = entry_.actor;
        line_.taken_back = session_.is_taken_back(entry_.seq);
        line_.late = line_.recorded.milliseconds - line_.occurred.milliseconds > late_ms;
        std::visit([&](const auto& data) { add(data); }, entry_.data);
        // A session may come from elsewhere: each line stays one, and says what it seems to say.
        for (std::string* text : {&line_.actor, &line_.text, &line_.detail, &line_.said, &line_.proposed})
            *text = printable(*text, longest);
        return std::move(line_);
    }

  private:
    // An earlier line by what it says and when that was: its number stands on no screen.
    [[nodiscard]] std::string former(std::uint64_t seq) const {
        const Entry* entry = session_.entry(seq);
        if (!entry) return fmt::format("{} {}", say_("regel", "line"), seq);
        const LogLine line = log_line(session_, *entry, language_);
        return fmt::format("{} ({} {})", line.text, say_("van", "of"),
                           clock_beside(calendar_date(entry_.when()), line.occurred));
    }

    void system(std::string text, std::string detail = {}) {
        line_.system = true;
        line_.text = std::move(text);
        line_.detail = std::move(detail);
    }

    void add(const SessionOpened& opened) {
        const Meeting& meeting = opened.meeting;
        system(say_("Sessie begonnen", "Session begun"),
               fmt::format("{}{}{}; {} {} ({})", meeting.name, meeting.room.empty() ? "" : ", ", meeting.room,
                           opened.procedure_id, opened.procedure_revision, opened.procedure_sha256.substr(0, 12)));
    }
    void add(const StepRecorded& step) {
        const auto number = session_.procedure().event(step.event);
        line_.said = step.said;
        line_.proposed = step.proposed;
        if (!number) {
            line_.text = step.event;
            return;
        }
        const Event& event = session_.procedure().events[*number];
        line_.text = event_label(event.label, session_.requests_until(entry_.seq), language_);
        line_.source = event.source;
        line_.detail = fields(event, session_.fields_of(entry_));
    }
    void add(const NoteAdded& note) {
        line_.text = say_("Notitie", "Note");
        line_.detail = note.text;
    }
    void add(const StepTakenBack& undo) {
        line_.text = fmt::format("{}: {}", say_("Hersteld", "Taken back"), former(undo.seq));
        line_.detail = undo.why;
    }
    void add(const StepAmended& amendment) {
        const Entry* amended = session_.entry(amendment.seq);
        const auto* step = amended ? amended->as<StepRecorded>() : nullptr;
        const auto number = step ? session_.procedure().event(step->event) : std::nullopt;
        line_.text = fmt::format("{}: {}", say_("Aanvulling op", "Addition to"), former(amendment.seq));
        if (number) line_.detail = fields(session_.procedure().events[*number], amendment.fields);
    }
    void add(const DeviationRecorded& deviation) {
        line_.text = fmt::format("{}: {}", say_("Afwijking", "Deviation"),
                                 regions_in_words(session_.procedure(), deviation.to, language_));
        line_.detail = deviation.why;
    }
    void add(const BroadcastObserved& observed) {
        line_.text = say_("Uitzending waargenomen", "Broadcast observed");
        line_.detail = observed.what;
    }
    void add(const ClockJumped& jump) {
        system(say_("De klok van het apparaat is verzet", "The machine's clock was changed"),
               shift_in_seconds(jump.milliseconds, language_));
    }
    void add(const TailDiscarded& tail) {
        system(say_("Onvolledige laatste regel apart bewaard", "Incomplete last line kept aside"),
               fmt::format("{} bytes, {}", tail.bytes, tail.file));
    }
    void add(const JournalContinued& continued) {
        system(say_("Het logboek gaat verder na een storing", "The journal goes on after a fault"),
               fmt::format("{}: {} ({})", continued.former, continued.reason, continued.unrecorded));
    }
    void add(const MeetingCorrected& correction) {
        line_.text = say_("Vergadering gecorrigeerd", "Meeting corrected");
        line_.detail = changes_in_words(before_this(), correction.meeting, language_);
    }
    void add(const SessionClosed&) { system(say_("Sessie afgesloten", "Session closed")); }

    // The meeting as it read until this entry.
    [[nodiscard]] Meeting before_this() const {
        Meeting meeting = session_.opened().meeting;
        for (const Entry& entry : session_.entries()) {
            if (entry.seq >= entry_.seq) break;
            if (const auto* correction = entry.as<MeetingCorrected>()) meeting = correction->meeting;
        }
        return meeting;
    }

    // An earlier procedure had flags for who was consulted about charges, false where nobody had been asked.
    [[nodiscard]] static bool was_not_asked(const Event& event, const FieldValue& value) {
        const auto* flag = std::get_if<bool>(&value);
        return event.meaning == Meaning::ChargesDecided && flag && !*flag;
    }

    [[nodiscard]] std::string fields(const Event& event, const Fields& values) const {
        std::string text;
        for (const Field& field : event.fields) {
            const auto found = values.find(field.id);
            if (found == values.end()) continue;
            const std::string value = was_not_asked(event, found->second)
                                          ? name_of(Consulted::NotAsked).in(language_)
                                          : shown(session_, field, found->second, language_);
            if (value.empty()) continue;
            const std::string& label = field.label.in(language_);
            // Labels may be questions; those need no colon.
            text += fmt::format("{}{}{} {}", text.empty() ? "" : "; ", label, label.ends_with('?') ? "" : ":", value);
        }
        return text;
    }

    const Session& session_;
    const Entry& entry_;
    Language language_;
    Say say_{language_};
    LogLine line_;
};

}  // namespace

std::string regions_in_words(const Procedure& procedure, const std::map<std::string, std::string>& to,
                             Language language) {
    std::string text;
    for (const auto& [region, state] : to) {
        const auto ref = procedure.state(region, state);
        if (!text.empty()) text += ", ";
        if (!ref) {
            text += region + ": " + state;
            continue;
        }
        const Region& named = procedure.regions[ref->region];
        text += named.label.in(language) + ": " + named.states[ref->state].label.in(language);
    }
    return text;
}

std::string day_of_log(const Session& session) {
    const std::string& date = session.meeting().date;
    if (!date.empty() || session.entries().empty()) return date;
    return calendar_date(session.entries().front().when());
}

std::string time_of(const LogLine& line) {
    return (line.day.empty() ? "" : line.day + " ") + clock_time(line.occurred);
}

LogLine log_line(const Session& session, const Entry& entry, Language language) {
    return LineWriter(session, entry, language).write();
}

std::vector<LogLine> log_lines(const Session& session, Language language) {
    std::vector<LogLine> lines;
    lines.reserve(session.entries().size());
    for (const Entry& entry : session.entries()) lines.push_back(log_line(session, entry, language));
    return lines;
}

std::string log_as_text(const Session& session, const std::string& session_id, Language language) {
    const Say say{language};
    const Meeting& meeting = session.meeting();
    std::string text = fmt::format("{}{} – {} – {}\n{}: {}   {}: {}   {}: {}\n\n",
                                   session.opened().drill ? say("OEFENING  ", "DRILL  ") : "", meeting.name,
                                   shown_day(meeting.date), meeting.room, say("voorzitter", "chair"), meeting.chair,
                                   say("griffier", "clerk"), meeting.clerk, say("sessie", "session"), session_id);
    const auto lines = log_lines(session, language);
    // A column with the day, as soon as one line is of another than the heading's.
    const bool days = std::ranges::any_of(lines, [](const LogLine& line) { return !line.day.empty(); });
    for (const LogLine& line : lines) {
        const std::string day = days ? shown_day(line.occurred) + " " : std::string();
        text += fmt::format("{:>4}  {}{}  {}{}{}{}\n", line.seq, day, clock_time(line.occurred),
                            line.taken_back ? "✗ " : "", line.text, line.detail.empty() ? "" : " – ", line.detail);
        if (line.late) {
            text += fmt::format("                {} {} {}\n", say("vastgelegd om", "recorded at"),
                                shown_day(line.recorded), clock_time(line.recorded));
        }
        if (!line.said.empty()) text += fmt::format("                “{}”\n", line.said);
        if (!line.proposed.empty()) {
            text +=
                fmt::format("                {}: “{}”\n", say("Voorgestelde woorden", "Words proposed"), line.proposed);
        }
    }
    return text;
}

std::string log_as_csv(const Session& session, Language language, CsvKind kind) {
    const bool for_programs = kind == CsvKind::International;
    const auto say = [&](const char* name, const char* nl, const char* en) -> std::string {
        return for_programs ? name : Say{language}(nl, en);
    };
    CsvSheet sheet(kind);
    sheet.row({say("seq", "nr", "no"), say("occurred", "gebeurd", "occurred"),
               say("recorded", "vastgelegd", "recorded"), say("kind", "soort", "kind"), say("actor", "door", "by"),
               say("text", "wat", "what"), say("detail", "bijzonderheden", "details"), say("said", "gezegd", "said"),
               say("proposed", "voorgestelde woorden", "words proposed"), say("source", "bron", "source"),
               say("taken_back", "teruggenomen", "taken back")});
    for (const LogLine& line : log_lines(session, language)) {
        sheet.row({std::to_string(line.seq), sheet.moment(line.occurred), sheet.moment(line.recorded),
                   line.system ? say("system", "programma", "program") : say("meeting", "vergadering", "meeting"),
                   line.actor, line.text, line.detail, line.said, line.proposed, line.source,
                   line.taken_back ? say("yes", "ja", "yes") : say("no", "nee", "no")});
    }
    return std::move(sheet).finish();
}

}  // namespace hamer
