#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// A sentence ends at a stop that a space or the end follows, with a closing quotation mark or without.
std::vector<std::string> sentences(std::string_view text) {
    std::vector<std::string> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (!stop || (i + 1 < text.size() && text[i + 1] != ' ')) continue;
        found.emplace_back(text.substr(from, i + 1 - from));
        from = std::min(i + 2, text.size());
    }
    if (from < text.size()) found.emplace_back(text.substr(from));
    return found;
}

std::string longest(const Wording& wording, Language language) {
    std::string found;
    for (const Worded& each : wording.cases) {
        if (each.text.in(language).size() > found.size()) found = each.text.in(language);
    }
    return found;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

// What one must take in before a card's first tap, in one language. Placeholders count as they are written: what fills
// them is about as long as their names.
std::vector<std::string> lines_of(const Card& card, Language language) {
    std::vector<std::string> lines = sentences(longest(card.say, language));
    // What is said on the telephone is read by who calls; while somebody else speaks it is beside the words to say.
    if (card.say.empty()) lines = sentences(longest(card.telephone, language));
    // Of notes that depend on the case not all stand there together.
    for (const Wording& note : card.notes) {
        if (!note.cases.front().only_for) lines.push_back(longest(note, language));
    }
    // Of two ways to choose between one is read at a time.
    std::vector<std::string> longer;
    for (const Button& button : card.buttons) {
        if (!button.option) continue;
        std::vector<std::string> way = sentences(longest(button.say, language));
        for (const LocalText& sign : button.option->signs) way.push_back(sign.in(language));
        way.push_back(button.option->follows.in(language));
        if (way.size() > longer.size()) longer = std::move(way);
    }
    lines.insert(lines.end(), longer.begin(), longer.end());
    return lines;
}

void check_card(const Card& card, Language language, std::vector<Warning>& found) {
    const std::string place = fmt::format("guide/{} ({})", card.id, code(language));
    const std::vector<std::string> lines = lines_of(card, language);
    for (const std::string& line : lines) {
        const std::size_t length = characters(line);
        if (length <= max_line_length) continue;
        found.push_back({place, fmt::format("“{}” has {} characters, more than {}. Say it shorter, or in two sentences",
                                            line, length, max_line_length)});
    }
    if (lines.size() > max_card_lines) {
        found.push_back({place, fmt::format("{} lines to read, more than {}. Leave out what can be read afterwards",
                                            lines.size(), max_card_lines)});
    }
}

}  // namespace

std::vector<Warning> check_lengths(const Procedure& procedure) {
    std::vector<Warning> found;
    for (const Card& card : procedure.guide) {
        for (const Language language : {Language::Dutch, Language::English}) check_card(card, language, found);
    }
    return found;
}

}  // namespace hamer
