// One course of a session as a keeper has it: a session folder like any other, open to be added to.
//
// It holds the folder's lock. What it says yes to is durable and can be found. After a failure of the system it is
// broken: let it go and open it again, which finds what came of it and makes it whole. One thread.
#pragma once

#include "journal/line_file.h"
#include "journal/reader.h"
#include "journal/writer.h"
#include "link/kept_sessions.h"
#include "record/session_origin.h"

#include <array>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hamer {

class CourseFolder {
  public:
    // Nothing where there is no such folder. Refused where another program has it open, or where it is a session of
    // this device's own. Cuts off a torn end and keeps it, and drops texts of lines that did not come: they come again.
    [[nodiscard]] static Result<std::unique_ptr<CourseFolder>> open(FileSystem& files,
                                                                    const std::filesystem::path& folder);
    // Makes the folder with its procedure and its origin, all of it or nothing. `aside` is for what is not whole yet.
    [[nodiscard]] static Status make(FileSystem& files, const std::filesystem::path& folder,
                                     const std::filesystem::path& aside, const std::string& procedure,
                                     const SessionOrigin& origin);

    [[nodiscard]] const Position& head() const { return head_; }
    [[nodiscard]] bool has_procedure() const { return has_procedure_; }
    [[nodiscard]] bool is_put_away() const { return is_put_away_; }
    [[nodiscard]] std::optional<std::string> hash_of(std::uint64_t seq) const;
    // Whether it is still where it was, and written by nobody else.
    [[nodiscard]] Status look();

    [[nodiscard]] Status put_procedure(const std::string& text);
    [[nodiscard]] Status append(const Position& after, std::span<const CheckedLine> lines);
    [[nodiscard]] Result<std::vector<LinkLine>> lines(std::uint64_t first);
    [[nodiscard]] Status erase(std::span<const LinkTextName> texts);

  private:
    // Where a line is. Its hash as its digits, without the room that a string takes.
    struct Place {
        std::array<char, 64> hash{};
        std::uint32_t segment = 1;
        std::uint64_t offset = 0;
        std::size_t size = 0;  // with its newline
    };

    CourseFolder(FileSystem& files, std::filesystem::path folder, std::unique_ptr<Lock> lock)
        : files_(files), folder_(std::move(folder)), lock_(std::move(lock)) {}
    [[nodiscard]] Status begin();
    [[nodiscard]] Status keep_texts(const std::function<bool(const std::string& line)>& stays);
    void added(const Position& at, std::string_view line, std::vector<std::string> texts);
    [[nodiscard]] Result<std::string> read_line(const Place& place);
    using PrivateTextLines = std::map<std::uint64_t, std::vector<std::string>>;
    [[nodiscard]] Result<PrivateTextLines> texts_by_line();

    FileSystem& files_;
    std::filesystem::path folder_;
    std::unique_ptr<Lock> lock_;
    std::optional<Writer> writer_;
    std::optional<LineFile> texts_;  // since the first that was added
    std::vector<Place> places_;      // of line 1, 2, …
    Position head_;
    std::uint64_t end_ = 0;        // of the last segment
    std::deque<LinkLine> latest_;  // the last lines, for who reads along
    bool has_procedure_ = false;
    bool is_put_away_ = false;
};

}  // namespace hamer
