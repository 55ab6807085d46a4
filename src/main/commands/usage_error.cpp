#include "main/commands/usage_error.h"

#include "main/commands/locations.h"
#include "main/commands/output.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hamer {

namespace {

using Apps = std::vector<const CLI::App*>;

// The program, its command, the command below that: as far as they were given.
Apps given_commands(const CLI::App& app) {
    Apps all{&app};
    while (!all.back()->get_subcommands().empty()) all.push_back(all.back()->get_subcommands().back());
    return all;
}

std::vector<std::string> names_below(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* one : command.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(one->get_name());
    }
    return names;
}

LocalText found_instead(const LocalText& expected, const LocalText& found) {
    return {fmt::format("verwacht: {}, gevonden: {}", expected.nl, found.nl),
            fmt::format("expected {}, found {}", expected.en, found.en)};
}

LocalText quoted(const std::string& text) {
    const std::string shown = fmt::format("“{}”", printable(text, 80));
    return {shown, shown};
}

// "nl or en"; "a, b or c".
LocalText one_of(const std::vector<std::string>& names) {
    const auto first = names.begin();
    const auto last = names.end() - (names.size() > 1 ? 1 : 0);
    const std::string listed = fmt::format("{}", fmt::join(first, last, ", "));
    if (last == names.end()) return {listed, listed};
    return {fmt::format("{} of {}", listed, *last), fmt::format("{} or {}", listed, *last)};
}

const LocalText nothing{"niets", "nothing"};

LocalText same_in_both(const std::string& text) { return {text, text}; }

// As the help writes it: "SESSION", "--by NAME".
std::string as_in_help(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const std::string kind = type.substr(0, type.find(':'));
    if (option.nonpositional()) return kind.empty() ? option.get_name() : option.get_name() + " " + kind;
    return kind.empty() || kind == "TEXT" ? option.get_name() : kind;
}

// What an option takes, from what its help says after the colon: "TEXT:{nl,en}", "PERCENT:INT in [25 - 400]".
LocalText values_of(const CLI::Option& option) {
    const std::string type = option.get_type_name();
    const std::size_t colon = type.find(':');
    const std::string values = colon == std::string::npos ? type : type.substr(colon + 1);
    if (values.starts_with('{') && values.ends_with('}')) {
        return one_of(CLI::detail::split(values.substr(1, values.size() - 2), ','));
    }
    const std::size_t open = values.find('[');
    const std::size_t between = values.find(" - ", open);
    if (open != std::string::npos && between != std::string::npos && values.ends_with(']')) {
        const std::string least = values.substr(open + 1, between - open - 1);
        const std::string most = values.substr(between + 3, values.size() - between - 4);
        return {fmt::format("een getal van {} tot en met {}", least, most),
                fmt::format("a number from {} to {}", least, most)};
    }
    if (values == "POSITIVE") return {"een getal boven 0", "a number above 0"};
    if (values == "INT" || values == "UINT") return {"een geheel getal", "a whole number"};
    return same_in_both(values);
}

class WrongLine {
  public:
    WrongLine(const CLI::App& app, const CLI::ParseError& refused)
        : commands_(given_commands(app)), extra_(app.remaining(true)), said_(refused.what()) {
        for (const CLI::App* command : commands_) {
            for (const CLI::Option* option : command->get_options()) options_.push_back(option);
        }
    }

    // Nothing where this knows no better than the library's own words.
    [[nodiscard]] LocalText problem(const CLI::ParseError& refused) const {
        if (is<CLI::ExtrasError>(refused)) return too_much();
        if (is<CLI::RequiredError>(refused)) return missing();
        if (is<CLI::ValidationError>(refused) || is<CLI::ConversionError>(refused)) return wrong_value();
        if (is<CLI::ArgumentMismatch>(refused)) return wrong_count();
        if (is<CLI::RequiresError>(refused) || is<CLI::ExcludesError>(refused)) return wrong_together();
        return {};
    }

    // "record show"; nothing for the program itself.
    [[nodiscard]] std::string command() const {
        std::string words;
        for (std::size_t i = 1; i < commands_.size(); ++i) words += (i > 1 ? " " : "") + commands_[i]->get_name();
        return words;
    }

  private:
    template <typename Kind>
    static bool is(const CLI::ParseError& refused) {
        return dynamic_cast<const Kind*>(&refused) != nullptr;
    }

