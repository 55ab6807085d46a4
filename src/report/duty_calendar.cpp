#include "report/duty_calendar.h"

#include "base/calendar.h"
#include "base/text.h"
#include "base/typed_time.h"
#include "base/version.h"
#include "record/names.h"
#include "report/date_text.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t half_hour_ms = 30 * 60'000;
constexpr std::int64_t a_day_ms = 24 * 3'600'000;

// Lines of at most 75 bytes, cut between characters; the next one begins with a space (3.1).
std::string folded(const std::string& line) {
    std::string text;
    std::size_t length = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t size = 1;
        while (i + size < line.size() && (line[i + size] & 0xC0) == 0x80) ++size;
        if (length + size > 75) {
            text += "\r\n ";
            length = 1;
        }
        text += line.substr(i, size);
        length += size;
        i += size;
    }
    return text + "\r\n";
}

// A value of kind TEXT (3.3.11).
std::string escaped(const std::string& text) {
    std::string value;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') value += '\\';
        if (c == '\n') {
            value += "\\n";
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            value += c;
        }
    }
    return value;
}

std::string compact(Day day) {
    std::string text = to_iso(day);
    std::erase(text, '-');
    return text;
}

bool is_by_end_of_day(const KnownDuty& duty) { return clock_time(duty.due) == "23:59:59"; }

// May be done from a later day on, not at once.
bool opens_later(const KnownDuty& duty) {
    return duty.from.milliseconds - duty.started.milliseconds > a_day_ms && is_by_end_of_day(duty);
}

// Names of duties begin with a letter of ASCII.
std::string as_title(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

class Calendar {
  public:
    Calendar(Instant made_at, Language language) : made_at_(made_at), language_(language) {}

    std::string write(const std::vector<KnownDuty>& duties) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line(fmt::format("PRODID:-//Hamer//Hamer {}//NL", program_version));
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        for (const KnownDuty& duty : duties) event(duty);
        line("END:VCALENDAR");
        return std::move(text_);
    }

  private:
    // A line of the file stays one, whatever an id may hold.
    void line(const std::string& content) { text_ += folded(printable(content, std::string::npos)); }

    // "Eerste gesprek (betrokkene 2) – incident van 12 maart 2026, 20:41"
    [[nodiscard]] std::string title(const KnownDuty& duty) const {
        const std::string& whom = duty.whom.in(language_);
        return fmt::format("{}{} – {} {}, {}", as_title(name_of(duty.kind).in(language_)),
                           whom.empty() ? "" : " (" + whom + ")", of_what(duty), long_date(duty.started, language_),
                           shown_time(duty.started));
    }

    [[nodiscard]] const char* of_what(const KnownDuty& duty) const {
        switch (duty.kind) {
            case DutyKind::SignalTalk:
            case DutyKind::SignalAnswer:
                return say_("signaal van", "signal of");
            case DutyKind::LookBack:
                return say_("inschatting van", "estimate of");
            case DutyKind::Precaution:
                return say_("vooraf, van", "beforehand, of");
            case DutyKind::Improvement:  // of an evaluation, or of what was held to learn from
                return say_("uit het dossier van", "of the record of");
            default:
                return say_("incident van", "incident of");
        }
    }

    // For a calendar that shows what is cancelled as it shows the rest.
    [[nodiscard]] std::string state_before_title(const KnownDuty& duty) const {
        switch (duty.state) {
            case DutyState::Done:
                return say_("Gedaan: ", "Done: ");
            case DutyState::Lapsed:
                return say_("Vervallen: ", "Lapsed: ");
            case DutyState::Open:
                break;
        }
        return "";
    }

    [[nodiscard]] std::string description(const KnownDuty& duty) const {
        std::string text;
        if (opens_later(duty)) text += fmt::format("{} {}\n", say_("Vanaf", "From"), shown_day(duty.from));
        text +=
            fmt::format("{} {} {}\n", say_("Uiterlijk", "At the latest"), shown_day(duty.due), shown_time(duty.due));
        if (!duty.owner.empty()) text += fmt::format("{}: {}\n", say_("Wie", "Who"), duty.owner);
        text += fmt::format("{} {}", say_("Dossier", "Record"), duty.record);
        if (duty.person.empty()) return text;
        if (duty.kind == DutyKind::Precaution) return text;
        const bool agreed = duty.kind == DutyKind::Improvement;
        return fmt::format("{}, {} {}", text, agreed ? say_("verbeterpunt", "improvement") : say_("persoon", "person"),
                           duty.person);
    }

    void event(const KnownDuty& duty) {
        const std::string kind(duty_words[static_cast<std::size_t>(duty.kind)]);
        line("BEGIN:VEVENT");
        line(fmt::format("UID:{}-{}{}{}@hamer", duty.record, kind, duty.person.empty() ? "" : "-", duty.person));
        line("DTSTAMP:" + compact_utc(made_at_));
        line(fmt::format("SEQUENCE:{}", duty.revision));
        line(duty.state == DutyState::Open ? "STATUS:CONFIRMED" : "STATUS:CANCELLED");
        if (is_by_end_of_day(duty)) {
            line("DTSTART;VALUE=DATE:" + compact(day_of(opens_later(duty) ? duty.from : duty.due)));
            line("DTEND;VALUE=DATE:" + compact(day_of(duty.due) + std::chrono::days(1)));
        } else {
            line("DTSTART:" + compact_utc({duty.due.milliseconds - half_hour_ms, 0}));
            line("DTEND:" + compact_utc(duty.due));
        }
        line("SUMMARY:" + escaped(state_before_title(duty) + title(duty)));
        line("DESCRIPTION:" + escaped(description(duty)));
        line("TRANSP:TRANSPARENT");
        line("CLASS:PRIVATE");
        if (duty.state == DutyState::Open) alarms(duty);
        line("END:VEVENT");
    }

    void alarms(const KnownDuty& duty) {
        if (!is_by_end_of_day(duty)) return alarm(duty, "-PT2H");
        if (!opens_later(duty)) return alarm(duty, "PT9H");
        alarm(duty, "-PT15H");                  // nine o'clock on the day before the first
        alarm(duty, "-PT15H", ";RELATED=END");  // and on the last one
    }

    void alarm(const KnownDuty& duty, const char* when, const char* from_where = "") {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("DESCRIPTION:" + escaped(title(duty)));
        line(fmt::format("TRIGGER{}:{}", from_where, when));
        line("END:VALARM");
    }

    Instant made_at_;
    Language language_;
    Say say_{language_};
    std::string text_;
};

}  // namespace

std::string duties_as_calendar(const std::vector<KnownDuty>& duties, Instant made_at, Language language) {
    return Calendar(made_at, language).write(duties);
}

}  // namespace hamer
