#include "codec/journal/second_copy_json.h"
#include "memory_file_system.h"
#include "procedure/machine.h"
#include "register/register.h"
#include "service/meeting/meeting_service.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <unistd.h>

namespace hamer {
namespace {

using test::FakeClock;

// A service on a disk in memory. The register is left out: these are drills, which never reach it.
class MeetingServiceTest : public testing::Test {
  protected:
    MemoryFileSystem files;
    FakeClock clock;

    MeetingServiceOptions options(OnFailure on_failure = OnFailure::KeepGoing) {
        MeetingServiceOptions made;
        made.data = "data";
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = true;
        made.second_place = "second";
        made.patience = std::chrono::hours(1);  // a verdict comes from the disk, never from the clock
        made.on_failure = on_failure;
        return made;
    }
    std::unique_ptr<MeetingService> open(OnFailure on_failure = OnFailure::KeepGoing) {
        auto service = MeetingService::open(options(on_failure), files, clock);
        EXPECT_TRUE(service);
        return *std::move(service);
    }
    static std::string run(MeetingService& service, const std::string& event, const Fields& with = {}) {
        const auto done = service.execute({Do{event, with}, {}, "chair"});
        return done ? "ok" : std::string(word(done.error().code));
    }
    StoredSession stored(const std::string& id) {
        auto read = read_session(files, sessions_folder("data", true), id);
        EXPECT_TRUE(read) << describe(read.error());
        return *std::move(read);
    }
};

TEST_F(MeetingServiceTest, WhatWasAcceptedIsOnDiskWhenExecuteReturns) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    ASSERT_EQ(run(*service, "meeting.open"), "ok");
    ASSERT_EQ(run(*service, "disturbance.report"), "ok");
    files.power_cut(Survives::Nothing);
    const StoredSession after = stored(service->session_id());
    EXPECT_EQ(after.session.situation(), service->session().situation());
    EXPECT_EQ(after.session.entries().size(), 3u);
}

TEST_F(MeetingServiceTest, ARandomMeetingReadsBackFromItsJournalAsItWas) {
    std::mt19937 random(2025);
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    for (int i = 0; i < 2000; ++i) {
        const Procedure& procedure = service->procedure();
        const auto enabled = enabled_events(procedure, service->session().configuration());
        const auto kind = random() % 12;
        Command command{Undo{}, {}, "chair"};
        if (kind == 0) command.what = AddNote{"notitie met een naam"};
        if (kind > 1 && !enabled.empty())
            command.what = Do{procedure.events[enabled[random() % enabled.size()]].id, {}};
        (void)service->execute(command);
    }
    const StoredSession after = stored(service->session_id());
    EXPECT_EQ(after.session.configuration(), service->session().configuration());
    EXPECT_EQ(after.session.situation(), service->session().situation());
    EXPECT_EQ(entries_as_json(after.session.entries()), entries_as_json(service->session().entries()));
}

TEST_F(MeetingServiceTest, TheNextMeetingIsOfferedTheLastOnesValuesAndNeverADrills) {
    {
        const auto drill = open();
        ASSERT_TRUE(drill->begin(test::meeting(), Language::Dutch));
        EXPECT_EQ(drill->device().last_meeting().name, "");
    }
    MeetingServiceOptions real = options();
    real.drill = false;
    const auto service = MeetingService::open(std::move(real), files, clock);
    ASSERT_TRUE(service && (*service)->begin(test::meeting(), Language::Dutch));
    EXPECT_EQ((*service)->device().last_meeting().name, test::meeting().name);
}

TEST_F(MeetingServiceTest, ARefusalWritesNothing) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    EXPECT_EQ(run(*service, "police.call", {{"number", std::string("112")}}), "not-enabled");
    EXPECT_EQ(stored(service->session_id()).session.entries().size(), 1u);
}

TEST_F(MeetingServiceTest, AfterACrashTheSessionGoesOnWhereItWas) {
    std::string id;
    std::map<std::string, std::string> situation;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::English));
        for (const char* event : {"meeting.open", "disturbance.report", "meeting.suspend", "address.b"})
            run(*service, event);
        id = service->session_id();
        situation = service->session().situation();
        files.fail_at_call(1, Mishap::Death);
        run(*service, "request.speak", {{"speaker", std::string("chair")}});
    }
    files.power_cut(Survives::Everything);
    const auto service = open();
    ASSERT_TRUE(service->reopen(id));
    EXPECT_EQ(service->session().situation(), situation);
    EXPECT_EQ(service->session().meeting(), test::meeting());
    EXPECT_EQ(service->session().language(), Language::English);
    ASSERT_TRUE(service->reopened());
    EXPECT_EQ(run(*service, "request.speak", {{"speaker", std::string("chair")}}), "ok");
}

