// The clerk's work by hand: finding, reading, completing.
#include "dossier_scene.h"
#include "record/names.h"
#include "ui/clerk/change_words.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

TEST(DossierScreen, ListsTheRecordsAndWhatTheyLack) {
    DossierScene scene;
    EXPECT_TRUE(scene.driver.reads("Nog geen dossiers"));
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    EXPECT_EQ(scene.label("records.0"), "12-03-2026 geroep en gefluit vanaf de tribune");
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_TRUE(scene.driver.reads("overgedragen aan de politie"));
    EXPECT_NE(scene.label("verdict").find("niet op dit apparaat"), std::string::npos);
    EXPECT_EQ(scene.records().accesses(evening)->size(), 1U) << "that it was opened is known";
}

TEST(DossierScreen, CompletesARecordByHand) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.tap("tab.1"));
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_NE(scene.label("refusal").find("Vul eerst aan wat nog nodig is"), std::string::npos)
        << "not before all is there";

    for (const char* key : {"conduct.c", "conduct.d-threat", "channel.0"}) ASSERT_TRUE(scene.tap(key)) << key;
    EXPECT_NE(scene.label("governing").find("bedreiging"), std::string::npos);
    ASSERT_TRUE(scene.fill("manner", "roepen"));
    ASSERT_TRUE(scene.fill("reason", "woningbouw"));
    ASSERT_TRUE(scene.tap("damage.1"));
    ASSERT_TRUE(scene.tap("person.add.disturber"));
    ASSERT_TRUE(scene.fill("person.0.name", "J. de Vries"));
    ASSERT_TRUE(scene.tap("person.add.affected"));
    ASSERT_TRUE(scene.tap("person.1.office.0"));
    ASSERT_TRUE(scene.tap("repetition.0"));
    for (const char* key :
         {"informed.clerk", "informed.mayor", "informed.adviser", "informed.police", "informed.prosecutor"})
        ASSERT_TRUE(scene.tap(key)) << key;
    ASSERT_TRUE(scene.fill("gir.number", "2026-0312"));
    ASSERT_TRUE(scene.fill("gir.date", "12-3-2026"));
    ASSERT_TRUE(scene.tap("measure.add.1"));
    ASSERT_TRUE(scene.tap("measure.0.person.0"));
    ASSERT_TRUE(scene.tap("hearing.1"));
    ASSERT_TRUE(scene.fill("hearing.text", "hij liep weg"));
    ASSERT_TRUE(scene.fill("police.by", "het raadslid"));
    ASSERT_TRUE(scene.tap("police.may_be_told.1"));
    ASSERT_TRUE(scene.fill("spokesperson", "woordvoerder van de raad"));
    ASSERT_TRUE(scene.tap("agreed.0"));
    ASSERT_TRUE(scene.tap("care.p2.offered.0"));
    EXPECT_EQ(scene.label("needed"), "Nog nodig (0)") << scene.label("needed.next");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.label("problem"), "");
    IncidentRecord saved = scene.record(evening);
    EXPECT_EQ(saved.revision, 2);
    EXPECT_EQ(saved.dossier->persons[0].name, "J. de Vries");
    EXPECT_TRUE(saved.dossier->persons[0].known);
    EXPECT_EQ(saved.dossier->measures[0].person, "p1");
    EXPECT_EQ(saved.dossier->informed[1].by, "griffier");
    EXPECT_EQ(saved.dossier->gir, (Registration{"2026-0312", "2026-03-12"}));
    EXPECT_EQ(saved.dossier->hearing, (Hearing{false, "hij liep weg"}));
    EXPECT_EQ(saved.dossier->aftercare.at(0).offered, CareOffer::Accepted);
    ASSERT_TRUE(scene.tap("complete"));
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete);
    EXPECT_EQ(scene.records().deliveries(evening)->size(), 1U);
    EXPECT_GE(scene.delivering, 1);

    ASSERT_TRUE(scene.tap("duty.first-talk.p2"));
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->done.size(), 1U);
    EXPECT_EQ(status(scene.record(evening)), IncidentStatus::Complete) << "it stays complete";
    ASSERT_TRUE(scene.tap("tab.3"));
    EXPECT_TRUE(scene.driver.reads("termijn gedaan 1 soort"));
}

