// What the clerk put ready for the chair: as a file, and what it fills in.
#include "codec/settings/prepared_meeting_json.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

PreparedMeeting ready() {
    return {.record = "20260312-090000-1a2b3c4d-1",
            .name = "Raadsvergadering over de opvang",
            .date = "2026-03-26",
            .kind = MeetingKind::Other,
            .room = "Grote zaal",
            .place = "Dorpshuis",
            .address = "Dorpsstraat 1, Leiden",
            .notes = {{"Risico: hoog", "Risk: high"}, {"Er lopen 2 verboden", "2 bans run"}}};
}

TEST(PreparedMeeting, IsReadAsItWasWritten) {
    const PreparedMeeting whole = ready();
    const PreparedMeeting bare{.record = "x",
                               .name = "",
                               .date = "2026-03-26",
                               .kind = {},
                               .room = {},
                               .place = {},
                               .address = {},
                               .notes = {}};
    for (const PreparedMeeting& one : {whole, bare})
        EXPECT_EQ(read_prepared_meeting(write_prepared_meeting(one), "f").value(), one);
}

TEST(PreparedMeeting, WhatIsWrongIsRefusedWithItsPlace) {
    for (const char* wrong : {"", "[]", "{}", R"({"format":2,"record":"x","name":"","date":""})",
                              R"({"format":1,"record":"x","name":"","date":"","kind":"party"})",
                              R"({"format":1,"record":"x","name":"","date":"","notes":["los"]})",
                              R"({"format":1,"record":"x","name":"","date":"","chair":"iemand"})"})
        EXPECT_FALSE(read_prepared_meeting(wrong, "prepared-meeting.json")) << wrong;
}

TEST(PreparedMeeting, FillsInWhatItKnowsAndLeavesTheRest) {
    Meeting before;
    before.name = "Raad";
    before.date = "2026-03-26";
    before.chair = "mevrouw Bakker";
    before.room = "Raadzaal";
    const Meeting filled = filled_in(before, ready());
    EXPECT_EQ(filled.name, "Raadsvergadering over de opvang");
    EXPECT_EQ(filled.kind, MeetingKind::Other);
    EXPECT_EQ(filled.room, "Grote zaal");
    EXPECT_EQ(filled.address, "Dorpsstraat 1, Leiden");
    EXPECT_EQ(filled.chair, "mevrouw Bakker");
    PreparedMeeting elsewhere = ready();
    elsewhere.room.clear();
    EXPECT_EQ(filled_in(before, elsewhere).room, "") << "the last room is in another building";
    const PreparedMeeting bare{.record = "x",
                               .name = "",
                               .date = "2026-03-26",
                               .kind = {},
                               .room = {},
                               .place = {},
                               .address = {},
                               .notes = {}};
    EXPECT_EQ(filled_in(before, bare), before);
}

TEST(PreparedMeeting, SaysBesideTheFormWhatTheChairNeeds) {
    EXPECT_EQ(words_of(ready(), Language::Dutch), "Klaargezet door de griffie. Risico: hoog. Er lopen 2 verboden.");
    EXPECT_EQ(words_of(ready(), Language::English), "Put ready by the clerk. Risk: high. 2 bans run.");
}

}  // namespace
}  // namespace hamer
