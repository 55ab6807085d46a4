// A meeting of twelve hours with twenty thousand entries, before the real screens: memory grows with what is recorded
// and with nothing else, and a frame, a step and a start cost at the end what they cost at the beginning.
#include "allocations.h"
#include "long_form.h"
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"
#include "support/driver/driver.h"
#include "support/leiden.h"
#include "ui/shell/app.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <unistd.h>

namespace hamer::test {
namespace {

constexpr std::size_t entries_of_the_meeting = 20'000 / slower;
constexpr std::int64_t seconds_of_the_meeting = 12 * 60 * 60;

class StillClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {{start + passed_, 60}, "boot", passed_}; }
    void advance(std::int64_t milliseconds) { passed_ += milliseconds; }

  private:
    static constexpr std::int64_t start = 1'773'342'000'000;  // 2026-03-12T20:00:00+01:00
    std::int64_t passed_ = 0;
};

// In memory where there is such a place: forty thousand syncs of a real disk say nothing here.
class Folder {
  public:
    Folder() {
        std::string name = ::access("/dev/shm", W_OK) == 0
                               ? std::string("/dev/shm/hamer-XXXXXX")
                               : (std::filesystem::temp_directory_path() / "hamer-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

std::uint64_t size_of(const std::filesystem::path& folder) {
    std::uint64_t size = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.is_regular_file()) size += file.file_size();
    }
    return size;
}

// Disturbance after disturbance, with notes and private texts, a step taken back and an amendment. An amendment of
// entry 0 means the last report of a disturbance.
const std::vector<Command>& round_of_steps() {
    const auto step = [](const char* event, Fields with = {}) {
        return Command{Do{event, std::move(with)}, std::nullopt, "chair"};
    };
    const auto note = [](const char* text) { return Command{AddNote{text}, std::nullopt, "clerk"}; };
    static const std::vector<Command> commands = {
        step("disturbance.report"),
        note("Mevrouw Özdemir roept door de inspreker heen."),
        step("meeting.suspend"),
        {Amend{0, {{"what", std::string("geroep en gefluit")}}}, std::nullopt, "clerk"},
        step("address.a", {{"agreement", std::string("daarna rustig zitten")}}),
        {Undo{"Verkeerde knop"}, std::nullopt, "chair"},
        step("address.b"),
        step("request.speak",
             {{"speaker", std::string("chair")}, {"to", std::string("mevrouw Özdemir op de tribune")}}),
        step("request.refuse"),
        note("Eén bezoeker filmt."),
        step("disturbance.end"),
        step("meeting.resume"),
        note("De vergadering gaat verder."),
    };
    return commands;
}

// The whole program but for the window.
class Program {
  public:
    explicit Program(const std::filesystem::path& data) {
        MeetingServiceOptions options;
        options.data = data;
        options.settings.municipality = municipality();
        options.procedure_file = "leiden-2025.json";
        options.procedure_text = leiden_text();
        options.patience = std::chrono::hours(1);
        service_ = *MeetingService::open(std::move(options), files_, clock_);
    }

    void begin() {
        ASSERT_TRUE(service_->begin(meeting(), Language::Dutch));
        app_.emplace(*service_);
        driver_.emplace([this](ui::Ui& ui) { app_->draw(ui); });
        driver_->settle();
        execute({Do{"meeting.open", {}}, std::nullopt, "chair"});
    }

    // Steps and notes, evenly, until the meeting has so many entries; the screen is drawn now and then, in the long
    // form after each.
    void go_on_until(std::size_t entries) {
        constexpr std::int64_t between_ms = seconds_of_the_meeting * 1000 / std::int64_t(entries_of_the_meeting);
        while (service_->session().entries().size() < entries && !testing::Test::HasFatalFailure()) {
            clock_.advance(between_ms);
            next_step();
            if (long_form() || next_ % 4 == 0) driver_->pass(between_ms);
        }
    }
    // So many seconds in which nothing is recorded.
    void wait(std::size_t seconds) {
        for (std::size_t i = 0; i < seconds; ++i) second();
    }

    void second() {
        clock_.advance(1000);
        driver_->pass(1000);
    }
    void next_step() {
        Command command = round_of_steps()[next_++ % round_of_steps().size()];
        if (auto* amend = std::get_if<Amend>(&command.what)) {
            amend->seq = session().steps("disturbance.report").back()->seq;
        }
        execute(command);
    }
    void frame() { driver_->frame(); }

    [[nodiscard]] const Session& session() const { return service_->session(); }
    [[nodiscard]] const std::string& id() const { return service_->session_id(); }
    [[nodiscard]] Status reopen(const std::string& id) { return service_->reopen(id); }

