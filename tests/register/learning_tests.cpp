// What was held to learn from (5.2) in the register: listed, found and due as a record is, and no incident in any
// count.
#include "register/register.h"
#include "register/scratch.h"
#include "register/server_user.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

IncidentRecord a_learning(const std::string& id) {
    IncidentRecord record = a_record(id);
    record.id = id;
    record.kind = IncidentKind::Learning;
    record.what = "omgaan met agressie";
    record.source.session.clear();
    record.dossier.emplace().learning =
        Learning{LearningKind::Training, "2026-03-12", "de politie", {Body::Council}, {"Anke Bakker"}, "eerder melden"};
    record.dossier->improvements = {{"i1", "noodknop testen", "T. Beheer", "2026-04-01"}};
    return record;
}

TEST(LearningInTheRegister, ComesBackAsItWasIsFoundAndFallsDue) {
    const Scratch scratch;
    Register store = scratch.open({"folder"});
    ASSERT_TRUE(store.put(a_record("s"), now));
    ASSERT_TRUE(store.put(a_learning("reported-1"), now));
    EXPECT_EQ(store.record("reported-1")->dossier, a_learning("reported-1").dossier);
    EXPECT_EQ(ids(store.of_kind(IncidentKind::Learning)), "reported-1 ");
    for (const char* words : {"agressie", "politie", "melden", "anke bakk", "noodknop"})
        EXPECT_EQ(ids(store.search(words)), "reported-1 ") << words;
    const auto due = store.due(Register::Duties::Open);
    EXPECT_EQ(std::ranges::count(*due, "reported-1", &DueDuty::record), 1);
    Dossier complete = *a_learning("reported-1").dossier;
    complete.completed = Completion{now, "griffier"};
    ASSERT_TRUE(store.save("reported-1", 1, complete, now));
    EXPECT_TRUE(store.deliveries("reported-1")->empty()) << "it goes to no register of incidents";
    int counted = 0;
    const auto trends = store.trends();
    for (const Count& one : *trends) counted += one.records;
    EXPECT_EQ(counted, 1) << "it is no incident";
}

TEST(LearningInTheRegister, ANameOfWhoWasThereIsErasedFromEveryRevision) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_learning("reported-1"), now));
    Dossier later = *a_learning("reported-1").dossier;
    later.learning->present.push_back("B. de Wit");
    ASSERT_TRUE(store.save("reported-1", 1, later, now));
    NameForms names;
    names.add({.known = true, .name = "Anke Bakker"});
    ASSERT_TRUE(store.erase_name("reported-1", names, "griffier", now));
    for (int revision = 1; revision <= 2; ++revision)
        EXPECT_EQ(store.show("reported-1", revision)->find("Bakker"), std::string::npos);
    EXPECT_EQ(store.record("reported-1")->dossier->learning->present.size(), 2U) << "that there was one stays";
    EXPECT_EQ(ids(store.search("bakker")), "");
}

TEST(LearningInTheRegister, OnAServerItIsOfWhoWasThere) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register owner = scratch.open();
    int number = 0;
    const std::vector<std::vector<Body>> all = {
        {Body::Council}, {Body::College}, {Body::Council, Body::College}, {Body::Support}};
    for (const auto& bodies : all) {
        IncidentRecord record = a_learning(reported_id(++number));
        record.dossier->learning->bodies = bodies;
        ASSERT_TRUE(owner.put(record, now));
    }
    const ServerUser clerk(scratch, "hamer_clerk");
    const ServerUser secretary(scratch, "hamer_secretary");
    const auto seen = [](const ServerUser& user) {
        Register store = user.open();
        return store.of_kind(IncidentKind::Learning)->size();
    };
    EXPECT_EQ(seen(clerk), 3U) << "of the council, of both, and of nobody in particular";
    EXPECT_EQ(seen(secretary), 2U);
}

}  // namespace
}  // namespace hamer::test
