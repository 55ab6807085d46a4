// Verifying a journal of 30 MB, against hashing its bytes: as programs, and within this one against OpenSSL.
#include "base/sha256.h"
#include "journal/reader.h"
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "stored.h"
#include "support/places.h"

namespace hamer::bench {

namespace {

constexpr int rounds = 15;
constexpr std::uint64_t least_bytes = 30'000'000;

Measure measure(std::string what, std::string reference, std::uint64_t bytes, std::pair<double, double> milliseconds,
                double least) {
    const auto speed = [&](double ms) { return static_cast<double>(bytes) / 1e6 / (ms / 1000); };
    return {.what = std::move(what),
            .unit = "MB/s",
            .hamer = speed(milliseconds.first),
            .reference = speed(milliseconds.second),
            .reference_is = std::move(reference),
            .bar = {Bar::Kind::RatioAtLeast, least}};
}

}  // namespace

Measures measure_verify(const Options& options) {
    const Stored sample = store_session(options.folder / "verify-sample", 1'000);
    const auto folder = options.folder / "verify";
    const auto journal = folder / "journal";
    const std::uint64_t bytes = store_journal(folder, sample.payloads, least_bytes);

    const Words verify = {test::hamer_program(), "verify", folder.string()};
    const Words sha256sum = {"sha256sum", journal.string()};
    (void)run_ms(verify);
    const auto programs = by_turns(
        rounds, [&] { return run_ms(verify); }, [&] { return run_ms(sha256sum); });

    SystemFiles files;
    const auto read_and_check = [&] {
        const auto contents = read_session_journal(files, folder);
        if (!contents || contents->state() != JournalState::Whole) throw Trouble("the journal is not whole");
    };
    const auto read_and_hash = [&] {
        const auto all = files.read(journal);
        if (!all || !*all || sha256_hex(**all).empty()) throw Trouble("the journal cannot be read");
    };
    const auto within = by_turns(
        rounds, [&] { return milliseconds(read_and_check); }, [&] { return milliseconds(read_and_hash); });
    return {measure("hamer verify, 30 MB", "sha256sum (coreutils) on the same file", bytes, programs, 0.6),
            measure("reading and verifying, in process", "reading the file and one SHA-256 of it by OpenSSL", bytes,
                    within, 0.35)};
}

}  // namespace hamer::bench
