#include "record/deciders.h"

#include "base/fold.h"

#include <set>

namespace hamer {

namespace {

// One of the words is an office, and none before it takes it back.
bool holds_one_of(const std::string& decider, const std::set<std::string>& offices) {
    static const std::set<std::string> no_more = {"oud", "ex", "voormalig", "voormalige", "former"};
    static const std::set<std::string> denies = {"niet", "geen", "not", "no"};
    std::string before;
    bool holds = false;
    for (const std::string& word : words_in(fold(decider))) {
        if (denies.contains(word)) return false;
        holds = holds || (offices.contains(word) && !no_more.contains(before));
        before = word;
    }
    return holds;
}

const std::set<std::string> mayors = {"burgemeester", "locoburgemeester", "mayor"};
const std::set<std::string> chairs = {"voorzitter",   "raadsvoorzitter",  "chair", "chairman", "chairwoman",
                                      "burgemeester", "locoburgemeester", "mayor"};

}  // namespace

bool is_by_mayor(const std::string& decided_by) { return holds_one_of(decided_by, mayors); }
bool is_by_chair(const std::string& decided_by) { return holds_one_of(decided_by, chairs); }

}  // namespace hamer
