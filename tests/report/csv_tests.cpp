#include "report/csv.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Csv, ASpreadsheetRunsNothing) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("+31"), "'+31");
    EXPECT_EQ(csv_cell("-2"), "'-2");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("  =1"), "'  =1") << "after spaces";
    EXPECT_EQ(csv_cell("\t=1"), "' =1");
    EXPECT_EQ(csv_cell("＝1"), "'＝1") << "in full width";
    EXPECT_EQ(csv_cell("\r\n=1"), "' =1");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST(Csv, AWordThatASpreadsheetTakesForATruthStaysAWord) {
    EXPECT_EQ(csv_cell("Waar"), "'Waar");
    EXPECT_EQ(csv_cell("ONWAAR"), "'ONWAAR");
    EXPECT_EQ(csv_cell("true"), "'true");
    EXPECT_EQ(csv_cell("Waar?"), "Waar?");
}

TEST(Csv, QuotesWhereNeededAndOnlyThere) {
    EXPECT_EQ(csv_cell("Jan"), "Jan");
    EXPECT_EQ(csv_cell(""), "");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("a;b"), "\"a;b\"");
    EXPECT_EQ(csv_cell("zei \"ja\""), "\"zei \"\"ja\"\"\"");
    EXPECT_EQ(csv_cell("een\ntwee"), "een twee") << "a row is a line";
}

TEST(Csv, ADutchSpreadsheetGetsSemicolonsAByteOrderMarkAndItsOwnDates) {
    CsvSheet sheet(CsvKind::Dutch);
    sheet.row({"a", "b,c", "d;e", "", "Café"});
    sheet.row({sheet.moment(*from_rfc3339("2026-03-12T20:14:05.120+01:00"))});
    EXPECT_EQ(std::move(sheet).finish(),
              "\xEF\xBB\xBF"
              "a;\"b,c\";\"d;e\";;Café\r\n12-03-2026 20:14:05\r\n");
}

TEST(Csv, TheOthersGetCommasAndNothingBefore) {
    CsvSheet sheet(CsvKind::International);
    sheet.row({"a", "b,c", "d;e", "", "Café"});
    sheet.row({sheet.moment(*from_rfc3339("2026-03-12T20:14:05.120+01:00"))});
    EXPECT_EQ(std::move(sheet).finish(), "a,\"b,c\",\"d;e\",,Café\r\n2026-03-12T20:14:05.120+01:00\r\n");
}

}  // namespace
}  // namespace hamer
