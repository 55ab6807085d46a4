// A disk in memory that tells written from durable, and that can fail or die at any call.
//
// Every operation that a real system could refuse counts as one call, from 1. What is written lives in the page cache
// until the file is synced; a name lives there until its folder is synced. power_cut() and lose_power() decide what is
// left of the cache. The first part of a path is the disk: each can be full by itself.
#pragma once

#include "platform/files.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace hamer {

enum class Mishap {
    None,
    InputOutputError,  // the call fails; of a failed sync the data never reaches the disk, whatever later syncs say
    FullDisk,          // a write takes half, then every write on that disk fails until there is space again
    ShortWrite,        // a write takes half of the bytes and says so; other calls are not affected
    Interrupted,       // EINTR, once; nothing done
    Death,             // the process dies: half of a write is done, everything after it fails
};

// What a cut of the power leaves of what was not synced.
enum class Survives {
    Everything,  // only the process died
    Nothing,
    Half,        // half of the bytes, all names
    LengthOnly,  // half of the bytes, and zeros for the rest
};

class MemoryFileSystem final : public FileSystem {
  public:
    struct Inode {
        std::string bytes;
        std::string durable;
        std::vector<std::size_t> lost;  // bytes of which the sync failed: later syncs pass, and leave zeros there
        bool shrunk = false;            // was cut since it was synced
    };

    // The call-th from now on. Several may be planned.
    void fail_at_call(std::size_t call, Mishap mishap);
    void fill(const Path& disk);  // until free_space() or a power cut
    void free_space();
    void power_cut(Survives survives);  // also ends the death, and the plan
    // The same, with what a real disk may do to all that was not synced: each 512-byte sector has been written, or not,
    // or in part, whatever came of the others; a file may have grown by any part, with zeros where nothing was written;
    // each name that was made, changed or removed may have been or not.
    void lose_power(std::mt19937& random);
    [[nodiscard]] bool dead() const;
    [[nodiscard]] bool full() const;
    // A disk with what is durable at this moment, and nothing else.
    [[nodiscard]] MemoryFileSystem durable_copy() const;
    // Comes before each call, on the thread that makes it. Set it while nobody calls.
    std::function<void()> before_call;
    [[nodiscard]] std::size_t calls() const { return calls_; }
    // Of those, the ones that could change anything: opening to write, writing, syncing, renaming, locking.
    [[nodiscard]] std::size_t changing_calls() const { return changing_calls_; }
    [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }

    // Straight to the disk, without counting: for arranging and looking.
    void put(const Path& path, std::string_view bytes);
    [[nodiscard]] std::string get(const Path& path) const;
    [[nodiscard]] bool exists(const Path& path) const { return names_.contains(path.generic_string()); }

    [[nodiscard]] Result<std::unique_ptr<File>> open_to_append(const Path& path) override;
    [[nodiscard]] Result<std::unique_ptr<File>> create(const Path& path) override;
    [[nodiscard]] Result<std::optional<std::string>> read(const Path& path) override;
    [[nodiscard]] Result<std::optional<std::string>> read_from(const Path& path, std::uint64_t offset) override;
    [[nodiscard]] Result<std::optional<FileState>> look(const Path& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& folder) override;
    [[nodiscard]] Status make_folder(const Path& folder) override;
    [[nodiscard]] Status make_own_folder(const Path& folder) override;
    [[nodiscard]] Status sync_folder(const Path& folder) override;
    [[nodiscard]] Status write_again(const Path& path, std::uint64_t offset, std::string_view bytes) override;
    [[nodiscard]] Status rename(const Path& from, const Path& to) override;
    [[nodiscard]] Status remove(const Path& path) override;
    [[nodiscard]] Result<std::unique_ptr<Lock>> lock(const Path& path) override;

  private:
    friend class MemoryFile;
    friend class MemoryLock;
    enum class Call { Read, Write, Sync, Change };
    // The errno that this call gets, 0 for none; `mishap` is what happens to it.
    int begin_call(Call kind, const Path& path, Mishap& mishap);
    Status check(Call kind, const Path& path);

    // Each call is one step, also when the desk's recorder and the test call at the same time. A copy has its own.
    struct Mutex : std::mutex {
        Mutex() = default;
        Mutex(const Mutex&) : std::mutex() {}
        Mutex& operator=(const Mutex&) { return *this; }
    };
    using Guard = std::lock_guard<std::mutex>;
    class Turn {
      public:
        explicit Turn(MemoryFileSystem& disk) : guard_(announced(disk)) {}

      private:
        static Mutex& announced(MemoryFileSystem& disk) {
            if (disk.before_call) disk.before_call();
            return disk.mutex_;
        }
        Guard guard_;
    };

    using Names = std::map<std::string, std::shared_ptr<Inode>>;
    // A name that was given to a file, or taken away (no file), in the cache only.
    struct Naming {
        std::string name;
        std::shared_ptr<Inode> inode;
        std::string from;  // of a rename: the name that the file had
    };
    void name(const Naming& naming);
    static void put_on_disk(Inode& inode);
    static void apply(Names& names, const Naming& naming);
    mutable Mutex mutex_;
    Names names_;
    Names durable_names_;
    std::vector<Naming> namings_;  // not synced, in order
    std::set<std::string> locked_;
    std::size_t calls_ = 0;
    std::size_t changing_calls_ = 0;
    std::size_t bytes_read_ = 0;
    std::map<std::size_t, Mishap> plan_;
    std::set<std::string> full_;
    bool dead_ = false;
};

}  // namespace hamer
