#include "memory_file_system.h"

#include <algorithm>
#include <cerrno>

namespace hamer {

namespace {

constexpr std::size_t sector = 512;

std::string disk_of(const std::filesystem::path& path) { return path.begin()->string(); }

// What a later sync puts on the disk: zeros where an earlier one failed.
std::string as_synced(const MemoryFileSystem::Inode& inode) {
    std::string bytes = inode.bytes;
    for (const std::size_t at : inode.lost) bytes[at] = '\0';
    return bytes;
}

// Each sector as it is in `now`, as it was in `before`, or the first of `now` and the rest of `before`.
std::string some_sectors(const std::string& before, const std::string& now, std::mt19937& random) {
    const std::size_t least = std::min(before.size(), now.size());
    const std::size_t most = std::max(before.size(), now.size());
    std::size_t size = random() % 2 == 0 ? before.size() : now.size();
    if (random() % 4 == 0) size = least + random() % (most - least + 1);
    const bool all = random() % 4 == 0;
    std::string left = before;
    left.resize(size, '\0');
    for (std::size_t at = 0; at < size; at += sector) {
        const std::size_t end = std::min({at + sector, size, now.size()});
        if (end <= at) break;
        const std::size_t part = end - at;
        const bool none = random() % 3 == 0;
        const bool whole = random() % 2 == 0;
        const std::size_t written = all ? part : none ? 0 : whole ? part : random() % (part + 1);
        left.replace(at, written, now, at, written);
    }
    return left;
}

}  // namespace

class MemoryFile final : public File {
  public:
    MemoryFile(MemoryFileSystem& disk, std::filesystem::path path, std::shared_ptr<MemoryFileSystem::Inode> inode)
        : File(std::move(path), inode->bytes.size()), disk_(disk), inode_(std::move(inode)) {}

