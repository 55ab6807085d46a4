#include "link/pairing.h"

#include "base/sha256.h"

#include <utility>

namespace hamer {

namespace {

// As long as it takes, wherever the first difference is.
bool are_same(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < one.size(); ++i) difference |= static_cast<unsigned>(one[i] ^ other[i]);
    return difference == 0;
}

}  // namespace

void PairingCode::show(std::string code, LinkRole role, LinkTime now) {
    code_ = std::move(code);
    role_ = role;
    until_ = now + pairing_code_ms;
    tries_left_ = pairing_tries;
}

std::optional<LinkRole> PairingCode::take(std::string_view typed, LinkTime now) {
    if (!is_shown(now)) return std::nullopt;
    const bool right = are_same(typed, code_);
    if (right || --tries_left_ == 0) hide();
    return right ? std::optional(role_) : std::nullopt;
}

tl::expected<LinkRole, LinkRefused> let_in(const LinkPair& pair, PairingCode& code, LinkTime now) {
    if (auto why = other_version(pair.protocols)) return tl::unexpected(*std::move(why));
    if (const auto role = code.take(pair.code, now)) return *role;
    return tl::unexpected(LinkRefused{LinkCode::CodeWrong});
}

NewDevice new_device(const LinkPair& pair, LinkRole role, std::string device, std::string key) {
    std::string sum = sha256_hex(key);
    return {{{device, role}, pair.name, std::move(sum)}, {std::move(device), role, std::move(key)}};
}

std::optional<PairedDevice> owner_of(std::string_view key, std::span<const KnownDevice> devices) {
    const std::string sum = sha256_hex(key);
    for (const KnownDevice& one : devices) {
        if (are_same(sum, one.key_sha256)) return one.paired;
    }
    return std::nullopt;
}

}  // namespace hamer
