// A bundle's tar in memory, and libcurl with the TLS that it is to have.
#include <archive.h>
#include <archive_entry.h>
#include <cstdint>
#include <cstdlib>
#include <curl/curl.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>
#include <zlib.h>

namespace {

la_ssize_t append(archive*, void* target, const void* bytes, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

std::string packed(const std::string& name, const std::string& bytes) {
    std::string made;
    archive* writing = archive_write_new();
    archive_write_set_format_pax_restricted(writing);
    archive_write_add_filter_gzip(writing);
    archive_write_set_filter_option(writing, "gzip", "timestamp", nullptr);
    archive_write_set_bytes_in_last_block(writing, 1);
    EXPECT_EQ(archive_write_open(writing, &made, nullptr, &append, nullptr), ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_mtime(entry, 0, 0);
    EXPECT_EQ(archive_write_header(writing, entry), ARCHIVE_OK);
    EXPECT_EQ(archive_write_data(writing, bytes.data(), bytes.size()), static_cast<la_ssize_t>(bytes.size()));
    archive_entry_free(entry);
    EXPECT_EQ(archive_write_close(writing), ARCHIVE_OK);
    archive_write_free(writing);
    return made;
}

}  // namespace

TEST(Libarchive, PacksAndUnpacksInMemory) {
    const std::string bundle = packed("journal", "J1 1 2\n");
    archive* reading = archive_read_new();
    archive_read_support_format_tar(reading);
    archive_read_support_filter_gzip(reading);
    ASSERT_EQ(archive_read_open_memory(reading, bundle.data(), bundle.size()), ARCHIVE_OK);
    archive_entry* entry = nullptr;
    ASSERT_EQ(archive_read_next_header(reading, &entry), ARCHIVE_OK) << archive_error_string(reading);
    EXPECT_EQ(std::string(archive_entry_pathname(entry)), "journal");
    std::string bytes(100, '\0');
    bytes.resize(static_cast<std::size_t>(archive_read_data(reading, bytes.data(), bytes.size())));
    EXPECT_EQ(bytes, "J1 1 2\n");
    archive_read_free(reading);
}

// Run on Linux too, and compared: a bundle is the same, byte for byte, on both.
TEST(Libarchive, MakesTheSameBytesEverywhere) {
    std::string text;
    for (int line = 0; line < 5000; ++line) text += "J1 " + std::to_string(line) + " één regel\n";
    const std::string bundle = packed("journal", text);
    std::cout << "bundle " << bundle.size() << " "
              << crc32(0, reinterpret_cast<const Bytef*>(bundle.data()), static_cast<uInt>(bundle.size())) << "\n";
}

TEST(Curl, HasTheSystemsTls) {
    const curl_version_info_data* version = curl_version_info(CURLVERSION_NOW);
    std::cout << curl_version() << "\n";
    EXPECT_EQ(std::string(version->ssl_version), "Schannel");
    std::vector<std::string> protocols;
    for (const char* const* one = version->protocols; *one; ++one) protocols.emplace_back(*one);
    EXPECT_EQ(protocols, (std::vector<std::string>{"http", "https"}));
    EXPECT_TRUE(version->features & CURL_VERSION_ASYNCHDNS);
}

// probe.py starts a server on the loopback, with a certificate of its own that ca.pem vouches for.
TEST(Curl, PostsOverHttps) {
    const char* url = std::getenv("PROBE_URL");
    if (!url) GTEST_SKIP() << "PROBE_URL is not set";
    for (const bool known : {true, false}) {
        CURL* curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, url);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "hamer");
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (known) curl_easy_setopt(curl, CURLOPT_CAINFO, std::getenv("PROBE_CA"));
        std::string problem(CURL_ERROR_SIZE, '\0');
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, problem.data());
        const CURLcode code = curl_easy_perform(curl);
        std::cout << curl_easy_strerror(code) << ": " << problem.c_str() << "\n";
        if (known) {
            EXPECT_EQ(code, CURLE_OK);
        } else {
            EXPECT_EQ(code, CURLE_PEER_FAILED_VERIFICATION);
        }
        curl_easy_cleanup(curl);
    }
}
