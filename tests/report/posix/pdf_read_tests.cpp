// Papers as poppler's programs read them.
#include "a_record.h"
#include "report/document.h"
#include "report/pdf.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

namespace hamer {
namespace {

using namespace test;

// What a program that reads PDF says of one.
std::string asked(const std::string& pdf, const std::string& program, const std::string& rest) {
    const std::string file = ::testing::TempDir() + "/hamer-report-" + std::to_string(::getpid()) + ".pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string answer = file + ".txt";
    EXPECT_EQ(std::system((program + " " + file + " " + rest + " > " + answer).c_str()), 0);
    std::ifstream in(answer);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::remove(file.c_str());
    std::remove(answer.c_str());
    return text;
}

TEST(PdfRead, IsTaggedWithItsFontsInIt) {
    const Instant made = at("22:00:00").at;
    const auto pdf = document_as_pdf(document_of(a_record_with_words(), Language::Dutch), made);
    ASSERT_TRUE(pdf) << describe(pdf.error());
    const std::string info = asked(*pdf, "pdfinfo", "");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("CreationDate"), std::string::npos) << info;
    const std::string fonts = asked(*pdf, "pdffonts", "");
    EXPECT_GT(count(fonts, "yes yes"), 0);
    EXPECT_EQ(count(fonts, " no "), 0) << fonts;
    const std::string text = asked(*pdf, "pdftotext -layout", "-");
    for (const char* part : {"Raadsvergadering", "Stop hier onmiddellijk mee.", "Wij zijn hier: Stadhuis.",
                             "U blijft verstoren.", "20:42:24", "geweigerd", "Hoofdhash", "A. Bakker"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_EQ(count(text, "OEFENING"), 0);
}

TEST(PdfRead, ADrillSaysSoOnEachPage) {
    IncidentRecord record = a_record();
    record.drill = true;
    for (int i = 0; i < 80; ++i)
        record.notes.push_back({at("20:50:00"), "griffier", "Een notitie om pagina's te vullen."});
    const auto pdf = document_as_pdf(document_of(record, Language::Dutch), at("22:00:00").at);
    ASSERT_TRUE(pdf);
    const std::string text = asked(*pdf, "pdftotext -raw", "-");
    const int pages = count(text, "\f");
    EXPECT_GT(pages, 3);
    EXPECT_EQ(count(text, "OEFENING – "), pages) << "in the foot";
    EXPECT_EQ(count(text, "OEFENING: dit is niet echt gebeurd"), 1) << "in words";
    EXPECT_EQ(count(text, "O\nE\nF\nE\nN\nI\nN\nG"), pages) << "and across the page";
    EXPECT_EQ(count(text, "Een notitie om"), 80) << "nothing is lost between pages";
}

TEST(PdfRead, TextsOfAnyKindAreDrawnAsTheyAre) {
    IncidentRecord record = a_record();
    record.what = "<b>%n%s</b> & \xff \xe2\x80\xae evil 🙂 " + std::string(300, 'x');
    record.notes.push_back({at("20:50:00"), "", std::string(20'000, 'w')});
    for (Person& person : record.dossier->persons) person.name = std::string(200, 'N') + " عبد";
    const auto pdf = document_as_pdf(document_of(record, Language::English), at("22:00:00").at);
    ASSERT_TRUE(pdf);
    const std::string text = asked(*pdf, "pdftotext -layout", "-");
    EXPECT_NE(text.find("<b>%n%s</b> &"), std::string::npos);
    EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos) << "no mark that turns text round";
}

}  // namespace
}  // namespace hamer