TEST_F(MeetingServiceTest, ATornTailThatWasKeptAsideIsNamedInTheJournalOnceWhateverTheProgramDiedOf) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        id = service->session_id();
    }
    // As after a crash between cutting the tail off and naming it.
    files.put(sessions_folder("data", true) / id / "journal.torn-2", "J1 2 3");
    for (int start = 0; start < 2; ++start) ASSERT_TRUE(open()->reopen(id));
    const StoredSession after = stored(id);
    const auto named = std::ranges::count_if(after.session.entries(),
                                             [](const Entry& entry) { return entry.as<TailDiscarded>() != nullptr; });
    EXPECT_EQ(named, 1);
}

TEST_F(MeetingServiceTest, ASessionThatIsOpenIsRefusedToASecondDesk) {
    const auto first = open();
    ASSERT_TRUE(first->begin(test::meeting(), Language::Dutch));
    const auto second = open();
    const auto refused = second->reopen(first->session_id());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
    EXPECT_EQ(run(*first, "meeting.open"), "ok");
}

TEST_F(MeetingServiceTest, WhenTheDiskIsFullTheChairIsLedOnAndTheScreenCountsWhatIsNotRecorded) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    ASSERT_EQ(run(*service, "meeting.open"), "ok");
    EXPECT_EQ(service->storage().unrecorded, 0u);
    files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_EQ(run(*service, "disturbance.report"), "ok");
    ASSERT_EQ(run(*service, "meeting.suspend"), "ok");
    EXPECT_EQ(service->session().situation().at("meeting"), "suspended");
    EXPECT_EQ(service->storage().unrecorded, 2u);
    EXPECT_NE(service->storage().reason.find("No space left"), std::string::npos) << service->storage().reason;
}

TEST_F(MeetingServiceTest, WhenThereIsSpaceAgainTheWaitingStepsAndTheGapAreJournaled) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    ASSERT_EQ(run(*service, "meeting.open"), "ok");
    files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_EQ(run(*service, "disturbance.report"), "ok");
    files.free_space();
    ASSERT_EQ(run(*service, "meeting.suspend"), "ok");
    while (service->storage().unrecorded > 0) {
        std::this_thread::yield();  // the recorder's own retry; the test ends by the program's time limit if it never
                                    // comes
    }
    ASSERT_EQ(run(*service, "address.b"), "ok");
    const StoredSession after = stored(service->session_id());
    EXPECT_EQ(after.session.situation(), service->session().situation());
    const auto continued =
        std::ranges::find_if(after.session.entries(), [](const Entry& entry) { return entry.as<JournalContinued>(); });
    ASSERT_NE(continued, after.session.entries().end());
    EXPECT_GE(continued->as<JournalContinued>()->unrecorded, 1u);
}

TEST_F(MeetingServiceTest, AFailedSyncAtAnyCallLosesNoStepThatWasAcknowledged) {
    for (std::size_t call = 1; call <= 12; ++call) {
        files = MemoryFileSystem();
        std::uint64_t acknowledged = 0;
        std::string id;
        {
            const auto service = open(OnFailure::GiveUp);
            ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
            id = service->session_id();
            files.fail_at_call(call, Mishap::InputOutputError);
            for (const char* event : {"meeting.open", "disturbance.report", "meeting.suspend", "address.b"}) {
                const auto done = service->execute({Do{event, {}}, {}, "chair"});
                // A step that was refused for the disk leaves those that build on it not enabled.
                if (done) acknowledged = *done;
            }
        }
        files.power_cut(Survives::Nothing);
        EXPECT_GE(stored(id).session.entries().size(), acknowledged) << "fault at call " << call;
    }
}

TEST_F(MeetingServiceTest, AScriptIsToldThatAStepIsNotRecordedAndTheSituationIsUnchanged) {
    const auto service = open(OnFailure::GiveUp);
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    files.fail_at_call(1, Mishap::FullDisk);
    const auto situation = service->session().situation();
    EXPECT_EQ(run(*service, "meeting.open"), "storage");
    EXPECT_EQ(service->session().situation(), situation);
    files.free_space();
    EXPECT_EQ(run(*service, "meeting.open"), "ok");
    EXPECT_EQ(stored(service->session_id()).session.situation(), service->session().situation());
}

// A suspension as the third entry, to be chained to the entry of that hash.
std::string second_copy_line(const std::string& after) {
    const std::string payload =
        R"({"kind":"step","at":"2026-03-12T20:10:00.000+01:00","boot":"b","mono":1,"actor":"chair","event":"meeting.suspend","fields":{"reason":"lawaai"},"to":{"meeting":"suspended"}})";
    return write_second_copy_line({3, {payload, {}}, "", after}) + "\n";
}

