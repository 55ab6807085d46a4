// A scenario for drills: read, held against Leiden's procedure, written, and read again.
#include "drill/scenario.h"

#include "codec/drill/scenario_json.h"
#include "fuzz.h"
#include "support/leiden.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto scenario = read_scenario(fuzz::text_of(data, size), fuzz::file);
    if (!scenario) {
        fuzz::promise_named(scenario.error());
        return 0;
    }
    for (const ScenarioProblem& problem : check_scenario(*scenario, *test::leiden())) {
        fuzz::promise(!problem.problem.empty(), "a problem is said");
    }
    const std::string written = write_scenario(*scenario);
    const auto again = read_scenario(written, fuzz::file);
    fuzz::promise(again.has_value(), "a scenario that was written can be read");
    fuzz::promise(write_scenario(*again) == written, "a scenario reads back as the same");
    return 0;
}
