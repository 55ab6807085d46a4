#include "base/result.h"

namespace hamer {

std::string describe(const Error& error) {
    std::string text = error.where.empty() ? error.problem : error.where + ": " + error.problem;
    if (!error.advice.empty()) text += ". " + error.advice;
    return text;
}

}  // namespace hamer
