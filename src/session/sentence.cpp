#include "session/sentence.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

constexpr std::array<std::string_view, 4> part_ends = {", ", "; ", " – ", " - "};
constexpr std::array<std::string_view, 5> closing = {"”", "’", "\"", "'", ")"};
constexpr std::array<std::string_view, 4> opening = {"„", "“", "\"", "‘"};

using Lacks = std::function<bool(std::string_view part)>;

struct Sentence {
    std::string body;   // without its end
    std::string stop;   // ".", "?”"; empty at the end of a label
    std::string space;  // behind it
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t closing_length(std::string_view text) {
    for (const std::string_view mark : closing) {
        if (text.starts_with(mark)) return mark.size();
    }
    return 0;
}

bool begins_sentence(std::string_view text) {
    if (text.empty() || is_capital(text.front()) || text.front() == '{' || text.front() == '(') return true;
    return static_cast<unsigned char>(text.front()) >= 0x80 ||
           std::ranges::any_of(opening, [&](std::string_view mark) { return text.starts_with(mark); });
}

// The end of the stop that begins at `at`, with closing quotes; or `at` where no sentence ends.
std::size_t stop_end(std::string_view text, std::size_t at) {
    if (std::string_view(".!?").find(text[at]) == std::string_view::npos) return at;
    std::size_t end = at + 1;
    while (const std::size_t length = closing_length(text.substr(end))) end += length;
    std::size_t next = end;
    while (next < text.size() && is_space(text[next])) ++next;
    const bool apart = next > end || next == text.size();
    return apart && begins_sentence(text.substr(next)) ? end : at;
}

std::vector<Sentence> sentences(std::string_view text) {
    std::vector<Sentence> made;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = stop_end(text, i);
        if (end == i) continue;
        std::size_t next = end;
        while (next < text.size() && is_space(text[next])) ++next;
        made.push_back({std::string(text.substr(begin, i - begin)), std::string(text.substr(i, end - i)),
                        std::string(text.substr(end, next - end))});
        begin = next;
        i = next - 1;
    }
    if (begin < text.size()) made.push_back({std::string(text.substr(begin)), {}, {}});
    return made;
}

std::string without_brackets(std::string_view text, const Lacks& lacks) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '(' ? text.find(')', i) : std::string_view::npos;
        if (end == std::string_view::npos || !lacks(text.substr(i, end - i))) {
            out += text[i];
            continue;
        }
        while (!out.empty() && out.back() == ' ') out.pop_back();
        i = end;
    }
    return out;
}

// Each part with the separator before it.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = std::ranges::any_of(part_ends, [&](auto mark) { return text.substr(i).starts_with(mark); });
        if (ends && i > 0) parts.emplace_back();
        parts.back() += text[i];
    }
    return parts;
}

std::string_view without_separator(std::string_view part) {
    for (const std::string_view mark : part_ends) {
        if (part.starts_with(mark)) return part.substr(mark.size());
    }
    return part;
}

std::string joined(const std::vector<std::string>& parts, const std::function<bool(const std::string&)>& stays) {
    std::string out;
    for (const std::string& part : parts) {
        if (stays(part)) out += out.empty() ? without_separator(part) : std::string_view(part);
    }
    return out;
}

// Words before a colon that say nothing without what follows.
bool only_announces(std::string_view lead) {
    const auto words = std::ranges::count(lead, ' ') + 1;
    for (const std::string_view call : {"Bel ", "bel ", "Call ", "call "}) {
        if (lead.starts_with(call)) return false;
    }
    constexpr std::array<std::string_view, 5> open_ends = {"is", "zijn", "hier", "are", "here"};
    return words <= 2 || std::ranges::find(open_ends, lead.substr(lead.rfind(' ') + 1)) != open_ends.end();
}

