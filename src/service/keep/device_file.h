// The devices that are paired with this keeper: devices.json, for its owner alone (docs/link.md, "Pairing").
//
// Read again whenever another program changed it, so that a pairing that is ended elsewhere ends here within a second.
// What cannot be read lets nobody in. One thread; several processes.
#pragma once

#include "base/time.h"
#include "codec/link/keeper_files.h"
#include "link/paired_devices.h"
#include "platform/files.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

inline constexpr std::string_view devices_name = "devices.json";

class DeviceFile final : public PairedDevices {
  public:
    DeviceFile(FileSystem& files, std::filesystem::path path, const Clock& clock);

    [[nodiscard]] std::vector<KnownDevice> list() override;
    [[nodiscard]] std::optional<PairedDevice> owner(std::string_view key) override;
    [[nodiscard]] bool is_paired(const std::string& device) override;
    [[nodiscard]] FreshDevice fresh() override;
    [[nodiscard]] Status add(const KnownDevice& device) override;
    [[nodiscard]] Status revoke(const std::string& device) override;
    void heard(const std::string& device) override;

    // With when they were paired and heard; or why the file cannot be read.
    [[nodiscard]] Result<std::vector<DeviceEntry>> entries();
    // What a person called it when it was paired; its own name where it is not known.
    [[nodiscard]] std::string name_of(const std::string& device);

  private:
    // Reads it under its lock, changes it, and puts the whole in its place.
    [[nodiscard]] Status change(const std::function<Status(std::vector<DeviceEntry>&)>& how);
    [[nodiscard]] Result<std::vector<DeviceEntry>> read() const;

    FileSystem& files_;
    std::filesystem::path path_;
    const Clock& clock_;
    std::optional<FileState> seen_;  // of what is in entries_
    Result<std::vector<DeviceEntry>> entries_ = std::vector<DeviceEntry>{};
};

}  // namespace hamer
