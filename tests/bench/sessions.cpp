// Years of use: a start and a list with twenty thousand sessions, against twenty and against looking at their files.
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "service/store/session_index.h"
#include "stored.h"

#include <fmt/format.h>

namespace hamer::bench {

namespace {

constexpr int rounds = 9;
constexpr std::size_t many = 20'000, few = 20;

// The same session so many times, its files shared: what is measured is how many there are, not what is in them.
std::filesystem::path store_sessions(const std::filesystem::path& data, std::size_t count) {
    const Stored sample = store_session(data, 20);
    for (std::size_t i = 1; i < count; ++i) {
        const auto folder = sessions_folder(data, false) / fmt::format("20200101T{:06}Z-{:08x}", i, i);
        std::filesystem::create_directories(folder);
        for (const char* name : {"journal", "private.jsonl", "procedure.json"}) {
            std::filesystem::create_hard_link(sample.folder() / name, folder / name);
        }
    }
    return data;
}

}  // namespace

Measures measure_sessions(const Options& options) {
    const auto full = store_sessions(options.folder / "sessions-many", many);
    const auto sparse = store_sessions(options.folder / "sessions-few", few);
    SystemFiles files;
    const auto folder = sessions_folder(full, false);
    const auto list = [&] {
        SessionIndex index(files, folder);
        const auto ids = index.ids();
        for (const std::string& id : *ids) {
            if (!index.summary(id)) throw Trouble(id + " cannot be listed");
        }
        index.keep();
        return index.read_count();
    };
    Measure first{.what = "first list of 20,000 sessions", .unit = "ms"};
    first.hamer = milliseconds([&] { (void)list(); });
    if (list() != 0) throw Trouble("the index is not used");
    const auto look = [&] {
        const auto ids = list_sessions(files, folder);
        for (const std::string& id : *ids) {
            for (const char* name : {".", "journal", "private.jsonl"}) {
                if (!files.look(folder / id / name)) throw Trouble(id + " cannot be looked at");
            }
        }
    };
    const auto listed = by_turns(
        rounds, [&] { return milliseconds([&] { (void)list(); }); }, [&] { return milliseconds(look); });
    Measures measures = {first,
                         {.what = "each later list of 20,000 sessions",
                          .unit = "ms",
                          .hamer = listed.first,
                          .reference = listed.second,
                          .reference_is = "asking for the state of the same files, and nothing else",
                          .bar = {Bar::Kind::RatioAtMost, 3}}};
    if (!options.display) {
        measures.push_back(skipped("start with 20,000 sessions", "there is no display, and Xvfb is not installed"));
        return measures;
    }
    for (const auto& data : {full, sparse}) (void)run_ms(window_on(data, 1));
    const auto started = by_turns(
        rounds, [&] { return run_ms(window_on(full, 1)); }, [&] { return run_ms(window_on(sparse, 1)); });
    measures.push_back({.what = "start to first frame with 20,000 sessions",
                        .unit = "ms",
                        .hamer = started.first,
                        .reference = started.second,
                        .reference_is = "the same with 20",
                        .bar = {Bar::Kind::RatioAtMost, 1.2}});
    return measures;
}

}  // namespace hamer::bench
