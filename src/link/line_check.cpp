#include "link/line_check.h"

#include "codec/journal/entry_json.h"

#include <algorithm>

namespace hamer {

namespace {

tl::unexpected<LinkRefused> refused(LinkCode code, const std::string& session, std::uint64_t seq, JournalFault fault) {
    std::map<std::string, std::string> with{{"seq", std::to_string(seq)}};
    if (fault != JournalFault::None) with["fault"] = reason(fault).en;
    return tl::unexpected(LinkRefused{code, std::move(with), session});
}

// A text cannot come in under another line: one that was erased would be back.
bool is_text_of(const std::string& text, std::uint64_t seq) {
    if (!is_payload(text)) return false;
    const PrivateTexts read = read_private_texts({text});
    return read.size() == 1 && read.begin()->first.first == seq;
}

}  // namespace

tl::expected<CheckedLines, LinkRefused> check_lines(const LinkLines& lines, const Position& head,
                                                    const HashThere& hash_there) {
    CheckedLines checked{{}, head};
    LineReader reader;
    for (const LinkLine& one : lines.lines) {
        const std::string bytes = one.line + '\n';
        const std::uint64_t next = checked.head.seq + 1;
        const HeaderReading header = reader.read_header(bytes, {1, next});
        if (header.found != Found::Whole) {
            const bool another = header.fault == JournalFault::WrongNumber;
            return refused(another ? LinkCode::Gap : LinkCode::Damaged, lines.session, next, header.fault);
        }
        if (header.seq < next) {
            // The hash stands for the rest of the line too.
            const auto there = hash_there(header.seq);
            if (!there || bytes.compare(header.text.size() + 1, there->size(), *there) != 0) {
                return refused(LinkCode::Gap, lines.session, header.seq, JournalFault::WrongHash);
            }
            continue;
        }
        const LineReading line = reader.read_line(bytes, header, checked.head.hash);
        if (line.found != Found::Whole || line.size != bytes.size()) {
            return refused(LinkCode::Damaged, lines.session, next, line.fault);
        }
        if (!std::ranges::all_of(one.texts, [&](const std::string& text) { return is_text_of(text, next); })) {
            return refused(LinkCode::BadMessage, "", next, JournalFault::None);
        }
        checked.fresh.push_back({std::string(line.payload), one.texts});
        checked.head = {next, reader.hash()};
    }
    return checked;
}

}  // namespace hamer
