// After erasing: where the name is still found, cleared place by place, and what is beyond reach.
#include "dossier_scene.h"
#include "service/store/draft_folder.h"
#include "service/store/papers.h"

#include <fstream>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening(1).id;
const std::string other = an_evening(2).id;

Dossier with_him(const std::string& reason = {}) {
    Dossier dossier;
    dossier.reason = reason;
    dossier.persons = {{.id = "p1", .known = true, .name = "Jan de Vries", .address = "Kade 3"}};
    return dossier;
}

class DossierNamed : public testing::Test {
  protected:
    DossierNamed() {
        put(1, with_him());
        put(2, {.reason = "de heer De Vries riep mee"});
        put(3, {.reason = "Jan was er niet"});
        scene.refresh();
    }
    void put(int number, const Dossier& dossier) {
        ASSERT_TRUE(scene.records().put(an_evening(number), now()));
        ASSERT_TRUE(scene.records().save(an_evening(number).id, 1, dossier, now()));
    }
    Instant now() { return scene.clock.now().at; }
    // The record of the first evening is opened, and its person erased.
    void erase() {
        const auto all = scene.records().list().value();
        const auto at = std::ranges::find(all, evening, &RecordSummary::id) - all.begin();
        ASSERT_TRUE(scene.tap("records." + std::to_string(at)) && scene.tap("tab.1"));
        ASSERT_TRUE(scene.hold("person.0.erase"));
    }
    // The number of the place that says this; -1: none.
    int place(std::string_view words) {
        for (int i = 0; scene.driver.shows("named." + std::to_string(i)); ++i) {
            if (scene.label("named." + std::to_string(i)).find(words) != std::string::npos) return i;
        }
        return -1;
    }
    bool clear(int number) { return scene.hold("named." + std::to_string(number) + ".clear"); }
    std::filesystem::path write(const std::string& name, const std::string& bytes) {
        const auto path = scene.folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << bytes;
        return path;
    }

    DossierScene scene;
};

TEST_F(DossierNamed, AnotherRecordIsShownWithItsWordsAndClearedByHoldingItsButton) {
    erase();
    EXPECT_EQ(scene.record(evening).dossier->persons[0].name, "");
    ASSERT_EQ(place("Dossier van"), 0);
    EXPECT_EQ(place("Jan was er niet"), -1);
    EXPECT_TRUE(scene.driver.reads("de heer De Vries riep mee"));
    EXPECT_TRUE(scene.driver.reads("Alleen de achternaam"));
    EXPECT_TRUE(scene.driver.reads("Wat is afgedrukt, gemaild of gekopieerd"));
    EXPECT_EQ(scene.record(other).dossier->reason, "de heer De Vries riep mee") << "not before it was chosen";
    EXPECT_EQ(scene.records().accesses(other)->front().what, "search") << "its words were shown";
    ASSERT_TRUE(clear(0));
    EXPECT_EQ(scene.record(other).dossier->reason, "de heer De [gewist] riep mee");
    EXPECT_TRUE(scene.driver.reads("Gewist."));
    EXPECT_FALSE(scene.driver.shows("named.0.clear"));
    ASSERT_TRUE(scene.tap("named.close"));
    EXPECT_TRUE(scene.driver.shows("tab.1")) << "the record is there again";
}

TEST_F(DossierNamed, ARecordThatHasThePersonLosesAllOfThem) {
    Dossier too = with_him();
    too.persons[0].id = "p4";
    too.persons[0].injury = "tandletsel";
    ASSERT_TRUE(scene.records().save(other, 2, too, now()));
    erase();
    ASSERT_TRUE(clear(place("Dossier van")));
    EXPECT_EQ(scene.record(other).dossier->persons[0], Person{.id = "p4"});
}

