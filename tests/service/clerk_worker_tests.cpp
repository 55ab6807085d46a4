// The clerk's work on its own thread: in order, answered here, and with a link that comes back.
#include "platform/system_files.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"
#include "service/store/archive.h"
#include "support/leiden.h"
#include "support/places.h"

#include <filesystem>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace hamer {
namespace {

Error lost() { return {ErrorKind::Storage, "server", "the connection is gone", {}, Trouble::NotReachable}; }

class ClerkServiceTest : public testing::Test {
  protected:
    ClerkServiceTest() { folder = test::make_temporary_folder("hamer-clerk"); }
    ~ClerkServiceTest() override { std::filesystem::remove_all(folder); }

    Result<ClerkService> open() {
        ++opened;
        if (is_down) return tl::unexpected<Error>(lost());
        ClerkService::Options options{.settings = {}, .data = folder, .user = "griffier"};
        options.settings.municipality = test::municipality();
        return ClerkService::open(options, files, clock);
    }
    template <typename Value>
    Result<Value> answer(std::function<Result<Value>(ClerkService&)> work,
                         ClerkWorker::Again again = ClerkWorker::Again::Yes) {
        std::optional<Result<Value>> came;
        worker.ask<Value>(
            std::move(work), [&](Result<Value> value) { came.emplace(std::move(value)); }, again);
        while (worker.busy()) {
            worker.await();
            worker.take();
        }
        return *came;
    }

    std::filesystem::path folder;
    SystemFiles files;
    test::FakeClock clock;
    int opened = 0;  // the service's thread, and only between an asking and its answer
    bool is_down = false;
    ClerkWorker worker{[this] { return open(); }, [] {}, clock};
};

TEST_F(ClerkServiceTest, OpensNothingBeforeItIsAsked) {
    EXPECT_EQ(opened, 0);
    EXPECT_FALSE(worker.busy());
    EXPECT_FALSE(worker.take());
    EXPECT_EQ(worker.waiting_ms(), 0);
}

TEST_F(ClerkServiceTest, AnswersInOrderOnTheThreadThatAsks) {
    std::vector<int> told;
    for (int i = 0; i < 3; ++i) {
        worker.ask<int>([i](ClerkService&) -> Result<int> { return i; },
                        [&, here = std::this_thread::get_id()](const Result<int>& value) {
                            EXPECT_EQ(std::this_thread::get_id(), here);
                            told.push_back(*value);
                        });
    }
    EXPECT_TRUE(worker.busy());
    while (worker.busy()) {
        worker.await();
        worker.take();
    }
    EXPECT_EQ(told, (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(opened, 1);
}

TEST_F(ClerkServiceTest, WhatALostLinkBrokeOffIsDoneOnceMoreWithANewOne) {
    ASSERT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; }));
    int tried = 0;
    const auto done = answer<int>([&](ClerkService&) -> Result<int> {
        if (++tried == 1) return tl::unexpected<Error>(lost());
        return 7;
    });
    EXPECT_EQ(done.value(), 7);
    EXPECT_EQ(tried, 2);
    EXPECT_EQ(opened, 2);
}

// Whatever the clerk chose: a folder is no meeting, and what is far too large is not read.
TEST_F(ClerkServiceTest, TakesInFilesOfAMeetingsSizeAlone) {
    const auto large = folder / "large.tar.gz";
    { const std::ofstream made(large); }
    std::filesystem::resize_file(large, ArchiveLimits().bytes + 1);
    for (const auto& [file, trouble] : {std::pair{folder, Trouble::NotAFile}, std::pair{large, Trouble::TooLarge}}) {
        const auto taken = answer<ImportedSession>([&file = file](ClerkService& clerk) { return clerk.import(file); });
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().trouble, trouble) << describe(taken.error());
        EXPECT_EQ(taken.error().where, file.string());
    }
}

