#include "service/store/draft_folder.h"

#include "base/attempt.h"
#include "base/mutex.h"
#include "base/sha256.h"
#include "codec/record/draft_json.h"
#include "journal/durable.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::string_view without_record = "new";
constexpr std::string_view suffix = ".json";
constexpr std::string_view aside_suffix = ".broken";

// One at a time: the window's thread for drafts, and the clerk's that erases.
Mutex& turn() {
    static Mutex mutex;
    return mutex;
}

bool is_file_name(const std::string& id) {
    return id != without_record && id.size() <= 120 && std::ranges::all_of(id, [](char each) {
               return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
                      each == '-' || each == '_';
           });
}

}  // namespace

std::filesystem::path drafts_folder(const std::filesystem::path& data) { return data / "drafts"; }

std::filesystem::path draft_file(const std::filesystem::path& data, const std::string& record) {
    std::string name(without_record);
    if (!record.empty()) name = is_file_name(record) ? record : "id-" + sha256_hex(record);
    return drafts_folder(data) / (name + std::string(suffix));
}

Result<std::optional<Draft>> find_draft(FileSystem& files, const std::filesystem::path& data,
                                        const std::string& record) {
    const MutexLock hold(turn());
    const auto path = draft_file(data, record);
    ASSIGN_OR_RETURN(const auto text, files.read(path));
    if (!text) return std::optional<Draft>();
    auto draft = read_draft(*text, path.string());
    if (draft && draft->record == record) return std::optional(*std::move(draft));
    auto aside = path;
    aside += aside_suffix;
    RETURN_IF_ERROR(without_value(keep_copy(files, aside, *text)));
    RETURN_IF_ERROR(files.remove(path));
    if (draft) {
        return fail(ErrorKind::Storage, path.string(),
                    LocalText{"dit is een concept van een ander dossier", "this is a draft of another record"},
                    {"Het staat nu in " + aside.string(), "It is in " + aside.string() + " now"}, Trouble::Damaged);
    }
    return tl::unexpected<Error>(draft.error());
}

Status keep_draft(FileSystem& files, const std::filesystem::path& data, const Draft& draft) {
    const MutexLock hold(turn());
    RETURN_IF_ERROR(files.make_own_folder(drafts_folder(data)));
    return replace_file(files, draft_file(data, draft.record), write_draft(draft));
}

std::vector<std::filesystem::path> damaged_drafts(FileSystem& files, const std::filesystem::path& data) {
    std::vector<std::filesystem::path> found;
    for (const std::string& name : files.list(drafts_folder(data)).value_or(std::vector<std::string>{})) {
        if (name.find(aside_suffix) != std::string::npos) found.push_back(drafts_folder(data) / name);
    }
    return found;
}

Status remove_draft(FileSystem& files, const std::filesystem::path& data, const std::string& record) {
    const MutexLock hold(turn());
    const auto path = draft_file(data, record);
    std::vector<std::filesystem::path> all = damaged_drafts(files, data);
    const std::string aside = path.filename().string() + std::string(aside_suffix);
    std::erase_if(all, [&](const auto& one) { return !one.filename().string().starts_with(aside); });
    ASSIGN_OR_RETURN(const auto there, files.look(path));
    if (there) all.push_back(path);
    if (all.empty()) return {};
    for (const auto& one : all) {
        RETURN_IF_ERROR(files.remove(one));
    }
    return files.sync_folder(drafts_folder(data));
}

Result<std::vector<std::string>> records_with_draft(FileSystem& files, const std::filesystem::path& data) {
    const auto folder = drafts_folder(data);
    ASSIGN_OR_RETURN(const auto there, files.look(folder));
    std::vector<std::string> found;
    if (!there) return found;
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    for (const std::string& name : names) {
        if (!name.ends_with(suffix)) continue;
        std::string id = name.substr(0, name.size() - suffix.size());
        if (id != without_record) found.push_back(std::move(id));
    }
    return found;
}

}  // namespace hamer