TEST_F(MeetingServiceTest, StepsInTheSecondPlaceComeBackAtTheNextStart) {
    // A disk that fills up can leave the beginning of the line behind; damage at the very end looks like other bytes.
    for (const char* left_behind : {"", "J1 3 ", "J1 3 1", "J2 3 1", "#"}) {
        SCOPED_TRACE(left_behind);
        files = MemoryFileSystem();
        std::string id;
        {
            const auto service = open();
            ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
            ASSERT_EQ(run(*service, "meeting.open"), "ok");
            id = service->session_id();
            // The session's disk fails for one call only; what the second place got before the process died must be
            // used.
            files.put(second_place_for("second", id), second_copy_line(stored(id).journal.head().hash));
        }
        const auto journal = sessions_folder("data", true) / id / "journal";
        files.put(journal, files.get(journal) + left_behind);
        const auto service = open();
        ASSERT_TRUE(service->reopen(id));
        EXPECT_EQ(service->session().situation().at("meeting"), "suspended");
        EXPECT_EQ(service->reopened()->brought_back, 1u);
        EXPECT_EQ(stored(id).session.situation().at("meeting"), "suspended");
    }
}

// As when the journal was damaged since, and went on otherwise: the number fits, what came before it does not.
TEST_F(MeetingServiceTest, AStepInTheSecondPlaceThatBelongsBehindAnotherEntryStaysThere) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        const std::string of_the_first = stored(service->session_id()).journal.head().hash;
        ASSERT_EQ(run(*service, "meeting.open"), "ok");
        id = service->session_id();
        files.put(second_place_for("second", id), second_copy_line(of_the_first));
    }
    const auto service = open();
    ASSERT_TRUE(service->reopen(id));
    EXPECT_EQ(service->session().situation().at("meeting"), "running");
    EXPECT_EQ(service->reopened()->brought_back, 0u);
    EXPECT_TRUE(files.exists(second_place_for("second", id))) << "it may be the only trace of something";
}

TEST_F(MeetingServiceTest, NothingIsLeftInTheSecondPlaceWhenTheMeetingIsPutAway) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    ASSERT_EQ(run(*service, "meeting.open"), "ok");
    const auto elsewhere = second_place_for("second", service->session_id());
    files.put(elsewhere, "{\"text\":\"naam: Jansen\"}\n");
    ASSERT_EQ(run(*service, "meeting.close"), "ok");
    EXPECT_TRUE(files.exists(elsewhere)) << "not before all is in the journal";
    ASSERT_TRUE(service->put_away());
    EXPECT_FALSE(files.exists(elsewhere));
}

TEST_F(MeetingServiceTest, AClockThatIsSetBackIsJournaledBeforeTheNextStep) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    clock.set_wall_back(3'600'000);
    ASSERT_EQ(run(*service, "meeting.open"), "ok");
    const auto& entries = service->session().entries();
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_TRUE(entries[1].as<ClockJumped>());
}

TEST_F(MeetingServiceTest, AMeetingIsPutAwayOnlyWhenItIsClosed) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    EXPECT_FALSE(service->put_away());
    run(*service, "meeting.open");
    run(*service, "meeting.close");
    const std::string id = service->session_id();
    ASSERT_TRUE(service->put_away());
    EXPECT_FALSE(service->has_session());
    EXPECT_TRUE(stored(id).session.is_put_away());
}

TEST_F(MeetingServiceTest, AnErasedRecordIsNotAmongThoseInTheRegisterAndTheOthersKeepTheirNumber) {
    const auto store = std::filesystem::path(testing::TempDir()) / ("hamer-desk-" + std::to_string(::getpid()) + ".db");
    MeetingServiceOptions real = options();
    real.drill = false;
    real.settings.register_place = store.string();
    const auto service = MeetingService::open(std::move(real), files, clock).value();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    for (const char* event : {"meeting.open", "disturbance.report", "disturbance.end", "disturbance.report",
                              "disturbance.end", "meeting.close"})
        ASSERT_EQ(run(*service, event), "ok") << event;
    ASSERT_EQ(service->handed_over().size(), 2U);
    ASSERT_TRUE(
        Register::open(store.string()).value().erase_record(service->session_id() + "-1", "clerk", clock.now().at));

    ASSERT_TRUE(service->execute({AddNote{"Wat later nog te binnen schoot."}, {}, "clerk"}));
    clock.advance(60'000);
    service->tend();
    ASSERT_EQ(service->handed_over().size(), 1U);
    EXPECT_EQ(service->handed_over()[0].incident, 1U);
    std::filesystem::remove(store);
}

TEST_F(MeetingServiceTest, ASessionWhoseProcedureFileWasChangedIsNotContinued) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        id = service->session_id();
    }
    files.put(sessions_folder("data", true) / id / "procedure.json", test::leiden_text() + " ");
    const auto service = open();
    const auto refused = service->reopen(id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
}

}  // namespace
}  // namespace hamer