  protected:
    Written write_some(std::string_view bytes) override {
        const MemoryFileSystem::Turn turn(disk_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Write, path(), mishap);
        const std::size_t half = bytes.size() / 2;
        if (mishap == Mishap::Death) inode_->bytes += bytes.substr(0, half);
        if (error != 0) return {0, error};
        const bool part = mishap == Mishap::ShortWrite || mishap == Mishap::FullDisk;
        const std::size_t count = part && half > 0 ? half : bytes.size();
        inode_->bytes += bytes.substr(0, count);
        return {count, 0};
    }
    int sync_data() override {
        const MemoryFileSystem::Turn turn(disk_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Sync, path(), mishap);
        if (error != 0 && disk_.dead_) return error;  // it was the process that died, not the disk
        if (error != 0) {
            for (std::size_t at = inode_->durable.size(); at < inode_->bytes.size(); ++at) inode_->lost.push_back(at);
            return error;
        }
        MemoryFileSystem::put_on_disk(*inode_);
        return 0;
    }
    int cut(std::uint64_t size) override {
        const MemoryFileSystem::Turn turn(disk_);
        Mishap mishap = Mishap::None;
        const int error = disk_.begin_call(MemoryFileSystem::Call::Change, path(), mishap);
        if (error != 0) return error;
        inode_->bytes.resize(size);
        inode_->shrunk = true;
        std::erase_if(inode_->lost, [&](std::size_t at) { return at >= size; });
        return 0;
    }
    // Not a call that fails: it asks the name, not the disk.
    Standing standing() override {
        const MemoryFileSystem::Guard guard(disk_.mutex_);
        const auto found = disk_.names_.find(path().generic_string());
        if (found == disk_.names_.end()) return {false, 0, ENOENT};
        return {found->second == inode_, inode_->bytes.size(), 0};
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
    plan_[calls_ + call] = mishap;
}

void MemoryFileSystem::fill(const Path& disk) {
    const Guard guard(mutex_);
    full_.insert(disk_of(disk));
}

void MemoryFileSystem::free_space() {
    const Guard guard(mutex_);
    full_.clear();
}

bool MemoryFileSystem::dead() const {
    const Guard guard(mutex_);
    return dead_;
}

bool MemoryFileSystem::full() const {
    const Guard guard(mutex_);
    return !full_.empty();
}

int MemoryFileSystem::begin_call(Call kind, const Path& path, Mishap& mishap) {
    ++calls_;
    if (kind != Call::Read) ++changing_calls_;
    if (dead_) return EIO;
    if (kind == Call::Write && full_.contains(disk_of(path))) return ENOSPC;
    const auto planned = plan_.find(calls_);
    if (planned == plan_.end()) return 0;
    mishap = planned->second;
    switch (mishap) {
        case Mishap::None:
            return 0;
        case Mishap::InputOutputError:
            return EIO;
        case Mishap::FullDisk:
            full_.insert(disk_of(path));
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
    Mishap mishap = Mishap::None;
    if (const int error = begin_call(kind, path, mishap)) return tl::unexpected(storage_error(path, "fails", error));
    return {};
}

void MemoryFileSystem::power_cut(Survives survives) {
    const Guard guard(mutex_);
    dead_ = false;
    full_.clear();
    plan_.clear();
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
        *inode = {left, left, {}, false};
    }
    durable_names_ = names_;
    namings_.clear();
}

void MemoryFileSystem::lose_power(std::mt19937& random) {
    const Guard guard(mutex_);
    dead_ = false;
    full_.clear();
    plan_.clear();
    locked_.clear();
    for (const Naming& naming : namings_) {
        if (random() % 2 == 0) apply(durable_names_, naming);
    }
    namings_.clear();
    names_ = durable_names_;
    for (auto& [name, inode] : names_) {
        if (inode->bytes == inode->durable) continue;
        const std::string left = some_sectors(inode->durable, as_synced(*inode), random);
        *inode = {left, left, {}, false};
    }
}

MemoryFileSystem MemoryFileSystem::durable_copy() const {
    const Guard guard(mutex_);
    MemoryFileSystem copy;
    for (const auto& [name, inode] : durable_names_) copy.put(name, inode->durable);
    return copy;
}

void MemoryFileSystem::put_on_disk(Inode& inode) {
    // A long journal is not copied for each line.
    if (inode.shrunk) inode.durable.clear();
    inode.durable.append(inode.bytes, inode.durable.size());
    inode.shrunk = false;
    for (const std::size_t at : inode.lost) inode.durable[at] = '\0';
}

void MemoryFileSystem::apply(Names& names, const Naming& naming) {
    if (!naming.from.empty() && names.erase(naming.from) == 0) return;
    if (naming.inode) {
        names[naming.name] = naming.inode;
    } else {
        names.erase(naming.name);
    }
}

void MemoryFileSystem::name(const Naming& naming) {
    apply(names_, naming);
    namings_.push_back(naming);
}

void MemoryFileSystem::put(const Path& path, std::string_view bytes) {
    const Guard guard(mutex_);
    names_[path.generic_string()] = std::make_shared<Inode>(Inode{std::string(bytes), std::string(bytes), {}, false});
    durable_names_[path.generic_string()] = names_[path.generic_string()];
}

std::string MemoryFileSystem::get(const Path& path) const {
    const Guard guard(mutex_);
    const auto found = names_.find(path.generic_string());
    return found == names_.end() ? std::string() : found->second->bytes;
}

Result<std::unique_ptr<File>> MemoryFileSystem::open_to_append(const Path& path) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    ++changing_calls_;
    const auto found = names_.find(path.generic_string());
    if (found == names_.end()) return tl::unexpected(storage_error(path, "cannot be opened", ENOENT));
    return std::make_unique<MemoryFile>(*this, path, found->second);
}

Result<std::unique_ptr<File>> MemoryFileSystem::create(const Path& path) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Change, path); !fine) return tl::unexpected(fine.error());
    if (exists(path)) return tl::unexpected(storage_error(path, "cannot be made", EEXIST));
    name({path.generic_string(), std::make_shared<Inode>(), {}});
    return std::make_unique<MemoryFile>(*this, path, names_[path.generic_string()]);
}

Result<std::optional<std::string>> MemoryFileSystem::read(const Path& path) { return read_from(path, 0); }

