// Going on after a crash: a session of ten thousand entries whose last line is torn.
#include "measures.h"
#include "platform/clock.h"
#include "sampling.h"
#include "stored.h"

#include <fstream>

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

}  // namespace

Measures measure_reopen(const Options& options) {
    SystemFiles files;
    const Stored stored = store_session(options.folder / "reopen", entries);
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        samples.push_back(reopen_ms(stored, options.folder / "reopen-copy", files));
    }
    return {{.what = "reopen after a crash, 10,000 entries",
             .unit = "ms",
             .hamer = median(std::move(samples)),
             .bar = {Bar::Kind::FigureAtMost, 100}}};
}

}  // namespace hamer::bench
