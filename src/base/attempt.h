// What every function that returns a Result does with the failure of another: hand it on as it is.
//
//     RETURN_IF_ERROR(file->sync());
//     ASSIGN_OR_RETURN(const auto bytes, files.read(path));
//
// Each returns the error from the function that it stands in; otherwise the second declares the value. Not in a
// `switch` without braces, and not as the only statement of an `if` without them: the second is more than one
// statement.
//
// The first is for what gives no value. A value such as a lock would be gone at the end of its line, so it does not
// compile with one; where a value is really not wanted, that is said:
//
//     RETURN_IF_ERROR(without_value(files.read(path)));
#pragma once

#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace hamer {

template <typename Answer>
[[nodiscard]] auto error_of(Answer&& answer) {
    return tl::unexpected<std::decay_t<decltype(answer.error())>>(std::forward<Answer>(answer).error());
}

// Whether it went well, for whoever needs no more than that: the value is gone.
template <typename Value, typename Failure>
[[nodiscard]] tl::expected<void, Failure> without_value(tl::expected<Value, Failure> answer) {
    if (!answer) return error_of(std::move(answer));
    return {};
}

}  // namespace hamer

#define HAMER_JOINED_NAMES(first, second) first##second
#define HAMER_JOINED(first, second) HAMER_JOINED_NAMES(first, second)

#define RETURN_IF_ERROR(...)                                                                                   \
    do {                                                                                                       \
        auto answer_of_attempt = (__VA_ARGS__);                                                                \
        static_assert(                                                                                         \
            std::is_void_v<typename decltype(answer_of_attempt)::value_type>,                                  \
            "the value would be lost: ASSIGN_OR_RETURN keeps it, without_value() says that it is not wanted"); \
        if (!answer_of_attempt) return ::hamer::error_of(std::move(answer_of_attempt));                        \
    } while (false)

#define ASSIGN_OR_RETURN(declaration, ...) \
    HAMER_ASSIGN_OR_RETURN(HAMER_JOINED(answer_of_attempt_, __LINE__), declaration, __VA_ARGS__)
#define HAMER_ASSIGN_OR_RETURN(answer, declaration, ...)      \
    auto answer = (__VA_ARGS__);                              \
    if (!answer) return ::hamer::error_of(std::move(answer)); \
    declaration = *std::move(answer)