TEST(DossierScreen, WhatIsMissingIsOneTapAway) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    const RecordForm form(an_evening(), scene.clock.now().at);
    const auto lacking = form.lacking();
    ASSERT_GT(lacking.size(), 8U);
    for (std::size_t i = 0; i < lacking.size(); ++i) {
        const std::string key = form.key_of_place(lacking[i].place);
        ASSERT_FALSE(key.empty()) << lacking[i].place;
        ASSERT_TRUE(scene.tap("needed"));
        EXPECT_EQ(scene.driver.focused(), key) << lacking[i].place;
        EXPECT_FALSE(scene.driver.find(key)->visible.empty()) << key << " is out of sight";
        scene.driver.key(Key::Escape);
    }
}

TEST(DossierScreen, ShowsEarlierIncidentsOfTheSamePerson) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(2, "spandoek en leuzen"), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(an_evening(2).id, 1, a_whole_dossier(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("person.add.disturber"));
    ASSERT_TRUE(scene.fill("person.0.name", "de vries"));
    EXPECT_EQ(scene.label("person.0.earlier"), "Eerdere incidenten met deze naam: 1");
    ASSERT_TRUE(scene.tap("person.0.earlier"));
    EXPECT_TRUE(scene.driver.reads("11 maart 2026: spandoek en leuzen"));
    ASSERT_TRUE(scene.fill("person.0.name", "de vriest"));
    EXPECT_EQ(scene.label("person.0.earlier"), "Eerdere incidenten met deze naam: 0");
}

TEST(DossierScreen, MakesThePdfAndCopiesTheFieldsForTheGir) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("report"));
    const auto file = scene.folder / "reports" / "Dossier 2026-03-12 20.41, revisie 1.pdf";
    EXPECT_TRUE(std::filesystem::exists(file)) << scene.label("done");
    const auto noted = scene.records().accesses(evening);
    EXPECT_EQ(std::ranges::count(*noted, "export", &Access::what), 1);
    ASSERT_TRUE(scene.tap("tab.4"));
    EXPECT_TRUE(scene.driver.reads("Op welke wijze"));
    ASSERT_TRUE(scene.tap("gir.3"));
    EXPECT_EQ(scene.label("done"), "Gekopieerd: Wat");
}

TEST(DossierScreen, MakesTheLettersThatFitTheRecord) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.5"));
    EXPECT_TRUE(scene.driver.shows("letter.persbericht..pdf"));
    EXPECT_FALSE(scene.driver.shows("letter.waarschuwing.p1.pdf")) << "there is no such measure";
    ASSERT_TRUE(scene.tap("tab.1") && scene.tap("person.add.disturber") && scene.fill("person.0.name", "J. de Vries"));
    ASSERT_TRUE(scene.tap("measure.add.1") && scene.tap("measure.0.person.0"));
    ASSERT_TRUE(scene.tap("tab.5"));
    (void)scene.tap("letter.persbericht..word");
    EXPECT_FALSE(std::filesystem::exists(scene.folder / "reports")) << "it would be made of what was saved last";
    ASSERT_TRUE(scene.tap("tab.1") && scene.tap("save") && scene.tap("tab.5"));
    ASSERT_TRUE(scene.tap("letter.waarschuwing.p1.word"));
    EXPECT_TRUE(
        std::filesystem::exists(scene.folder / "reports" / "Brief waarschuwing 2026-03-12 20.41, revisie 2.docx"))
        << scene.label("done") << scene.label("problem");
    EXPECT_NE(scene.label("done").find("Vul zelf nog in: adres"), std::string::npos) << scene.label("done");
    ASSERT_TRUE(scene.tap("letter.persbericht..pdf"));
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "reports" / "Brief persbericht 2026-03-12 20.41, revisie 2.pdf"))
        << scene.label("problem");
    ASSERT_TRUE(scene.tap("public"));
    EXPECT_TRUE(std::filesystem::exists(scene.folder / "reports" /
                                        "Kopie zonder persoonsgegevens 2026-03-12 20.41, revisie 2.pdf"))
        << scene.label("problem");
    const auto noted = scene.records().accesses(evening);
    EXPECT_EQ(std::ranges::count(*noted, "export", &Access::what), 3);
}

