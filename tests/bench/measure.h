// A line of the bench's table: Hamer's figure, the reference's from the same run, and the bar.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hamer::bench {

struct Bar {
    enum class Kind {
        None,          // told for comparison only
        RatioAtMost,   // Hamer ÷ reference
        RatioAtLeast,  // Hamer ÷ reference
        FigureAtMost,  // Hamer's own figure
        FigureAtLeast,
    } kind = Kind::None;
    double limit = 0;
};

struct Measure {
    std::string what;
    std::string unit;
    std::optional<double> hamer{};
    std::optional<double> reference{};
    std::string reference_is{};  // what the reference is
    Bar bar{};
    std::string skipped{};  // why it was not measured; then there are no figures

    [[nodiscard]] std::optional<double> ratio() const;
    // Nothing where there is no bar or no figure.
    [[nodiscard]] std::optional<bool> met() const;
};

[[nodiscard]] Measure skipped(std::string what, std::string why);

[[nodiscard]] std::string as_table(const std::vector<Measure>& measures);
[[nodiscard]] std::string as_json(const std::vector<Measure>& measures);

}  // namespace hamer::bench
