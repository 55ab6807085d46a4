#include "report/hidden_addresses.h"

#include "base/fold.h"

#include <algorithm>
#include <functional>

namespace hamer {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_digit(c) && !(c >= 'a' && c <= 'z'); }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }
bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return !is_digit(c) && !is_sign(c); });
}

// Letters and digits alone, each with from where to where it stands in the text.
struct Bare {
    std::string text;
    std::vector<std::size_t> from, to;
};
Bare bare(std::string_view text) {
    const FoldedText folded = fold_with_places(text);
    Bare made;
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
        if (is_sign(folded.text[i])) continue;
        made.text += folded.text[i];
        made.from.push_back(folded.from[i]);
        made.to.push_back(folded.from[i + 1]);
    }
    return made;
}

// "2334 QQ": where it stands in an address; npos: nowhere.
std::size_t postcode_in(std::string_view text) {
    constexpr std::size_t digits = 4;
    for (std::size_t i = 0; i + digits < text.size(); ++i) {
        if ((i > 0 && is_digit(text[i - 1])) || !std::ranges::all_of(text.substr(i, digits), is_digit)) continue;
        const std::string_view letters = text.substr(text[i + digits] == ' ' ? i + digits + 1 : i + digits, 3);
        const auto is_capital = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
        if (letters.size() >= 2 && is_capital(letters[0]) && is_capital(letters[1]) &&
            (letters.size() == 2 || !is_capital(letters[2])))
            return i;
    }
    return std::string_view::npos;
}

// The parts by which an address is known.
std::vector<std::string> parts_of(const std::string& address) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view part) {
        constexpr std::size_t shortest = 4;
        const std::string known = bare(part).text;
        if (known.size() >= shortest && has_digit(known) && has_letter(known)) parts.push_back(known);
    };
    for (std::size_t from = 0; from <= address.size();) {
        const std::size_t end = std::min(address.find_first_of(",;\n\r", from), address.size());
        const std::string_view part = std::string_view(address).substr(from, end - from);
        const std::size_t postcode = postcode_in(part);
        add(part.substr(0, postcode));
        if (postcode != std::string_view::npos) add(part.substr(postcode, part.find(' ', postcode + 5) - postcode));
        from = end + 1;
    }
    return parts;
}

// "Rozenlaan nr. 12" is "Rozenlaan 12" too.
std::vector<std::string> ways_to_write(const std::string& part) {
    std::vector<std::string> ways = {part};
    const auto number = std::ranges::find_if(part, is_digit);
    const auto at = static_cast<std::size_t>(number - part.begin());
    if (at == 0) return ways;
    for (const char* word : {"nr", "no", "nummer", "huisnummer"})
        ways.push_back(part.substr(0, at) + word + part.substr(at));
    return ways;
}

}  // namespace

HiddenAddresses::HiddenAddresses(const IncidentRecord& record, Language language, Whose whose, std::string_view but)
    : instead_(Say{language}("[adres bekend bij de griffie]", "[address known to the clerk]")) {
    const auto town_hall = parts_of(record.address);
    const Dossier none;
    for (const Person& person : (record.dossier ? *record.dossier : none).persons) {
        if (person.id == but || (whose == Whose::Guarded && person.role == PersonRole::Disturber)) continue;
        for (const std::string& part : parts_of(person.address)) {
            if (std::ranges::find(town_hall, part) != town_hall.end()) continue;
            for (std::string& way : ways_to_write(part)) homes_.push_back(std::move(way));
        }
    }
    std::ranges::sort(homes_, std::ranges::greater(), &std::string::size);  // so that each goes as a whole
}

void HiddenAddresses::hide(std::string& text) const {
    for (const std::string& home : homes_) {
        const Bare known = bare(text);
        std::string made;
        std::size_t copied = 0;
        for (std::size_t at = known.text.find(home); at != std::string::npos; at = known.text.find(home, at)) {
            const std::size_t end = at + home.size();
            // 12 is not in 121, nor is 1a in 11a; and a word begins where it begins.
            const std::size_t first = known.from[at], last = known.to[end - 1];
            const bool begins =
                at == 0 || known.to[at - 1] < first || is_digit(home.front()) != is_digit(known.text[at - 1]);
            const bool ends = end == known.text.size() || !is_digit(known.text[end]) || !is_digit(home.back());
            if (!begins || !ends) {
                ++at;
                continue;
            }
            made.append(text, copied, first - copied);
            made += instead_;
            copied = last;
            at = end;
        }
        if (copied > 0) text = made.append(text, copied);
    }
}

void hide_addresses(const IncidentRecord& record, Document& document) {
    const HiddenAddresses homes(record, document.language, HiddenAddresses::Whose::Guarded);
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
