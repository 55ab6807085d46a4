#include "report/hidden_addresses.h"

#include "base/fold.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace hamer {

namespace {

bool has_a_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Folded, the longer ones first, so that each goes as a whole. A town alone is no home.
std::vector<std::string> homes_in(const Dossier& dossier) {
    std::vector<std::string> found;
    for (const Person& person : dossier.persons) {
        if (person.role == PersonRole::Disturber) continue;
        for (const std::string& part : {person.address, person.address.substr(0, person.address.find(','))}) {
            if (has_a_digit(part)) found.push_back(fold(part));
        }
    }
    std::ranges::sort(found, std::ranges::greater(), &std::string::size);
    return found;
}

void hide(const std::vector<std::string>& homes, const std::string& instead, std::string& text) {
    for (const std::string& home : homes) {
        std::size_t after = 0;
        for (FoldedText folded = fold_with_places(text); (after = folded.text.find(home, after)) != std::string::npos;
             folded = fold_with_places(text)) {
            const std::size_t from = folded.from[after], to = folded.from[after + home.size()];
            text.replace(from, to - from, instead);
            after += fold(instead).size();
        }
    }
}

}  // namespace

void hide_addresses(const Dossier& dossier, Document& document) {
    const auto homes = homes_in(dossier);
    const std::string instead(Say{document.language}("[adres bekend bij de griffie]", "[address known to the clerk]"));
    hide(homes, instead, document.subtitle);
    for (Section& section : document.sections) {
        for (LabelledValue& fact : section.facts) hide(homes, instead, fact.value);
        for (std::string& paragraph : section.paragraphs) hide(homes, instead, paragraph);
        for (auto& row : section.table.rows) {
            for (std::string& cell : row) hide(homes, instead, cell);
        }
    }
}

}  // namespace hamer
