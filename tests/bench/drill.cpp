// A drill of two hours, played in simulated time by the command.
#include "measures.h"
#include "process.h"
#include "sampling.h"
#include "support/places.h"

#include <fmt/format.h>
#include <fstream>

namespace hamer::bench {

Measures measure_drill(const Options& options) {
    constexpr int rounds = 11;
    const auto script = options.folder / "drill.jsonl";
    {
        std::ofstream lines(script);
        for (int second = 10; second <= 7200; second += 10) {
            lines << fmt::format(R"({{"at":{},"do":"note","with":{{"text":"Het duurt voort."}}}})", second) << '\n';
        }
    }
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        samples.push_back(run_ms({test::hamer_program(), "drill", test::source_directory() + "/scenarios/shouting.json",
                                  "--script", script.string()}));
    }
    return {{.what = "a drill of two hours in simulated time",
             .unit = "ms",
             .hamer = median(std::move(samples)),
             .bar = {Bar::Kind::FigureAtMost, 100}}};
}

}  // namespace hamer::bench
