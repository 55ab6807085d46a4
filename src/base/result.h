// The answer of everything that can fail: a value, or an Error that a person can act on.
//
// An Error names the file or thing, the place in it, what was expected and what to do. Its kind says who has
// to act, its trouble is the code of what happened; where, problem and advice are its arguments, and describe() makes
// the sentence that a person reads, in their own language and only at the edge. Exceptions stop at the codec and the
// adapters; above them there are only Results. base/attempt.h hands an error on.
#pragma once

#include "base/trouble.h"

#include <string>
#include <tl/expected.hpp>

namespace hamer {

enum class ErrorKind {
    Refused,  // the answer is no: refused, damaged, incomplete
    Usage,    // wrong use or unreadable input
    Storage,  // the disk, the folder or the register
};

struct Error {
    ErrorKind kind = ErrorKind::Usage;
    std::string where;    // file and place in it: "leiden-2025.json: /events/meeting.open/tone"
    std::string problem;  // what was found and what was expected
    std::string advice;   // what to do; may be empty
    Trouble trouble = Trouble::Unnamed;
    std::string dutch{};  // problem and advice in Dutch, where they are Hamer's own words; may be empty
};

template <typename Value>
using Result = tl::expected<Value, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string where, std::string problem,
                                                std::string advice = {}, Trouble trouble = Trouble::Unnamed) {
    return tl::unexpected<Error>(Error{kind, std::move(where), std::move(problem), std::move(advice), trouble});
}
// The same in both languages: for what Hamer itself has to say.
[[nodiscard]] tl::unexpected<Error> fail(ErrorKind kind, std::string where, const LocalText& problem,
                                         const LocalText& advice = {}, Trouble trouble = Trouble::Unnamed);

// For a person: "where: problem. advice". In Dutch that is the error's own Dutch, or else the sentence of its trouble
// with the cause behind it in brackets, as it was found: "where: sentence. what to do (cause)".
[[nodiscard]] std::string describe(const Error& error, Language language);
// For a file that is kept, such as a journal, and for programs: always English.
[[nodiscard]] std::string describe(const Error& error);

}  // namespace hamer