TEST(DossierScreen, WhatIsStillNeededIsNotErased) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    EXPECT_FALSE(scene.driver.shows("hold.text"));
    ASSERT_TRUE(scene.tap("hold.1") && scene.fill("hold.text", "zaak 12") && scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->hold, (Hold{HoldReason::Objection, "2026-03-12", "zaak 12"}));
    ASSERT_TRUE(scene.tap("tab.0") && scene.hold("erase"));
    EXPECT_NE(scene.label("problem").find("nog nodig (bezwaar of beroep, sinds 12-03-2026)"), std::string::npos)
        << scene.label("problem");
    EXPECT_TRUE(scene.records().record(evening));
    ASSERT_TRUE(scene.tap("tab.1") && scene.tap("hold.1") && scene.tap("save") && scene.tap("tab.0"));
    EXPECT_FALSE(scene.record(evening).dossier && scene.record(evening).dossier->hold);
    ASSERT_TRUE(scene.hold("erase"));
    EXPECT_FALSE(scene.records().record(evening));
}

TEST(DossierScreen, OfEmotionAloneAsksLittleUnlessOneWantsTo) {
    DossierScene scene;
    IncidentRecord record = an_evening();
    record.police.clear();
    record.requests.clear();
    record.room_clearings.clear();
    record.charges.reset();
    ASSERT_TRUE(scene.records().put(record, scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.tap("tab.1"));
    EXPECT_TRUE(scene.driver.shows("informed.mayor")) << "as long as nobody said what was seen";
    ASSERT_TRUE(scene.tap("conduct.b"));
    EXPECT_FALSE(scene.driver.shows("informed.mayor"));
    EXPECT_FALSE(scene.driver.shows("gir.number"));
    ASSERT_TRUE(scene.tap("channel.0"));
    ASSERT_TRUE(scene.fill("manner", "klagen"));
    EXPECT_EQ(scene.label("needed"), "Nog nodig (0)") << scene.label("needed.next");
    ASSERT_TRUE(scene.tap("settle"));
    EXPECT_TRUE(scene.driver.shows("informed.mayor"));
    ASSERT_TRUE(scene.tap("conduct.c"));
    EXPECT_NE(scene.label("needed"), "Nog nodig (0)");
}

TEST(DossierScreen, NamesWhoDoesWhatAndTicksItOffFromTheList) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.tap("tab.1"));
    EXPECT_FALSE(scene.driver.shows("duty.footage..owner"));
    ASSERT_TRUE(scene.tap("duty.owners"));
    ASSERT_TRUE(scene.fill("duty.footage..owner", "de bode"));
    ASSERT_TRUE(scene.tap("save"));
    ASSERT_EQ(scene.record(evening).dossier->owners, (std::vector<DutyOwner>{{DutyKind::Footage, "", "de bode"}}));

    ASSERT_TRUE(scene.tap("list.1"));
    EXPECT_FALSE(scene.driver.shows("tick")) << "nothing was chosen yet";
    ASSERT_TRUE(scene.tap("due.0"));
    EXPECT_NE(scene.label("tick").find("beelden veiligstellen"), std::string::npos) << scene.label("tick");
    ASSERT_TRUE(scene.fill("manner", "roepen"));
    ASSERT_TRUE(scene.tap("tick"));
    EXPECT_NE(scene.label("refusal").find("Bewaar eerst"), std::string::npos) << "over what is being typed";
    ASSERT_TRUE(scene.tap("revert"));
    const Rect calendar = scene.driver.find("calendar")->rect;
    ASSERT_TRUE(scene.tap("tick"));
    EXPECT_FALSE(scene.driver.shows("tick"));
    EXPECT_EQ(scene.driver.find("calendar")->rect.y, calendar.y) << "it does not come under a finger that taps twice";
    const auto done = scene.record(evening).dossier->done;
    ASSERT_EQ(done.size(), 1U);
    EXPECT_EQ(done[0].kind, DutyKind::Footage);
    EXPECT_EQ(done[0].by, "griffier");
    EXPECT_EQ(scene.driver.shows("tab.1"), true) << "the record is open on";
}

