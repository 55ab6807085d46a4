// How a device comes to be known to a keeper (docs/link.md, "Pairing"): a code that is shown there and typed here,
// once; from then on a key of its own. Pure: random texts and the time come in.
#pragma once

#include "link/greeting.h"
#include "link/link_out.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace hamer {

inline constexpr LinkTime pairing_code_ms = 120'000;
inline constexpr int pairing_tries = 5;  // of all devices together

// The code that the keeper shows. One at a time; when it is gone, a person asks for the next one. Codes that came by
// themselves would be five more tries each, for as long as somebody likes to guess.
class PairingCode {
  public:
    // `code`: six digits, drawn at random. Takes the place of a former one.
    void show(std::string code, LinkRole role, LinkTime now);
    void hide() { code_.clear(); }
    [[nodiscard]] bool is_shown(LinkTime now) const { return !code_.empty() && now < until_; }
    [[nodiscard]] int tries_left() const { return tries_left_; }

    // The role that it is for, once. Nothing where it is wrong, late or used up: who asks cannot tell which.
    [[nodiscard]] std::optional<LinkRole> take(std::string_view typed, LinkTime now);

  private:
    std::string code_;  // empty: none
    LinkRole role_ = LinkRole::Onlooker;
    LinkTime until_ = 0;
    int tries_left_ = 0;
};

// The role that the code was shown for; or why the device cannot come in, which ends its connection. A device that
// could not say hello after it uses up no code and no try.
[[nodiscard]] tl::expected<LinkRole, LinkRefused> let_in(const LinkPair& pair, PairingCode& code, LinkTime now);

// What the keeper stores of a device. The key itself is the device's: who reads this cannot come in with it.
struct KnownDevice {
    PairedDevice paired;
    std::string name;        // as it was typed there
    std::string key_sha256;  // of the 64 digits
};

// The entry for a device that typed the right code, and the answer that brings it its key. `device` and `key` are fresh
// and random; the key has 64 hexadecimal digits.
struct NewDevice {
    KnownDevice stored;
    LinkPaired answer;
};
[[nodiscard]] NewDevice new_device(const LinkPair& pair, LinkRole role, std::string device, std::string key);

// Whose key it is; nothing: nobody's, or no longer.
[[nodiscard]] std::optional<PairedDevice> owner_of(std::string_view key, std::span<const KnownDevice> devices);

}  // namespace hamer
