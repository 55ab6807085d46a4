#include "codec/journal/entry_json.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Entry entry_of(EntryData data) {
    return {
        7, {*from_rfc3339("2026-03-12T20:14:05.120+01:00"), "boot-1", 12345}, std::nullopt, "chair", std::move(data)};
}

std::string salt() { return "0123456789abcdef"; }

const Procedure& small() {
    static const Procedure procedure = test::small();
    return procedure;
}

Entry round_trip(const Entry& entry) {
    const EncodedEntry encoded = EntryEncoder(small(), {}, salt).encode(entry);
    EXPECT_EQ(encoded.payload.find('\n'), std::string::npos);
    auto decoded = decode(entry.seq, encoded.payload, read_private_texts(encoded.private_lines), "test");
    EXPECT_TRUE(decoded) << describe(decoded.error());
    return decoded.value_or(Entry{});
}

TEST(EntryJson, EveryKindOfEntryComesBackAsItWent) {
    const std::vector<EntryData> all = {
        SessionOpened{"small",
                      3,
                      "abc",
                      "0.1",
                      "nl",
                      {"Raad", "2026-03-12", "V", "G", "Zaal", true, MeetingKind::Other, "Buurthuis", "Arubapad 2"},
                      true},
        StepRecorded{"door.close",
                     {{"why", std::string("tocht")}, {"who", std::string("Jansen")}},
                     {{"door", "closed"}},
                     {"bell.ring"},
                     "close",
                     "De deur"},
        NoteAdded{"Een notitie met “aanhalingstekens” en \\"},
        StepTakenBack{5, "vergissing"},
        StepAmended{5, {{"knocked", true}}},
        DeviationRecorded{{{"bell", "ringing"}}, "ging vanzelf"},
        BroadcastObserved{"scene"},
        ClockJumped{-3'600'000},
        TailDiscarded{"journal.torn-7", 31},
        JournalContinued{"journal", 812, "damaged", 2},
        MeetingCorrected{
            {"Raad", "2026-03-12", "V", "G", "Zaal", true, MeetingKind::Committee, "Stadhuis", "Stadhuisplein 1"}},
        SessionClosed{},
    };
    ASSERT_EQ(all.size(), std::variant_size_v<EntryData>);
    for (const EntryData& data : all) {
        Entry entry = entry_of(data);
        entry.occurred = from_rfc3339("2026-03-12T20:00:00.000+01:00");
        entry.asked = AskedElsewhere{"c1", "laptop"};
        const Entry back = round_trip(entry);
        EXPECT_EQ(back.asked, entry.asked);
        EXPECT_EQ(back.data.index(), entry.data.index());
        EXPECT_EQ(entries_as_json({back}), entries_as_json({entry}));
    }
}

TEST(EntryJson, APrivateFieldIsNotInTheJournal) {
    const Entry entry =
        entry_of(StepRecorded{"door.close", {{"who", std::string("Jansen")}}, {}, {}, "close", "Gaat u, Jansen."});
    const EncodedEntry encoded = EntryEncoder(small(), {}, salt).encode(entry);
    EXPECT_EQ(encoded.payload.find("Jansen"), std::string::npos);
    EXPECT_EQ(encoded.private_lines.size(), 2u);  // the field, and the words that name it
}

// Each kind of entry with a text of its own in every place where one can be typed.
std::vector<EntryData> with_typed_texts() {
    const Meeting meeting{"Qmeeting",         "Qdate",  "Qchair",  "Qclerk", "Qroom", true,
                          MeetingKind::Other, "Qplace", "Qaddress"};
    return {SessionOpened{"small", 3, "abc", "0.1", "nl", meeting, false},
            StepRecorded{"door.close",
                         {{"why", std::string("Qwhy")}, {"who", std::string("Qwho")}},
                         {},
                         {},
                         "close",
                         "Wij zeggen Qwhy.",
                         "En Qchair hoort het."},
            NoteAdded{"Qnote"},
            StepTakenBack{5, "Qback"},
            StepAmended{5, {{"why", std::string("Qamended")}, {"nowhere", std::string("Qelse")}}},
            DeviationRecorded{{{"bell", "ringing"}}, "Qotherwise"},
            MeetingCorrected{meeting}};
}