TEST(DossierScreen, ControlFGoesToTheSearchFromWhereverOneIs) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.tap("list.1") && scene.tap("reason"));
    scene.driver.key(key_of('f'), {.control = true});
    scene.settle();
    scene.driver.type("gefluit");
    scene.settle();
    EXPECT_EQ(scene.driver.focused(), "search");
    EXPECT_TRUE(scene.driver.shows("records.0"));
    scene.driver.type("x");
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("records.0"));
}

TEST(DossierScreen, AsksOnceWhoWorksHere) {
    DossierScene scene;
    ClerkService::Options options = scene.clerk->options();
    options.user.clear();
    scene.open(options);
    EXPECT_TRUE(scene.driver.reads("Wie werkt hier?"));
    ASSERT_TRUE(scene.tap("name.keep"));
    EXPECT_EQ(scene.label("refusal"), "Vul eerst uw naam in.");
    ASSERT_TRUE(scene.fill("name", "Gijs de Vries") && scene.tap("name.keep"));
    EXPECT_EQ(scene.app->take_name(), "Gijs de Vries");
    EXPECT_EQ(scene.app->take_name(), std::nullopt) << "once";
    scene.settle();
    scene.driver.frame();
    EXPECT_FALSE(scene.driver.reads("Wie werkt hier?"));
}

TEST(DossierScreen, ShowsTheLogAndWhetherItIsWhole) {
    DossierScene scene;
    scene.meet();
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_NE(scene.label("verdict").find("heel"), std::string::npos) << scene.label("verdict");
    ASSERT_TRUE(scene.tap("tab.2"));
    EXPECT_FALSE(scene.driver.reads("Sessie begonnen"));
    ASSERT_TRUE(scene.tap("log.system"));
    EXPECT_TRUE(scene.driver.reads("Sessie begonnen"));
    ASSERT_TRUE(scene.driver.reads("Vergadering geopend"));
    ASSERT_TRUE(scene.tap("log.lines.1"));
    EXPECT_FALSE(scene.driver.reads("Vergadering geopend")) << "that was before the incident";
    EXPECT_TRUE(scene.driver.reads("Verstoring"));
    ASSERT_TRUE(scene.tap("log.lines.3"));
    EXPECT_TRUE(scene.driver.reads("Geen regels van deze soort"));
}

TEST(DossierScreen, AnyTwoRevisionsAreCompared) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    for (int i = 1; i <= 3; ++i) {
        Dossier dossier;
        dossier.reason = "reden " + std::to_string(i);
        ASSERT_TRUE(scene.records().save(evening, i, dossier, scene.clock.now().at));
    }
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.3"));
    EXPECT_TRUE(scene.driver.reads("reden 2") && scene.driver.reads("reden 3")) << "the last two at first";
    ASSERT_TRUE(scene.tap("changes.from.1") && scene.tap("changes.to.2"));
    EXPECT_TRUE(scene.driver.reads("reden 1") && scene.driver.reads("reden 2"));
    EXPECT_FALSE(scene.driver.reads("reden 3"));
}

TEST(DossierScreen, AChangeIsSaidInTheWordsOfTheForm) {
    EXPECT_EQ(place_in_words("/dossier/persons/0/name", Language::Dutch), "persoon 1 naam");
    EXPECT_EQ(place_in_words("/strange", Language::Dutch), "strange");
    EXPECT_EQ(value_in_words("/dossier/conduct/1", "d-threat", Language::English),
              name_of(Conduct::Threat).in(Language::English));
    EXPECT_EQ(value_in_words("/dossier/reason", "d-threat", Language::English), "d-threat");
    EXPECT_EQ(value_in_words("/dossier/persons/12/role", "witness", Language::Dutch), "getuige");
    EXPECT_EQ(value_in_words("/completed/at", "2026-03-12T23:00:00.000+01:00", Language::Dutch),
              "12 maart 2026, 23:00:00");
}

