// What every function that returns a Result does with the failure of another: hand it on as it is.
//
//     RETURN_IF_ERROR(file->sync());
//     ASSIGN_OR_RETURN(const auto bytes, files.read(path));
//
// Each returns the error from the function that it stands in; otherwise the second declares the value. Not in a
// `switch` without braces, and not as the only statement of an `if` without them: the second is more than one
// statement.
#pragma once

#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace hamer {

template <typename Answer>
[[nodiscard]] auto error_of(Answer&& answer) {
    return tl::unexpected<std::decay_t<decltype(answer.error())>>(std::forward<Answer>(answer).error());
}

}  // namespace hamer

#define HAMER_JOINED_NAMES(first, second) first##second
#define HAMER_JOINED(first, second) HAMER_JOINED_NAMES(first, second)

#define RETURN_IF_ERROR(...)                                              \
    do {                                                                  \
        if (auto answer_of_attempt = (__VA_ARGS__); !answer_of_attempt) { \
            return ::hamer::error_of(std::move(answer_of_attempt));       \
        }                                                                 \
    } while (false)

#define ASSIGN_OR_RETURN(declaration, ...) \
    HAMER_ASSIGN_OR_RETURN(HAMER_JOINED(answer_of_attempt_, __LINE__), declaration, __VA_ARGS__)
#define HAMER_ASSIGN_OR_RETURN(answer, declaration, ...)      \
    auto answer = (__VA_ARGS__);                              \
    if (!answer) return ::hamer::error_of(std::move(answer)); \
    declaration = *std::move(answer)
