#include "service/keep/device_file.h"

#include "base/attempt.h"
#include "journal/durable.h"
#include "platform/private_files.h"
#include "platform/random.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// When a device was heard is written no more often than this.
constexpr std::int64_t heard_ms = 600'000;

KnownDevice known(const DeviceEntry& entry) { return {{entry.device, entry.role}, entry.name, entry.key_sha256}; }

}  // namespace

DeviceFile::DeviceFile(FileSystem& files, std::filesystem::path path, const Clock& clock)
    : files_(files), path_(std::move(path)), clock_(clock) {}

Result<std::vector<DeviceEntry>> DeviceFile::read() const {
    ASSIGN_OR_RETURN(const auto text, files_.read(path_));
    if (!text) return std::vector<DeviceEntry>{};
    // Whoever can write in it lets in whom they like.
    if (others_may_use(path_)) {
        const std::string how = making_private(path_.string());
        return fail(ErrorKind::Usage, path_.string(),
                    LocalText{"andere gebruikers kunnen bij dit bestand, en er wordt niemand op binnengelaten",
                              "other users can come at this file, and nobody is let in by it"},
                    LocalText{fmt::format("Doe: {}", how), fmt::format("Do: {}", how)}, Trouble::NotPrivate);
    }
    return read_devices(*text, path_.string());
}

Result<std::vector<DeviceEntry>> DeviceFile::entries() {
    const auto now = files_.look(path_);
    if (!now) return tl::unexpected<Error>(now.error());
    // What could not be read is tried again: its mode may have changed, which is not seen here.
    if (*now != seen_ || !entries_) {
        entries_ = read();
        seen_ = *now;
    }
    return entries_;
}

std::vector<KnownDevice> DeviceFile::list() {
    std::vector<KnownDevice> all;
    const auto found = entries();
    if (!found) return all;
    for (const DeviceEntry& one : *found) all.push_back(known(one));
    return all;
}

std::optional<PairedDevice> DeviceFile::owner(std::string_view key) { return owner_of(key, list()); }

bool DeviceFile::is_paired(const std::string& device) {
    const auto found = entries();
    return found && std::ranges::find(*found, device, &DeviceEntry::device) != found->end();
}

std::string DeviceFile::name_of(const std::string& device) {
    const auto found = entries();
    if (!found) return device;
    const auto entry = std::ranges::find(*found, device, &DeviceEntry::device);
    return entry == found->end() ? device : entry->name;
}

FreshDevice DeviceFile::fresh() { return {random_hex(6), random_hex(32)}; }

Status DeviceFile::change(const std::function<Status(std::vector<DeviceEntry>&)>& how) {
    RETURN_IF_ERROR(files_.make_folder(path_.parent_path()));
    ASSIGN_OR_RETURN(const auto lock, files_.lock(path_.string() + ".lock"));
    ASSIGN_OR_RETURN(auto devices, read());
    RETURN_IF_ERROR(how(devices));
    RETURN_IF_ERROR(replace_file(files_, path_, write_devices(devices)));
    seen_.reset();
    return {};
}

Status DeviceFile::add(const KnownDevice& device) {
    return change([&](std::vector<DeviceEntry>& devices) -> Status {
        if (devices.size() >= most_devices) {
            return fail(ErrorKind::Refused, path_.string(),
                        LocalText{fmt::format("er zijn al {} apparaten gekoppeld", devices.size()),
                                  fmt::format("{} devices are paired already", devices.size())},
                        LocalText{"Ontkoppel wat niet meer gebruikt wordt", "End the pairing of those out of use"});
        }
        const Instant now = clock_.now().at;
        devices.push_back({device.paired.device, device.paired.role, device.name, device.key_sha256, now, now});
        return {};
    });
}

Status DeviceFile::revoke(const std::string& device) {
    return change([&](std::vector<DeviceEntry>& devices) -> Status {
        if (std::erase_if(devices, [&](const DeviceEntry& one) { return one.device == device; }) > 0) return {};
        return fail(ErrorKind::Refused, path_.string(),
                    LocalText{fmt::format("er is geen apparaat {}", printable(device, 80)),
                              fmt::format("there is no device {}", printable(device, 80))},
                    {}, Trouble::UnknownName);
    });
}

void DeviceFile::heard(const std::string& device) {
    const auto found = entries();
    if (!found) return;
    const auto entry = std::ranges::find(*found, device, &DeviceEntry::device);
    const Instant now = clock_.now().at;
    if (entry == found->end() || now.milliseconds - entry->heard.milliseconds < heard_ms) return;
    // No promise: where it cannot be written the list is a little older.
    [[maybe_unused]] const Status written = change([&](std::vector<DeviceEntry>& devices) -> Status {
        for (DeviceEntry& one : devices) {
            if (one.device == device) one.heard = now;
        }
        return {};
    });
}

}  // namespace hamer
