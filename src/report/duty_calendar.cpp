#include "report/duty_calendar.h"

#include "base/calendar.h"
#include "base/text.h"
#include "base/typed_time.h"
#include "base/version.h"
#include "record/names.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t half_hour_ms = 30 * 60'000;

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

bool is_by_end_of_day(Instant due) { return clock_time(due) == "23:59:59"; }

class Calendar {
  public:
    Calendar(Instant made_at, Language language) : made_at_(made_at), language_(language) {}

    std::string write(const std::vector<DueDuty>& duties) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line(fmt::format("PRODID:-//Hamer//Hamer {}//NL", program_version));
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        for (const DueDuty& duty : duties) {
            if (!duty.done) event(duty);
        }
        line("END:VCALENDAR");
        return std::move(text_);
    }

  private:
    // A line of the file stays one, whatever an id may hold.
    void line(const std::string& content) { text_ += folded(printable(content, std::string::npos)); }
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return language_ == Language::Dutch ? nl : en;
    }

    void event(const DueDuty& duty) {
        const std::string kind(duty_words[static_cast<std::size_t>(duty.kind)]);
        const std::string about = duty.person.empty() ? duty.record : duty.record + ", " + duty.person;
        line("BEGIN:VEVENT");
        line(fmt::format("UID:{}-{}{}{}@hamer", duty.record, kind, duty.person.empty() ? "" : "-", duty.person));
        line("DTSTAMP:" + compact_utc(made_at_));
        if (is_by_end_of_day(duty.due)) {
            const Day day = day_of(duty.due);
            line("DTSTART;VALUE=DATE:" + compact(day));
            line("DTEND;VALUE=DATE:" + compact(day + std::chrono::days(1)));
        } else {
            line("DTSTART:" + compact_utc({duty.due.milliseconds - half_hour_ms, 0}));
            line("DTEND:" + compact_utc(duty.due));
        }
        line("SUMMARY:" + escaped(fmt::format("{} – {}", name_of(duty.kind).in(language_), about)));
        line("DESCRIPTION:" +
             escaped(fmt::format("{} {} {}\n{} {}", say("Uiterlijk", "At the latest"), shown_day(duty.due),
                                 clock_time(duty.due), say("Dossier", "Record"), about)));
        line("TRANSP:TRANSPARENT");
        line("CLASS:PRIVATE");
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("DESCRIPTION:" + escaped(name_of(duty.kind).in(language_)));
        line(is_by_end_of_day(duty.due) ? "TRIGGER:PT9H" : "TRIGGER:-PT2H");
        line("END:VALARM");
        line("END:VEVENT");
    }

    Instant made_at_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string duties_as_calendar(const std::vector<DueDuty>& duties, Instant made_at, Language language) {
    return Calendar(made_at, language).write(duties);
}

}  // namespace hamer