TEST_F(DossierNamed, TheLogOfAnotherMeetingIsCleared) {
    const std::string session = scene.meet({"meeting.open", "disturbance.report", "disturbance.end", "meeting.close"});
    MeetingServiceOptions options;
    options.data = scene.folder;
    options.settings = scene.clerk->options().settings;
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    {
        auto service = MeetingService::open(std::move(options), scene.files, scene.clock);
        ASSERT_TRUE(service && (*service)->begin(test::meeting(), Language::Dutch));
        ASSERT_TRUE((*service)->execute(Command{AddNote{"Jan  de Vries liep weg"}, std::nullopt, "chair"}));
    }
    erase();
    const int at = place("logboek van de vergadering");
    ASSERT_GE(at, 0);
    ASSERT_TRUE(clear(at));
    EXPECT_TRUE(scene.driver.reads("Gewist."));
    NameForms names;
    names.add(with_him().persons[0]);
    const auto left = scene.clerk->named(names);
    ASSERT_TRUE(left);
    for (const NamedPlace& one : left->places) EXPECT_NE(one.kind, NamedPlace::Kind::Log);
}

TEST_F(DossierNamed, DraftsAreClearedAlsoOfAnIncidentThatHasNoRecord) {
    Draft draft{.record = other, .revision = 2};
    draft.dossier.reason = "Kade 3";
    scene.drafts->keep(draft);
    Draft fresh;
    fresh.typed = {{"id", "x"}, {"what", "JAN DE VRIES spuugt"}};
    scene.drafts->keep(fresh);
    ASSERT_TRUE(scene.drafts->settle(std::chrono::seconds(10)));
    erase();
    ASSERT_TRUE(clear(place("niet bewaard")));
    ASSERT_TRUE(clear(place("nieuw incident")));
    ASSERT_TRUE(scene.drafts->settle(std::chrono::seconds(10)));
    EXPECT_EQ(find_draft(scene.files, scene.folder, other).value()->dossier.reason, "[gewist]");
    EXPECT_EQ(scene.drafts->fresh()->typed.at("what"), "[gewist] spuugt");
}

TEST_F(DossierNamed, FilesThatHamerMadeAreFoundWhereverTheyAre) {
    const auto here = write("elders/Verslag.pdf", "%PDF"), changed = write("elders/b.txt", "x"),
               without = write("elders/c.csv", "iets");
    const auto keep = [&](const std::filesystem::path& file, const std::string& bytes, const std::string& record) {
        ASSERT_TRUE(
            put_paper(scene.files, scene.folder, {.file = file, .record = record}, bytes, [] { return Status{}; }));
    };
    keep(here, "%PDF", evening);
    keep(changed, "JAN DE VRIES", evening);
    std::ofstream(changed) << "Jan de Vries, en meer";
    keep(without, "iets", evening);
    keep(scene.folder / "weg.pdf", "%PDF", other);
    keep(scene.folder / "van een ander.pdf", "%PDF", an_evening(3).id);
    erase();
    EXPECT_EQ(place("c.csv"), -1) << "a text that does not name them";
    EXPECT_EQ(place("van een ander"), -1);
    EXPECT_TRUE(scene.driver.reads("weg.pdf is niet meer waar Hamer het maakte"));
    ASSERT_GE(place("b.txt"), 0);
    EXPECT_TRUE(scene.driver.reads("Het is veranderd sinds Hamer het maakte"));
    ASSERT_TRUE(clear(place("Verslag.pdf")));
    EXPECT_FALSE(std::filesystem::exists(here));
    EXPECT_TRUE(std::filesystem::exists(changed));
    EXPECT_TRUE(std::filesystem::exists(without));
}

TEST_F(DossierNamed, WhatIsPutReadyForAReceiverIsTakenBackAndWhatWasDeliveredIsNamed) {
    std::string body = scene.records().show(other).value();
    write("uit/" + other + "-r2.json", body);
    write("uit/" + other + "-r2.pdf", "%PDF");
    write("uit/van een ander.json", "{\"De Vries\": 1}");
    write("uit/van een ander.pdf", "%PDF");
    erase();
    ASSERT_TRUE(clear(place(other + "-r2.json")));
    ASSERT_TRUE(clear(place(other + "-r2.pdf")));
    EXPECT_FALSE(std::filesystem::exists(scene.folder / "uit" / (other + "-r2.json")));
    EXPECT_FALSE(std::filesystem::exists(scene.folder / "uit" / (other + "-r2.pdf")));
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "uit/van een ander.json"));
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "uit/van een ander.pdf"));
}

