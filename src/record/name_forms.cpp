#include "record/name_forms.h"

#include "base/fold.h"
#include "base/letters.h"
#include "record/name_parts.h"
#include "session/entry.h"

#include <algorithm>
#include <cstdint>

namespace hamer {

namespace {

// In bytes; what is shorter is in every text. A part of a name stands there with a capital.
constexpr std::size_t shortest_whole = 3, shortest_part = 2;

bool is_letter_at(std::string_view text, std::size_t at) { return is_of_word(letter_around(text, at).point); }

// Scripts that know no capitals have none at the beginning of a name.
bool begins_with_capital(std::string_view word) {
    const std::int32_t point = letter_at(word, 0).point;
    return is_capital(point) || is_caseless(point);
}

// Whether a word ends between two bytes beside each other. Where a name is written in letters without capitals there
// may be no space around it, as in Chinese.
bool is_word_end(std::string_view text, std::size_t inside, std::size_t outside, bool is_whole) {
    if (is_whole && is_caseless(letter_around(text, inside).point)) return true;
    return !is_letter_at(text, inside) || !is_letter_at(text, outside);
}

// From a place in the folded text on. As words of their own: "Bos" is not in "Boskoop".
std::optional<std::pair<std::size_t, std::size_t>> found(std::string_view text, const FoldedText& folded,
                                                         std::string_view form, bool with_capital, std::size_t since) {
    for (std::size_t at = folded.text.find(form, since); at != std::string::npos; at = folded.text.find(form, at + 1)) {
        const std::size_t end = at + form.size();
        const std::size_t first = folded.from[at], last = folded.from[end];
        // Half a letter, as the second s of a folded ß, is none.
        if ((at > 0 && folded.from[at - 1] == first) || (end < folded.text.size() && folded.from[end - 1] == last))
            continue;
        if (first > 0 && !is_word_end(text, first, first - 1, !with_capital)) continue;
        if (last < text.size() && !is_word_end(text, last - 1, last, !with_capital)) continue;
        if (with_capital && !begins_with_capital(text.substr(first))) continue;
        return std::pair(at, end);
    }
    return std::nullopt;
}

std::string replaced(const std::string& text, std::string_view form, bool with_capital, std::string_view instead) {
    const FoldedText folded = fold_with_places(text);
    std::string made;
    std::size_t copied = 0, at = 0;
    while (const auto here = found(text, folded, form, with_capital, at)) {
        made.append(text, copied, folded.from[here->first] - copied);
        made += instead;
        copied = folded.from[here->second];
        at = here->second;
    }
    return made.append(text, copied);
}

}  // namespace

void NameForms::add_once(std::vector<Form>& forms, const std::string& text, std::size_t shortest, bool is_surname) {
    std::string folded = fold_with_places(text).text;
    while (folded.ends_with(' ')) folded.pop_back();
    folded.erase(0, folded.find_first_not_of(' '));
    if (folded.size() < shortest) return;
    const auto known = std::ranges::find(forms, folded, &Form::folded);
    if (known != forms.end()) {
        known->is_surname = known->is_surname || is_surname;
        return;
    }
    forms.push_back({std::move(folded), is_surname});
    // The longest first, so that no part of it is left.
    std::ranges::stable_sort(forms, std::ranges::greater{}, [](const Form& one) { return one.folded.size(); });
}

void NameForms::add(const Person& person, By by) {
    std::vector<const std::string*> texts{&person.name, &person.address};
    if (by == By::All) texts.insert(texts.end(), {&person.description, &person.injury});
    for (const std::string* text : texts) {
        if (*text != erased_text) add_once(whole_, *text, shortest_whole, false);
    }
    if (person.name == erased_text) return;
    for (const NamePart& part : parts_of_name(person.name)) add_once(parts_, part.text, shortest_part, part.is_surname);
}

std::optional<NameForms::Place> NameForms::first_in(std::string_view text, Match match) const {
    const FoldedText folded = fold_with_places(text);
    const auto place = [&](const Form& form, bool is_whole) -> std::optional<Place> {
        const auto here = found(text, folded, form.folded, !is_whole, 0);
        if (!here) return std::nullopt;
        const std::size_t at = folded.from[here->first];
        return Place{at, folded.from[here->second] - at, is_whole};
    };
    for (const Form& form : whole_) {
        if (auto here = place(form, true)) return here;
    }
    for (const Form& form : parts_) {
        if (match == Match::WholeOnly || (match == Match::WithSurname && !form.is_surname)) continue;
        if (auto here = place(form, false)) return here;
    }
    return std::nullopt;
}

std::string NameForms::without(std::string_view text, Match match, std::string_view instead) const {
    std::string made(text);
    for (const Form& form : whole_) made = replaced(made, form.folded, false, instead);
    for (const Form& form : parts_) {
        if (match == Match::WholeOnly || (match == Match::WithSurname && !form.is_surname)) continue;
        made = replaced(made, form.folded, true, instead);
    }
    return made;
}

}  // namespace hamer
