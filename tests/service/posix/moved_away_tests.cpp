// The journal's files are moved, removed, replaced or cut under a meeting: no step is called recorded that nobody can
// find, and all of them are put there anew. On the real disk, where writing in such a file succeeds.
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"
#include "support/leiden.h"
#include "support/places.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <thread>
#include <unistd.h>

namespace hamer {
namespace {

namespace fs = std::filesystem;

class MovedAway : public testing::Test {
  protected:
    MovedAway() { top = test::make_temporary_folder("hamer-moved"); }
    ~MovedAway() override { fs::remove_all(top); }

    std::unique_ptr<MeetingService> open(OnFailure on_failure, std::chrono::milliseconds retry) {
        MeetingServiceOptions made;
        made.data = top / "data";
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = true;  // the register is no part of this
        made.second_place = top / "second";
        made.patience = std::chrono::hours(1);
        made.retry = retry;
        made.on_failure = on_failure;
        auto service = MeetingService::open(made, files, clock);
        EXPECT_TRUE(service);
        return *std::move(service);
    }
    static bool run(MeetingService& service, const std::string& event) {
        return service.execute({Do{event, {}}, {}, "chair"}).has_value();
    }
    static bool note(MeetingService& service) {
        return service.execute({AddNote{"Eén notitie."}, {}, "clerk"}).has_value();
    }
    std::unique_ptr<MeetingService> meeting(OnFailure on_failure = OnFailure::KeepGoing,
                                            std::chrono::milliseconds retry = std::chrono::milliseconds(5)) {
        auto service = open(on_failure, retry);
        EXPECT_TRUE(service->begin(test::meeting(), Language::Dutch));
        EXPECT_TRUE(run(*service, "meeting.open"));
        EXPECT_TRUE(note(*service));
        folder = service->session_folder();
        return service;
    }
    static void replace(const fs::path& path, const std::string& bytes) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    static std::string bytes_of(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // What can be done to the files of a meeting that runs.
    using Deed = std::function<void(const MovedAway&)>;
    static std::map<std::string, Deed> deeds() {
        return {
            {"the data folder is removed", [](const auto& t) { fs::remove_all(t.top / "data"); }},
            {"the session's folder is removed", [](const auto& t) { fs::remove_all(t.folder); }},
            {"the session's folder is moved", [](const auto& t) { fs::rename(t.folder, t.top / "elsewhere"); }},
            {"the data folder is moved and a copy put back",
             [](const auto& t) {
                 fs::rename(t.top / "data", t.top / "elsewhere");
                 fs::copy(t.top / "elsewhere", t.top / "data", fs::copy_options::recursive);
             }},
            {"the journal is removed", [](const auto& t) { fs::remove(t.folder / "journal"); }},
            {"the journal is rotated",
             [](const auto& t) {
                 fs::rename(t.folder / "journal", t.folder / "journal.old");
                 replace(t.folder / "journal", "");
             }},
            {"the journal is replaced by a copy",
             [](const auto& t) {
                 const std::string bytes = bytes_of(t.folder / "journal");
                 fs::remove(t.folder / "journal");
                 replace(t.folder / "journal", bytes);
             }},
            {"the journal is emptied", [](const auto& t) { fs::resize_file(t.folder / "journal", 0); }},
            {"the journal is cut in a line", [](const auto& t) { fs::resize_file(t.folder / "journal", 700); }},
            {"another program adds to it",
             [](const auto& t) { std::ofstream(t.folder / "journal", std::ios::app) << "J1 niet van Hamer\n"; }},
        };
    }
    void expect_all_there(const MeetingService& service, const std::string& deed) {
        const auto stored = read_session(files, top / "data/drills", service.session_id());
        ASSERT_TRUE(stored) << deed << ": " << describe(stored.error());
        ASSERT_EQ(stored->session.entries().size(), service.session().entries().size()) << deed;
        EXPECT_EQ(entries_as_json(stored->session.entries()), entries_as_json(service.session().entries())) << deed;
        const auto told = std::ranges::find_if(stored->session.entries(),
                                               [](const Entry& entry) { return entry.as<JournalContinued>(); });
        ASSERT_NE(told, stored->session.entries().end()) << deed;
        EXPECT_NE(told->as<JournalContinued>()->reason.find("while Hamer wrote in it"), std::string::npos) << deed;
    }

    SystemFiles files;
    test::FakeClock clock;
    fs::path top;
    fs::path folder;
};

TEST_F(MovedAway, AStepThatNobodyCanFindIsSaidNotToBeRecordedUntilAllOfThemAreThereAnew) {
    for (const auto& [name, deed] : deeds()) {
        fs::remove_all(top / "data");
        fs::remove_all(top / "elsewhere");
        const auto service = meeting();
        deed(*this);
        ASSERT_TRUE(run(*service, "disturbance.report")) << name << ": the chair is led on";
        while (service->storage().unrecorded > 0) std::this_thread::yield();  // until the recorder tries again
        ASSERT_TRUE(run(*service, "meeting.suspend")) << name;
        EXPECT_EQ(service->storage().unrecorded, 0u) << name << ": " << service->storage().reason;
        expect_all_there(*service, name);
    }
}

TEST_F(MovedAway, AScriptsStepIsRefusedAndTheNextOneFindsAFolderMadeAnew) {
    for (const auto& [name, deed] : deeds()) {
        fs::remove_all(top / "data");
        fs::remove_all(top / "elsewhere");
        // A retry before the script is told would save the step after all.
        const auto service = meeting(OnFailure::GiveUp, std::chrono::hours(1));
        deed(*this);
        EXPECT_FALSE(run(*service, "disturbance.report")) << name;
        EXPECT_TRUE(run(*service, "disturbance.report")) << name;
        EXPECT_TRUE(note(*service)) << name;
        expect_all_there(*service, name);
    }
}

TEST_F(MovedAway, WhileNothingCanBePutThereTheSecondPlaceHasAllOfIt) {
    std::string id, told;
    {
        const auto service = meeting(OnFailure::KeepGoing, std::chrono::hours(1));
        id = service->session_id();
        fs::rename(top / "data", top / "elsewhere");
        replace(top / "data", "no folder");
        ASSERT_TRUE(run(*service, "disturbance.report"));
        ASSERT_TRUE(note(*service));
        EXPECT_EQ(service->storage().unrecorded, 2u);
        EXPECT_NE(service->storage().reason, "");
        EXPECT_FALSE(service->storage().second_place.empty());
        told = entries_as_json(service->session().entries());
    }
    fs::remove(top / "data");
    const auto next = open(OnFailure::KeepGoing, std::chrono::milliseconds(5));
    ASSERT_TRUE(next->reopen(id));
    const auto& entries = next->session().entries();
    ASSERT_GE(entries.size(), 5u);
    EXPECT_EQ(entries_as_json({entries.begin(), entries.begin() + 5}), told);
}

TEST_F(MovedAway, ASessionThatWasReopenedIsPutThereAnewFromItsFirstEntryOn) {
    std::string id;
    {
        const auto first = meeting();
        id = first->session_id();
    }
    const auto service = open(OnFailure::KeepGoing, std::chrono::milliseconds(5));
    ASSERT_TRUE(service->reopen(id));
    fs::remove_all(top / "data");
    ASSERT_TRUE(note(*service));
    while (service->storage().unrecorded > 0) std::this_thread::yield();
    ASSERT_TRUE(run(*service, "disturbance.report"));
    expect_all_there(*service, "reopened");
}

TEST_F(MovedAway, TheFolderThatIsMadeAnewIsLockedToo) {
    const auto service = meeting();
    fs::rename(folder, top / "elsewhere");
    ASSERT_TRUE(note(*service));
    while (service->storage().unrecorded > 0) std::this_thread::yield();
    const auto second = open(OnFailure::GiveUp, std::chrono::milliseconds(5));
    const auto refused = second->reopen(service->session_id());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
}

}  // namespace
}  // namespace hamer
