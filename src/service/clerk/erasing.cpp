#include "service/clerk/erasing.h"

#include "base/attempt.h"
#include "codec/record/record_texts.h"
#include "journal/durable.h"
#include "journal/line_file.h"
#include "service/store/papers.h"
#include "service/store/stray_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <vector>

namespace hamer {

namespace {

constexpr const char* private_name = "private.jsonl";

// In which of the session's files some of the texts still are.
Result<std::vector<LocalText>> still_there(FileSystem& files, const StoredSession& stored,
                                           const std::vector<TypedText>& gone) {
    const std::filesystem::path& folder = stored.folder;
    std::vector<LocalText> left;
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    for (const std::string& name : names) {
        if (name == "procedure.json") continue;  // the municipality's own words
        const auto bytes = files.read(folder / name);
        // A folder that another program put there.
        if (!bytes && is_stray_in_session(name)) continue;
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        if (!*bytes) continue;
        std::set<std::uint64_t> entries;
        for (const TypedText& one : gone) {
            if (is_telling(one.text) && stands_in(**bytes, one.text)) entries.insert(one.seq);
        }
        if (entries.empty()) continue;
        std::string numbers;
        for (const std::uint64_t seq : entries) numbers += (numbers.empty() ? "" : ", ") + std::to_string(seq);
        const std::string where = (folder / name).string();
        if (!segment_number(name) && !name.starts_with("journal.torn-")) {
            left.push_back({fmt::format("{}: er staat nog een gewiste tekst in. Wis nog eens", where),
                            fmt::format("{}: still holds a text that was erased. Erase once more", where)});
            continue;
        }
        left.push_back(
            {fmt::format("{}: een oudere Hamer schreef hier teksten in het open, bij regel {}. Ze kunnen er niet uit "
                         "zonder het logboek te breken. `hamer erase {} --yes --with-journal` wist ook het logboek",
                         where, numbers, stored.id),
             fmt::format(
                 "{}: an older Hamer wrote texts here in the open, at entry {}. They cannot go without breaking "
                 "the log. `hamer erase {} --yes --with-journal` erases the log too",
                 where, numbers, stored.id)});
    }
    return left;
}

}  // namespace

std::vector<TypedText> typed_texts(const Session& session, const Municipality& municipality) {
    std::vector<TypedText> typed;
    EntryEncoder encoder(session.procedure(), municipality, fresh_salt);
    for (const Entry& entry : session.entries()) {
        for (const auto& [place, kept] : read_private_texts(encoder.encode(entry).private_lines)) {
            if (kept.text != erased_text) typed.push_back({place.first, place.second, kept.text});
        }
    }
    return typed;
}

bool is_of_others(std::string_view name) { return name.starts_with("meeting.") || name == "actor"; }

Result<std::unique_ptr<Lock>> keep_closed(FileSystem& files, const std::filesystem::path& folder) {
    ASSIGN_OR_RETURN(const auto there, files.look(folder));
    if (!there) return std::unique_ptr<Lock>();
    auto lock = lock_folder(files, folder);
    if (lock) return lock;
    if (lock.error().kind != ErrorKind::Refused) return tl::unexpected<Error>(lock.error());
    return fail(ErrorKind::Refused, folder.string(),
                LocalText{"deze vergadering is nog open in een venster van Hamer",
                          "this meeting is still open in a window of Hamer"},
                {"Berg haar eerst op, en wis daarna", "Put it away first, then erase"}, Trouble::InUse);
}

Result<Erasure> erase_texts(FileSystem& files, const StoredSession& stored, const Municipality& municipality,
                            const ErasedTexts& erased) {
    const auto path = stored.folder / private_name;
    std::vector<TypedText> gone;
    std::set<std::string> staying;
    for (TypedText& one : typed_texts(stored.session, municipality)) {
        if (erased(one.seq, one.name, one.text))
            gone.push_back(std::move(one));
        else
            staying.insert(std::move(one.text));
    }
    ASSIGN_OR_RETURN(const auto lines, read_lines(files, path));
    std::string kept;
    for (const std::string& line : lines.lines) {
        const PrivateTexts texts = read_private_texts({line});
        // What cannot be read belongs to no entry; it may still hold words.
        if (texts.empty()) continue;
        const auto& [place, text] = *texts.begin();
        if (!erased(place.first, place.second, text.text)) kept += line + "\n";
    }
    ASSIGN_OR_RETURN(const auto there, files.look(path));
    if (!there) {
        // Nothing was typed, or it is gone already.
    } else if (kept.empty()) {
        RETURN_IF_ERROR(files.remove(path));
        RETURN_IF_ERROR(files.sync_folder(stored.folder));
    } else if (auto put = replace_file(files, path, kept); !put) {
        return tl::unexpected<Error>(put.error());
    }
    std::erase_if(gone, [&](const TypedText& one) { return staying.contains(one.text); });
    ASSIGN_OR_RETURN(auto left, still_there(files, stored, gone));
    return Erasure{gone.size(), std::move(left)};
}

Status erase_session_folder(FileSystem& files, const std::filesystem::path& folder) {
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    for (const std::string& name : names) {
        RETURN_IF_ERROR(files.remove(folder / name));
    }
    RETURN_IF_ERROR(files.remove(folder));
    return files.sync_folder(folder.parent_path());
}

Status erase_reports(FileSystem& files, const std::filesystem::path& data, const std::string& record) {
    const auto reports = std::filesystem::absolute(data / "reports").lexically_normal();
    ASSIGN_OR_RETURN(const auto there, files.look(reports));
    if (!there) return {};
    ASSIGN_OR_RETURN(const auto made, papers(files, data));
    ASSIGN_OR_RETURN(const auto names, files.list(reports));
    bool any = false;
    for (const std::string& name : names) {
        const auto file = reports / name;
        const auto paper = std::ranges::find(made, file.string(), &Paper::file);
        // An older Hamer called them by their record.
        const bool is_of_it = paper != made.end() ? paper->record == record : name.starts_with(record + "-r");
        if (!is_of_it) continue;
        RETURN_IF_ERROR(files.remove(file));
        any = true;
        if (paper == made.end()) continue;
        RETURN_IF_ERROR(remove_paper(files, data, *paper));
    }
    return any ? files.sync_folder(reports) : Status{};
}

}  // namespace hamer