    [[nodiscard]] LocalText too_much() const {
        if (extra_.empty()) return {};
        const std::string& first = extra_.front();
        if (first.starts_with('-') && first.size() > 1) {
            const LocalText name = quoted(first);
            return {"onbekende optie " + name.nl, "unknown option " + name.en};
        }
        if (!names_below(*commands_.back()).empty()) return no_command(quoted(first));
        return found_instead({"niets meer", "nothing more"}, quoted(first));
    }

    [[nodiscard]] LocalText no_command(const LocalText& found) const {
        constexpr std::size_t few = 12;
        const auto names = names_below(*commands_.back());
        return found_instead(names.size() > few ? LocalText{"een opdracht", "a command"} : one_of(names), found);
    }

    [[nodiscard]] LocalText missing() const {
        const auto lacks = [](const CLI::Option* option) { return option->get_required() && option->count() == 0; };
        const auto option = std::ranges::find_if(options_, lacks);
        if (option != options_.end()) return found_instead(same_in_both(as_in_help(**option)), nothing);
        if (names_below(*commands_.back()).empty()) return {};
        return extra_.empty() ? no_command(nothing) : too_much();
    }

    // The option that the library names at the beginning of what it says.
    [[nodiscard]] const CLI::Option* named() const {
        for (const CLI::Option* option : options_) {
            const std::string name = option->get_name();
            if (name.empty()) continue;
            if (said_.starts_with(name + ":") || said_.starts_with("Could not convert: " + name + " =")) return option;
        }
        return nullptr;
    }

    [[nodiscard]] LocalText wrong_value() const {
        const CLI::Option* option = named();
        if (!option || option->results().empty()) return {};
        const LocalText found = quoted(option->results().back());
        const std::string name = option->get_name();
        if (option->get_items_expected_max() == 0) {
            return {fmt::format("bij {} hoort geen waarde, gevonden: {}", name, found.nl),
                    fmt::format("{} takes no value, found {}", name, found.en)};
        }
        const LocalText values = values_of(*option);
        return {fmt::format("verwacht bij {}: {}, gevonden: {}", name, values.nl, found.nl),
                fmt::format("expected for {}: {}, found {}", name, values.en, found.en)};
    }

    [[nodiscard]] LocalText wrong_count() const {
        const CLI::Option* option = named();
        if (!option) return {};
        if (option->results().size() > 1) {
            return {fmt::format("{} staat er meer dan eens", option->get_name()),
                    fmt::format("{} is given more than once", option->get_name())};
        }
        return found_instead(same_in_both(as_in_help(*option)), {option->get_name(), option->get_name()});
    }

    [[nodiscard]] LocalText wrong_together() const {
        for (const CLI::Option* option : options_) {
            if (option->count() == 0) continue;
            const std::string name = as_in_help(*option);
            for (const CLI::Option* needed : option->get_needs()) {
                if (needed->count() > 0) continue;
                return {fmt::format("{} kan alleen met {} erbij", name, as_in_help(*needed)),
                        fmt::format("{} needs {} beside it", name, as_in_help(*needed))};
            }
            for (const CLI::Option* other : option->get_excludes()) {
                if (other->count() == 0) continue;
                return {fmt::format("{} en {} gaan niet samen", name, as_in_help(*other)),
                        fmt::format("{} and {} do not go together", name, as_in_help(*other))};
            }
        }
        return {};
    }

    Apps commands_;
    std::vector<const CLI::Option*> options_;
    std::vector<std::string> extra_;  // what no command took
    std::string said_;
};

std::string value_in(const std::vector<std::string>& words, const std::string& option) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == option && i + 1 < words.size()) return words[i + 1];
        if (words[i].starts_with(option + "=")) return words[i].substr(option.size() + 1);
    }
    return {};
}

}  // namespace

Error usage_error(const CLI::App& app, const CLI::ParseError& refused) {
    const WrongLine line(app, refused);
    const std::string command = line.command();
    const std::string help = command.empty() ? "hamer --help" : fmt::format("hamer {} --help", command);
    const LocalText advice{fmt::format("Kijk met `{}` hoe het moet", help), fmt::format("See `{}`", help)};
    if (const LocalText problem = line.problem(refused); !problem.empty())
        return fail(ErrorKind::Usage, command, problem, advice, Trouble::WrongInput).value();
    return fail(ErrorKind::Usage, command,
                LocalText{fmt::format("dit begrijpt Hamer niet ({})", refused.what()), refused.what()}, advice,
                Trouble::WrongInput)
        .value();
}

Language language_asked(const std::vector<std::string>& words) {
    if (const auto language = language_from(value_in(words, "--lang"))) return *language;
    CommonOptions common;
    common.config = value_in(words, "--config");
    return settings_language(common).value_or(spoken());
}

}  // namespace hamer
