// What the writers of a document's sections share: words in the reader's language, facts, and times. Internal to
// report/.
#pragma once

#include "base/text.h"
#include "report/date_text.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

class SectionWriting {
  protected:
    SectionWriting(const IncidentRecord& record, Language language) : record_(record), language_(language) {}

    // The section outlives the next call of this.
    void write_into(Section& section) { section_ = &section; }
    [[nodiscard]] Section& current() { return *section_; }
    void fact(const char* nl, const char* en, const std::string& value) {
        if (!value.empty()) current().facts.push_back({say_(nl, en), printable(value)});
    }
    void time_fact(const char* nl, const char* en, const std::optional<Moment>& moment) {
        if (moment) fact(nl, en, time(*moment));
    }
    // With the date only where it is another day than the incident's.
    [[nodiscard]] std::string time(Instant at) const {
        return calendar_date(at) == calendar_date(record_.started.at) ? clock_time(at) : long_time(at, language_);
    }
    [[nodiscard]] std::string time(const Moment& moment) const {
        if (!moment.recorded) return time(moment.at);
        return fmt::format("{} ({} {})", time(moment.at), say_("vastgelegd", "recorded"), time(*moment.recorded));
    }
    // Words that were spoken, and words that only stood on the screen, are never the same to a reader.
    void words(const std::string& said, const std::string& proposed) {
        if (!said.empty()) fact("Gezegd", "Said", "“" + said + "”");
        if (!proposed.empty()) fact("Voorgestelde woorden", "Words proposed", "“" + proposed + "”");
    }

    const IncidentRecord& record_;
    Language language_;
    Say say_{language_};

  private:
    Section* section_ = nullptr;
};

}  // namespace hamer
