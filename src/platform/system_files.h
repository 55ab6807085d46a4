// The files of this system. Stateless: any number of them may be made, each by who uses it; what holds is in
// platform/files.h.
#pragma once

#include "platform/files.h"

namespace hamer {

class SystemFiles final : public FileSystem {
  public:
    [[nodiscard]] Result<std::unique_ptr<File>> open_to_append(const Path& path) override;
    [[nodiscard]] Result<std::unique_ptr<File>> create(const Path& path) override;
    [[nodiscard]] Result<std::optional<std::string>> read(const Path& path) override;
    [[nodiscard]] Result<std::optional<std::string>> read_from(const Path& path, std::uint64_t offset) override;
    [[nodiscard]] Result<std::optional<std::size_t>> read_into(const Path& path, std::uint64_t offset,
                                                               std::span<char> into) override;
    [[nodiscard]] Result<std::optional<FileState>> look(const Path& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& folder) override;
    [[nodiscard]] Status make_folder(const Path& folder) override;
    [[nodiscard]] Status make_own_folder(const Path& folder) override;
    [[nodiscard]] Status sync_folder(const Path& folder) override;
    [[nodiscard]] Status write_again(const Path& path, std::uint64_t offset, std::string_view bytes) override;
    [[nodiscard]] Status rename(const Path& from, const Path& to) override;
    [[nodiscard]] Status remove(const Path& path) override;
    // Refuses a second writer in the same process too.
    [[nodiscard]] Result<std::unique_ptr<Lock>> lock(const Path& path) override;
};

}  // namespace hamer
