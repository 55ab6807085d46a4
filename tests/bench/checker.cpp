// Proving Leiden's procedure: every situation, every property.
#include "procedure/checker.h"

#include "codec/procedure/procedure_json.h"
#include "measures.h"
#include "sampling.h"
#include "support/leiden.h"

#include <iterator>

namespace hamer::bench {

Measures measure_checker(const Options&) {
    constexpr int rounds = 21;
    const std::vector<std::string> placeholders{std::begin(known_placeholders), std::end(known_placeholders)};
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round) {
        CheckReport report;
        samples.push_back(milliseconds([&] { report = check(*test::leiden(), placeholders); }));
        if (!report.holds()) throw Trouble("Leiden's procedure does not hold");
    }
    return {{.what = "every situation and property of Leiden's procedure",
             .unit = "ms",
             .hamer = median(std::move(samples)),
             .bar = {Bar::Kind::FigureAtMost, 50}}};
}

}  // namespace hamer::bench
