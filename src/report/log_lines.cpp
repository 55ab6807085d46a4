#include "report/log_lines.h"

#include "report/csv.h"
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
        line_.actor = entry_.actor;
        line_.taken_back = session_.is_taken_back(entry_.seq);
        line_.late = line_.recorded.milliseconds - line_.occurred.milliseconds > late_ms;
        std::visit([&](const auto& data) { add(data); }, entry_.data);
        // A session may come from elsewhere: each line stays one, and says what it seems to say.
        for (std::string* text : {&line_.actor, &line_.text, &line_.detail, &line_.said})
            *text = printable(*text, longest);
        return std::move(line_);
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return language_ == Language::Dutch ? nl : en;
    }

    void system(std::string text, std::string detail = {}) {
        line_.system = true;
        line_.text = std::move(text);
        line_.detail = std::move(detail);
    }

    void add(const SessionOpened& opened) {
        const Meeting& meeting = opened.meeting;
        system(say("Sessie begonnen", "Session begun"),
               fmt::format("{}, {}; {} {} ({})", meeting.name, meeting.room, opened.procedure_id,
                           opened.procedure_revision, opened.procedure_sha256.substr(0, 12)));
    }
    void add(const StepRecorded& step) {
        const auto number = session_.procedure().event(step.event);
        line_.said = step.said;
        if (!number) {
            line_.text = step.event;
            return;
        }
        const Event& event = session_.procedure().events[*number];
        line_.text = event.label.in(language_);
        line_.source = event.source;
        line_.detail = fields(event, session_.fields_of(entry_));
    }
    void add(const NoteAdded& note) {
        line_.text = say("Notitie", "Note");
        line_.detail = note.text;
    }
    void add(const StepTakenBack& undo) {
        const Entry* taken = session_.entry(undo.seq);
        const std::string what = taken ? log_line(session_, *taken, language_).text : std::string();
        line_.text = fmt::format("{}: {} ({})", say("Hersteld", "Taken back"), what, undo.seq);
        line_.detail = undo.why;
    }
    void add(const StepAmended& amendment) {
        const Entry* amended = session_.entry(amendment.seq);
        const auto* step = amended ? amended->as<StepRecorded>() : nullptr;
        const auto number = step ? session_.procedure().event(step->event) : std::nullopt;
        const std::string what = amended ? log_line(session_, *amended, language_).text : std::string();
        line_.text = fmt::format("{}: {} ({})", say("Aanvulling op", "Addition to"), what, amendment.seq);
        if (number) line_.detail = fields(session_.procedure().events[*number], amendment.fields);
    }
    void add(const DeviationRecorded& deviation) {
        line_.text = fmt::format("{}: {}", say("Afwijking", "Deviation"),
                                 regions_in_words(session_.procedure(), deviation.to, language_));
        line_.detail = deviation.why;
    }
    void add(const BroadcastObserved& observed) {
        line_.text = say("Uitzending waargenomen", "Broadcast observed");
        line_.detail = observed.what;
    }
    void add(const ClockJumped& jump) {
        system(say("De klok van het apparaat is verzet", "The machine's clock was changed"),
               fmt::format("{:+.3f} s", static_cast<double>(jump.milliseconds) / 1000));
    }
    void add(const TailDiscarded& tail) {
        system(say("Onvolledige laatste regel apart bewaard", "Incomplete last line kept aside"),
               fmt::format("{} bytes, {}", tail.bytes, tail.file));
    }
    void add(const JournalContinued& continued) {
        system(say("Het logboek gaat verder na een storing", "The journal goes on after a fault"),
               fmt::format("{}: {} ({})", continued.former, continued.reason, continued.unrecorded));
    }
    void add(const SessionClosed&) { system(say("Sessie afgesloten", "Session closed")); }

    [[nodiscard]] std::string fields(const Event& event, const Fields& values) const {
        std::string text;
        for (const Field& field : event.fields) {
            const auto found = values.find(field.id);
            if (found == values.end()) continue;
            const std::string value = shown(field, found->second, language_);
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
    const bool dutch = language == Language::Dutch;
    const Meeting& meeting = session.meeting();
    std::string text =
        fmt::format("{}{} – {} – {}\n{}: {}   {}: {}   {}: {}\n\n",
                    session.opened().drill ? (dutch ? "OEFENING  " : "DRILL  ") : "", meeting.name, meeting.date,
                    meeting.room, dutch ? "voorzitter" : "chair", meeting.chair, dutch ? "griffier" : "clerk",
                    meeting.clerk, dutch ? "sessie" : "session", session_id);
    for (const LogLine& line : log_lines(session, language)) {
        text += fmt::format("{:>4}  {}  {}{}{}{}\n", line.seq, clock_time(line.occurred), line.taken_back ? "✗ " : "",
                            line.text, line.detail.empty() ? "" : " – ", line.detail);
        if (line.late) {
            text += fmt::format("                {} {} {}\n", dutch ? "vastgelegd om" : "recorded at",
                                calendar_date(line.recorded), clock_time(line.recorded));
        }
        if (!line.said.empty()) text += fmt::format("                “{}”\n", line.said);
    }
    return text;
}

std::string log_as_csv(const Session& session, Language language) {
    std::string text = "seq,occurred,recorded,kind,actor,text,detail,said,source,taken_back\r\n";
    for (const LogLine& line : log_lines(session, language)) {
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", line.seq, to_rfc3339(line.occurred),
                            to_rfc3339(line.recorded), line.system ? "system" : "meeting", csv_cell(line.actor),
                            csv_cell(line.text), csv_cell(line.detail), csv_cell(line.said), csv_cell(line.source),
                            line.taken_back ? "yes" : "no");
    }
    return text;
}

}  // namespace hamer
