// This device's own key (Ed25519), with which it signs the marks of its sessions, so that a mark can be shown to be of
// this device (docs/journal-format.md, "Signatures").
//
// It is made at the first start, in the device's own folder, not in the data folder: that one is copied, carried
// and shared, and whoever may rewrite a journal there must not find the key that vouches for it beside it. What cannot
// be read, made or used gives an Error, for which nobody waits: there is no signature then. One thread.
#pragma once

#include "base/result.h"
#include "platform/files.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::string_view device_key_name = "device-key.pem";

class DeviceKey {
  public:
    // The key in a folder; makes folder and key (mode 0600, durable) where there is none. Refused when others than its
    // owner may read it.
    [[nodiscard]] static Result<DeviceKey> open(FileSystem& files, const std::filesystem::path& folder);
    DeviceKey(DeviceKey&&) noexcept;
    DeviceKey& operator=(DeviceKey&&) noexcept;
    ~DeviceKey();

    // 64 bytes. Equal bytes give equal signatures.
    [[nodiscard]] Result<std::string> sign(std::string_view bytes) const;
    // As `openssl pkey -pubout` writes it.
    [[nodiscard]] const std::string& public_pem() const { return public_pem_; }
    // SHA-256 of the public key as DER, 64 hexadecimal digits.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

  private:
    struct Key;
    explicit DeviceKey(std::unique_ptr<Key> key);
    std::unique_ptr<Key> key_;
    std::string public_pem_;
    std::string fingerprint_;
};

// Why the key that is in a folder cannot be used; nothing where it can, or where there is none. Makes none.
[[nodiscard]] std::optional<Error> unusable_key(FileSystem& files, const std::filesystem::path& folder);

// Of a public key as PEM; empty when it is none.
[[nodiscard]] std::string fingerprint_of(const std::string& public_pem);
[[nodiscard]] bool verify_signature(const std::string& public_pem, std::string_view bytes, std::string_view signature);

}  // namespace hamer
