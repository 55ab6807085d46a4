#include "service/store/device_key.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "journal/durable.h"
#include "platform/private_files.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace hamer {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Bio reading(std::string_view text) { return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free}; }

std::string written(const Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

Pkey public_key(const std::string& pem) {
    return {PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

// No one is asked for a password: an encrypted key is no key of Hamer's.
int no_password(char*, int, int, void*) { return -1; }

Result<std::string> make_key(FileSystem& files, const std::filesystem::path& file) {
    const Pkey key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free);
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    if (!key || PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return fail(
            ErrorKind::Storage, file.string(),
            LocalText{"de sleutel van dit apparaat kan niet worden gemaakt", "this device's key cannot be made"},
            LocalText{"Installeer Hamer opnieuw", "Install Hamer again"});
    }
    std::string pem = written(bio);
    // Under a name of its own first: another Hamer that starts now finds a whole key or none.
    RETURN_IF_ERROR(replace_file(files, file, pem));
    return pem;
}

}  // namespace

struct DeviceKey::Key {
    Pkey pkey;
};

DeviceKey::DeviceKey(std::unique_ptr<Key> key) : key_(std::move(key)) {
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    if (PEM_write_bio_PUBKEY(bio.get(), key_->pkey.get()) == 1) public_pem_ = written(bio);
    fingerprint_ = fingerprint_of(public_pem_);
}
DeviceKey::DeviceKey(DeviceKey&&) noexcept = default;
DeviceKey& DeviceKey::operator=(DeviceKey&&) noexcept = default;
DeviceKey::~DeviceKey() = default;

Result<DeviceKey> DeviceKey::open(FileSystem& files, const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / device_key_name;
    ASSIGN_OR_RETURN(const auto there, files.read(file));
    if (there && others_may_read(file)) {
        return fail(ErrorKind::Refused, file.string(),
                    LocalText{"anderen kunnen de sleutel van dit apparaat lezen",
                              "others than its owner may read this device's key"},
                    LocalText{"Haal hem weg; Hamer maakt een nieuwe", "Remove it, so that a new one is made"},
                    Trouble::NotPrivate);
    }
    if (!there) {
        RETURN_IF_ERROR(files.make_folder(folder));
    }
    ASSIGN_OR_RETURN(const auto pem, there ? Result<std::string>(*there) : make_key(files, file));
    auto key = std::make_unique<Key>(
        Key{{PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, &no_password, nullptr), &EVP_PKEY_free}});
    if (!key->pkey || EVP_PKEY_is_a(key->pkey.get(), "ED25519") != 1) {
        return fail(ErrorKind::Refused, file.string(),
                    LocalText{"dit is geen Ed25519-sleutel", "this is no Ed25519 key"},
                    LocalText{"Haal hem weg; Hamer maakt een nieuwe", "Remove it, so that a new one is made"});
    }
    return DeviceKey(std::move(key));
}

std::optional<Error> unusable_key(FileSystem& files, const std::filesystem::path& folder) {
    const auto there = files.look(folder / device_key_name);
    if (!there) return there.error();
    if (!*there) return std::nullopt;
    const auto key = DeviceKey::open(files, folder);
    return key ? std::nullopt : std::optional(key.error());
}

Result<std::string> DeviceKey::sign(std::string_view bytes) const {
    const Digest context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::string signature(64, '\0');
    std::size_t size = signature.size();
    const bool done = context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_->pkey.get()) == 1 &&
                      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                     bytes_of(bytes), bytes.size()) == 1;
    if (!done || size != signature.size()) {
        return fail(ErrorKind::Storage, fingerprint_,
                    LocalText{"met deze sleutel kan Hamer niet ondertekenen", "this key cannot sign"},
                    LocalText{"Start Hamer opnieuw", "Start Hamer again"});
    }
    return signature;
}

std::string fingerprint_of(const std::string& public_pem) {
    const Pkey key = public_key(public_pem);
    unsigned char* der = nullptr;
    const int size = key ? i2d_PUBKEY(key.get(), &der) : 0;
    if (size <= 0) return {};
    std::string fingerprint = sha256_hex({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return fingerprint;
}

bool verify_signature(const std::string& public_pem, std::string_view bytes, std::string_view signature) {
    const Pkey key = public_key(public_pem);
    const Digest context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && context && EVP_PKEY_is_a(key.get(), "ED25519") == 1 &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes), bytes.size()) == 1;
}

}  // namespace hamer
