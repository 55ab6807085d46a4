#include "service/keep/notes_shelf.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "journal/durable.h"

namespace hamer {

namespace {

constexpr std::string_view ending = ".json";

}  // namespace

// All or nothing: what was erased must not come back because its name could not be read.
Status NotesShelf::read_all() {
    if (is_read_) return {};
    ASSIGN_OR_RETURN(const auto there, files_.look(folder_));
    std::vector<std::string> names;
    if (there) {
        ASSIGN_OR_RETURN(names, files_.list(folder_));
    }
    std::map<std::string, KeptNotes> all;
    for (const std::string& name : names) {
        const std::string session = name.substr(0, name.size() - std::min(name.size(), ending.size()));
        if (!name.ends_with(ending) || !is_session_id(session)) continue;
        const auto path = folder_ / name;
        ASSIGN_OR_RETURN(const auto text, files_.read(path));
        if (!text) continue;
        ASSIGN_OR_RETURN(all[session], read_kept_notes(*text, path.string()));
    }
    notes_ = std::move(all);
    is_read_ = true;
    return {};
}

Result<KeptNotes> NotesShelf::of(const std::string& session) {
    RETURN_IF_ERROR(read_all());
    const auto found = notes_.find(session);
    return found == notes_.end() ? KeptNotes{} : found->second;
}

Status NotesShelf::keep(const std::string& session, KeptNotes notes) {
    RETURN_IF_ERROR(read_all());
    RETURN_IF_ERROR(files_.make_folder(folder_));
    RETURN_IF_ERROR(replace_file(files_, folder_ / (session + std::string(ending)), write_kept_notes(notes)));
    notes_[session] = std::move(notes);
    return {};
}

Result<std::vector<LinkErase>> NotesShelf::owed(const std::string& device) {
    RETURN_IF_ERROR(read_all());
    std::vector<LinkErase> all;
    for (const auto& [session, notes] : notes_) {
        for (const OwedTexts& one : notes.owed) {
            if (one.device == device) all.push_back({session, one.id, one.texts});
        }
    }
    return all;
}

Status NotesShelf::settled(const std::string& device, const std::string& id) {
    RETURN_IF_ERROR(read_all());
    for (const auto& [session, notes] : notes_) {
        KeptNotes left = notes;
        const auto gone =
            std::erase_if(left.owed, [&](const OwedTexts& one) { return one.device == device && one.id == id; });
        if (gone > 0) return keep(session, std::move(left));
    }
    return {};
}

}  // namespace hamer
