#include "service/meeting/procedure_shelf.h"

#include "codec/procedure/offered_json.h"
#include "service/store/stray_files.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hamer {

namespace {

std::optional<OfferedProcedure> read_one(FileSystem& files, const std::filesystem::path& file) {
    // Its state first: what is too large is not read at all.
    const auto state = files.look(file);
    if (!state || !*state || (*state)->size > largest_procedure) return std::nullopt;
    auto text = files.read(file);
    if (!text || !*text) return std::nullopt;
    const auto head = read_procedure_head(**text, file.string());
    if (!head) return std::nullopt;
    return OfferedProcedure{file.string(), **std::move(text), head->id, head->title, head->meetings};
}

}  // namespace

bool OfferedProcedure::is_for(MeetingKind kind) const {
    return meetings.empty() || std::ranges::find(meetings, kind) != meetings.end();
}

std::vector<OfferedProcedure> procedures_beside(FileSystem& files, const std::filesystem::path& file) {
    std::vector<OfferedProcedure> found;
    const auto names = files.list(file.parent_path());
    if (!names) return found;
    std::size_t count = 0;
    for (const std::string& name : *names) {
        if (!name.ends_with(".json") || is_stray(name) || name == file.filename()) continue;
        if (count++ == most_procedures) break;
        auto one = read_one(files, file.parent_path() / name);
        if (!one || std::ranges::find(found, one->id, &OfferedProcedure::id) != found.end()) continue;
        found.push_back(*std::move(one));
    }
    return found;
}

}  // namespace hamer
