// OpenSSL's signing, hashing and time stamps, zlib, utf8proc, fmt, and what is headers alone.
#include <CLI/CLI.hpp>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <string>
#include <thread>
#include <tl/expected.hpp>
#include <utf8proc.h>
#include <zlib.h>

TEST(OpenSsl, SignsByEd25519) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
                                                                  &EVP_PKEY_free);
    ASSERT_TRUE(key);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const std::string text = "hamer";
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    unsigned char signature[64];
    std::size_t size = sizeof signature;
    ASSERT_EQ(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()), 1);
    ASSERT_EQ(EVP_DigestSign(context.get(), signature, &size, bytes, text.size()), 1);
    ASSERT_EQ(EVP_MD_CTX_reset(context.get()), 1);
    ASSERT_EQ(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()), 1);
    EXPECT_EQ(EVP_DigestVerify(context.get(), signature, size, bytes, text.size()), 1);
    signature[0] ^= 1U;
    ASSERT_EQ(EVP_MD_CTX_reset(context.get()), 1);
    ASSERT_EQ(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()), 1);
    EXPECT_NE(EVP_DigestVerify(context.get(), signature, size, bytes, text.size()), 1);
}

TEST(OpenSsl, AsksForATimeStamp) {
    const std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)> request(TS_REQ_new(), &TS_REQ_free);
    EXPECT_EQ(TS_REQ_set_version(request.get(), 1), 1);
}

TEST(OpenSsl, LooksForItsSettingsWhereOnlyAnAdministratorWrites) {
    EXPECT_EQ(std::string(OpenSSL_version(OPENSSL_DIR)), "OPENSSLDIR: \"C:/Program Files/Common Files/SSL\"");
}

TEST(Zlib, Packs) {
    const std::string text(1000, 'a');
    std::string packed(compressBound(1000), '\0');
    uLongf size = static_cast<uLongf>(packed.size());
    ASSERT_EQ(
        compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()), 1000),
        Z_OK);
    EXPECT_LT(size, 50U);
}

TEST(Utf8proc, KnowsALetter) { EXPECT_EQ(utf8proc_toupper(0xEB), 0xCB); }

TEST(Threads, CanBeStopped) {
    bool stopped = false;
    std::jthread([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) std::this_thread::yield();
        stopped = true;
    }).request_stop();
    EXPECT_TRUE(stopped);
}

TEST(Headers, AreThose) {
    const tl::expected<int, int> one = nlohmann::json::parse(fmt::format("[{}]", 1)).at(0).get<int>();
    EXPECT_EQ(*one, 1);
    EXPECT_GE(BOOST_VERSION, 107400);
    EXPECT_EQ(CLI::App("hamer").get_description(), "hamer");
}
