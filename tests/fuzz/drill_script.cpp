// The lines of a drill's script.
#include "codec/drill/drill_script.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto lines = read_drill_script(fuzz::text_of(data, size), fuzz::file);
    if (!lines) {
        fuzz::promise_named(lines.error());
        return 0;
    }
    std::int64_t before_ms = 0;
    for (const DrillLine& line : *lines) {
        fuzz::promise(line.at_ms >= before_ms, "the times of a script never go back");
        fuzz::promise(line.command.has_value() != line.act.has_value(), "a line is the chair's or the trainer's");
        before_ms = line.at_ms;
    }
    return 0;
}
