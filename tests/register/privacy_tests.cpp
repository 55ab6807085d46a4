// Who looked at what; and what is erased is gone, from the file too.
#include "register/register.h"
#include "register/scratch.h"
#include "register/soci.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace hamer::test {
namespace {

constexpr const char* name = "Zebediah Quist";

Dossier about_him() {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = name, .address = "Kraaienstraat 9", .injury = "tandletsel"}};
    return dossier;
}

bool is_in_files(const Scratch& scratch, std::string_view text) {
    for (const char* suffix : {"", "-wal"}) {
        std::ifstream file(scratch.file() + suffix, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (bytes.find(text) != std::string::npos) return true;
    }
    return false;
}

TEST(Access, IsNotedAndListedTheLatestFirst) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.note_access({now, "gijs", "open", "s-1"}));
    ASSERT_TRUE(store.note_access({{now.milliseconds + 5, 60}, "vera", "search", ""}));
    const auto all = store.accesses();
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->front().what, "search");
    EXPECT_EQ(all->front().who == "vera", scratch.is_file()) << "a server knows by itself who it is";
    const auto of_one = store.accesses("s-1");
    ASSERT_EQ(of_one->size(), 1U);
    EXPECT_EQ(of_one->front().what, "open");
    EXPECT_EQ(of_one->front().at, now);
}

TEST(Erasing, APersonIsGoneFromEveryRevisionAndFromTheFile) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.save("s-1", 1, about_him(), now));
    Dossier more = about_him();
    more.reason = "woningbouw";
    ASSERT_TRUE(store.save("s-1", 2, more, now));
    ASSERT_EQ(store.search("quist")->size(), 1U);

    ASSERT_TRUE(store.erase_person("s-1", "p1", "griffier", now));
    for (const int revision : {2, 3}) {
        const auto record = store.record("s-1", revision);
        ASSERT_TRUE(record) << describe(record.error());
        EXPECT_EQ(record->dossier->persons[0], Person{.id = "p1"});
    }
    EXPECT_EQ(store.record("s-1")->dossier->reason, "woningbouw") << "what happened stays";
    EXPECT_TRUE(store.search("quist")->empty());
    EXPECT_TRUE(store.search("zebed")->empty());
    EXPECT_EQ(store.list()->front().disturbers, "");
    EXPECT_FALSE(store.save("s-1", 3, *store.record("s-1")->dossier, now)->is_new) << "its hash is known too";
    EXPECT_EQ(store.accesses("s-1")->front().what, "erase");
    if (scratch.is_file()) {
        for (const char* trace : {name, "quist", "zebediah", "Kraaienstraat", "tandletsel"}) {
            EXPECT_FALSE(is_in_files(scratch, trace)) << trace;
        }
    }
}

// A server lets a revision change only by taking away: also where a part of a text goes.
TEST(Erasing, APersonIsGoneFromWhatOthersWroteToo) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    Dossier dossier = about_him();
    dossier.reason = "Quist 100% tegen woning_bouw \\ kap";
    dossier.damage_text = "ZEBEDIAH QUIST brak een stoel";
    dossier.measures = {{.kind = MeasureKind::Talk, .person = "p1", .condition = "bij zijn tante", .text = "volgt"}};
    dossier.done = {{.kind = DutyKind::FirstTalk, .person = "p1", .at = now, .by = "griffier", .remark = "hij huilde"}};
    dossier.aftercare = {{.person = "p1",
                          .offered = CareOffer::Accepted,
                          .by = "mevrouw Quist",
                          .home = "zijn dochter",
                          .referral = "huisarts Smit",
                          .remark = "slaapt slecht"}};
    dossier.reporter = {"raadslid Quist", std::nullopt};
    dossier.police_file.by = "meneer Quist";
    dossier.hearing = {true, "Quist heeft spijt"};
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    const auto erased = store.erase_person("s-1", "p1", "griffier", now);
    ASSERT_TRUE(erased) << describe(erased.error());
    EXPECT_TRUE(erased->is_done());
    const auto record = store.record("s-1");
    const Aftercare& care = record->dossier->aftercare[0];
    EXPECT_EQ(care.home + care.referral + care.remark, "[gewist][gewist][gewist]");
    EXPECT_EQ(care.by, "mevrouw [gewist]") << "who may be of the family";
    EXPECT_EQ(record->dossier->police_file.by, "meneer [gewist]");
    EXPECT_EQ(record->dossier->reporter.name, "raadslid [gewist]");
    EXPECT_EQ(record->dossier->hearing.text, "[gewist] heeft spijt");
    EXPECT_EQ(record->dossier->reason, "[gewist] 100% tegen woning_bouw \\ kap");
    EXPECT_EQ(record->dossier->damage_text, "[gewist] brak een stoel");
    EXPECT_EQ(record->dossier->measures[0].text, "[gewist]");
    EXPECT_EQ(record->dossier->measures[0].condition, "[gewist]");
    EXPECT_EQ(record->dossier->done[0].remark, "[gewist]");
    EXPECT_EQ(record->dossier->done[0].by, "griffier");
    if (!scratch.is_file()) return;
    for (const char* trace : {"Quist", "quist", "tante", "huilde", "dochter", "huisarts", "slaapt"})
        EXPECT_FALSE(is_in_files(scratch, trace)) << trace;
}

