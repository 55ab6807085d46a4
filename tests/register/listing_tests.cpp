// What the register finds and lists: searching while typing, duties across all records, counts.
#include "register/register.h"
#include "register/scratch.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

Dossier about(const std::string& name, const std::string& address = "", const std::string& description = "") {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = name, .address = address, .description = description},
                       {.id = "p2",
                        .role = PersonRole::Affected,
                        .known = true,
                        .name = "R. Raadslid",
                        .office = Office::CouncilMember}};
    return dossier;
}

// Three incidents, two of them by the same person.
Register three_records(const Scratch& scratch) {
    Register store = scratch.open();
    EXPECT_TRUE(store.put(a_record("s", 1, "leuzen over woningbouw"), now));
    EXPECT_TRUE(store.put(a_record("s", 2, "spandoek"), now));
    EXPECT_TRUE(store.put(a_record("s", 3, "schelden"), now));
    EXPECT_TRUE(store.save("s-1", 1, about("Çağla Müller", "Rapenburg 12", "rode jas"), now));
    Dossier official = about("Çağla Müller");
    official.persons[1].office = Office::Official;
    EXPECT_TRUE(store.save("s-3", 1, official, now));
    return store;
}

TEST(Search, FindsByNameAddressDescriptionAndFreeTextWhileTyping) {
    const Scratch scratch;
    Register store = three_records(scratch);
    EXPECT_EQ(ids(store.search("mul")), "s-3 s-1 ") << "whoever was affected, the newest first";
    EXPECT_EQ(ids(store.search("MÜLLER cag")), "s-3 s-1 ");
    EXPECT_EQ(ids(store.search("rapenb 12")), "s-1 ");
    EXPECT_EQ(ids(store.search("rode")), "s-1 ");
    EXPECT_EQ(ids(store.search("woning")), "s-1 ");
    EXPECT_EQ(ids(store.search("spandoek")), "s-2 ");
    EXPECT_EQ(ids(store.search("raadszaal")), "");
    EXPECT_EQ(ids(store.search("raad", 2)), "s-3 s-2 ");
    EXPECT_EQ(ids(store.search("")), "");
    EXPECT_EQ(store.search("müller")->front().disturbers, "Çağla Müller");
}

TEST(Search, FindsANameHoweverItIsComposedAndInEachScript) {
    const Scratch scratch;
    Register store = scratch.open();
    const std::pair<const char*, const char*> names[] = {{"Nguyễn", "nguye\u0302\u0303n"},
                                                         {"S\u0326tefan", "ȘTEF"},
                                                         {"Йордан", "и\u0306орд"},
                                                         {"“Quist”", "quist"},
                                                         {"محمد", "محم"}};
    int number = 0;
    for (const auto& [name, typed] : names) {
        ASSERT_TRUE(store.put(a_record("s", ++number), now));
        Dossier dossier;
        dossier.reason = name;
        ASSERT_TRUE(store.save("s-" + std::to_string(number), 1, dossier, now));
    }
    number = 0;
    for (const auto& [name, typed] : names) {
        const std::string id = "s-" + std::to_string(++number) + " ";
        EXPECT_EQ(ids(store.search(typed)), id) << typed;
        EXPECT_EQ(ids(store.search(name)), id) << name;
    }
    if (!scratch.is_file()) return;
    // As an older Hamer wrote it.
    scratch.sql("UPDATE record_search SET words = 'nguyễn' WHERE rowid = (SELECT number FROM record WHERE id = 's-1')");
    EXPECT_EQ(ids(store.search("Nguyễn")), "s-1 ");
}

TEST(Search, FollowsTheLatestRevision) {
    const Scratch scratch;
    Register store = three_records(scratch);
    ASSERT_TRUE(store.save("s-1", 2, about("Jan Jansen"), now));
    EXPECT_EQ(ids(store.search("muller")), "s-3 ");
    EXPECT_EQ(ids(store.search("jansen")), "s-1 ");
}

