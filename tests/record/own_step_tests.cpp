// Steps that have a meaning to their procedure alone: the record tells them too.
#include "codec/procedure/procedure_json.h"
#include "platform/text_file.h"
#include "record/incidents.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

std::shared_ptr<const Procedure> shipped(const std::string& name) {
    const std::string file = source_path("config/procedures/" + name + ".json");
    auto read = read_procedure(read_text_file(file).value(), file);
    EXPECT_TRUE(read) << describe(read.error());
    return std::make_shared<const Procedure>(*std::move(read));
}

std::vector<std::string> texts(const IncidentRecord& record) {
    std::vector<std::string> found;
    for (const Note& note : record.notes) found.push_back(note.text);
    return found;
}

TEST(OwnStep, StandsAmongTheNotesByItsNameWithWhatGoesWithItSaveWhatIsKeptApart) {
    FakeClock clock;
    Session session = opened_session(clock, shipped("ontruiming"));
    const std::vector<std::pair<std::string, Fields>> steps = {{"meeting.open", {}},
                                                               {"emergency.declare", {{"what", "rook"}}},
                                                               {"help.call", {{"number", "112"}}},
                                                               {"bhv.call", {}},
                                                               {"room.clear", {}},
                                                               {"people.missing", {{"who", "Zebediah Quist"}}},
                                                               {"people.all", {}},
                                                               {"help.arrive", {}},
                                                               {"emergency.over", {}},
                                                               {"help.done", {}}};
    for (const auto& [event, fields] : steps) EXPECT_EQ(run(session, clock, event, fields), "ok") << event;
    const auto records = incidents(session, municipality(), "session", "f00d");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].kind, IncidentKind::Emergency);
    EXPECT_EQ(texts(records[0]), (std::vector<std::string>{
                                     "112-hulp gebeld (Gebeld nummer: 112; Gebeld door: niet gevraagd)", "BHV gebeld",
                                     "Er mist iemand", "Iedereen is buiten", "112-hulp is er", "112-hulp is klaar"}));
    EXPECT_TRUE(records[0].police.empty()) << "a fire engine is no police";
}

TEST(OwnStep, AReportAfterwardsBelongsToItsIncidentAndWhatWasTakenBackDoesNotStandThere) {
    FakeClock clock;
    Session session = opened_session(clock, shipped("online"), MeetingKind::Other);
    for (const char* event : {"conduct.report", "limit.say", "picture.skip"})
        EXPECT_EQ(run(session, clock, event), "ok");
    EXPECT_EQ(run(session, Command{Undo{"vergissing"}, {}, "chair"}, clock), "ok");
    for (const char* event : {"picture.keep", "online.leave"}) EXPECT_EQ(run(session, clock, event), "ok");
    EXPECT_EQ(run(session, clock, "notice.make", {{"to", "clerk"}}), "ok");
    const auto records = incidents(session, municipality(), "session", "f00d");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(texts(records[0]), (std::vector<std::string>{"Grens gesteld", "Beeld bewaard",
                                                           "Incident gemeld (Gemeld bij: de griffier)"}));
    ASSERT_TRUE(records[0].ended);
}

TEST(OwnStep, ThereIsNoneInLeidensProcedure) {
    const auto& events = leiden()->events;
    EXPECT_TRUE(std::ranges::all_of(events, [](const Event& one) { return one.meaning || one.internal; }));
}

}  // namespace
}  // namespace hamer::test
