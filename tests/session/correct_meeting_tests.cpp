#include "session/decide.h"
#include "session/meeting_words.h"
#include "session/words.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::run;

class MeetingPutRight : public testing::Test {
  protected:
    FakeClock clock;
    Session session = test::opened_session(clock, std::make_shared<const Procedure>(test::small()));
    Municipality municipality = test::municipality();

    std::string correct(const std::function<void(Meeting&)>& change) {
        Meeting meeting = session.meeting();
        change(meeting);
        return run(session, {CorrectMeeting{meeting}, {}, "clerk"}, clock);
    }
    std::string said(const char* text, Language language = Language::Dutch) {
        return words({text, text}, session, municipality, language);
    }
};

TEST_F(MeetingPutRight, HoldsFromThenOnAndChangesNoSituation) {
    run(session, clock, "door.close");
    const Configuration before = session.configuration();
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.room = "Trouwzaal"; }), "ok");
    EXPECT_EQ(session.meeting().room, "Trouwzaal");
    EXPECT_EQ(session.opened().meeting.room, "Raadzaal");
    EXPECT_EQ(session.configuration(), before);
    EXPECT_EQ(said("{room}"), "Trouwzaal");
}

TEST_F(MeetingPutRight, IsNotTakenBackByUndoButTheStepBeforeItIs) {
    run(session, clock, "door.close");
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.room = "Trouwzaal"; }), "ok");
    ASSERT_EQ(run(session, {Undo{""}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(session.meeting().room, "Trouwzaal");
    EXPECT_TRUE(session.is_taken_back(2));
    EXPECT_EQ(run(session, {Undo{""}, {}, "chair"}, clock), "not-enabled");
}

TEST_F(MeetingPutRight, TakesADayAsPeopleTypeItAndRefusesOneThatDoesNotExist) {
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.date = "1-3-27"; }), "ok");
    EXPECT_EQ(session.meeting().date, "2027-03-01");
    for (const char* wrong : {"32-13-2026", "30-2-2026", "1-3-1900", "morgen"}) {
        EXPECT_EQ(correct([&](Meeting& meeting) { meeting.date = wrong; }), "bad-field") << wrong;
    }
    EXPECT_EQ(session.meeting().date, "2027-03-01");
}

TEST_F(MeetingPutRight, NeedsANameAndAChange) {
    EXPECT_EQ(correct([](Meeting& meeting) { meeting.name = "  "; }), "missing-field");
    EXPECT_EQ(correct([](Meeting&) {}), "bad-field");
    EXPECT_EQ(correct([](Meeting& meeting) { meeting.chair = std::string(301, 'a'); }), "bad-field");
    EXPECT_EQ(session.entries().size(), 1u);
}

TEST_F(MeetingPutRight, KeepsADayThatWasWrongBeforeWhenSomethingElseIsPutRight) {
    Session old(std::make_shared<const Procedure>(test::small()));
    Entry opened = session.entries().front();
    SessionOpened data = *opened.as<SessionOpened>();
    data.meeting.date = "32-13-2026";
    opened.data = data;
    old.apply(opened);
    Meeting meeting = old.meeting();
    meeting.room = "Trouwzaal";
    EXPECT_EQ(run(old, {CorrectMeeting{meeting}, {}, "clerk"}, clock), "ok");
    EXPECT_EQ(old.meeting().date, "32-13-2026");
}

TEST_F(MeetingPutRight, SaysWhatChangedInWords) {
    Meeting after = session.meeting();
    after.room = "Trouwzaal";
    after.date = "2026-03-13";
    after.kind = MeetingKind::Committee;
    after.clerk.clear();
    EXPECT_EQ(
        changes_in_words(session.meeting(), after, Language::Dutch),
        "Soort: commissievergadering (was: raadsvergadering); Datum: 13-03-2026 (was: 12-03-2026); Griffier: leeg "
        "(was: " +
            session.meeting().clerk + "); Zaal: Trouwzaal (was: Raadzaal)");
}

TEST_F(MeetingPutRight, ThePoliceAreSentToWhereTheMeetingIs) {
    municipality.place = "Stadhuis";
    municipality.address = "Stadhuisplein 1, Leiden";
    const char* here = "Wij zijn hier: {place}, {address}, {room}.";
    EXPECT_EQ(said(here), "Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden, Raadzaal.");
    ASSERT_EQ(correct([](Meeting& meeting) {
                  meeting.place = "Buurthuis Het Gebouw";
                  meeting.address = "Arubapad 2, Leiden";
                  meeting.room.clear();
              }),
              "ok");
    EXPECT_EQ(said(here), "Wij zijn hier: Buurthuis Het Gebouw, Arubapad 2, Leiden.");
    // A place elsewhere whose address is not known never gets the town hall's.
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.address.clear(); }), "ok");
    EXPECT_EQ(said(here), "Wij zijn hier: Buurthuis Het Gebouw.");
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.place = "Stadhuis"; }), "ok");
    EXPECT_EQ(said(here), "Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden.");
}

TEST_F(MeetingPutRight, OwnNumbersAndTheKindOfMeetingFillTexts) {
    municipality.numbers["bhv_number"] = "toestel 4112";
    EXPECT_EQ(said("BHV: {bhv_number}. EHBO: {ehbo_number}."), "BHV: toestel 4112.");
    EXPECT_EQ(said("De {meeting_kind} van {date}"), "De raadsvergadering van 12-03-2026");
    ASSERT_EQ(correct([](Meeting& meeting) { meeting.kind = MeetingKind::Other; }), "ok");
    EXPECT_EQ(said("The {meeting_kind}", Language::English), "The gathering");
}

}  // namespace
}  // namespace hamer
