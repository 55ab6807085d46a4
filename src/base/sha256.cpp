#include "base/sha256.h"

#include "base/text.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace hamer {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    // Fetched once: looking the algorithm up costs more than hashing a journal line.
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    ~State() {
        EVP_MD_free(algorithm);
        EVP_MD_CTX_free(context);
    }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Sha256& Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
    return *this;
}

std::string Sha256::hex() {
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(state_->context, digest.data(), nullptr);
    EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr);
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string sha256_hex(std::string_view bytes) { return Sha256().add(bytes).hex(); }

std::string sha256_base64(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    std::array<unsigned char, 45> text{};  // 44 signs and a zero
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    return {reinterpret_cast<const char*>(text.data()), static_cast<std::size_t>(length)};
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    std::array<unsigned char, 32> code{};
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(bytes.data()),
         bytes.size(), code.data(), nullptr);
    return {reinterpret_cast<const char*>(code.data()), code.size()};
}

}  // namespace hamer
