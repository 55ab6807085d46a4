#include "codec/record/record_json.h"
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(Register, ANewOneIsEmpty) {
    const Scratch scratch;
    Register store = scratch.open();
    EXPECT_TRUE(store.list()->empty());
    EXPECT_FALSE(store.session_mark("s")->has_value());
}

TEST(Register, TheSameRecordTwiceIsOneRevision) {
    const Scratch scratch;
    Register store = scratch.open();
    const auto first = store.put(a_record("s"), now);
    const auto second = store.put(a_record("s"), now);
    ASSERT_TRUE(first && second);
    EXPECT_TRUE(first->is_new);
    EXPECT_FALSE(second->is_new);
    EXPECT_EQ(second->revision, 1);
    EXPECT_EQ(store.list()->size(), 1U);
}

TEST(Register, ALongerJournalAloneIsNoNewRevision) {
    const Scratch scratch;
    Register store = scratch.open();
    IncidentRecord record = a_record("s");
    ASSERT_TRUE(store.put(record, now));
    record.source.head = "beef";
    record.revision = 7;
    EXPECT_EQ(store.put(record, now)->revision, 1);
}

TEST(Register, EachChangeIsARevisionAndAllAreKept) {
    const Scratch scratch;
    Register store = scratch.open();
    for (const char* what : {"één", "twee", "drie", "één"}) ASSERT_TRUE(store.put(a_record("s", 1, what), now));
    int revision = 0;
    for (const char* what : {"één", "twee", "drie", "één"}) {
        const auto read = read_record(store.show("s-1", ++revision).value(), "row");
        ASSERT_TRUE(read);
        EXPECT_EQ(read->what, what);
        EXPECT_EQ(read->revision, revision);
    }
    EXPECT_EQ(read_record(store.show("s-1").value(), "row")->revision, 4);
}

Dossier with_reason(const std::string& reason) {
    Dossier dossier;
    dossier.reason = reason;
    return dossier;
}

TEST(Register, WhatTheClerkAddsIsTheNextRevisionAndTheFormerStays) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    const auto saved = store.save("s-1", 1, with_reason("woningbouw"), now);
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->revision, 2);
    EXPECT_TRUE(saved->is_new);
    EXPECT_EQ(store.record("s-1")->dossier, with_reason("woningbouw"));
    EXPECT_EQ(store.record("s-1", 1)->dossier, std::nullopt);
    EXPECT_FALSE(store.save("s-1", 2, with_reason("woningbouw"), now)->is_new) << "nothing changed";
}

TEST(Register, WhatWasStoredAlreadyIsNotStoredAgainWhenItIsAskedTwice) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.save("s-1", 1, with_reason("woningbouw"), now));
    const auto again = store.save("s-1", 1, with_reason("woningbouw"), now);
    ASSERT_TRUE(again) << "nobody else's work is lost by it";
    EXPECT_EQ(again->revision, 2);
    EXPECT_FALSE(again->is_new);
    ASSERT_TRUE(store.save("s-1", 2, with_reason("iets anders"), now));
    EXPECT_FALSE(store.save("s-1", 1, with_reason("woningbouw"), now)) << "somebody went on from it";
}

TEST(Register, WhatWasMadeFromAnOlderRevisionIsRefused) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.save("s-1", 1, with_reason("van mij"), now));
    const Error error = error_of(store.save("s-1", 1, with_reason("van jou"), now));
    EXPECT_EQ(error.kind, ErrorKind::Refused);
    EXPECT_NE(error.problem.find("made from revision 1"), std::string::npos) << describe(error);
    EXPECT_EQ(store.record("s-1")->dossier, with_reason("van mij"));
    EXPECT_EQ(error_of(store.save("s-9", 1, {}, now)).kind, ErrorKind::Refused);
}

TEST(Register, TheClerksPartStaysWhenTheJournalsPartIsMadeAgain) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 5), {a_record("s")}, now));
    ASSERT_TRUE(store.save("s-1", 1, with_reason("woningbouw"), now));
    ASSERT_TRUE(store.hand_over(a_chain("s", 6), {a_record("s", 1, "leuzen en een spandoek")}, now));
    EXPECT_EQ(store.record("s-1")->what, "leuzen en een spandoek");
    EXPECT_EQ(store.record("s-1")->dossier, with_reason("woningbouw"));
    ASSERT_TRUE(store.hand_over(a_chain("s", 7), {}, now));
    EXPECT_TRUE(store.record("s-1")->withdrawn);
    EXPECT_EQ(store.record("s-1")->dossier, with_reason("woningbouw")) << "also when it is withdrawn";
}

