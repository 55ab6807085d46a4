#include "codec/entry_json.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Entry entry_of(EntryData data) {
    return {
        7, {*from_rfc3339("2026-03-12T20:14:05.120+01:00"), "boot-1", 12345}, std::nullopt, "chair", std::move(data)};
}

std::string salt() { return "0123456789abcdef"; }

Entry round_trip(const Entry& entry) {
    static const Procedure procedure = test::small();
    const EncodedEntry encoded = encode(entry, procedure, salt);
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
        const Entry back = round_trip(entry);
        EXPECT_EQ(back.data.index(), entry.data.index());
        EXPECT_EQ(entries_as_json({back}), entries_as_json({entry}));
    }
}

TEST(EntryJson, APrivateFieldIsNotInTheJournal) {
    const Entry entry =
        entry_of(StepRecorded{"door.close", {{"who", std::string("Jansen")}}, {}, {}, "close", "Gaat u, Jansen."});
    const EncodedEntry encoded = encode(entry, test::small(), salt);
    EXPECT_EQ(encoded.payload.find("Jansen"), std::string::npos);
    EXPECT_EQ(encoded.private_lines.size(), 2u);  // the field, and the words that name it
}

TEST(EntryJson, AnErasedTextReadsAsErasedAndTheRestStays) {
    const Entry entry = entry_of(
        StepRecorded{"door.close", {{"who", std::string("Jansen")}, {"why", std::string("tocht")}}, {}, {}, "", ""});
    const EncodedEntry encoded = encode(entry, test::small(), salt);
    const auto decoded = decode(7, encoded.payload, {}, "test");
    ASSERT_TRUE(decoded);
    const auto& fields = decoded->as<StepRecorded>()->fields;
    EXPECT_EQ(std::get<std::string>(fields.at("who")), erased_text);
    EXPECT_EQ(std::get<std::string>(fields.at("why")), "tocht");
}

TEST(EntryJson, APrivateTextThatWasChangedIsNotBelieved) {
    const EncodedEntry encoded = encode(entry_of(NoteAdded{"waar"}), test::small(), salt);
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