// In doubt whether it was stored: it was.
TEST_F(ClerkServiceTest, AnIncidentThatIsToldAgainBeginsNoSecondRecord) {
    ASSERT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; }));
    ReportedIncident incident;
    incident.id = new_report_id(clock.now().at);
    incident.what = "bedreigd op straat";
    incident.started = clock.now().at;
    int tried = 0;
    const auto told = [&](ClerkService& service) -> Result<StoredRecord> {
        auto stored = service.report(incident);
        if (stored && ++tried == 1) return tl::unexpected<Error>(lost());
        return stored;
    };
    const auto number_of_records = [&] {
        return answer<std::size_t>([](ClerkService& service) -> Result<std::size_t> { return service.list()->size(); })
            .value();
    };
    EXPECT_EQ(answer<StoredRecord>(told).value().revision, 1);
    EXPECT_EQ(tried, 2);
    EXPECT_EQ(number_of_records(), 1U);

    incident.what = "bedreigd op straat, door twee mannen";  // pressed once more, with more in it
    EXPECT_EQ(answer<StoredRecord>(told).value().revision, 2);
    EXPECT_EQ(number_of_records(), 1U);

    ASSERT_TRUE(answer<SavedRecord>([&](ClerkService& service) {
        Dossier dossier;
        dossier.reason = "woningbouw";
        return service.save(incident.id, 2, dossier);
    }));
    const auto refused = answer<StoredRecord>(told);
    ASSERT_FALSE(refused) << "what was filled in would be lost";
    EXPECT_EQ(refused.error().trouble, Trouble::SavedByOther);
}

TEST_F(ClerkServiceTest, WhatMayBeDoneOnlyOnceIsNotRepeatedButTheNextActHasANewLink) {
    ASSERT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; }));
    int tried = 0;
    const auto refused = answer<int>(
        [&](ClerkService&) -> Result<int> {
            ++tried;
            return tl::unexpected<Error>(lost());
        },
        ClerkWorker::Again::No);
    EXPECT_FALSE(refused);
    EXPECT_EQ(tried, 1);
    EXPECT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; }));
    EXPECT_EQ(opened, 2);
}

TEST_F(ClerkServiceTest, AServerThatOnlyCopiesAnotherIsLeftForOneThatTakesWrites) {
    ASSERT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; }));
    int tried = 0;
    const auto done = answer<int>([&](ClerkService&) -> Result<int> {
        if (++tried == 1) return fail(ErrorKind::Storage, "server", "a copy", {}, Trouble::TakesNoWrites);
        return 7;
    });
    EXPECT_EQ(done.value(), 7);
    EXPECT_EQ(opened, 2);
}

TEST_F(ClerkServiceTest, ARefusalLeavesTheLinkAsItIs) {
    for (int i = 0; i < 2; ++i) {
        EXPECT_FALSE(answer<int>([](ClerkService&) -> Result<int> { return fail(ErrorKind::Refused, "row", "no"); }));
    }
    EXPECT_EQ(opened, 1);
}

TEST_F(ClerkServiceTest, AServerThatIsDownIsTriedAtMostOnceASecond) {
    is_down = true;
    // The clock goes on by a second at each look: one for the asking.
    const auto ask = [&] { return answer<int>([](ClerkService&) -> Result<int> { return 0; }); };
    for (int i = 0; i < 3; ++i) {
        const auto refused = ask();
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().trouble, Trouble::NotReachable);
    }
    EXPECT_EQ(opened, 3) << "a second passed each time";
    clock.advance(-1000);
    EXPECT_FALSE(ask());
    EXPECT_EQ(opened, 3) << "in the same second";
    is_down = false;
    EXPECT_TRUE(ask()) << "it comes back by itself";
}

TEST_F(ClerkServiceTest, WhatIsNotWaitedForAnyMoreIsAnErrorAndTheNextThingBegins) {
    ASSERT_TRUE(answer<int>([](ClerkService&) -> Result<int> { return 0; })) << "its link is open before it is silent";
    std::promise<void> end;
    std::vector<Trouble> told;
    const auto silent = [held = std::shared_future<void>(end.get_future())](ClerkService&) -> Result<int> {
        held.wait();
        return 0;
    };
    for (int i = 0; i < 2; ++i) {
        worker.ask<int>(silent, [&](const Result<int>& value) {
            ASSERT_FALSE(value);
            told.push_back(value.error().trouble);
        });
    }
    clock.advance(5000);
    EXPECT_GE(worker.waiting_ms(), 5000);
    EXPECT_FALSE(worker.take());
    worker.give_up();
    EXPECT_FALSE(worker.busy());
    EXPECT_EQ(told, (std::vector<Trouble>{Trouble::TimedOut, Trouble::TimedOut}));
    const auto next = answer<int>([](ClerkService&) -> Result<int> { return 3; });
    EXPECT_EQ(next.value(), 3);
    end.set_value();
}

}  // namespace
}  // namespace hamer
