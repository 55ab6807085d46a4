// The answer of everything that can fail: a value, or an Error that a person can act on.
//
// An Error names the file or thing, the place in it, what was expected and what to do. Its kind is the exit status of
// the command line. Exceptions stop at the codec and the adapters; above them there are only Results.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace hamer {

enum class ErrorKind {
    Refused = 1,  // the answer is no: refused, damaged, incomplete
    Usage = 2,    // wrong use or unreadable input
    Storage = 3,  // the disk, the folder or the register
};

struct Error {
    ErrorKind kind = ErrorKind::Usage;
    std::string where;    // file and place in it: "leiden-2025.json: /events/meeting.open/tone"
    std::string problem;  // what was found and what was expected
    std::string advice;   // what to do; may be empty
};

template <typename Value>
using Result = tl::expected<Value, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string where, std::string problem,
                                                std::string advice = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(where), std::move(problem), std::move(advice)});
}

// One sentence: "where: problem. advice"
[[nodiscard]] std::string describe(const Error& error);

[[nodiscard]] inline int exit_status(const Error& error) { return static_cast<int>(error.kind); }

}  // namespace hamer
