// The measures, one for each of the program's promises about time. A measure that cannot be taken on this machine says
// so; one that fails half-way ends the bench (Trouble).
#pragma once

#include "measure.h"

#include <filesystem>
#include <stdexcept>
#include <vector>

namespace hamer::bench {

struct Trouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Options {
    std::filesystem::path folder;  // scratch on a real disk
    bool display = false;          // DISPLAY leads somewhere
    int idle_seconds = 20;
};

using Measures = std::vector<Measure>;

[[nodiscard]] Measures measure_append(const Options& options);
[[nodiscard]] Measures measure_first_frame(const Options& options);
[[nodiscard]] Measures measure_click(const Options& options);
[[nodiscard]] Measures measure_memory(const Options& options);
[[nodiscard]] Measures measure_idle(const Options& options);
[[nodiscard]] Measures measure_frame(const Options& options);
[[nodiscard]] Measures measure_broadcast(const Options& options);
[[nodiscard]] Measures measure_drill(const Options& options);
[[nodiscard]] Measures measure_reopen(const Options& options);
[[nodiscard]] Measures measure_verify(const Options& options);
[[nodiscard]] Measures measure_sessions(const Options& options);
[[nodiscard]] Measures measure_checker(const Options& options);
[[nodiscard]] Measures measure_register(const Options& options);
[[nodiscard]] Measures measure_dossier(const Options& options);

}  // namespace hamer::bench
