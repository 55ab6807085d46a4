#include "report/chart_text.h"

#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// Who listens cannot skip; the text beside the drawing has all of them.
constexpr std::size_t most_of_a_lane = 30;
constexpr std::size_t label_limit = 300;

class ChartInWords {
  public:
    ChartInWords(const Chart& chart, Language language) : chart_(chart), language_(language) {}

    [[nodiscard]] std::string write() const {
        std::string text = fmt::format("{} {} {} {}.", say_("Tijdlijn van", "Timeline from"),
                                       long_time(chart_.from, language_), say_("tot", "to"), time(chart_.until));
        for (const ChartLane& lane : chart_.lanes) text += fmt::format(" {}: {}.", lane.name, things(lane));
        return printable(text, std::string::npos);
    }

  private:
    struct Thing {
        Instant at{};
        std::string text;
    };

    // With the day only where it is another one than that of the beginning.
    [[nodiscard]] std::string time(Instant at) const {
        return calendar_date(at) == calendar_date(chart_.from) ? clock_time(at) : long_time(at, language_);
    }
    [[nodiscard]] std::string span(const ChartBar& bar) const {
        const std::string from = time(bar.from);
        if (!bar.until) return fmt::format("{} {}", say_("vanaf", "from"), from);
        return fmt::format("{} {} {} {}", say_("van", "from"), from, say_("tot", "to"), time(*bar.until));
    }

    [[nodiscard]] std::string things(const ChartLane& lane) const {
        std::vector<Thing> all;
        const auto add = [&](Instant at, const std::string& label, const std::string& when) {
            const std::string name = printable(label, label_limit);
            all.push_back({at, name.empty() ? when : name + " " + when});
        };
        for (const ChartBar& bar : lane.bars) add(bar.from, bar.label, span(bar));
        for (const ChartMark& mark : lane.marks) {
            add(mark.at, mark.label.empty() ? mark.sign : mark.label,
                fmt::format("{} {}", say_("om", "at"), time(mark.at)));
        }
        std::ranges::stable_sort(all, {}, [](const Thing& one) { return one.at.milliseconds; });
        std::string text;
        for (std::size_t i = 0; i < std::min(all.size(), most_of_a_lane); ++i) {
            text += (i == 0 ? "" : "; ") + all[i].text;
        }
        if (all.size() > most_of_a_lane)
            text +=
                fmt::format("; {} {}", say_("en daarna nog", "and after that another"), all.size() - most_of_a_lane);
        return text;
    }

    const Chart& chart_;
    Language language_;
    Say say_{language_};
};

}  // namespace

std::string chart_as_text(const Chart& chart, Language language) { return ChartInWords(chart, language).write(); }

}  // namespace hamer
