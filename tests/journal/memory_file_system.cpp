#include "memory_file_system.h"

#include <cerrno>

namespace hamer {

class MemoryFile final : public File {
  public:
    MemoryFile(MemoryFileSystem& disk, std::filesystem::path path, std::shared_ptr<MemoryFileSystem::Inode> inode)
        : File(std::move(path)), disk_(disk), inode_(std::move(inode)) {}

  protected:
    Written write_some(std::string_view bytes) override {
        const MemoryFileSystem::Guard guard(disk_.mutex_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Write, mishap);
        const std::size_t half = bytes.size() / 2;
        if (mishap == Mishap::Death) inode_->bytes += bytes.substr(0, half);
        if (error != 0) return {0, error};
        const bool part = mishap == Mishap::ShortWrite || mishap == Mishap::FullDisk;
        const std::size_t count = part && half > 0 ? half : bytes.size();
        inode_->bytes += bytes.substr(0, count);
        return {count, 0};
    }
    int sync_data() override {
        const MemoryFileSystem::Guard guard(disk_.mutex_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Sync, mishap);
        if (error != 0 && disk_.dead_) return error;  // it was the process that died, not the disk
        if (error != 0) {
            for (std::size_t at = inode_->durable.size(); at < inode_->bytes.size(); ++at) inode_->lost.push_back(at);
            return error;
        }
        inode_->durable = inode_->bytes;
        for (const std::size_t at : inode_->lost) {
            if (at < inode_->durable.size()) inode_->durable[at] = '\0';
        }
        return 0;
    }
    int cut(std::uint64_t size) override {
        const MemoryFileSystem::Guard guard(disk_.mutex_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Change, mishap);
        if (error == 0) inode_->bytes.resize(size);
        if (error == 0) std::erase_if(inode_->lost, [&](std::size_t at) { return at >= size; });
        return error;
    }

  private:
    MemoryFileSystem& disk_;
    std::shared_ptr<MemoryFileSystem::Inode> inode_;
};

class MemoryLock final : public Lock {
  public:
    MemoryLock(MemoryFileSystem& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
    ~MemoryLock() override {
        const MemoryFileSystem::Guard guard(disk_.mutex_);
        disk_.locked_.erase(path_);
    }

  private:
    MemoryFileSystem& disk_;
    std::string path_;
};

void MemoryFileSystem::fail_at_call(std::size_t call, Mishap mishap) {
    const Guard guard(mutex_);
    mishap_at_ = calls_ + call;
    mishap_ = mishap;
}

void MemoryFileSystem::free_space() {
    const Guard guard(mutex_);
    full_ = false;
}

int MemoryFileSystem::begin_call(Call kind, Mishap& mishap) {
    ++calls_;
    if (kind != Call::Read) ++changing_calls_;
    if (dead_) return EIO;
    if (full_ && kind == Call::Write) return ENOSPC;
    if (calls_ != mishap_at_) return 0;
    mishap = mishap_;
    switch (mishap_) {
        case Mishap::None:
            return 0;
        case Mishap::InputOutputError:
            return EIO;
        case Mishap::FullDisk:
            full_ = true;
            return kind == Call::Change ? ENOSPC : 0;
        case Mishap::ShortWrite:
            return 0;
        case Mishap::Interrupted:
            return kind == Call::Write || kind == Call::Sync ? EINTR : 0;
        case Mishap::Death:
            dead_ = true;
            return EIO;
    }
    return 0;
}

Status MemoryFileSystem::check(Call kind, const Path& path) {
    const Guard guard(mutex_);
    Mishap mishap = Mishap::None;
    if (const int error = begin_call(kind, mishap)) return tl::unexpected(storage_error(path, "fails", error));
    return {};
}

void MemoryFileSystem::power_cut(Survives survives) {
    const Guard guard(mutex_);
    dead_ = full_ = false;
    mishap_ = Mishap::None;
    locked_.clear();
    if (survives == Survives::Everything) return;
    if (survives == Survives::Nothing) names_ = durable_names_;
    for (auto& [name, inode] : names_) {
        std::string left = inode->durable;
        const std::string& bytes = inode->bytes;
        // What a failed sync dropped is gone in every case; a cut that was not synced has happened or not.
        const bool grown = bytes.size() > left.size() && inode->lost.empty();
        const std::size_t half = grown ? (bytes.size() - left.size()) / 2 : 0;
        if (survives != Survives::Nothing && bytes.size() < left.size()) left = bytes;
        if (survives != Survives::Nothing && grown) left = bytes.substr(0, left.size() + half);
        if (survives == Survives::LengthOnly && grown) left.resize(bytes.size(), '\0');
        *inode = {left, left, {}};
    }
    durable_names_ = names_;
}

void MemoryFileSystem::put(const Path& path, std::string_view bytes) {
    const Guard guard(mutex_);
    names_[path.string()] = std::make_shared<Inode>(Inode{std::string(bytes), std::string(bytes), {}});
    durable_names_[path.string()] = names_[path.string()];
}

std::string MemoryFileSystem::get(const Path& path) const {
    const Guard guard(mutex_);
    const auto found = names_.find(path.string());
    return found == names_.end() ? std::string() : found->second->bytes;
}

Result<std::unique_ptr<File>> MemoryFileSystem::open_to_append(const Path& path) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    ++changing_calls_;
    const auto found = names_.find(path.string());
    if (found == names_.end()) return tl::unexpected(storage_error(path, "cannot be opened", ENOENT));
    return std::make_unique<MemoryFile>(*this, path, found->second);
}

Result<std::unique_ptr<File>> MemoryFileSystem::create(const Path& path) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Change, path); !fine) return tl::unexpected(fine.error());
    if (exists(path)) return tl::unexpected(storage_error(path, "cannot be made", EEXIST));
    names_[path.string()] = std::make_shared<Inode>();
    return std::make_unique<MemoryFile>(*this, path, names_[path.string()]);
}

