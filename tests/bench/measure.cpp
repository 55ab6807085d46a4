#include "measure.h"

#include <fmt/format.h>

namespace hamer::bench {

namespace {

// Three figures that mean something.
std::string figure(double value) {
    if (value >= 100) return fmt::format("{:.0f}", value);
    if (value >= 10) return fmt::format("{:.1f}", value);
    return value >= 1 || value == 0 ? fmt::format("{:.2f}", value) : fmt::format("{:.3f}", value);
}

std::string with_unit(const std::optional<double>& value, const std::string& unit) {
    return value ? figure(*value) + " " + unit : std::string("–");
}

std::string bar_words(const Measure& measure) {
    switch (measure.bar.kind) {
        case Bar::Kind::RatioAtMost:
            return fmt::format("≤ {:.2f} ×", measure.bar.limit);
        case Bar::Kind::RatioAtLeast:
            return fmt::format("≥ {:.2f} ×", measure.bar.limit);
        case Bar::Kind::FigureAtMost:
            return fmt::format("≤ {:g} {}", measure.bar.limit, measure.unit);
        case Bar::Kind::FigureAtLeast:
            return fmt::format("≥ {:g} {}", measure.bar.limit, measure.unit);
        case Bar::Kind::None:
            break;
    }
    return "–";
}

std::string verdict(const Measure& measure) {
    if (!measure.skipped.empty()) return "skipped";
    const auto met = measure.met();
    return !met ? "–" : *met ? "met" : "NOT MET";
}

// fmt counts the columns of UTF-8 text itself.
std::string row(const std::string& what, const std::string& hamer, const std::string& reference,
                const std::string& ratio, const std::string& bar, const std::string& met) {
    return fmt::format("{:<58} {:>12} {:>12} {:>7} {:>11}  {}\n", what, hamer, reference, ratio, bar, met);
}

std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') made += '\\';
        made += c == '\n' ? ' ' : c;
    }
    return made + '"';
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{:.6g}", *value) : "null"; }

std::string kind_word(Bar::Kind kind) {
    switch (kind) {
        case Bar::Kind::RatioAtMost:
            return "ratio at most";
        case Bar::Kind::RatioAtLeast:
            return "ratio at least";
        case Bar::Kind::FigureAtMost:
            return "figure at most";
        case Bar::Kind::FigureAtLeast:
            return "figure at least";
        case Bar::Kind::None:
            break;
    }
    return "none";
}

}  // namespace

std::optional<double> Measure::ratio() const {
    if (!hamer || !reference || *reference <= 0) return std::nullopt;
    return *hamer / *reference;
}

std::optional<bool> Measure::met() const {
    switch (bar.kind) {
        case Bar::Kind::RatioAtMost:
            return ratio() ? std::optional(*ratio() <= bar.limit) : std::nullopt;
        case Bar::Kind::RatioAtLeast:
            return ratio() ? std::optional(*ratio() >= bar.limit) : std::nullopt;
        case Bar::Kind::FigureAtMost:
            return hamer ? std::optional(*hamer <= bar.limit) : std::nullopt;
        case Bar::Kind::FigureAtLeast:
            return hamer ? std::optional(*hamer >= bar.limit) : std::nullopt;
        case Bar::Kind::None:
            break;
    }
    return std::nullopt;
}

Measure skipped(std::string what, std::string why) {
    Measure measure{.what = std::move(what), .unit = ""};
    measure.skipped = std::move(why);
    return measure;
}

std::string as_table(const std::vector<Measure>& measures) {
    std::string table = row("measure (median)", "Hamer", "reference", "ratio", "bar", "");
    for (const Measure& each : measures) {
        table += row(each.what, with_unit(each.hamer, each.unit), with_unit(each.reference, each.unit),
                     each.ratio() ? fmt::format("{:.2f}", *each.ratio()) : "–", bar_words(each), verdict(each));
        if (!each.reference_is.empty()) table += fmt::format("    reference: {}\n", each.reference_is);
        if (!each.skipped.empty()) table += fmt::format("    {}\n", each.skipped);
    }
    return table;
}

std::string as_json(const std::vector<Measure>& measures) {
    std::string json = "[";
    for (const Measure& each : measures) {
        const auto met = each.met();
        json += fmt::format(
            "{}\n  {{\"measure\": {}, \"unit\": {}, \"hamer\": {}, \"reference\": {}, \"reference_is\": {}, "
            "\"ratio\": {}, \"bar\": {}, \"limit\": {}, \"met\": {}, \"skipped\": {}}}",
            json.size() > 1 ? "," : "", quoted(each.what), quoted(each.unit), number(each.hamer),
            number(each.reference), quoted(each.reference_is), number(each.ratio()), quoted(kind_word(each.bar.kind)),
            each.bar.kind == Bar::Kind::None ? "null" : fmt::format("{:g}", each.bar.limit),
            met ? (*met ? "true" : "false") : "null", each.skipped.empty() ? "null" : quoted(each.skipped));
    }
    return json + "\n]\n";
}

}  // namespace hamer::bench
