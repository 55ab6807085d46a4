#include "report/log_lines.h"
#include "support/leiden.h"
#include "support/small.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::run;

class LogTest : public testing::Test {
  protected:
    FakeClock clock;
    Session session = test::opened_session(clock, std::make_shared<const Procedure>(test::small()));
};

TEST_F(LogTest, AStepReadsInTheProceduresWordsInEitherLanguage) {
    run(session, clock, "door.close", {{"why", std::string("kou")}});
    const LogLine dutch = log_line(session, session.entries().back(), Language::Dutch);
    EXPECT_EQ(dutch.text, "Deur dicht");
    EXPECT_EQ(dutch.detail, "waarom: kou");
    EXPECT_EQ(dutch.said, "De deur gaat dicht: kou.");
    EXPECT_EQ(log_line(session, session.entries().back(), Language::English).text, "Door closed");
}

TEST_F(LogTest, WordsThatOnlyStoodOnTheScreenAreShownAsSuch) {
    Entry entry{2, clock.now(), {}, "chair", StepRecorded{"door.close", {}, {}, {}, "", "", "Deur dicht, graag."}};
    session.apply(entry);
    const LogLine line = log_line(session, session.entries().back(), Language::Dutch);
    EXPECT_EQ(line.said, "");
    EXPECT_EQ(line.proposed, "Deur dicht, graag.");
    EXPECT_NE(log_as_text(session, "id", Language::Dutch).find("Voorgestelde woorden: “Deur dicht, graag.”"),
              std::string::npos);
    EXPECT_NE(log_as_csv(session, Language::Dutch).find(";;\"Deur dicht, graag.\";"), std::string::npos)
        << log_as_csv(session, Language::Dutch);
}

TEST_F(LogTest, AnEarlierProceduresFlagThatNobodyTouchedReadsAsNotAsked) {
    Procedure procedure = test::small();
    Event event;
    event.id = "decide";
    event.meaning = Meaning::ChargesDecided;
    for (const char* id : {"clerk", "adviser"}) {
        Field& field = event.fields.emplace_back();
        field.id = id;
        field.label = {id, id};
        field.kind = FieldKind::Flag;
    }
    procedure.events.push_back(event);
    session = test::opened_session(clock, std::make_shared<const Procedure>(procedure));
    session.apply(
        {2, clock.now(), {}, "chair", StepRecorded{"decide", {{"adviser", false}, {"clerk", true}}, {}, {}, {}}});
    EXPECT_EQ(log_line(session, session.entries().back(), Language::Dutch).detail, "clerk: ja; adviser: niet gevraagd");
}

TEST_F(LogTest, WhatWasTakenBackStaysReadableAndIsMarked) {
    run(session, clock, "door.close");
    run(session, {Undo{"vergissing"}, {}, "chair"}, clock);
    const auto lines = log_lines(session, Language::Dutch);
    EXPECT_TRUE(lines[1].taken_back);
    EXPECT_EQ(lines[2].text, fmt::format("Hersteld: Deur dicht (van {})", clock_time(lines[1].occurred)));
    EXPECT_EQ(lines[2].detail, "vergissing");
}

TEST_F(LogTest, ALateEntryShowsWhenItHappenedAndWhenItWasWritten) {
    run(session, {Do{"door.close", {}}, from_rfc3339("2026-03-12T19:00:00+01:00"), "clerk"}, clock);
    const LogLine line = log_line(session, session.entries().back(), Language::Dutch);
    EXPECT_TRUE(line.late);
    EXPECT_EQ(clock_time(line.occurred), "19:00:00");
    EXPECT_NE(log_as_text(session, "id", Language::Dutch).find("vastgelegd om 12-03-2026 20:00"), std::string::npos);
}

TEST_F(LogTest, ALineOfAnotherDayThanTheMeetingsNamesItsOwn) {
    run(session, clock, "door.close");
    EXPECT_EQ(log_line(session, session.entries().back(), Language::Dutch).day, "");
    EXPECT_EQ(log_as_text(session, "id", Language::Dutch).find("12-03-2026 20:"), std::string::npos);
    const Instant late = *from_rfc3339("2026-03-13T00:12:17+01:00");
    session.apply({3, clock.now(), late, "chair", NoteAdded{"na middernacht"}});
    session.apply({4, clock.now(), *from_rfc3339("2026-03-13T00:13:00+01:00"), "chair", StepTakenBack{2, ""}});
    const LogLine line = log_line(session, *session.entry(3), Language::Dutch);
    EXPECT_EQ(line.day, "13-03-2026");
    EXPECT_EQ(time_of(line), "13-03-2026 00:12:17");
    EXPECT_NE(log_line(session, *session.entry(4), Language::Dutch).text.find("(van 12-03-2026 20:"), std::string::npos)
        << "of an earlier day";
    const std::string text = log_as_text(session, "id", Language::Dutch);
    EXPECT_NE(text.find("13-03-2026 00:12:17  Notitie"), std::string::npos) << text;
    EXPECT_NE(text.find("12-03-2026 20:"), std::string::npos) << "then each line has its day";
}

TEST_F(LogTest, TheProgramsOwnEntriesAreMarkedAsSuch) {
    EXPECT_TRUE(log_line(session, session.entries().front(), Language::Dutch).system);
    run(session, clock, "door.close");
    EXPECT_FALSE(log_line(session, session.entries().back(), Language::Dutch).system);
}

TEST_F(LogTest, ACellThatASpreadsheetWouldRunIsMadeHarmless) {
    run(session, clock, "door.close", {{"why", std::string("x")}});
    run(session, {AddNote{"=HYPERLINK(\"http://x\"),\"y\""}, {}, "chair"}, clock);
    const std::string csv = log_as_csv(session, Language::Dutch);
    EXPECT_NE(csv.find(R"("'=HYPERLINK(""http://x""),""y""")"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("\n="), std::string::npos);
}

TEST_F(LogTest, EveryCsvLineHasTheSameNumberOfCells) {
    run(session, clock, "door.close", {{"why", std::string("a;b, \"c\"")}});
    run(session, {Amend{2, {{"why", std::string("d")}}}, {}, "clerk"}, clock);
    run(session, {Deviate{{{"bell", "silent"}}, "x, y"}, {}, "chair"}, clock);
    for (const auto& [kind, between] : {std::pair(CsvKind::Dutch, ';'), std::pair(CsvKind::International, ',')}) {
        std::size_t found = 0;
        bool quoted = false;
        for (const char c : log_as_csv(session, Language::Dutch, kind)) {
            if (c == '"') quoted = !quoted;
            if (c == between && !quoted) ++found;
            if (c != '\n') continue;
            EXPECT_EQ(found, 10u);
            found = 0;
        }
    }
}

TEST_F(LogTest, TheDutchSheetSpeaksDutchAndTheOtherHasNamesForPrograms) {
    run(session, clock, "door.close", {{"why", std::string("x")}});
    const std::string dutch = log_as_csv(session, Language::Dutch);
    EXPECT_TRUE(dutch.starts_with("\xEF\xBB\xBFnr;gebeurd;vastgelegd;")) << dutch;
    EXPECT_NE(dutch.find(";nee\r\n"), std::string::npos) << dutch;
    const std::string other = log_as_csv(session, Language::Dutch, CsvKind::International);
    EXPECT_TRUE(other.starts_with("seq,occurred,recorded,kind,actor,text,detail,said,proposed,source,taken_back\r\n"));
    EXPECT_NE(other.find(",no\r\n"), std::string::npos) << other;
}

}  // namespace
}  // namespace hamer
