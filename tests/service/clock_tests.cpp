// The machine's clock is set back, goes through both changes of daylight saving, and stands still for a night: what the
// log and the incident record say of it.
#include "codec/record/record_json.h"
#include "memory_file_system.h"
#include "record/incidents.h"
#include "report/log_lines.h"
#include "service/meeting/meeting_service.h"
#include "support/leiden.h"
#include "support/still_broadcast.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::StillBroadcast;

constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;

// Both of a machine's clocks; they move when told, and only then.
class MovedClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {{wall, offset}, boot, since_boot}; }
    void pass(std::int64_t milliseconds) {
        wall += milliseconds;
        since_boot += milliseconds;
    }

    std::int64_t wall = 1'773'342'000'000;  // 2026-03-12T20:00:00+01:00
    int offset = 60;
    std::string boot = "boot";
    std::int64_t since_boot = 0;
};

class ClockOfTheService : public testing::Test {
  protected:
    ClockOfTheService() { open(true); }
    // A drill leaves the register out, and the broadcast.
    void open(bool drill) {
        MeetingServiceOptions made;
        made.data = "data";
        made.drill = drill;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.patience = std::chrono::hours(1);
        service = *MeetingService::open(made, files, clock);
    }
    void begin() { ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch)); }
    void run(const std::string& event, const Fields& with = {}) {
        const auto done = service->execute({Do{event, with}, {}, "chair"});
        ASSERT_TRUE(done) << event;
        EXPECT_EQ(*done, entries().back().seq) << "the number of the step, not of what stands before it";
    }
    void run_all(const std::vector<std::string>& events, std::int64_t apart = minute) {
        for (const std::string& event : events) {
            clock.pass(apart);
            run(event);
        }
    }
    [[nodiscard]] const std::vector<Entry>& entries() const { return service->session().entries(); }
    [[nodiscard]] std::vector<std::int64_t> jumps() const {
        std::vector<std::int64_t> found;
        for (const Entry& entry : entries()) {
            if (const auto* jump = entry.as<ClockJumped>()) found.push_back(jump->milliseconds);
        }
        return found;
    }
    // Read back from the disk, as a clerk does.
    [[nodiscard]] IncidentRecord record() {
        const auto stored = read_session(files, sessions_folder("data", true), service->session_id());
        EXPECT_TRUE(stored);
        const auto made = incidents(stored->session, test::municipality(), "id", stored->journal.head().hash);
        EXPECT_EQ(made.size(), 1u);
        return made.empty() ? IncidentRecord{} : made.front();
    }

    MovedClock clock;
    MemoryFileSystem files;
    std::unique_ptr<MeetingService> service;
    StillBroadcast::Board board;
};

TEST_F(ClockOfTheService, AChangeStandsBeforeTheNextEntryWhoeverMakesIt) {
    open(false);
    service->set_broadcast(std::make_unique<StillBroadcast>(board));
    begin();
    run_all({"broadcast.start", "meeting.open"});
    clock.wall -= hour;
    board.reports.push_back({clock.now().at, {"verbonden", "connected"}});
    service->tend();
    ASSERT_GE(entries().size(), 2u);
    EXPECT_EQ(jumps(), std::vector{-hour});
    EXPECT_TRUE(entries()[entries().size() - 2].as<ClockJumped>());
    EXPECT_TRUE(entries().back().as<BroadcastObserved>());
    run_all({"disturbance.report", "meeting.suspend"});
    EXPECT_EQ(jumps(), std::vector{-hour}) << "once";
}

TEST_F(ClockOfTheService, TheOrderOfTheEntriesIsThatInWhichTheyHappened) {
    begin();
    run_all({"meeting.open", "disturbance.report"});
    clock.wall -= hour;
    run_all({"meeting.suspend", "address.b"});
    clock.wall += 2 * hour;
    run_all({"disturbance.end"});
    EXPECT_EQ(jumps(), (std::vector{-hour, 2 * hour}));
    for (std::size_t i = 1; i < entries().size(); ++i) {
        EXPECT_EQ(entries()[i].seq, entries()[i - 1].seq + 1);
        EXPECT_GE(entries()[i].stamp.monotonic_ms, entries()[i - 1].stamp.monotonic_ms);
    }
    std::vector<std::string> steps;
    for (const LogLine& line : log_lines(service->session(), Language::English)) {
        if (!line.system) steps.push_back(line.text);
        EXPECT_FALSE(line.late) << line.text << ": nothing was recorded later than it happened";
    }
    EXPECT_EQ(steps, (std::vector<std::string>{"Meeting opened", "Disturbance", "Meeting suspended",
                                               "Scenario B: stop at once", "Disturbance over"}));
}

