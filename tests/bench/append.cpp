// From a tap to a durable step, against a bare write and fdatasync of the same bytes in the same folder.
#include "measures.h"
#include "platform/clock.h"
#include "sampling.h"
#include "stored.h"

#include <fcntl.h>
#include <unistd.h>

namespace hamer::bench {

namespace {

constexpr int rounds = 1400;

// The plainest durable append there is.
class BareFile {
  public:
    explicit BareFile(const std::filesystem::path& path)
        : descriptor_(open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) {}
    ~BareFile() { close(descriptor_); }
    BareFile(const BareFile&) = delete;
    BareFile& operator=(const BareFile&) = delete;

    void append(const std::string& bytes) const {
        const bool written = write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
        if (!written || fdatasync(descriptor_) != 0) throw Trouble("the reference file cannot be written");
    }

  private:
    int descriptor_;
};

// What was added to a file since the last time. Reading leaves no trace (O_NOATIME): a changed access time is one more
// thing for the next sync of that file to write, and only Hamer's file is read.
class Growth {
  public:
    explicit Growth(const std::filesystem::path& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOATIME)) {
        (void)take();
    }
    ~Growth() { close(descriptor_); }
    Growth(const Growth&) = delete;
    Growth& operator=(const Growth&) = delete;

    [[nodiscard]] std::string take() const {
        std::string bytes;
        char buffer[4096];
        for (ssize_t count = 0; (count = read(descriptor_, buffer, sizeof buffer)) > 0;) {
            bytes.append(buffer, static_cast<std::size_t>(count));
        }
        return bytes;
    }

  private:
    int descriptor_;
};

Measure measure(std::string what, MeetingService& service) {
    const Growth journal(service.session_folder() / "journal");
    const BareFile bare(service.session_folder() / "reference");
    const auto& steps = round_of_steps();
    std::size_t next = 0;
    const auto tap = [&] {
        const Command& command = steps[next++ % steps.size()];
        bool accepted = false;
        const double taken = milliseconds([&] { accepted = service.execute(command).has_value(); });
        if (!accepted || service.storage().unrecorded > 0) throw Trouble("a step was not recorded");
        return taken;
    };
    (void)tap();
    std::string bytes = journal.take();
    const auto bare_append = [&] { return milliseconds([&] { bare.append(bytes); }); };
    const auto [hamer, reference] = by_turns(
        rounds,
        [&] {
            const double taken = tap();
            bytes = journal.take();
            return taken;
        },
        bare_append);
    return {.what = std::move(what),
            .unit = "ms",
            .hamer = hamer,
            .reference = reference,
            .reference_is = "write and fdatasync of the same bytes to another file in the same folder",
            .bar = {Bar::Kind::RatioAtMost, 1.15}};
}

}  // namespace

Measures measure_append(const Options& options) {
    SystemFiles files;
    const SystemClock clock;
    Measures measures;
    {
        const auto service = open_service(options.folder / "append", files, clock);
        if (!service->begin({"Raadsvergadering", "2026-03-12", "", "", "Raadzaal", true, MeetingKind::Council, {}, {}},
                            Language::Dutch) ||
            !service->execute({Do{"meeting.open", {}}, std::nullopt, "chair"})) {
            throw Trouble("the meeting cannot be opened");
        }
        measures.push_back(measure("tap to durable state", *service));
    }
    const Stored stored = store_session(options.folder / "append-long", 10'000 - round_of_steps().size());
    const auto service = open_service(stored.data, files, clock);
    if (!service->reopen(stored.id)) throw Trouble("the session cannot be reopened");
    for (std::size_t i = 1; i < round_of_steps().size(); ++i) (void)service->execute(round_of_steps()[i]);
    Measure late = measure("the same, after 10,000 entries", *service);
    late.bar = {};
    measures.push_back(std::move(late));
    return measures;
}

}  // namespace hamer::bench