Result<std::optional<std::string>> MemoryFileSystem::read_from(const Path& path, std::uint64_t offset) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    const auto found = names_.find(path.generic_string());
    if (found == names_.end()) return std::optional<std::string>();
    const std::string& bytes = found->second->bytes;
    std::string read = bytes.substr(std::min<std::uint64_t>(offset, bytes.size()));
    bytes_read_ += read.size();
    return std::optional(std::move(read));
}

// A folder is there when anything is in it, and its state is told by the names.
Result<std::optional<FileState>> MemoryFileSystem::look(const Path& path) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Read, path); !fine) return tl::unexpected(fine.error());
    const auto found = names_.find(path.generic_string());
    if (found != names_.end()) {
        return FileState{found->second->bytes.size(), reinterpret_cast<std::uintptr_t>(found->second.get()), 0};
    }
    std::string inside;
    for (const auto& [name, inode] : names_) {
        if (name.starts_with(path.generic_string() + "/")) inside += name + "\n";
    }
    if (inside.empty()) return std::optional<FileState>();
    return FileState{0, std::hash<std::string>()(inside), 0};
}

Result<std::vector<std::string>> MemoryFileSystem::list(const Path& folder) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Read, folder); !fine) return tl::unexpected(fine.error());
    // A folder is known by what is in it, at any depth.
    std::set<std::string> names;
    const std::string inside = folder.generic_string() + "/";
    for (const auto& [name, inode] : names_) {
        if (name.starts_with(inside))
            names.insert(name.substr(inside.size(), name.find('/', inside.size()) - inside.size()));
    }
    return std::vector<std::string>(names.begin(), names.end());
}

Status MemoryFileSystem::make_folder(const Path& folder) {
    const Turn turn(*this);
    return check(Call::Change, folder);
}

Status MemoryFileSystem::make_own_folder(const Path& folder) { return make_folder(folder); }

Status MemoryFileSystem::sync_folder(const Path& folder) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Sync, folder); !fine) return fine;
    std::erase_if(namings_, [&](const Naming& naming) {
        if (Path(naming.name).parent_path() != folder) return false;
        apply(durable_names_, naming);
        return true;
    });
    return {};
}

// A write that takes less than all is not tried here: the caller cannot tell.
Status MemoryFileSystem::write_again(const Path& path, std::uint64_t offset, std::string_view bytes) {
    const Turn turn(*this);
    const auto found = names_.find(path.generic_string());
    if (found == names_.end() || found->second->bytes.compare(offset, bytes.size(), bytes) != 0) {
        return tl::unexpected(changed_meanwhile(path));
    }
    Mishap mishap = Mishap::None;
    const int error = begin_call(Call::Write, path, mishap);
    if (error != 0 && error != EINTR) return tl::unexpected(storage_error(path, "cannot be written", error));
    if (const Status synced = check(Call::Sync, path); !synced) return synced;
    Inode& inode = *found->second;
    std::erase_if(inode.lost, [&](std::size_t at) { return at >= offset && at < offset + bytes.size(); });
    put_on_disk(inode);
    inode.durable.replace(offset, bytes.size(), bytes);
    return {};
}

Status MemoryFileSystem::rename(const Path& from, const Path& to) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Change, to); !fine) return fine;
    // A folder takes all that is in it along.
    Names moved;
    for (const auto& [name, inode] : names_) {
        const bool inside = name.starts_with(from.generic_string() + "/");
        if (inside || name == from.generic_string()) moved[name] = inode;
    }
    if (moved.empty()) return tl::unexpected(storage_error(from, "cannot be renamed", ENOENT));
    for (const auto& [old, inode] : moved)
        name({to.generic_string() + old.substr(from.generic_string().size()), inode, old});
    return {};
}

Status MemoryFileSystem::remove(const Path& path) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Change, path); !fine) return fine;
    name({path.generic_string(), nullptr, {}});
    return {};
}

Result<std::unique_ptr<Lock>> MemoryFileSystem::lock(const Path& path) {
    const Turn turn(*this);
    if (const Status fine = check(Call::Change, path); !fine) return tl::unexpected(fine.error());
    if (!locked_.insert(path.generic_string()).second) return tl::unexpected(lock_held(path));
    return std::make_unique<MemoryLock>(*this, path.generic_string());
}

}  // namespace hamer