TEST(Erasing, OtherPersonsOfTheRecordKeepTheirNames) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    Dossier dossier = about_him();
    dossier.persons.push_back({.id = "p2", .role = PersonRole::Affected, .known = true, .name = "Anna Quist"});
    dossier.persons.push_back({.id = "p3", .role = PersonRole::Witness, .known = true, .name = "Zebediah Smit"});
    dossier.reason = "Quist riep";
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    ASSERT_TRUE(store.erase_person("s-1", "p1", "griffier", now));
    const Dossier left = *store.record("s-1")->dossier;
    EXPECT_EQ(left.persons[1].name, "Anna Quist");
    EXPECT_EQ(left.persons[2].name, "Zebediah Smit");
    EXPECT_EQ(left.reason, "[gewist] riep");
}

// The search index has other records' words in small letters: those are not what was left of a name so written.
TEST(Erasing, ANameInSmallLettersIsGoneAlsoWhereAnotherHasItInCapitals) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.put(a_record("t"), now));
    Dossier small = about_him(), large = about_him();
    small.persons[0].name = "de vries";
    large.persons[0].name = "J. de Vries";
    ASSERT_TRUE(store.save("s-1", 1, small, now));
    ASSERT_TRUE(store.save("t-1", 1, large, now));
    const auto erased = store.erase_person("s-1", "p1", "griffier", now);
    ASSERT_TRUE(erased) << describe(erased.error());
    EXPECT_TRUE(erased->is_done()) << erased->left.front().en;
}

TEST(Erasing, WhoReadsMeanwhileIsInTheWayAndTheNextTimeItIsDone) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s", 1, "Krakeelen en gooien"), now));
    soci::session reader(*soci::factory_sqlite3(), "db=" + scratch.file());
    reader << "BEGIN";
    int count = 0;
    reader << "SELECT COUNT(*) FROM record", soci::into(count);
    const auto hindered = store.erase_record("s-1", "griffier", now);
    ASSERT_TRUE(hindered) << describe(hindered.error());
    ASSERT_EQ(hindered->left.size(), 1U);
    EXPECT_NE(hindered->left[0].nl.find("-wal"), std::string::npos);
    EXPECT_EQ(hindered->left[0].nl.find("Krakeelen"), std::string::npos);
    reader << "COMMIT";
    reader.close();
    const auto again = store.erase_record("s-1", "griffier", now);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_TRUE(again->is_done());
    EXPECT_FALSE(is_in_files(scratch, "Krakeelen"));
}

TEST(Erasing, ADamagedRecordGoesToo) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only: a server refuses to damage one";
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s", 1, "Krakeelen en gooien"), now));
    soci::session other(*soci::factory_sqlite3(), "db=" + scratch.file());
    other << "UPDATE record_revision SET body = 'not what was stored'";
    other.close();
    ASSERT_FALSE(store.record("s-1"));
    const auto erased = store.erase_record("s-1", "griffier", now);
    ASSERT_TRUE(erased) << describe(erased.error());
    EXPECT_TRUE(erased->is_done());
    EXPECT_TRUE(store.list()->empty());
}

TEST(Erasing, AReceiversReasonLosesTheName) {
    const Scratch scratch;
    Register store = scratch.open({"https"});
    IncidentRecord record = a_record("s");
    record.ended.emplace().at.at = now;
    ASSERT_TRUE(store.put(record, now));
    Dossier dossier = about_him();
    dossier.completed = Completion{now, "griffier"};
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    ASSERT_EQ(store.deliveries()->size(), 1U);
    Delivery delivery = store.deliveries()->front();
    delivery.state = DeliveryState::Parked;
    delivery.problem = "de ontvanger weigerde dit: “persons.0: Zebediah Quist is te lang”";
    ASSERT_TRUE(store.settle(delivery));
    ASSERT_TRUE(store.erase_person("s-1", "p1", "griffier", now));
    const std::string problem = store.deliveries("s-1")->front().problem;
    EXPECT_EQ(problem.find("Quist"), std::string::npos) << problem;
    EXPECT_NE(problem.find("is te lang"), std::string::npos) << problem;
    if (scratch.is_file()) {
        EXPECT_FALSE(is_in_files(scratch, "Quist"));
    }
}

