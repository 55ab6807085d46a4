// Going on after a crash: a session of ten thousand entries whose last line is torn.
#include "measures.h"
#include "platform/clock.h"
#include "sampling.h"
#include "stored.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <sstream>

namespace hamer::bench {

namespace {

constexpr int rounds = 15;
constexpr std::size_t entries = 10'000;

double reopen_ms(const Stored& stored, const std::filesystem::path& data, FileSystem& files) {
    const Stored copy{data, stored.id, {}};
    std::filesystem::remove_all(data);
    std::filesystem::create_directories(copy.folder());
    std::filesystem::copy(stored.folder(), copy.folder());
    std::ofstream(copy.folder() / "journal", std::ios::app | std::ios::binary) << "J1 " << entries + 1 << " 3";
    const SystemClock clock;
    const auto service = open_service(data, files, clock);
    Status reopened;
    const double taken = milliseconds([&] { reopened = service->reopen(stored.id); });
    if (!reopened) throw Trouble(describe(reopened.error()));
    if (service->reopened()->entries != entries || !service->reopened()->tail_discarded) {
        throw Trouble("the session was not reopened as it was left");
    }
    return taken;
}

std::string whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

// The same lines read, hashed and parsed by the same libraries, and nothing else done.
double bare_ms(const std::filesystem::path& folder) {
    std::size_t parsed = 0;
    const double taken = milliseconds([&] {
        std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
        const std::string journal = whole(folder / "journal");
        std::istringstream lines(journal);
        for (std::string line; std::getline(lines, line);) {
            unsigned size = 0;
            EVP_Digest(line.data(), line.size(), hash.data(), &size, EVP_sha256(), nullptr);
            parsed += nlohmann::json::parse(line.substr(line.find('{')), nullptr, false).size();
        }
        std::istringstream texts(whole(folder / "private.jsonl"));
        for (std::string line; std::getline(texts, line);) {
            unsigned size = 0;
            EVP_Digest(line.data(), line.size(), hash.data(), &size, EVP_sha256(), nullptr);
            parsed += nlohmann::json::parse(line, nullptr, false).size();
        }
    });
    if (parsed < entries) throw Trouble("the journal was not read");
    return taken;
}

}  // namespace

Measures measure_reopen(const Options& options) {
    SystemFiles files;
    const Stored stored = store_session(options.folder / "reopen", entries);
    const auto [ours, bare] = by_turns(
        rounds, [&] { return reopen_ms(stored, options.folder / "reopen-copy", files); },
        [&] { return bare_ms(stored.folder()); });
    return {{.what = "reopen after a crash, 10,000 entries",
             .unit = "ms",
             .hamer = ours,
             .reference = bare,
             .reference_is = "reading, hashing (OpenSSL) and parsing (nlohmann/json) the same lines",
             .bar = {Bar::Kind::RatioAtMost, 1.5}}};
}

}  // namespace hamer::bench