std::string kept_of(std::string_view body, const Lacks& lacks) {
    const auto filled = [&](const std::string& part) { return !lacks(part); };
    const std::size_t colon = body.find(": ");
    if (colon == std::string_view::npos || lacks(body.substr(0, colon))) return joined(parts_of(body), filled);
    const std::string behind = joined(parts_of(body.substr(colon + 2)), filled);
    if (!behind.empty()) return std::string(body.substr(0, colon + 2)) + behind;
    std::vector<std::string> lead = parts_of(body.substr(0, colon));
    if (only_announces(without_separator(lead.back()))) lead.pop_back();
    return joined(lead, [](const std::string&) { return true; });
}

// Without the placeholders and the spaces that they leave.
std::string bare(std::string_view label, const PlaceholderValue& value) {
    const std::string filled = expand(label, [&](std::string_view name) { return value(name).value_or(""); });
    std::string out;
    for (const char c : filled) {
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    return out;
}

// What a sentence that goes leaves of the quotation that it closes.
std::string closed_quotes(const Sentence& gone) {
    const bool opens =
        std::ranges::any_of(opening, [&](std::string_view mark) { return gone.body.find(mark) != std::string::npos; });
    return opens || gone.stop.empty() ? std::string() : gone.stop.substr(1);
}

// Whom one calls by telephone; to call somebody to order is something else.
bool is_called(std::string_view whom) {
    constexpr std::array<std::string_view, 5> called = {"the police", "the control room", "security", "again",
                                                        "the emergency"};
    return (!whom.empty() && whom.front() >= '0' && whom.front() <= '9') ||
           std::ranges::any_of(called, [&](std::string_view each) { return whom.starts_with(each); });
}

bool begins_a_call(std::string_view sentence) {
    return sentence.starts_with("Bel ") || sentence.starts_with("Laat iemand bellen") ||
           sentence.starts_with("Have somebody call") || sentence.starts_with("Have someone call") ||
           (sentence.starts_with("Call ") && is_called(sentence.substr(5)));
}

bool names_a_call(std::string_view sentence) {
    constexpr std::string_view call = "call ";
    for (const std::string_view dutch : {" bel ", " belt ", " bellen"}) {
        if (sentence.find(dutch) != std::string_view::npos) return true;
    }
    const std::size_t at = sentence.find(call);
    return at != std::string_view::npos && is_called(sentence.substr(at + call.size()));
}

void trim_end(std::string& text) {
    while (!text.empty() && is_space(text.back())) text.pop_back();
}

}  // namespace

std::string expand_for_people(std::string_view text, const PlaceholderValue& value) {
    const Lacks lacks = [&](std::string_view part) {
        return std::ranges::any_of(placeholders(part), [&](const std::string& name) {
            const auto found = value(name);
            return !found || found->empty();
        });
    };
    if (!lacks(text)) return expand(text, value);
    std::string out;
    for (const Sentence& one : sentences(without_brackets(text, lacks))) {
        if (!lacks(one.body)) {
            out += expand(one.body, value) + one.stop + one.space;
            continue;
        }
        std::string kept = kept_of(one.body, lacks);
        const bool was_capital = is_capital(one.body.front()) || one.body.front() == '{';
        if (was_capital && !one.stop.empty() && !kept.empty() && kept.front() >= 'a' && kept.front() <= 'z') {
            kept.front() = static_cast<char>(kept.front() - 'a' + 'A');
        }
        if (!kept.empty()) {
            out += expand(kept, value) + one.stop + one.space;
        } else if (one.stop.empty()) {
            out += bare(one.body, value);
        } else if (const std::string quotes = closed_quotes(one); !quotes.empty()) {
            trim_end(out);
            out += quotes + one.space;
        }
    }
    trim_end(out);
    return out;
}

std::string acted_out(const std::string& text, Language language) {
    const Say say{language};
    std::string out;
    for (const Sentence& one : sentences(text)) {
        std::string body = one.body;
        if (begins_a_call(body)) {
            body.front() = static_cast<char>(body.front() - 'A' + 'a');
            body.insert(0, say("Speel na: ", "Act out: "));
        } else if (names_a_call(body)) {
            body += say(" (speel dat na)", " (act that out)");
        }
        out += body + one.stop + one.space;
    }
    return out;
}

}  // namespace hamer