TEST(Register, TheListShowsTheLatestRevisionsNewestFirst) {
    const Scratch scratch;
    Register store = scratch.open();
    IncidentRecord record = a_record("s", 1);
    ASSERT_TRUE(store.put(record, now));
    ASSERT_TRUE(store.put(a_record("s", 2, "spandoek"), now));
    record.what = "leuzen, later rustig";
    record.ended = Ending{{9, {record.started.at.milliseconds + 1000, 60}, {}}, EndedBy::Report, "rustig", {}};
    ASSERT_TRUE(store.put(record, now));
    const auto all = store.list();
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->at(0).id, "s-2");
    EXPECT_EQ(all->at(0).status, IncidentStatus::Open);
    EXPECT_FALSE(all->at(0).ended);
    const RecordSummary& first = all->at(1);
    EXPECT_EQ(first.id, "s-1");
    EXPECT_EQ(first.revision, 2);
    EXPECT_EQ(first.status, IncidentStatus::Ended);
    EXPECT_EQ(first.date, "2026-03-12");
    EXPECT_EQ(first.meeting, "Raad");
    EXPECT_EQ(first.what, "leuzen, later rustig");
    EXPECT_EQ(first.started, record.started.at);
    EXPECT_EQ(first.ended, record.ended->at.at);
    EXPECT_EQ(first.made_at, now);
}

TEST(Register, TheRecordsOfASessionAreInTheOrderInWhichTheyBegan) {
    const Scratch scratch;
    Register store = scratch.open();
    IncidentRecord second = a_record("s", 1);
    second.started.at.milliseconds += 86'400'000;
    ASSERT_TRUE(store.put(second, now));
    ASSERT_TRUE(store.put(a_record("s", 2), now));
    ASSERT_TRUE(store.put(a_record("t", 1), now));
    const auto found = store.of_session("s");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2U);
    EXPECT_EQ(found->at(0).id, "s-2");
    EXPECT_EQ(found->at(1).id, "s-1");
    EXPECT_TRUE(store.of_session("")->empty());
}

TEST(Register, ADrillIsRefused) {
    const Scratch scratch;
    Register store = scratch.open();
    IncidentRecord record = a_record("s");
    record.drill = true;
    EXPECT_EQ(error_of(store.put(record, now)).kind, ErrorKind::Refused);
    EXPECT_EQ(error_of(store.hand_over(a_chain("s", 3), {a_record("s", 2), record}, now)).kind, ErrorKind::Refused);
    EXPECT_TRUE(store.list()->empty());
}

TEST(Register, WhatIsNotThereIsRefusedByName) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    EXPECT_NE(error_of(store.show("x-1")).problem.find("“x-1”"), std::string::npos);
    EXPECT_NE(error_of(store.show("s-1", 2)).advice.find("1 to 1"), std::string::npos);
    EXPECT_EQ(error_of(store.show("s-1", 0)).kind, ErrorKind::Refused);
    EXPECT_EQ(error_of(store.show("'; DROP TABLE record; --")).kind, ErrorKind::Refused);
    EXPECT_EQ(store.list()->size(), 1U);
}

TEST(Register, FoldersThatAreMissingAreMade) {
    const Scratch scratch;
    const std::string file = (scratch.folder() / "a b" / "c" / "a \"strange\" 100% ? # = ë.db").string();
    {
        auto store = Register::open(file);
        ASSERT_TRUE(store) << describe(store.error());
        ASSERT_TRUE(store->put(a_record("s"), now));
    }
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(Register::open(file)->list()->size(), 1U);
}

TEST(Register, NamesThatAreNoPlainTextAreKeptAsTheyAre) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    Dossier dossier;
    for (const std::string& name :
         {std::string("%n%s'; DROP TABLE record; --"), std::string(200, 'x'), std::string("🙂 عبد\u202Eevil"),
          std::string("nul\0here", 8), std::string("=1+1\ttab\r\n")}) {
        dossier.persons.push_back({.id = "p" + std::to_string(dossier.persons.size()), .known = true, .name = name});
    }
    const auto saved = store.save("s-1", 1, dossier, now);
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(store.record("s-1")->dossier, dossier);
    EXPECT_EQ(store.search("drop table")->size(), 1U);
    EXPECT_EQ(store.search("🙂")->size(), 1U);
    const std::string shown = store.list()->front().disturbers;
    EXPECT_EQ(shown.find("\u202E"), std::string::npos) << "a mark that turns text round is not shown";
    EXPECT_EQ(shown.find('\t'), std::string::npos);
}

TEST(Register, OtherPlacesThanAFileOrAServerAreRefused) {
    const Error error = error_of(Register::open("mysql://register.example/hamer"));
    EXPECT_EQ(error.kind, ErrorKind::Usage);
    expect_names(error, "mysql://register.example/hamer");
}

TEST(Register, AServerThatCannotBeReachedIsNamedWithoutItsPassword) {
    const Error error = error_of(Register::open("postgresql://gijs:geheim@127.0.0.1:1/hamer"));
    EXPECT_EQ(error.kind, ErrorKind::Storage);
    expect_names(error, "postgresql://gijs@127.0.0.1:1/hamer");
    EXPECT_EQ(describe(error).find("geheim"), std::string::npos) << describe(error);
    EXPECT_NE(error.problem.find("cannot be reached"), std::string::npos) << describe(error);
}

}  // namespace
}  // namespace hamer::test
