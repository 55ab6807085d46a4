// An open file that is added to, and what is common to all opening of files.
//
// While Hamer writes in a file, other programs may read it and no more: Windows refuses them to change, move, remove or
// replace it, or to rename a folder above it. What asks for that may still come first, as a virus scanner does: it is
// waited for, a second at most.
#pragma once

#include "platform/files.h"
#include "platform/windows/system.h"

#include <filesystem>
#include <string>

namespace hamer {

// Which file it is: volume and number on it.
struct FileIdentity {
    std::uint64_t volume = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const FileIdentity&) const = default;
};

// What an open handle says of its file; with an error number where it says nothing.
struct Seen {
    FileIdentity identity{};
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;  // since 1970
    bool is_folder = false;
    bool is_link = false;  // it leads elsewhere: a symbolic link or a junction
    bool is_device = false;
    int error = 0;
};
[[nodiscard]] Seen look_at(HANDLE open);

// The calls of one opening. `sharing`: what others may do meanwhile.
struct Opening {
    DWORD access = GENERIC_READ;
    DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    DWORD disposition = OPEN_EXISTING;
    DWORD flags = FILE_ATTRIBUTE_NORMAL;
    SECURITY_ATTRIBUTES* attributes = nullptr;
};
// Tries again, for a second, while another program has it open in a way that does not go together with this. Not valid,
// with GetLastError, where it cannot be opened.
[[nodiscard]] Handle open_patiently(const std::wstring& name, const Opening& opening);
// The same for a call that gives false with GetLastError.
[[nodiscard]] bool do_patiently(bool (*call)(const std::wstring& one, const std::wstring& other),
                                const std::wstring& one, const std::wstring& other = {});

// What is opened is the thing of that name itself: a link is refused (ERROR_CANT_RESOLVE_FILENAME), while what only
// stands elsewhere on the disk, as OneDrive and deduplication have it, is not one.
[[nodiscard]] Handle open_without_links(const std::wstring& name, Opening opening);

class WindowsFile final : public File {
  public:
    // `name`: as the system takes it (names.h).
    WindowsFile(std::filesystem::path path, std::wstring name, const Seen& found, Handle open);

  protected:
    Written write_some(std::string_view bytes) override;
    int sync_data() override;
    int cut(std::uint64_t size) override;
    Standing standing() override;

  private:
    std::wstring name_;
    FileIdentity identity_;
    Handle open_;
};

}  // namespace hamer
