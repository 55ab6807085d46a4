#include "journal/line_file.h"

#include "base/attempt.h"

namespace hamer {

namespace {

// What a failed sync dropped can be zeros after a power cut, its newline included; the line that was written next then
// stands behind them.
std::string_view without_lost_bytes(std::string_view line) {
    const std::size_t zero = line.rfind('\0');
    return zero == std::string_view::npos ? line : line.substr(zero + 1);
}

}  // namespace

LineFile::LineFile(std::unique_ptr<File> file, bool ends_inside_line)
    : file_(std::move(file)), ends_inside_line_(ends_inside_line) {}

Result<LineFile> LineFile::open(FileSystem& files, const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const auto bytes, files.read(path));
    ASSIGN_OR_RETURN(auto file, bytes.has_value() ? files.open_to_append(path) : files.create(path));
    RETURN_IF_ERROR(file->sync());
    RETURN_IF_ERROR(files.sync_folder(path.parent_path()));
    const bool ends_inside_line = bytes.has_value() && !bytes->empty() && bytes->back() != '\n';
    return LineFile(std::move(file), ends_inside_line);
}

Status LineFile::append_lines(std::span<const std::string> lines) {
    const std::string where = file_->path().string();
    if (broken_)
        return fail(ErrorKind::Storage, where, "an earlier write failed, so nothing more is written here", {},
                    Trouble::Disk);
    std::string bytes = ends_inside_line_ ? "\n" : "";
    for (const std::string& line : lines) {
        if (line.empty() || line.find_first_of(std::string_view("\n\0", 2)) != std::string_view::npos) {
            return fail(ErrorKind::Usage, where, "expected one line of text");
        }
        bytes += line;
        bytes += '\n';
    }
    Status done = file_->write(bytes);
    if (done) done = file_->sync();
    if (done) done = file_->check_name();
    broken_ = !done;
    ends_inside_line_ = false;
    return done;
}

FileLines lines_in(std::string_view bytes) {
    FileLines read;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) {
            read.torn = bytes;
            break;
        }
        const std::string_view line = without_lost_bytes(bytes.substr(0, end));
        if (!line.empty()) read.lines.emplace_back(line);
        bytes.remove_prefix(end + 1);
    }
    return read;
}

Result<FileLines> read_lines(FileSystem& files, const std::filesystem::path& path) {
    ASSIGN_OR_RETURN(const auto bytes, files.read(path));
    return bytes.has_value() ? lines_in(*bytes) : FileLines{};
}

}  // namespace hamer