TEST_F(DossierNamed, AWholeRecordTellsWhatElseWasMadeOfIt) {
    const auto paper = write("elders/Verslag.pdf", "%PDF");
    ASSERT_TRUE(
        put_paper(scene.files, scene.folder, {.file = paper, .record = evening}, "%PDF", [] { return Status{}; }));
    const auto all = scene.records().list().value();
    const auto at = std::ranges::find(all, evening, &RecordSummary::id) - all.begin();
    ASSERT_TRUE(scene.tap("records." + std::to_string(at)) && scene.hold("erase"));
    EXPECT_FALSE(scene.records().record(evening));
    ASSERT_TRUE(clear(place("Verslag.pdf")));
    EXPECT_FALSE(std::filesystem::exists(paper));
}

TEST_F(DossierNamed, APaperThatWentWithItsRecordIsGoneWhenItsTurnComes) {
    const auto paper = scene.clerk->write_report(scene.record(other));
    ASSERT_TRUE(paper);
    erase();
    const int file = place("Gemaakt met Hamer");
    ASSERT_TRUE(clear(place("Dossier van")));
    EXPECT_FALSE(std::filesystem::exists(*paper));
    ASSERT_TRUE(clear(file));
    EXPECT_EQ(scene.label("problem"), "");
    EXPECT_FALSE(scene.driver.shows("named." + std::to_string(file) + ".clear"));
}

TEST_F(DossierNamed, AFormThatIsOpenBringsNobodyBackWhoWasErasedElsewhere) {
    const auto all = scene.records().list().value();
    const auto at = std::ranges::find(all, evening, &RecordSummary::id) - all.begin();
    ASSERT_TRUE(scene.tap("records." + std::to_string(at)) && scene.tap("tab.1"));
    ASSERT_TRUE(scene.fill("reason", "Jan de Vries was boos"));
    ASSERT_TRUE(scene.clerk->erase_person(evening, "p1"));
    ASSERT_TRUE(scene.fill("manner", "roepen") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->persons[0].name, "");
    EXPECT_EQ(scene.record(evening).dossier->reason, "[gewist] was boos");
    EXPECT_EQ(scene.record(evening).dossier->manner, "roepen");
    EXPECT_NE(scene.label("done").find("weggelaten"), std::string::npos) << scene.label("done");
}

TEST_F(DossierNamed, ADamagedDraftThatWasPutAsideIsFound) {
    const auto file = draft_file(scene.folder, other);
    write("drafts/" + file.filename().string() + ".broken", "{\"name\": \"JAN DE VRIES");
    erase();
    ASSERT_TRUE(clear(place("beschadigd concept")));
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".broken"));
}

TEST_F(DossierNamed, AnOldPaperIsFoundByTheNameLongAfter) {
    ASSERT_TRUE(scene.clerk->write_report(scene.record(evening), scene.folder / "oud.pdf"));
    erase();
    NameForms names;
    names.add(with_him().persons[0], NameForms::By::NameAndAddress);
    const auto found = scene.clerk->named(names);
    ASSERT_TRUE(found);
    EXPECT_TRUE(std::ranges::any_of(found->places, [](const NamedPlace& one) { return one.id.ends_with("oud.pdf"); }));
    ASSERT_TRUE(scene.clerk->write_report(scene.record(evening), scene.folder / "oud.pdf"));
    const auto anew = scene.clerk->named(names);
    EXPECT_FALSE(std::ranges::any_of(anew->places, [](const NamedPlace& one) { return one.id.ends_with("oud.pdf"); }));
}

TEST_F(DossierNamed, NothingElseIsSaidToo) {
    ASSERT_TRUE(scene.clerk->erase_record(other));
    erase();
    EXPECT_EQ(place(""), -1);
    EXPECT_TRUE(scene.driver.reads("Deze naam staat verder nergens in Hamer"));
}

}  // namespace
}  // namespace hamer::ui
