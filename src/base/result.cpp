#include "base/result.h"

#include <fmt/format.h>

namespace hamer {

namespace {

std::string sentence(const std::string& problem, const std::string& advice) {
    return advice.empty() ? problem : problem + ". " + advice;
}

std::string placed(const std::string& where, const std::string& said) {
    return where.empty() ? said : where + ": " + said;
}

// What is known of an error without a trouble: where it came from.
TroubleWords words_of(const Error& error) {
    if (error.trouble != Trouble::Unnamed) return trouble_words(error.trouble);
    switch (error.kind) {
        case ErrorKind::Refused:
            return {error.trouble, {"dit gaat zo niet", "this cannot be done so"}, {}};
        case ErrorKind::Usage:
            return {error.trouble, {"dit kan Hamer niet gebruiken", "Hamer cannot use this"}, {}};
        case ErrorKind::Storage:
            break;
    }
    return {error.trouble, {"lezen of opslaan is niet gelukt", "reading or storing failed"}, {}};
}

}  // namespace

tl::unexpected<Error> fail(ErrorKind kind, std::string where, const LocalText& problem, const LocalText& advice,
                           Trouble trouble) {
    return tl::unexpected<Error>(
        Error{kind, std::move(where), problem.en, advice.en, trouble, sentence(problem.nl, advice.nl)});
}

std::string describe(const Error& error) { return placed(error.where, sentence(error.problem, error.advice)); }

std::string describe(const Error& error, Language language) {
    const TroubleWords words = words_of(error);
    if (language == Language::English) {
        return placed(error.where, sentence(error.problem.empty() ? words.problem.en : error.problem,
                                            error.advice.empty() ? words.advice.en : error.advice));
    }
    if (!error.dutch.empty()) return placed(error.where, error.dutch);
    const std::string said = sentence(words.problem.nl, words.advice.nl);
    return placed(error.where, error.problem.empty() ? said : fmt::format("{} ({})", said, error.problem));
}

}  // namespace hamer
