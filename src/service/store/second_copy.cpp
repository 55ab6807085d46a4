#include "service/store/second_copy.h"

#include "base/session_id.h"
#include "base/sha256.h"
#include "base/text.h"
#include "journal/line.h"
#include "journal/line_file.h"

namespace hamer {

namespace {

constexpr std::string_view name_begin = "hamer-";
constexpr std::string_view name_end = "-not-recorded.jsonl";

}  // namespace

std::filesystem::path second_place_for(const std::filesystem::path& folder, const std::string& session) {
    return folder / (std::string(name_begin) + session + std::string(name_end));
}

std::string folder_text(const std::filesystem::path& session_folder) {
    constexpr std::size_t longest = 8000;
    return printable(std::filesystem::absolute(session_folder).lexically_normal().string(), longest);
}

std::vector<std::string> sessions_begun_in(FileSystem& files, const std::filesystem::path& second_place,
                                           const std::filesystem::path& sessions) {
    std::vector<std::string> ids;
    auto names = files.list(second_place);
    if (!names) names = files.list(second_place);  // one error may not come back
    if (!names) return ids;
    for (const std::string& name : *names) {
        if (!name.starts_with(name_begin) || !name.ends_with(name_end)) continue;
        const std::string id = name.substr(name_begin.size(), name.size() - name_begin.size() - name_end.size());
        if (!is_session_id(id)) continue;
        auto lines = read_lines(files, second_place / name);
        if (!lines) lines = read_lines(files, second_place / name);
        if (!lines || lines->lines.empty()) continue;
        const auto first = read_second_copy_line(lines->lines.front());
        if (first && first->seq == 1 && first->folder == folder_text(sessions / id)) ids.push_back(id);
    }
    return ids;
}

SecondCopy read_second_copy(FileSystem& files, const std::filesystem::path& file, const StoredSession& stored) {
    SecondCopy second_copy;
    auto lines = read_lines(files, file);
    // What is not read now is void once something else was recorded in its place; one error may not come back.
    if (!lines) lines = read_lines(files, file);
    if (!lines) return second_copy;
    Position at = stored.journal.head();
    LineMaker chain;
    for (const std::string& line : lines->lines) {
        auto kept = read_second_copy_line(line);
        // Its number alone is not enough: another entry may have that one since, as after damage.
        if (!kept || kept->seq != at.seq + 1 || kept->after != at.hash) continue;
        auto entry =
            decode(kept->seq, kept->entry.payload, read_private_texts(kept->entry.private_lines), file.string());
        if (!entry) continue;
        const auto* opened = entry->as<SessionOpened>();
        if (opened && opened->procedure_sha256 != sha256_hex(stored.procedure_text)) return {};
        if (!is_payload(kept->entry.payload)) continue;
        (void)chain.make(at, kept->entry.payload);
        at = chain.made();
        second_copy.waiting.push_back({std::move(kept->entry), *std::move(entry)});
    }
    return second_copy;
}

}  // namespace hamer