  private:
    void execute(const Command& command) {
        const auto done = service_->execute(command);
        ASSERT_TRUE(done) << done.error().message.en;
    }

    SystemFiles files_;
    StillClock clock_;
    std::unique_ptr<MeetingService> service_;
    std::optional<ui::App> app_;
    std::optional<ui::Driver> driver_;
    std::size_t next_ = 0;
};

template <typename Work>
std::uint64_t asked_by(Work work) {
    const std::uint64_t before = bytes_asked();
    work();
    return bytes_asked() - before;
}

// What is asked of the heap at this point of the meeting, over two rounds of steps. The middle one of each kind, but of
// the frames after a step the dearest save three: four of them follow a step taken back or an amendment.
struct Cost {
    std::uint64_t still_frame = 0;
    std::uint64_t second = 0;
    std::uint64_t step = 0;
    std::uint64_t frame_after_step = 0;
};

Cost cost_of(Program& program) {
    std::vector<std::uint64_t> still, second, step, frame;
    for (std::size_t i = 0; i < 2 * round_of_steps().size(); ++i) {
        step.push_back(asked_by([&] { program.next_step(); }));
        frame.push_back(asked_by([&] { program.frame(); }));
        still.push_back(asked_by([&] { program.frame(); }));
        second.push_back(asked_by([&] { program.second(); }));
    }
    const auto middle = [](std::vector<std::uint64_t>& samples) {
        std::ranges::nth_element(samples, samples.begin() + std::ptrdiff_t(samples.size() / 2));
        return samples[samples.size() / 2];
    };
    std::ranges::sort(frame, std::greater());
    return {middle(still), middle(second), middle(step), frame[3]};
}

// A little more may be asked for longer numbers and fuller tables.
void expect_flat(std::uint64_t early, std::uint64_t late, const char* what) {
    EXPECT_LE(late, early + early / 4 + 256) << what << ": " << late << " bytes asked, at first " << early;
}

std::uint64_t asked_by_reopening(const std::filesystem::path& data, const std::string& id, std::size_t entries) {
    Program program(data);
    const std::uint64_t asked = asked_by([&] { EXPECT_TRUE(program.reopen(id)); });
    EXPECT_EQ(program.session().entries().size(), entries);
    return asked;
}

TEST(Endurance, AMeetingOfTwelveHoursStaysAsLightAndAsQuickAsItBegan) {
    const Folder folder;
    const auto data = folder.path() / "data";
    const auto half = folder.path() / "half";
    Program program(data);
    ASSERT_NO_FATAL_FAILURE(program.begin());

    ASSERT_NO_FATAL_FAILURE(program.go_on_until(100));
    const Cost early = cost_of(program);
    ASSERT_NO_FATAL_FAILURE(program.go_on_until(entries_of_the_meeting / 10));
    const std::uint64_t memory_before = bytes_in_use();
    const std::uint64_t disk_before = size_of(data);
    ASSERT_NO_FATAL_FAILURE(program.go_on_until(entries_of_the_meeting / 2));
    std::filesystem::copy(data, half, std::filesystem::copy_options::recursive);
    ASSERT_NO_FATAL_FAILURE(program.go_on_until(entries_of_the_meeting));

    const std::uint64_t memory_grown = bytes_in_use() - memory_before;
    const std::uint64_t disk_grown = size_of(data) - disk_before;
    RecordProperty("memory", std::to_string(memory_grown));
    RecordProperty("disk", std::to_string(disk_grown));
    EXPECT_LE(memory_grown, 4 * disk_grown) << "the memory of an entry against its bytes on disk";

    program.wait(60);
    const std::uint64_t at_rest = bytes_in_use();
    program.wait(60 * 60);
    EXPECT_LE(bytes_in_use(), at_rest + 4096) << "an hour in which nothing was recorded";

    if (!counts_what_is_asked()) return;
    const Cost late = cost_of(program);
    expect_flat(early.still_frame, late.still_frame, "a frame in which nothing changed");
    expect_flat(early.second, late.second, "a frame of the timer's second");
    expect_flat(early.step, late.step, "a step");
    expect_flat(early.frame_after_step, late.frame_after_step, "the frame after a step");

    const std::size_t entries = program.session().entries().size();
    const std::uint64_t of_half = asked_by_reopening(half, program.id(), entries_of_the_meeting / 2);
    std::filesystem::copy(data, folder.path() / "whole", std::filesystem::copy_options::recursive);
    const std::uint64_t of_whole = asked_by_reopening(folder.path() / "whole", program.id(), entries);
    EXPECT_LE(of_whole, of_half * 9 / 4) << "opening again twice as many entries";
}

}  // namespace
}  // namespace hamer::test
