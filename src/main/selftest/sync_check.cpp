#include "base/attempt.h"
#include "journal/writer.h"
#include "main/selftest/checks.h"
#include "platform/interruption.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int most_times = 100;
constexpr int least_times = 10;
constexpr std::chrono::seconds at_most{12};  // on a slow disk fewer do
// A tap is answered when its line is durable: what a person notices, and what is as long as a step waits for the disk
// before the meeting goes on without it.
constexpr double noticed_ms = 50;
constexpr double noticed_once_ms = 500;
constexpr double too_slow_ms = 250;
constexpr double given_up_ms = 2000;
// Quicker than any disk writes: what is made durable so is only in memory.
constexpr double not_a_disk_ms = 0.008;

const LocalText subject{"schijf", "disk"};

// As long as that of a usual step.
constexpr std::string_view payload =
    R"({"at":"2026-03-12T20:14:05.120+01:00","boot":"4f0c2a9e7d1b4c6f8a35e2b7c9d0f1a6","mono":81234567,"actor":"chair",)"
    R"("kind":"step","event":"selftest","fields":{"reason":"ordeverstoring","what":"roepen vanaf de tribune"},)"
    R"("to":{"meeting":"suspended","disturbance":"addressed"},"card":"selftest","said":"Ik schors de vergadering."})";

struct Measured {
    std::vector<double> lines;
    std::vector<double> bare;
    std::size_t bytes = 0;
};

template <typename Work>
Status timed(std::vector<double>& into, const Work& work) {
    const auto before = std::chrono::steady_clock::now();
    RETURN_IF_ERROR(work());
    into.push_back(Milliseconds(std::chrono::steady_clock::now() - before).count());
    return {};
}

// In turn, and each first as often as the other, so that what else the disk does meets both alike.
Result<Measured> measure(FileSystem& files, const std::filesystem::path& folder) {
    RETURN_IF_ERROR(files.make_folder(folder));
    ASSIGN_OR_RETURN(auto writer, Writer::create(files, folder, 1, {}));
    ASSIGN_OR_RETURN(auto bare, files.create(folder / "bare"));
    RETURN_IF_ERROR(files.sync_folder(folder));
    Measured measured;
    LineMaker maker;
    const auto end = std::chrono::steady_clock::now() + at_most;
    for (int i = 0; i < most_times && !interrupted(); ++i) {
        if (i >= least_times && std::chrono::steady_clock::now() > end) break;
        const std::string line(maker.make(writer.head(), payload));
        measured.bytes = line.size();
        const auto append = [&] { return without_value(writer.append(payload)); };
        const auto write = [&]() -> Status {
            RETURN_IF_ERROR(bare->write(line));
            return bare->sync();
        };
        if (i % 2 == 0) RETURN_IF_ERROR(timed(measured.lines, append));
        RETURN_IF_ERROR(timed(measured.bare, write));
        if (i % 2 == 1) RETURN_IF_ERROR(timed(measured.lines, append));
    }
    return measured;
}

struct Summary {
    double median = 0;
    double worst = 0;
};
Summary summary_of(std::vector<double> times) {
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

LocalText in_words(const Summary& of, const LocalText& what) {
    const LocalText median = figure(of.median, 2);
    const LocalText worst = figure(of.worst, 2);
    return {fmt::format("{} {} ms, hoogste {} ms", what.nl, median.nl, worst.nl),
            fmt::format("{} {} ms, worst {} ms", what.en, median.en, worst.en)};
}

void judge(Finding& finding, const Summary& line, const Summary& bare) {
    if (line.median > too_slow_ms || line.worst > given_up_ms) {
        finding.kind = FindingKind::Failed;
        finding.advice = {"Een stap wacht hier te lang. Zet de gegevens op een schijf in deze computer",
                          "A step waits too long here. Put the data on a disk in this machine"};
    } else if (line.median > noticed_ms || line.worst > noticed_once_ms) {
        finding.kind = FindingKind::Mind;
        finding.advice = {"De schijf is traag; een tik wordt merkbaar later beantwoord",
                          "The disk is slow; a tap is answered noticeably later"};
    } else if (bare.median < not_a_disk_ms) {
        finding.kind = FindingKind::Mind;
        finding.advice = {"Zo snel is geen schijf: na een stroomstoring kan het weg zijn",
                          "No disk is that quick: after a power cut it may be gone"};
    }
}

}  // namespace

Finding check_sync(FileSystem& files, const std::filesystem::path& scratch) {
    const auto measured = measure(files, scratch / "sync");
    if (!measured) return failed_by(subject, measured.error());
    if (measured->lines.empty()) return not_tried(subject, {"afgebroken", "interrupted"});
    const Summary line = summary_of(measured->lines);
    const Summary bare = summary_of(measured->bare);
    const LocalText of_line = in_words(line, {"midden", "median"});
    const LocalText of_bare = in_words(bare, {"kaal schrijven", "a bare write"});
    const LocalText ratio = figure(line.median / std::max(bare.median, 0.0001), 2);
    Finding finding{FindingKind::Good, subject, {}};
    finding.measured = {fmt::format("{} keer een regel van {} bytes duurzaam: {}; {}; verhouding {}",
                                    measured->lines.size(), measured->bytes, of_line.nl, of_bare.nl, ratio.nl),
                        fmt::format("a line of {} bytes made durable {} times: {}; {}; ratio {}", measured->bytes,
                                    measured->lines.size(), of_line.en, of_bare.en, ratio.en)};
    judge(finding, line, bare);
    return finding;
}

}  // namespace hamer
