// The lines of this device's own session for the link, read back from its folder while it is written.
//
// Only what the recorder said to be durable is given (docs/link.md, "Lines"): while the disk fails, what waits in
// memory and in the second place is not here. Only what was added is read, save after a new segment or an erasing. One
// thread, which is not the window's: read() asks the disk.
#pragma once

#include "journal/reader.h"
#include "link/own_lines.h"
#include "platform/files.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class OwnSession final : public OwnLines {
  public:
    // Has no lines before the first read().
    OwnSession(FileSystem& files, std::filesystem::path folder);

    // `durable` is the last line that is (Recorder::head). After a failure, or where the folder does not have it, this
    // is as it was before.
    [[nodiscard]] Status read(const Position& durable);

    [[nodiscard]] Position head() const override { return head_; }
    [[nodiscard]] Position at(std::uint64_t seq) const override;
    [[nodiscard]] std::string line(std::uint64_t seq) const override;
    [[nodiscard]] std::vector<std::string> texts(std::uint64_t seq) const override;
    [[nodiscard]] std::string procedure() const override { return procedure_; }

  private:
    using Texts = std::map<std::uint64_t, std::vector<std::string>>;
    [[nodiscard]] Status read_on_to(const Position& durable);
    [[nodiscard]] Status read_texts();
    [[nodiscard]] static bool has(const JournalContents& journal, const Position& place);

    FileSystem& files_;
    std::filesystem::path folder_;
    std::string procedure_;
    JournalContents journal_;
    Texts texts_;
    std::optional<FileState> texts_seen_;
    Position head_;
};

}  // namespace hamer
