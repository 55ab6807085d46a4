#include "desk/rescue.h"

#include "base/sha256.h"
#include "journal/line_file.h"

namespace hamer {

Rescue read_rescue(FileSystem& files, const std::filesystem::path& file, const StoredSession& stored) {
    Rescue rescue;
    auto lines = read_lines(files, file);
    // What is not read now is void once something else was recorded in its place; one error may not come back.
    if (!lines) lines = read_lines(files, file);
    if (!lines) return rescue;
    const std::uint64_t journaled = stored.journal.records.size();
    for (const std::string& line : lines->lines) {
        auto kept = read_rescue_line(line);
        if (!kept || kept->seq != journaled + rescue.waiting.size() + 1) continue;
        auto entry =
            decode(kept->seq, kept->entry.payload, read_private_texts(kept->entry.private_lines), file.string());
        if (!entry) continue;
        const auto* opened = entry->as<SessionOpened>();
        if (opened && opened->procedure_sha256 != sha256_hex(stored.procedure_text)) return {};
        rescue.waiting.push_back({std::move(kept->entry), *std::move(entry)});
    }
    return rescue;
}

}  // namespace hamer
