// A procedure file: read, checked, and walked a little.
#include "codec/procedure/procedure_json.h"
#include "fuzz.h"
#include "procedure/checker.h"
#include "procedure/machine.h"
#include "session/values.h"

#include <iterator>

namespace hamer::fuzz {

namespace {

// Enough to go through every part of the checker, few enough to try many files.
constexpr std::size_t most_combinations = 1000;

bool is_small(const Procedure& procedure) {
    std::size_t combinations = 1;
    for (const Region& region : procedure.regions) {
        combinations *= region.states.size();
        if (combinations > most_combinations) return false;
    }
    return true;
}

void walk(const Procedure& procedure) {
    Configuration situation = procedure.initial();
    for (std::size_t i = 0; i < 20; ++i) {
        const auto enabled = enabled_events(procedure, situation);
        if (enabled.empty()) return;
        const auto result = step(procedure, situation, enabled[i % enabled.size()]);
        if (!result) return;  // its raised events never end
        situation = result->after;
    }
}

}  // namespace

}  // namespace hamer::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto procedure = read_procedure(fuzz::text_of(data, size), fuzz::file);
    if (!procedure) {
        fuzz::promise_named(procedure.error());
        return 0;
    }
    fuzz::walk(*procedure);
    if (!fuzz::is_small(*procedure)) return 0;
    const CheckReport report = check(*procedure, {std::begin(known_placeholders), std::end(known_placeholders)});
    for (const Violation& violation : report.violations) {
        // The path to a violation is one that can be walked, to its last event at least.
        Configuration situation = procedure->initial();
        for (std::size_t i = 0; i + 1 < violation.path.size(); ++i) {
            const auto result = step(*procedure, situation, procedure->event(violation.path[i]).value());
            fuzz::promise(result.has_value(), "the path to a violation can be walked");
            situation = result->after;
        }
    }
    return 0;
}