TEST(Search, TakesEveryTextForWordsAndNeverForAQuery) {
    const Scratch scratch;
    Register store = three_records(scratch);
    for (const char* text :
         {"\"", "'", "* OR", "a AND b", "NEAR(a b)", "words:leuzen -x", "%n%s", "(", "a'; DROP TABLE", "\\", ":*", "!",
          "&|", "王", "🙂", "\xff", "-", "leuzen\" OR \"spandoek"}) {
        const auto found = store.search(text);
        EXPECT_TRUE(found) << text << ": " << describe(found.error());
    }
    EXPECT_EQ(ids(store.search(std::string(5000, 'x'))), "");
}

TEST(DueList, IsOfAllRecordsTheFirstDueFirst) {
    const Scratch scratch;
    Register store = three_records(scratch);
    const auto open = store.due(Register::Duties::Open);
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 12U)
        << "three talks with each of two persons; the footage and the evaluation of each record";
    EXPECT_EQ(open->front().record, "s-1");
    EXPECT_EQ(open->front().what, "leuzen over woningbouw");
    EXPECT_EQ(open->front().kind, DutyKind::Footage);
    EXPECT_EQ(open->front().owner, "");
    EXPECT_EQ(open->at(3).kind, DutyKind::FirstTalk);
    EXPECT_EQ(open->at(3).person, "p2");
    EXPECT_TRUE(std::ranges::is_sorted(*open, {}, &DueDuty::due));

    Dossier dossier = *store.record("s-1")->dossier;
    dossier.done.push_back({.kind = DutyKind::FirstTalk, .person = "p2", .at = now, .by = "griffier"});
    dossier.owners.push_back({DutyKind::FirstTalk, "p2", "M. de Wit"});
    ASSERT_TRUE(store.save("s-1", 2, dossier, now));
    EXPECT_EQ(store.due(Register::Duties::Open)->size(), 11U);
    const auto all = store.due(Register::Duties::All);
    ASSERT_EQ(all->size(), 12U);
    EXPECT_EQ(all->at(3).done_by, "griffier");
    EXPECT_EQ(all->at(3).done, now);
    EXPECT_EQ(all->at(3).owner, "M. de Wit");
}

TEST(DueList, HasADecisionOnChargesThatTheMeetingPutOffUntilTheRecordHasIt) {
    const Scratch scratch;
    Register store = scratch.open();
    IncidentRecord record = a_record("s");
    record.charges = ChargesDecision{.decision = "later"};
    ASSERT_TRUE(store.hand_over(a_chain("s", 9), {record}, now));
    const auto open = store.due(Register::Duties::Open);
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 3U) << "before the clerk added anything";
    EXPECT_EQ(open->at(1).kind, DutyKind::ChargesDecision);
    EXPECT_TRUE(open->at(1).advice);
    Dossier dossier;
    dossier.charges = "none";
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    const auto left = store.due(Register::Duties::Open);
    ASSERT_TRUE(left);
    EXPECT_EQ(std::ranges::count(*left, DutyKind::ChargesDecision, &DueDuty::kind), 0);
}

DutyState state_of(const std::vector<KnownDuty>& duties, const std::string& record, DutyKind kind) {
    const auto one =
        std::ranges::find_if(duties, [&](const KnownDuty& each) { return each.record == record && each.kind == kind; });
    EXPECT_NE(one, duties.end()) << record;
    return one == duties.end() ? DutyState::Open : one->state;
}

bool is_talk(DutyKind kind) { return kind <= DutyKind::ThirdTalk; }

