// Journals to test with.
#pragma once

#include "journal/recovery.h"
#include "memory_file_system.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hamer {

// The session's folder on the disk in memory.
inline const std::filesystem::path session_folder = "sessions/s";

// Payloads as a meeting gives them: Dutch, with accents, a euro sign and an emoji.
[[nodiscard]] std::vector<std::string> sample_payloads();

// The bytes of a segment that holds these payloads after `after`.
[[nodiscard]] std::string segment_of(const std::vector<std::string>& payloads, Position after = {});

// The lines of a segment, each with its newline.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& segment);
[[nodiscard]] std::string joined(const std::vector<std::string>& lines);
// The index of the line that the byte at `offset` is in, and where that line begins.
struct Place {
    std::size_t line;
    std::size_t begin;
};
[[nodiscard]] Place place_in(const std::vector<std::string>& lines, std::size_t offset);

// What reading these segments (journal, journal.2 …) says.
[[nodiscard]] JournalContents read_segments(const std::vector<std::string>& segments);
[[nodiscard]] std::vector<std::string> payloads_of(const JournalContents& contents);

// Opens for writing as the program does.
struct Opened {
    JournalContents contents;
    Recovery recovery;
    Writer writer;
};
[[nodiscard]] Result<Opened> open_session(FileSystem& files, const std::filesystem::path& folder = session_folder);

// A folder on the real disk that goes when the test ends.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace hamer
