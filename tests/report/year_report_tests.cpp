// The report to the council has numbers and cases, and not a word of what stood in a record.
#include "a_record.h"
#include "report/year_report.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

YearOfCases a_year() {
    YearOfCases year{.year = 2026};
    year.cases = {anonymous_case(test::a_full_record())};
    year.before = {anonymous_case(test::a_record()), anonymous_case(test::a_record())};
    year.before[0].month = year.before[1].month = "2025-11";
    return year;
}

std::vector<HeldDrill> drills() {
    return {{.session = "s",
             .scenario = "sit-in",
             .title = "Een sit-in",
             .held = *from_rfc3339("2026-02-03T19:00:00+01:00"),
             .setup = {.attendance = {"Jan Geheim", "Piet Geheim"}},
             .result = DrillResult{1, 18, 22}}};
}

TEST(YearReport, SetsTheYearBesideTheOneBefore) {
    const Document report = year_report(a_year(), drills(), "Leiden", Language::Dutch);
    const std::string text = document_as_text(report);
    for (const char* part :
         {"Verslag aan de raad over incidenten in 2026", "Leiden", "1 (2025: 2)", "Vergadering geschorst",
          "D: bedreiging", "raadslid", "toegang tot gebouwen ontzeggen", "mrt", "Een sit-in, 18 van 22, 2 aanwezig",
          "3 februari 2026", "lees het na voor u het openbaar maakt"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    const auto months = std::ranges::find(report.sections, "Per maand", &Section::title);
    ASSERT_NE(months, report.sections.end());
    EXPECT_EQ(months->plot.bars.size(), 12U);
    EXPECT_EQ(months->plot.bars[2].number, 1);
    EXPECT_EQ(months->plot.bars[10].before, 2);
    EXPECT_NE(plot_as_text(months->plot).find("mrt 1 (2025: 0)"), std::string::npos) << plot_as_text(months->plot);
    const Table table = plot_as_table(months->plot, "Per maand");
    EXPECT_EQ(table.heads, (std::vector<std::string>{"Per maand", "2026", "2025"}));
    EXPECT_EQ(table.rows[2], (std::vector<std::string>{"mrt", "1", "0"}));
}

TEST(YearReport, TellsNothingThatSomebodyWroteAndNobodysName) {
    const YearOfCases year = a_year();
    std::string all = year_as_csv(year, Language::Dutch, CsvKind::Dutch);
    for (const Language language : {Language::Dutch, Language::English})
        all += document_as_text(year_report(year, drills(), "Leiden", language));
    for (const char* part :
         {"Vries",      "Bakker",       "Bode",     "Melder",         "Mandaat",    "Geheim",      "weg 9",
          "laan 12",    "Raadzaal",     "geroep",   "maatregeltekst", "betertekst", "persbericht", "vertrouwelijk",
          "thuisfront", "huisarts",     "GIR-77",   "PL1500",         "12 maart",   "2026-03-12",  "0011aabb",
          "Eigenaar",   "Woordvoerder", "rode jas", "Aanwezig",       "Verbeter"})
        EXPECT_EQ(all.find(part), std::string::npos) << part;
}

TEST(YearReport, SaysWhatIsNotCountedOrMayChange) {
    YearOfCases year = a_year();
    year.incomplete = 1;
    year.unreadable = 2;
    const std::string text = document_as_text(year_report(year, {}, "Leiden", Language::Dutch));
    for (const char* part : {"1 dossier is nog niet afgerond: de aantallen kunnen nog veranderen.",
                             "2 dossiers zijn niet te lezen en tellen niet mee.", "dit jaar niet geoefend"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(YearReport, OfAYearWithoutIncidentsIsShort) {
    const Document report = year_report({.year = 2026}, {}, "Leiden", Language::English);
    EXPECT_TRUE(std::ranges::none_of(report.sections, [](const Section& one) { return !one.plot.bars.empty(); }));
    EXPECT_NE(document_as_text(report).find("0 (2025: 0)"), std::string::npos) << document_as_text(report);
}

TEST(YearReport, CountsWhatWasLearntAndSaysWhetherTheYearWasDiscussed) {
    YearOfCases year = a_year();
    const auto text = [&](Language language) { return document_as_text(year_report(year, {}, "Leiden", language)); };
    EXPECT_NE(text(Language::Dutch).find("De jaarlijkse bespreking van 2026 is nog niet gehouden."), std::string::npos);
    year.learnt = {{LearningKind::Introduction, "2026-04-01", {Body::Council, Body::Committees}, 31},
                   {LearningKind::Training, "2026-05-01", {Body::Chairs}, 1},
                   {LearningKind::Discussion, "2026-11-03", {Body::Council}, 0}};
    const std::string dutch = text(Language::Dutch), english = text(Language::English);
    for (const char* part :
         {"Introducties", "Trainingen", "1 april 2026", "introductie: raad, duoleden; 31 namen genoteerd",
          "training: commissievoorzitters; 1 naam genoteerd", "jaarlijkse bespreking: raad",
          "van 2026 was op 3 november 2026, maar nog niet met het college."})
        EXPECT_NE(dutch.find(part), std::string::npos) << part << "\n" << dutch;
    const Document report = year_report(year, {}, "Leiden", Language::Dutch);
    const auto learnt = std::ranges::find(report.sections, "Geleerd (5.2)", &Section::title);
    ASSERT_NE(learnt, report.sections.end());
    EXPECT_EQ(learnt->facts[0].value + learnt->facts[1].value, "11") << "one of each";
    EXPECT_NE(english.find("but not with the college yet."), std::string::npos) << english;
    year.learnt.push_back({LearningKind::Discussion, "2026-12-01", {Body::College}, 0});
    EXPECT_NE(text(Language::Dutch).find("was op 3 november 2026, 1 december 2026."), std::string::npos);
}

TEST(YearReport, IsARowForEachCaseInASpreadsheet) {
    const std::string sheet = year_as_csv(a_year(), Language::Dutch, CsvKind::International);
    EXPECT_EQ(test::count(sheet, "\r\n"), 2) << sheet;
    EXPECT_NE(sheet.find("2026-03,ordeverstoring"), std::string::npos) << sheet;
}

}  // namespace
}  // namespace hamer