TEST(CalendarDuties, TellWhatIsDoneWhatLapsedAndWhatWasErased) {
    const Scratch scratch;
    Register store = three_records(scratch);
    ASSERT_EQ(store.duties_for_calendar(now)->size(), 12U);

    Dossier dossier = *store.record("s-1")->dossier;
    dossier.done.push_back({.kind = DutyKind::FirstTalk, .person = "p2", .at = now, .by = "griffier"});
    ASSERT_TRUE(store.save("s-1", 2, dossier, now));
    const auto done = store.duties_for_calendar({});
    ASSERT_EQ(done->size(), 12U);
    EXPECT_EQ(state_of(*done, "s-1", DutyKind::FirstTalk), DutyState::Done);
    EXPECT_EQ(state_of(*done, "s-1", DutyKind::SecondTalk), DutyState::Open);
    EXPECT_EQ(done->at(3).revision, 3);

    dossier.persons.pop_back();
    dossier.done.clear();
    ASSERT_TRUE(store.save("s-1", 3, dossier, now));
    EXPECT_EQ(state_of(*store.duties_for_calendar({}), "s-1", DutyKind::SecondTalk), DutyState::Lapsed)
        << "whom it was with is no more in the record";

    const auto before = store.duties_for_calendar({});
    ASSERT_TRUE(store.erase_record("s-3", "griffier", now));
    const auto erased = store.duties_for_calendar({});
    ASSERT_EQ(erased->size(), 12U);
    for (const KnownDuty& one : *erased) {
        if (one.record != "s-3") continue;
        EXPECT_EQ(one.state, DutyState::Lapsed);
        EXPECT_EQ(one.revision, 3) << "one more than the record had";
        EXPECT_EQ(one.person, is_talk(one.kind) ? "p2" : "");
        EXPECT_TRUE(std::ranges::any_of(*before, [&](const KnownDuty& each) {
            return each.record == one.record && each.kind == one.kind && each.due == one.due && each.from == one.from;
        }));
    }
}

TEST(CalendarDuties, OfLongAgoAreLeftOutUnlessTheyAreOpen) {
    const Scratch scratch;
    Register store = three_records(scratch);
    const Instant later{now.milliseconds + 86'400'000, 60};
    EXPECT_EQ(store.duties_for_calendar(later)->size(), 12U) << "open";
    Dossier dossier = *store.record("s-1")->dossier;
    for (const DutyKind kind : {DutyKind::FirstTalk, DutyKind::SecondTalk, DutyKind::ThirdTalk})
        dossier.done.push_back({.kind = kind, .person = "p2", .at = now, .by = "griffier"});
    for (const DutyKind kind : {DutyKind::Footage, DutyKind::Evaluation})
        dossier.done.push_back({.kind = kind, .at = now, .by = "griffier"});
    ASSERT_TRUE(store.save("s-1", 2, dossier, now));
    EXPECT_EQ(store.duties_for_calendar(later)->size(), 7U);
    EXPECT_EQ(store.duties_for_calendar({})->size(), 12U);
}

TEST(Trends, CountPerMonthClassPlaceAndRepetition) {
    const Scratch scratch;
    Register store = three_records(scratch);
    Dossier dossier = about("X");
    dossier.conduct = {Conduct::B, Conduct::Threat};
    dossier.repetition = Repetition::Repeated;
    dossier.place = "tribune";
    ASSERT_TRUE(store.save("s-1", 2, dossier, now));
    const auto counts = store.trends();
    ASSERT_TRUE(counts);
    ASSERT_EQ(counts->size(), 2U);
    EXPECT_EQ(counts->at(0).records, 2);
    EXPECT_EQ(counts->at(0).conduct, "");
    EXPECT_EQ(counts->at(0).place, "Raadzaal");
    EXPECT_EQ(counts->at(1).month, "2026-03");
    EXPECT_EQ(counts->at(1).conduct, "d-threat");
    EXPECT_EQ(counts->at(1).repetition, "repeated");
    EXPECT_EQ(counts->at(1).place, "tribune");
    const Instant first = store.list()->back().started;
    EXPECT_TRUE(store.trends({}, first)->empty()) << "what began before it";
    EXPECT_EQ(store.trends(first, Instant{first.milliseconds + 1, 0})->size(), 1U) << "and from it on";
}

}  // namespace
}  // namespace hamer::test