Result<std::optional<std::string>> MemoryFileSystem::read(const Path& path) { return read_from(path, 0); }

Result<std::optional<std::string>> MemoryFileSystem::read_from(const Path& path, std::uint64_t offset) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    const auto found = names_.find(path.string());
    if (found == names_.end()) return std::optional<std::string>();
    const std::string& bytes = found->second->bytes;
    std::string read = bytes.substr(std::min<std::uint64_t>(offset, bytes.size()));
    bytes_read_ += read.size();
    return std::optional(std::move(read));
}

// A folder is there when anything is in it, and its state is told by the names.
Result<std::optional<FileState>> MemoryFileSystem::look(const Path& path) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    const auto found = names_.find(path.string());
    if (found != names_.end()) {
        return FileState{found->second->bytes.size(), reinterpret_cast<std::uintptr_t>(found->second.get()), 0};
    }
    std::string inside;
    for (const auto& [name, inode] : names_) {
        if (name.starts_with(path.string() + "/")) inside += name + "\n";
    }
    if (inside.empty()) return std::optional<FileState>();
    return FileState{0, std::hash<std::string>()(inside), 0};
}

Result<std::vector<std::string>> MemoryFileSystem::list(const Path& folder) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Read, folder); !fine) return tl::unexpected(fine.error());
    // A folder is known by what is in it, at any depth.
    std::set<std::string> names;
    const std::string inside = folder.string() + "/";
    for (const auto& [name, inode] : names_) {
        if (name.starts_with(inside))
            names.insert(name.substr(inside.size(), name.find('/', inside.size()) - inside.size()));
    }
    return std::vector<std::string>(names.begin(), names.end());
}

Status MemoryFileSystem::make_folder(const Path& folder) { return check(Call::Change, folder); }

Status MemoryFileSystem::make_own_folder(const Path& folder) { return check(Call::Change, folder); }

Status MemoryFileSystem::sync_folder(const Path& folder) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Sync, folder); !fine) return fine;
    const auto inside = [&](const auto& item) { return Path(item.first).parent_path() == folder; };
    std::erase_if(durable_names_, inside);
    for (const auto& item : names_) {
        if (inside(item)) durable_names_.insert(item);
    }
    return {};
}

Status MemoryFileSystem::rename(const Path& from, const Path& to) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Change, to); !fine) return fine;
    // A folder takes all that is in it along.
    Names moved;
    for (const auto& [name, inode] : names_) {
        const bool inside = name.starts_with(from.string() + "/");
        if (inside || name == from.string()) moved[name] = inode;
    }
    if (moved.empty()) return tl::unexpected(storage_error(from, "cannot be renamed", ENOENT));
    for (const auto& [name, inode] : moved) {
        names_.erase(name);
        names_[to.string() + name.substr(from.string().size())] = inode;
    }
    return {};
}

Status MemoryFileSystem::remove(const Path& path) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Change, path); !fine) return fine;
    names_.erase(path.string());
    return {};
}

Result<std::unique_ptr<Lock>> MemoryFileSystem::lock(const Path& path) {
    const Guard guard(mutex_);
    if (const Status fine = check(Call::Change, path); !fine) return tl::unexpected(fine.error());
    if (!locked_.insert(path.string()).second) return tl::unexpected(lock_held(path));
    return std::make_unique<MemoryLock>(*this, path.string());
}

}  // namespace hamer
