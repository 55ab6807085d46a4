#include "service/store/papers.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "codec/record/paper_json.h"
#include "journal/line_file.h"

#include <algorithm>

namespace hamer {

namespace {

std::filesystem::path list_in(const std::filesystem::path& data) { return data / "papers.jsonl"; }

Status add_line(FileSystem& files, const std::filesystem::path& data, const Paper& paper) {
    ASSIGN_OR_RETURN(auto list, LineFile::open(files, list_in(data)));
    return list.append_line(write_paper_line(paper));
}

}  // namespace

Result<PutPaper> put_paper(FileSystem& files, const std::filesystem::path& data, Paper paper, std::string_view bytes,
                           const std::function<Status()>& write) {
    paper.file = std::filesystem::absolute(paper.file).lexically_normal().string();
    paper.sha256 = sha256_hex(bytes);
    const Status noted = add_line(files, data, paper);
    if (auto written = write(); !written) {
        // Where that fails too it stays in the list as a file that is not there.
        if (noted) [[maybe_unused]]
            const Status forgotten = add_line(files, data, {.file = paper.file});
        return tl::unexpected<Error>(written.error());
    }
    return PutPaper{noted ? std::optional<Error>() : noted.error()};
}

Result<std::vector<Paper>> papers(FileSystem& files, const std::filesystem::path& data, std::size_t* unread) {
    ASSIGN_OR_RETURN(const auto lines, read_lines(files, list_in(data)));
    std::vector<Paper> all;
    if (unread != nullptr) *unread = lines.torn ? 1 : 0;
    for (const std::string& line : lines.lines) {
        const auto paper = read_paper_line(line);
        if (!paper && unread != nullptr) ++*unread;
        if (!paper) continue;
        std::erase_if(all, [&](const Paper& one) { return one.file == paper->file; });
        if (!paper->sha256.empty()) all.push_back(*paper);
    }
    return all;
}

Status mark_stale(FileSystem& files, const std::filesystem::path& data, const std::string& record,
                  const std::string& session) {
    ASSIGN_OR_RETURN(const auto all, papers(files, data));
    for (Paper paper : all) {
        const bool is_of_it = (!record.empty() && paper.record == record) ||
                              (!session.empty() && !paper.session.empty() && paper.session == session);
        if (!is_of_it || paper.stale) continue;
        paper.stale = true;
        RETURN_IF_ERROR(add_line(files, data, paper));
    }
    return {};
}

Result<PaperState> state_of(FileSystem& files, const Paper& paper) {
    ASSIGN_OR_RETURN(const auto bytes, files.read(paper.file));
    if (!bytes) return PaperState::Gone;
    return sha256_hex(*bytes) == paper.sha256 ? PaperState::There : PaperState::Changed;
}

Status remove_paper(FileSystem& files, const std::filesystem::path& data, const Paper& paper) {
    ASSIGN_OR_RETURN(const auto state, state_of(files, paper));
    if (state == PaperState::Changed) {
        return fail(
            ErrorKind::Refused, paper.file,
            LocalText{"dit bestand is veranderd sinds Hamer het maakte", "this file was changed since Hamer made it"},
            {"Kijk zelf wat erin staat, en wis het daar", "Look what is in it, and erase it there"}, Trouble::NotNow);
    }
    if (state == PaperState::There) {
        const std::filesystem::path file = paper.file;
        RETURN_IF_ERROR(files.remove(file));
        RETURN_IF_ERROR(files.sync_folder(file.parent_path()));
    }
    return add_line(files, data, {.file = paper.file});
}

}  // namespace hamer