TEST_F(ClockOfTheService, TheRecordSaysThatTheClockWasChangedAndHowLongItReallyLasted) {
    begin();
    run_all({"meeting.open", "disturbance.report", "meeting.suspend"});
    clock.wall -= hour;
    run_all({"address.b", "disturbance.end", "meeting.close"});
    const IncidentRecord made = record();
    ASSERT_TRUE(made.ended);
    EXPECT_LT(made.ended->at.at, made.started.at) << "as the clock said";
    EXPECT_EQ(lasted_ms(made), 3 * minute);
    ASSERT_EQ(made.clock_changes.size(), 1u);
    EXPECT_EQ(made.clock_changes[0].milliseconds, -hour);
    const std::string json = write_record(made);
    EXPECT_NE(json.find("\"clock_changes\""), std::string::npos);
    const auto again = read_record(json, "record.json");
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(*again, made);
}

TEST_F(ClockOfTheService, AChangeBeforeTheIncidentIsNotInItsRecord) {
    begin();
    clock.wall -= hour;
    run_all({"meeting.open", "disturbance.report", "disturbance.end", "meeting.close"});
    EXPECT_EQ(jumps(), std::vector{-hour});
    EXPECT_TRUE(record().clock_changes.empty());
    EXPECT_EQ(write_record(record()).find("clock_changes"), std::string::npos)
        << "records without one stay as they were";
}

struct Summer {
    const char* name;
    std::int64_t begins;  // a quarter of an hour before
    int before, after;
    const char* last;
    const char* first;
};

class ClocksThatChange : public ClockOfTheService, public testing::WithParamInterface<Summer> {};

TEST_P(ClocksThatChange, WithDaylightSavingJumpNowhere) {
    clock.wall = GetParam().begins;
    clock.offset = GetParam().before;
    begin();
    run_all({"meeting.open", "disturbance.report"}, 5 * minute);
    const Instant last = entries().back().stamp.at;
    clock.offset = GetParam().after;
    run_all({"meeting.suspend", "disturbance.end", "meeting.close"}, 5 * minute);
    EXPECT_TRUE(jumps().empty()) << "only its name for the hour is another one";
    EXPECT_EQ(to_rfc3339(last), GetParam().last);
    EXPECT_EQ(to_rfc3339(entries()[3].stamp.at), GetParam().first);
    EXPECT_EQ(lasted_ms(record()), 10 * minute);
    EXPECT_EQ(record().started.at, last);
    EXPECT_TRUE(record().clock_changes.empty());
}

INSTANTIATE_TEST_SUITE_P(Leiden, ClocksThatChange,
                         testing::Values(Summer{"forward", 1'774'745'100'000, 60, 120, "2026-03-29T01:55:00.000+01:00",
                                                "2026-03-29T03:00:00.000+02:00"},
                                         Summer{"back", 1'792'889'100'000, 120, 60, "2026-10-25T02:55:00.000+02:00",
                                                "2026-10-25T02:00:00.000+01:00"}),
                         [](const auto& each) { return each.param.name; });

TEST_F(ClockOfTheService, AMachineThatSleptForANightJumpsNowhereAndCountsTheNight) {
    begin();
    run_all({"meeting.open", "disturbance.report"});
    const Entry report = entries().back();
    clock.pass(9 * hour);  // the clock that never goes back counts the sleep too
    run("disturbance.end");
    EXPECT_TRUE(jumps().empty());
    EXPECT_EQ(service->session().passed_since(report, clock.now()), 9 * hour);
}

TEST_F(ClockOfTheService, HowLongAgoIsRightWhateverWasDoneToTheClock) {
    begin();
    run_all({"meeting.open", "disturbance.report"});
    const Entry report = entries().back();
    const auto ago = [&] { return service->session().passed_since(report, clock.now()); };
    clock.pass(7 * minute);
    clock.wall -= hour;
    EXPECT_EQ(ago(), 7 * minute) << "also before the change is journaled";
    run("meeting.suspend");
    EXPECT_EQ(ago(), 7 * minute);
    // The machine is started again; another one that looks on.
    clock.boot = "another";
    clock.since_boot = 5 * second;
    EXPECT_EQ(ago(), 7 * minute) << "by the wall clock, less the change in the journal";
}

TEST_F(ClockOfTheService, AClockThatIsBehindAfterARestartOfTheMachineIsJournaled) {
    begin();
    run_all({"meeting.open"});
    const std::string id = service->session_id();
    clock.boot = "another";
    clock.since_boot = 0;
    clock.wall -= 3 * hour;  // an empty battery
    run("disturbance.report");
    EXPECT_EQ(jumps(), std::vector{-3 * hour});
}

}  // namespace
}  // namespace hamer
