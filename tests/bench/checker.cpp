// Proving the shipped procedures: every situation, every property.
#include "procedure/checker.h"

#include "codec/procedure/procedure_json.h"
#include "measures.h"
#include "platform/text_file.h"
#include "sampling.h"
#include "support/leiden.h"
#include "support/places.h"

#include <iterator>
#include <memory>

namespace hamer::bench {

namespace {

using Procedures = std::vector<std::shared_ptr<const Procedure>>;

Procedures shipped_procedures() {
    Procedures all;
    for (const auto& file : std::filesystem::directory_iterator(test::source_path("config/procedures"))) {
        const auto text = read_text_file(file.path().string());
        auto read = text ? read_procedure(*text, file.path().string()) : tl::unexpected<Error>(text.error());
        if (!read) throw Trouble(describe(read.error()));
        all.push_back(std::make_shared<const Procedure>(*std::move(read)));
    }
    return all;
}

struct Proof {
    double ms = 0;
    double steps = 0;  // of the machine
};

Proof prove_all(const Procedures& procedures, const std::vector<std::string>& placeholders) {
    Proof made;
    for (const auto& procedure : procedures) {
        CheckReport report;
        made.ms += milliseconds([&] { report = check(*procedure, placeholders); });
        if (!report.holds()) throw Trouble(procedure->id + " does not hold");
        made.steps += static_cast<double>(report.steps);
    }
    return made;
}

}  // namespace

Measures measure_checker(const Options&) {
    constexpr int rounds = 21;
    const std::vector<std::string> placeholders{std::begin(known_placeholders), std::end(known_placeholders)};
    const Procedures leiden{test::leiden()};
    const Procedures all = shipped_procedures();
    double steps = 0;
    const auto [one, together] = by_turns(
        rounds,
        [&] {
            const Proof proof = prove_all(leiden, placeholders);
            steps = proof.steps;
            return proof.ms;
        },
        [&] { return prove_all(all, placeholders).ms; });
    return {{.what = "every situation and property of Leiden's procedure: steps",
             .unit = "/s",
             .hamer = steps / (one / 1000),
             .bar = {Bar::Kind::FigureAtLeast, 1'000'000}},
            {.what = "    the time that takes", .unit = "ms", .hamer = one},
            {.what = "    of every shipped procedure together",
             .unit = "ms",
             .hamer = together,
             .bar = {Bar::Kind::FigureAtMost, 1'000}}};
}

}  // namespace hamer::bench
