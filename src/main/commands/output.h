// All that the commands write on standard output and standard error. Texts come from meetings, from files made
// elsewhere and from the network: nothing of them may steer a terminal, or look like a line that Hamer did not write.
// tests/house/check_includes.py keeps other ways out of src/main.
#pragma once

#include "base/shown_text.h"
#include "base/text.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace hamer {

// As they are: for what is known to be harmless, such as the functions below.
void write_out(std::string_view bytes);
void write_err(std::string_view bytes);
void flush_out();
// For the end of main(): the errno of the first failure on standard output, 0 when all was taken.
int close_out();

// One value of a line: texts lose their control characters and line ends.
template <typename Value>
auto as_part(const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>)
        return printable(std::string_view(value), std::string::npos);
    else
        return value;
}

// A line, or more, as with fmt::print.
template <typename... Values>
std::string composed(fmt::format_string<const Values&...> format, const Values&... values) {
    const auto compose = [&](const auto&... parts) {
        return fmt::vformat(fmt::string_view(format), fmt::make_format_args(parts...));
    };
    return compose(as_part(values)...);
}
template <typename... Values>
void say(fmt::format_string<const Values&...> format, const Values&... values) {
    write_out(composed<Values...>(format, values...));
}
template <typename... Values>
void complain(fmt::format_string<const Values&...> format, const Values&... values) {
    write_err(composed<Values...>(format, values...));
}

// The language of what commands say: Dutch, until --lang or the settings choose another.
void speak(Language language);
[[nodiscard]] Language spoken();

// A text of many lines that was made elsewhere.
inline void say_lines(std::string_view text) { write_out(printable_lines(text)); }
// JSON for scripts, which a person may be looking at.
inline void say_json(std::string_view json) { write_out(printable_json(json)); }

}  // namespace hamer
