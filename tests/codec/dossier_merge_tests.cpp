// Two people filled in the same record: neither's work is lost, and only what both changed is asked about.
#include "codec/record/dossier_merge.h"
#include "codec/record/draft_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hamer {
namespace {

Dossier some() {
    Dossier made;
    made.conduct = {Conduct::C};
    made.reason = "woningbouw";
    made.persons = {{.id = "p1", .role = PersonRole::Disturber, .known = true, .name = "Jan"},
                    {.id = "p2", .role = PersonRole::Affected, .office = Office::Alderman}};
    made.informed = {{Recipient::Clerk, Instant{1000, 60}, "griffier"}};
    made.measures = {{.kind = MeasureKind::Ban, .person = "p1", .from = "2026-03-12"},
                     {.kind = MeasureKind::Talk, .person = "p1"}};
    return made;
}

std::string clashes(const MergedDossier& merged) {
    std::string text;
    for (const Clash& one : merged.clashes)
        text += fmt::format("{}: {}|{} ", fmt::join(one.path, "/"), one.theirs.words, one.mine.words);
    return text;
}

TEST(DossierMerge, WhatOneOfThemChangedIsAsThatOneLeftIt) {
    Dossier theirs = some(), mine = some();
    theirs.manner = "roepen";
    theirs.conduct = {Conduct::C, Conduct::Threat};
    theirs.persons[0].address = "Breestraat 1";
    theirs.informed.push_back({Recipient::Mayor, Instant{2000, 60}, "secretaris"});
    theirs.measures.erase(theirs.measures.begin() + 1);
    mine.reason.clear();
    mine.conduct = {Conduct::A, Conduct::C};
    mine.persons[0].description = "rode jas";
    mine.damage = false;
    mine.communication = Communication{.spokesperson = "woordvoerder"};
    mine.informed.push_back({Recipient::Police, Instant{3000, 60}, "griffier"});
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    EXPECT_EQ(clashes(merged), "");
    const Dossier& both = merged.dossier;
    EXPECT_EQ(both.manner, "roepen");
    EXPECT_EQ(both.reason, "");
    EXPECT_EQ(both.conduct, (std::vector{Conduct::A, Conduct::C, Conduct::Threat}));
    EXPECT_EQ(both.persons[0].address, "Breestraat 1");
    EXPECT_EQ(both.persons[0].description, "rode jas");
    ASSERT_EQ(both.informed.size(), 3U);
    EXPECT_EQ(both.informed[2].who, Recipient::Police);
    ASSERT_EQ(both.measures.size(), 1U);
    EXPECT_EQ(both.damage, false);
    EXPECT_EQ(both.communication->spokesperson, "woordvoerder");
}

TEST(DossierMerge, ImprovementsThatBothAddedAreBothKept) {
    Dossier theirs = some(), mine = some();
    theirs.improvements = {{"i1", "deur op slot", "", ""}};
    mine.improvements = {{"i1", "oefenen", "G. Groen", "2026-04-01"}};
    mine.evaluation.date = "2026-03-20";
    theirs.evaluation.good = "rustig gebleven";
    mine.owners = {{DutyKind::Improvement, "i1", "G. Groen"}};
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    EXPECT_EQ(clashes(merged), "");
    ASSERT_EQ(merged.dossier.improvements.size(), 2U);
    EXPECT_EQ(merged.dossier.improvement("i1")->text, "deur op slot");
    EXPECT_EQ(merged.dossier.improvement("i2")->text, "oefenen");
    EXPECT_EQ(merged.dossier.owners[0].person, "i2") << "the duty goes with it";
    EXPECT_EQ(merged.dossier.evaluation, (Evaluation{"2026-03-20", "", "rustig gebleven", ""}));
}

TEST(DossierMerge, PrecautionsThatBothAddedAreBothKept) {
    Dossier theirs = some(), mine = some();
    theirs.precautions = {{"v1", PrecautionKind::Security, "", "", ""}};
    mine.precautions = {{"v1", PrecautionKind::Police, "wijkagent", "", ""}};
    mine.done = {{.kind = DutyKind::Precaution, .person = "v1", .at = Instant{1000, 60}, .by = "x"}};
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    EXPECT_EQ(clashes(merged), "");
    ASSERT_EQ(merged.dossier.precautions.size(), 2U);
    EXPECT_EQ(merged.dossier.precaution("v1")->kind, PrecautionKind::Security);
    EXPECT_EQ(merged.dossier.precaution("v2")->text, "wijkagent");
    EXPECT_EQ(merged.dossier.done[0].person, "v2");
}

TEST(DossierMerge, WhatBothChangedIsAskedAndEitherCanBeTaken) {
    Dossier theirs = some(), mine = some();
    theirs.reason = "huur";
    mine.reason = "parkeren";
    theirs.channel = Channel::Email;
    mine.channel = Channel::Telephone;
    theirs.persons[0].name = "Jan de Vries";
    mine.persons[0].name = "J. de Vries";
    theirs.measures[0].until = "2026-06-12";
    mine.measures.erase(mine.measures.begin());
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    ASSERT_EQ(merged.clashes.size(), 4U) << clashes(merged);
    EXPECT_EQ(merged.dossier.reason, "parkeren") << "mine, until it is decided";
    Dossier draft = merged.dossier;
    for (const Clash& one : merged.clashes) draft = with_side(draft, one, one.theirs);
    EXPECT_EQ(draft.reason, "huur");
    EXPECT_EQ(draft.channel, Channel::Email);
    EXPECT_EQ(draft.persons[0].name, "Jan de Vries");
    EXPECT_EQ(draft.measures.size(), 2U);
    for (const Clash& one : merged.clashes) draft = with_side(draft, one, one.mine);
    EXPECT_EQ(draft.persons[0].name, "J. de Vries");
    EXPECT_EQ(draft.reason, "parkeren");
    EXPECT_EQ(draft.measures.size(), 1U);
}

TEST(DossierMerge, PersonsThatBothAddedStayTwoAndWhatBelongsToThemGoesAlong) {
    Dossier theirs = some(), mine = some();
    theirs.persons.push_back({.id = "p3", .role = PersonRole::Witness, .known = true, .name = "Els"});
    mine.persons.push_back({.id = "p3", .role = PersonRole::Disturber, .known = true, .name = "Piet"});
    mine.measures.push_back({.kind = MeasureKind::SpokenWarning, .person = "p3"});
    mine.done.push_back({DutyKind::FirstTalk, "p3", Instant{5000, 60}, "griffier", ""});
    mine.owners.push_back({DutyKind::SecondTalk, "p3", "griffier"});
    mine.aftercare.push_back({.person = "p3", .offered = CareOffer::Declined});
    theirs.aftercare.push_back({.person = "p3", .offered = CareOffer::Accepted});
    theirs.gir.number = "7";
    mine.gir.date = "2026-03-13";
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    EXPECT_EQ(clashes(merged), "");
    ASSERT_EQ(merged.dossier.persons.size(), 4U);
    EXPECT_EQ(merged.dossier.person("p3")->name, "Els");
    const Person& piet = merged.dossier.persons[3];
    EXPECT_EQ(piet.name, "Piet");
    EXPECT_EQ(merged.dossier.measures.back().person, piet.id);
    EXPECT_EQ(merged.dossier.done.back().person, piet.id);
    EXPECT_EQ(merged.dossier.owners.back().person, piet.id);
    ASSERT_EQ(merged.dossier.aftercare.size(), 2U);
    EXPECT_EQ(merged.dossier.aftercare.back().person, piet.id);
    EXPECT_EQ(merged.dossier.gir, (Registration{"7", "2026-03-13"}));
}

TEST(DossierMerge, APersonThatOneTookAwayAndTheOtherChangedIsAskedAbout) {
    Dossier theirs = some(), mine = some();
    theirs.persons.erase(theirs.persons.begin());
    mine.persons[0].address = "Breestraat 1";
    const MergedDossier merged = merge_dossiers(some(), theirs, mine);
    ASSERT_EQ(clashes(merged), "persons/p1: |Jan ");
    EXPECT_EQ(with_side(merged.dossier, merged.clashes[0], merged.clashes[0].theirs).persons.size(), 1U);
    Dossier gone = merged.dossier;
    gone.persons.clear();
    EXPECT_TRUE(with_side(gone, {{"persons", "p1", "name"}, {"x", "\"x\""}, {}}, {"x", "\"x\""}).persons.empty());
}

TEST(DossierMerge, EqualChangesAndNoChangesClashWithNothing) {
    Dossier same = some();
    same.reason = "huur";
    EXPECT_EQ(merge_dossiers(some(), same, same).dossier, same);
    EXPECT_EQ(merge_dossiers(some(), some(), same).dossier, same);
    EXPECT_EQ(merge_dossiers(some(), same, some()).dossier, same);
    Dossier completed = some();
    completed.completed = Completion{Instant{9000, 60}, "griffier"};
    EXPECT_EQ(merge_dossiers(some(), completed, same).dossier.completed, completed.completed);
}

TEST(DraftJson, ReadsWhatItWrote) {
    const Draft draft{"20260312T191405Z-1", 4, some(), {{"informed.mayor.at", "gisteren"}}};
    const auto read = read_draft(write_draft(draft), "draft");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, draft);
    EXPECT_FALSE(read_draft("{}", "draft"));
    EXPECT_FALSE(read_draft(R"({"format": 2, "record": "", "revision": 0, "dossier": {}})", "draft"));
}

}  // namespace
}  // namespace hamer