TEST(Erasing, WhatIsNotThereIsRefused) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    EXPECT_EQ(error_of(store.erase_person("s-1", "p1", "griffier", now)).kind, ErrorKind::Refused);
    EXPECT_EQ(error_of(store.erase_record("s-2", "griffier", now)).kind, ErrorKind::Refused);
}

TEST(Erasing, ARecordIsGoneAndDoesNotComeBackWhenItsJournalGrows) {
    const Scratch scratch;
    Register store = scratch.open({"folder"});
    ASSERT_TRUE(store.hand_over(a_chain("s", 5), {a_record("s", 1, "krakeelen"), a_record("s", 2)}, now));
    Dossier dossier = about_him();
    dossier.completed = Completion{now, "griffier"};
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    ASSERT_TRUE(store.erase_record("s-1", "griffier", now));
    EXPECT_EQ(store.list()->size(), 1U);
    EXPECT_TRUE(store.search("krakeelen")->empty());
    const auto due = store.due(Register::Duties::All);
    ASSERT_TRUE(due);
    EXPECT_TRUE(std::ranges::none_of(*due, [](const DueDuty& one) { return one.record == "s-1"; }));
    ASSERT_TRUE(store.hand_over(a_chain("s", 6), {a_record("s", 1, "krakeelen"), a_record("s", 2)}, now));
    EXPECT_EQ(store.list()->size(), 1U);
    if (scratch.is_file()) {
        for (const char* trace : {name, "quist", "Kraaienstraat"}) EXPECT_FALSE(is_in_files(scratch, trace)) << trace;
    }
}

TEST(Retention, NamesWhatBeganBeforeAMoment) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s", 2), now));
    ASSERT_TRUE(store.put(a_record("s", 1), now));
    const Instant between{a_record("s", 2).started.at.milliseconds, 0};
    ASSERT_EQ(store.past({.otherwise = between}, Register::Hold::None)->size(), 1U);
    EXPECT_EQ(store.past({.otherwise = between}, Register::Hold::None)->front().id, "s-1");
    EXPECT_EQ(store.past({.otherwise = now}, Register::Hold::None)->size(), 2U);
    ASSERT_EQ(store.past({.otherwise = now}, Register::Hold::None, 1)->size(), 1U);
    EXPECT_EQ(store.past({.otherwise = now}, Register::Hold::None, 1)->front().id, "s-1") << "the oldest";
}

TEST(Retention, IsOfTheClassOfConductAndWaitsForWhatRuns) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s", 1), now));
    ASSERT_TRUE(store.put(a_record("s", 2), now));
    Dossier violence{.conduct = {Conduct::Violence}};
    ASSERT_TRUE(store.save("s-1", 1, violence, now));
    const Instant ago{a_record("s", 1).started.at.milliseconds - 1, 0};
    const auto ids = [&](const RetentionLimits& limits, Register::Hold which) {
        std::string text;
        for (const RecordSummary& one : store.past(limits, which).value_or(std::vector<RecordSummary>()))
            text += one.id + " ";
        return text;
    };
    EXPECT_EQ(ids({.otherwise = now, .of_class = {{Conduct::Violence, ago}}}, Register::Hold::None), "s-2 ");
    EXPECT_EQ(ids({.otherwise = ago, .of_class = {{Conduct::Violence, now}}}, Register::Hold::None), "s-1 ");
    violence.manner = R"(zei "hold": {)";
    ASSERT_TRUE(store.save("s-1", 2, violence, now));
    EXPECT_EQ(ids({.otherwise = now}, Register::Hold::None), "s-1 s-2 ") << "a text is no hold";
    violence.hold = Hold{.why = HoldReason::Objection, .since = "2026-03-13"};
    ASSERT_TRUE(store.save("s-1", 3, violence, now));
    EXPECT_EQ(ids({.otherwise = now}, Register::Hold::None), "s-2 ");
    EXPECT_EQ(ids({.otherwise = now}, Register::Hold::Held), "s-1 ");
}

}  // namespace
}  // namespace hamer::test
