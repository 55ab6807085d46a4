// Where the register names a person, whatever record it is, and taking the name out of one of them.
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

NameForms him() {
    NameForms names;
    names.add({.id = "p1", .known = true, .name = "Zebediah Quist", .address = "Kraaienstraat 9"},
              NameForms::By::NameAndAddress);
    return names;
}

class Naming : public testing::Test {
  protected:
    void put(const std::string& session, const Dossier& dossier, const std::string& what = "leuzen") {
        ASSERT_TRUE(store.put(a_record(session, 1, what), now));
        ASSERT_TRUE(store.save(session + "-1", 1, dossier, now));
    }
    NamedRecords named() {
        auto found = store.named(him(), progress);
        if (!found) throw std::runtime_error(describe(found.error()));
        return *found;
    }
    std::string ids() {
        std::string all;
        for (const NamedRecord& one : named().records) all += one.id + " ";
        return all;
    }

    Scratch scratch;
    Register store = scratch.open({"https"});
    Progress progress;
};

TEST_F(Naming, IsFoundInEachKindOfText) {
    put("a", {.reason = "omdat zebediah quist het wilde"});
    put("b", {.damage_text = "stoel van mevrouw Quist"});
    Dossier measure;
    measure.measures = {{.kind = MeasureKind::Talk, .text = "brief naar KRAAIENSTRAAT 9"}};
    put("c", measure);
    Dossier person;
    person.persons = {{.id = "p7", .role = PersonRole::Affected, .known = true, .name = "Quist, Zebediah"},
                      {.id = "p8", .known = true, .name = "Zebediah  Quist"}};
    put("d", person);
    put("e", {}, "“Quist” roept");
    put("f", {.reason = "de quist, en Zebediah alleen"});
    const NamedRecords found = named();
    EXPECT_EQ(ids(), "a-1 b-1 c-1 d-1 e-1 ");
    EXPECT_TRUE(found.records[0].mentions.is_whole());
    EXPECT_FALSE(found.records[1].mentions.is_whole());
    EXPECT_EQ(found.records[1].mentions.all().front().excerpt, "stoel van mevrouw Quist");
    EXPECT_EQ(found.records[3].persons, std::vector<std::string>{"p8"}) << "who has the whole name";
    EXPECT_FALSE(found.in_logs);
    EXPECT_TRUE(found.unreadable.empty());
}

TEST_F(Naming, AnEarlierRevisionCountsToo) {
    put("a", {.reason = "Quist"});
    ASSERT_TRUE(store.save("a-1", 2, {.reason = "iemand"}, now));
    ASSERT_EQ(ids(), "a-1 ");
    EXPECT_EQ(named().records[0].revision, 2);
}

TEST_F(Naming, GoesFromOneRecordAndNoOther) {
    put("a", {.manner = "Zebediah alleen", .reason = "Zebediah Quist"});
    put("b", {.reason = "Quist"});
    const auto erased = store.erase_name("a-1", him(), "griffier", now);
    ASSERT_TRUE(erased) << describe(erased.error());
    EXPECT_TRUE(erased->is_done());
    EXPECT_EQ(store.record("a-1")->dossier->reason, "[gewist]");
    EXPECT_EQ(store.record("a-1")->dossier->manner, "Zebediah alleen") << "a first name is of many";
    EXPECT_EQ(ids(), "b-1 ");
    EXPECT_TRUE(store.record("b-1"));
    EXPECT_EQ(store.accesses("a-1")->front().what, "erase");
    EXPECT_TRUE(store.save("a-1", 2, {.reason = "later"}, now)) << "the record goes on";
}

TEST_F(Naming, WhoWorkedHereIsToldOfTheLogs) {
    if (!scratch.is_file()) GTEST_SKIP() << "a server knows by itself who it is";
    ASSERT_TRUE(store.note_access({now, "Zebediah Quist", "open", "a-1"}));
    EXPECT_TRUE(named().in_logs);
}

TEST_F(Naming, WhatIsDamagedIsNamedAndStopsNothing) {
    put("a", {.reason = "Quist"});
    put("b", {.reason = "Quist"});
    if (!scratch.is_file()) GTEST_SKIP() << "a server lets nobody damage it";
    scratch.sql("UPDATE record_revision SET body = '{\"Quist' WHERE record_id = 'a-1' AND revision = 2");
    EXPECT_EQ(ids(), "b-1 ");
    EXPECT_EQ(named().unreadable.size(), 1U);
}

TEST_F(Naming, StopsWhenItIsAskedTo) {
    put("a", {.reason = "Quist"});
    progress.begin({"Zoeken", "Searching"});
    progress.stop();
    const auto found = store.named(him(), progress);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().trouble, Trouble::Stopped);
}

TEST_F(Naming, ManyRecordsAreAllLookedThrough) {
    for (int i = 100; i < 350; ++i) ASSERT_TRUE(store.put(a_record("s" + std::to_string(i)), now));
    put("z", {.reason = "Quist"});
    EXPECT_EQ(ids(), "z-1 ");
    EXPECT_EQ(progress.told().done, 251U);
}

}  // namespace
}  // namespace hamer::test