TEST(DossierScreen, WhatWasDoneEarlierIsGivenItsOwnMoment) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    ASSERT_TRUE(scene.fill("informed.mayor.at", "gisteren"));
    EXPECT_NE(scene.label("informed.mayor.at.below"), "dd-mm-jjjj uu:mm");
    ASSERT_TRUE(scene.fill("informed.mayor.at", "31-02-2026 21:30"));
    EXPECT_EQ(scene.label("informed.mayor.at.below"), "31 februari 2026 bestaat niet.");
    ASSERT_TRUE(scene.fill("informed.mayor.at", "12-3-26 21u30"));
    EXPECT_EQ(scene.label("informed.mayor.at.below"), "dd-mm-jjjj uu:mm");
    ASSERT_TRUE(scene.tap("duty.first-talk.p2"));
    ASSERT_TRUE(scene.fill("duty.first-talk.p2.at", "12/03/2026 22.15"));
    ASSERT_TRUE(scene.tap("save"));
    const IncidentRecord saved = scene.record(evening);
    const auto mayor = std::ranges::find(saved.dossier->informed, Recipient::Mayor, &Informed::who);
    EXPECT_EQ(to_rfc3339(mayor->at), "2026-03-12T21:30:00.000+01:00");
    ASSERT_EQ(saved.dossier->done.size(), 1U);
    EXPECT_EQ(to_rfc3339(saved.dossier->done[0].at), "2026-03-12T22:15:00.000+01:00");
}

TEST(DossierScreen, ErasesAPersonOnlyWhenTheButtonIsHeldAndNothingIsChanged) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    ASSERT_TRUE(scene.tap("person.0.erase"));
    EXPECT_EQ(scene.record(evening).dossier->persons[0].name, "J. de Vries") << "a tap is not enough";
    ASSERT_TRUE(scene.tap("person.0.injured"));
    ASSERT_TRUE(scene.hold("person.0.erase"));
    EXPECT_EQ(scene.record(evening).dossier->persons[0].name, "J. de Vries") << "first save, or put it back";
    ASSERT_TRUE(scene.tap("revert"));
    ASSERT_TRUE(scene.hold("person.0.erase"));
    EXPECT_EQ(scene.record(evening).dossier->persons[0].name, "");
    EXPECT_EQ(scene.label("done"), "Gewist uit alle revisies: verstoorder");
    EXPECT_FALSE(scene.driver.shows("person.0.erase")) << "nothing is left to erase";
}

TEST(DossierScreen, ErasesARecordOnlyWhenTheButtonIsHeld) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("erase"));
    EXPECT_EQ(scene.records().list()->size(), 1U) << "a tap is not enough";
    ASSERT_TRUE(scene.hold("erase"));
    EXPECT_TRUE(scene.records().list()->empty());
    EXPECT_EQ(scene.label("done"), "Gewist: het dossier van 12 maart 2026");
}

TEST(DossierScreen, AnIncidentThatLastedYearsIsDrawnAsWellAsAnEvening) {
    DossierScene scene;
    IncidentRecord wrong = an_evening();
    wrong.started.at = *from_rfc3339("1990-01-01T00:00:00+01:00");  // a clock that was wrong
    ASSERT_TRUE(scene.records().put(wrong, scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    EXPECT_TRUE(scene.driver.shows("chart"));
    ASSERT_TRUE(scene.tap("report"));
    EXPECT_NE(scene.label("done"), "") << scene.label("problem");
}

TEST(DossierScreen, TheChartIsWalkedWithTheArrowsAndZoomed) {
    DossierScene scene;
    ASSERT_TRUE(scene.records().put(an_evening(), scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0"));
    ASSERT_TRUE(scene.driver.tab_to("chart"));
    scene.driver.key(Key::Right);
    scene.settle();
    EXPECT_EQ(scene.label("chart.says"), "20:41:52  aangesproken, scenario B");
    scene.driver.key(Key::Right);
    scene.settle();
    EXPECT_EQ(scene.label("chart.says"), "20:42:24  verzoek 1");
    EXPECT_FALSE(scene.driver.shows("chart.later"));
    ASSERT_TRUE(scene.tap("chart.in"));
    ASSERT_TRUE(scene.tap("chart.later"));
    EXPECT_EQ(scene.label("chart.says"), "20:42:24  verzoek 1") << "what was chosen stays";
}

}  // namespace
}  // namespace hamer::ui
