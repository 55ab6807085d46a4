// SHA-256 (FIPS 180-4) through OpenSSL, incremental and in one call. Digests are 64 lower-case hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hamer {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    // What was moved from may only be destroyed.
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    Sha256& add(std::string_view bytes);
    // The digest of all that was added; the object starts afresh afterwards.
    [[nodiscard]] std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);
// The digest's 32 bytes in base64 (RFC 4648, 4), as obs-websocket asks for.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);
// The 32 bytes of HMAC-SHA-256 (RFC 2104).
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace hamer