TEST(EntryJson, NothingThatWasTypedIsInTheJournal) {
    EntryEncoder encoder(small(), {}, salt);
    for (const EntryData& data : with_typed_texts()) {
        Entry entry = entry_of(data);
        entry.actor = "Qsomebody";
        const EncodedEntry encoded = encoder.encode(entry);
        EXPECT_EQ(encoded.payload.find('Q'), std::string::npos) << encoded.payload;
        const auto back = decode(entry.seq, encoded.payload, read_private_texts(encoded.private_lines), "test");
        ASSERT_TRUE(back) << describe(back.error());
        EXPECT_EQ(entries_as_json({*back}), entries_as_json({entry}));
    }
}

TEST(EntryJson, WordsThatNameWhatWasTypedBeforeAreKeptApart) {
    EntryEncoder encoder(small(), {}, salt);
    encoder.follow(entry_of(StepRecorded{"door.close", {{"why", std::string("tocht in de zaal")}}, {}, {}, "", ""}));
    const auto says = [&](const std::string& words) {
        return encoder.encode(entry_of(StepRecorded{"bell.ring", {}, {}, {}, "close", words})).payload;
    };
    EXPECT_EQ(says("Er is tocht in de zaal.").find("tocht"), std::string::npos);
    EXPECT_NE(says("De deur gaat dicht.").find("dicht"), std::string::npos) << "the procedure's own words";
}

TEST(EntryJson, WhatTheProcedureAndTheMunicipalityProposeStandsInTheOpen) {
    const Procedure leiden = *test::leiden();
    const Field* what = leiden.events[*leiden.event("disturbance.report")].field("what");
    ASSERT_FALSE(what->suggestions.empty());
    const std::string proposed = what->suggestions.front().nl;
    Municipality own;
    own.police_number = "0900-1234";
    EntryEncoder encoder(leiden, own, salt);
    const auto payload = [&](const std::string& event, const std::string& field, const std::string& text) {
        return encoder.encode(entry_of(StepRecorded{event, {{field, text}}, {}, {}, "", ""})).payload;
    };
    EXPECT_NE(payload("disturbance.report", "what", proposed).find(proposed), std::string::npos);
    EXPECT_EQ(payload("disturbance.report", "what", proposed + " en meer").find(proposed), std::string::npos)
        << "edited";
    EXPECT_NE(payload("police.call", "number", "0900-1234").find("0900-1234"), std::string::npos);
    EXPECT_EQ(payload("police.call", "number", "06-12345678").find("06-12345678"), std::string::npos);
}

TEST(EntryJson, AnErasedTextReadsAsErasedAndTheRestStays) {
    const Entry entry = entry_of(StepRecorded{
        "door.close", {{"who", std::string("Jansen")}, {"knocked", true}}, {{"door", "closed"}}, {}, "", ""});
    const EncodedEntry encoded = EntryEncoder(small(), {}, salt).encode(entry);
    const auto decoded = decode(7, encoded.payload, {}, "test");
    ASSERT_TRUE(decoded);
    const auto& fields = decoded->as<StepRecorded>()->fields;
    EXPECT_EQ(std::get<std::string>(fields.at("who")), erased_text);
    EXPECT_EQ(std::get<bool>(fields.at("knocked")), true);
    EXPECT_EQ(decoded->as<StepRecorded>()->to.at("door"), "closed");
}

TEST(EntryJson, APrivateTextThatWasChangedIsNotBelieved) {
    const EncodedEntry encoded = EntryEncoder(small(), {}, salt).encode(entry_of(NoteAdded{"waar"}));
    auto texts = read_private_texts(encoded.private_lines);
    texts.begin()->second.text = "onwaar";
    EXPECT_EQ(decode(7, encoded.payload, texts, "test")->as<NoteAdded>()->text, erased_text);
}

TEST(EntryJson, APayloadOfAnUnknownKindIsAnErrorInWords) {
    const auto decoded =
        decode(1, R"({"kind":"dance","at":"2026-03-12T20:00:00Z","boot":"b","mono":1,"actor":"chair"})", {}, "journal");
    ASSERT_FALSE(decoded);
    EXPECT_NE(describe(decoded.error()).find("journal: /kind"), std::string::npos);
}

}  // namespace
}  // namespace hamer
