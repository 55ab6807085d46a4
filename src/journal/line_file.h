// A side file of lines (`private.jsonl`): durable, added to at its end, without a chain.
//
// A last line without a newline was never acknowledged: it is not read as a line, and the next line begins after a
// newline of its own, so the remnant stays a line by itself. Readers therefore meet lines that are not what they look
// for, and skip them.
#pragma once

#include "platform/files.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class LineFile {
  public:
    // Opens the file, or makes it (durable before the first line is).
    [[nodiscard]] static Result<LineFile> open(FileSystem& files, const std::filesystem::path& path);

    // Adds lines in one write, and syncs. After a failure this object writes no more; open the file again.
    // A line has no newline or zero byte of its own; one that has is refused, without further consequences.
    [[nodiscard]] Status append_lines(std::span<const std::string> lines);
    [[nodiscard]] Status append_line(const std::string& line) { return append_lines({&line, 1}); }

    [[nodiscard]] bool broken() const { return broken_; }

  private:
    LineFile(std::unique_ptr<File> file, bool ends_inside_line);

    std::unique_ptr<File> file_;
    bool ends_inside_line_;
    bool broken_ = false;
};

struct FileLines {
    std::vector<std::string> lines;   // without newlines; empty ones left out
    std::optional<std::string> torn;  // what stands after the last newline, if anything
};

// The lines in the bytes of such a file, from the beginning of one on.
[[nodiscard]] FileLines lines_in(std::string_view bytes);
// A missing file has no lines.
[[nodiscard]] Result<FileLines> read_lines(FileSystem& files, const std::filesystem::path& path);

}  // namespace hamer
