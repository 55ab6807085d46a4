// Which procedure a session is begun with, and goes on with.
#include "memory_file_system.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/scenario_shelf.h"
#include "support/leiden.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace hamer {
namespace {

using test::FakeClock;

std::string source_text(const std::string& name) {
    std::ifstream file(test::source_path(name));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}
std::string shipped(const std::string& procedure) { return source_text("config/procedures/" + procedure + ".json"); }

class ProcedureChoiceTest : public testing::Test {
  protected:
    void SetUp() override {
        for (const char* name : {"leiden-2025", "gesprek", "medisch"}) {
            files.put(std::string("procedures/") + name + ".json", shipped(name));
        }
    }
    std::unique_ptr<MeetingService> open() {
        MeetingServiceOptions options;
        options.data = "data";
        options.second_place = "second";
        options.settings.municipality = test::municipality();
        options.procedure_file = "procedures/leiden-2025.json";
        options.procedure_text = test::leiden_text();
        options.drill = true;
        options.patience = std::chrono::hours(1);
        auto service = MeetingService::open(std::move(options), files, clock);
        EXPECT_TRUE(service);
        (*service)->offer(procedures_beside(files, "procedures/leiden-2025.json"));
        return *std::move(service);
    }
    static std::vector<std::string> ids(const MeetingService& service) {
        std::vector<std::string> found;
        for (const OfferedProcedure& one : service.procedures()) found.push_back(one.id);
        return found;
    }
    static void step(MeetingService& service, const std::string& event) {
        EXPECT_TRUE(service.execute({Do{event, {}}, {}, "chair"})) << event;
    }

    MemoryFileSystem files;
    FakeClock clock;
};

using Ids = std::vector<std::string>;

TEST_F(ProcedureChoiceTest, TheSettingsOwnIsOfferedFirstAndThenWhatLiesBesideIt) {
    const auto service = open();
    EXPECT_EQ(ids(*service), (Ids{"leiden-2025", "gesprek", "medisch"}));
    EXPECT_TRUE(service->procedures()[1].is_for(MeetingKind::Other));
    EXPECT_FALSE(service->procedures()[1].is_for(MeetingKind::Council));
    EXPECT_TRUE(service->procedures()[2].is_for(MeetingKind::Council));
}

TEST_F(ProcedureChoiceTest, WhatIsNoProcedureOrHasTheIdOfAnotherIsLeftOut) {
    files.put("procedures/broken.json", "{");
    files.put("procedures/again.json", shipped("medisch"));
    files.put("procedures/own-copy.json", shipped("leiden-2025"));
    files.put("procedures/scenario.json", R"({"id": "sit-in", "title": {"nl": "a", "en": "b"}})");
    files.put("procedures/large.json", std::string(largest_procedure + 1, ' '));
    files.put("procedures/notes.txt", shipped("medisch"));
    EXPECT_EQ(ids(*open()), (Ids{"leiden-2025", "medisch", "gesprek"}));
}

TEST_F(ProcedureChoiceTest, ASessionIsBegunWithTheOneThatWasChosenAndGoesOnWithIt) {
    const auto service = open();
    ASSERT_TRUE(service->use("gesprek"));
    EXPECT_EQ(service->usual_kind(), MeetingKind::Other);
    ASSERT_TRUE(service->begin(test::meeting(MeetingKind::Other), Language::Dutch));
    EXPECT_EQ(service->session().opened().procedure_id, "gesprek");
    EXPECT_EQ(files.get(service->session_folder() / "procedure.json"), shipped("gesprek"));
    step(*service, "talk.open");
    const std::string id = service->session_id();
    files.power_cut(Survives::Nothing);

    const auto next = open();
    ASSERT_TRUE(next->reopen_last());
    EXPECT_EQ(next->session_id(), id);
    step(*next, "conduct.report");
    step(*next, "talk.end");
    step(*next, "conduct.end");
    ASSERT_TRUE(next->put_away());
    // The next meeting is no talk.
    ASSERT_TRUE(next->use(next->procedures().front().id));
    ASSERT_TRUE(next->begin(test::meeting(), Language::Dutch));
    EXPECT_EQ(next->session().opened().procedure_id, "leiden-2025");
    EXPECT_EQ(files.get(next->session_folder() / "procedure.json"), test::leiden_text());
}

TEST_F(ProcedureChoiceTest, OneThatIsNotThereOrIsWrongIsRefusedAndNothingChanges) {
    std::string wrong = shipped("medisch");
    wrong.replace(wrong.find("\"target\": \"running\""), 19, "\"target\": \"nowhere\"");
    files.put("procedures/medisch.json", wrong);
    const auto service = open();
    const auto missing = service->use("nergens");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().where, "nergens");
    const auto refused = service->use("medisch");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().where.find("medisch.json"), std::string::npos) << refused.error().where;
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    EXPECT_EQ(service->session().opened().procedure_id, "leiden-2025");
}

TEST_F(ProcedureChoiceTest, AScenarioIsHeldAgainstTheProcedureThatItIsWrittenFor) {
    files.put("scenarios/gesprek.json", source_text("scenarios/gesprek.json"));
    files.put("scenarios/online.json", source_text("scenarios/online.json"));
    files.put("scenarios/sit-in.json", source_text("scenarios/sit-in.json"));
    const auto shelf = shelved_scenarios(files, {"scenarios"}, open()->procedures());
    ASSERT_EQ(shelf.size(), 3u);
    EXPECT_EQ(shelf[0].scenario->id, "sit-in") << "those of the usual procedure come first";
    EXPECT_EQ(shelf[1].scenario->id, "gesprek");
    EXPECT_FALSE(shelf[2].scenario) << "its procedure does not lie there";
    EXPECT_NE(shelf[2].problem->problem.find("is written for"), std::string::npos) << shelf[2].problem->problem;
}

TEST_F(ProcedureChoiceTest, ASessionThatOnlyTheSecondPlaceHasComesBackWithItsProcedure) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->use("medisch"));
        files.fill("data");
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        step(*service, "emergency.declare");
        step(*service, "aed.fetch");
        id = service->session_id();
        ASSERT_GT(service->storage().unrecorded, 0u);
    }  // the disk is still full
    files.power_cut(Survives::Everything);
    const auto next = open();
    ASSERT_TRUE(next->reopen_last());
    ASSERT_TRUE(next->has_session());
    EXPECT_EQ(next->session_id(), id);
    EXPECT_EQ(next->session().opened().procedure_id, "medisch");
    EXPECT_EQ(next->session().situation().at("aed"), "coming");
}

}  // namespace
}  // namespace hamer
