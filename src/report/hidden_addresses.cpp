#include "report/hidden_addresses.h"

#include "base/fold.h"

#include <algorithm>
#include <functional>

namespace hamer {

namespace {

bool has_a_digit(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

HiddenAddresses::HiddenAddresses(const Dossier& dossier, Language language, std::string_view but)
    : instead_(Say{language}("[adres bekend bij de griffie]", "[address known to the clerk]")) {
    for (const Person& person : dossier.persons) {
        if (person.role == PersonRole::Disturber || person.id == but) continue;
        // A town alone is no home.
        for (const std::string& part : {person.address, person.address.substr(0, person.address.find(','))}) {
            if (has_a_digit(part)) homes_.push_back(fold(part));
        }
    }
    std::ranges::sort(homes_, std::ranges::greater(), &std::string::size);  // so that each goes as a whole
}

void HiddenAddresses::hide(std::string& text) const {
    for (const std::string& home : homes_) {
        std::size_t after = 0;
        for (FoldedText folded = fold_with_places(text); (after = folded.text.find(home, after)) != std::string::npos;
             folded = fold_with_places(text)) {
            const std::size_t from = folded.from[after], to = folded.from[after + home.size()];
            text.replace(from, to - from, instead_);
            after += fold(instead_).size();
        }
    }
}

void hide_addresses(const Dossier& dossier, Document& document) {
    const HiddenAddresses homes(dossier, document.language);
    homes.hide(document.subtitle);
    for (Section& section : document.sections) {
        for (LabelledValue& fact : section.facts) homes.hide(fact.value);
        for (std::string& paragraph : section.paragraphs) homes.hide(paragraph);
        for (auto& row : section.table.rows) {
            for (std::string& cell : row) homes.hide(cell);
        }
    }
}

}  // namespace hamer
