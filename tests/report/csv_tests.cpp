#include "report/csv.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Csv, ASpreadsheetRunsNothing) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("+31"), "'+31");
    EXPECT_EQ(csv_cell("-2"), "'-2");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("\t=1"), "'\t=1");
    EXPECT_EQ(csv_cell("＝1"), "'＝1") << "in full width";
    EXPECT_EQ(csv_cell("\r\n=1"), "\"'\r\n=1\"");
    EXPECT_EQ(csv_cell("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST(Csv, QuotesWhereNeededAndOnlyThere) {
    EXPECT_EQ(csv_cell("Jan"), "Jan");
    EXPECT_EQ(csv_cell(""), "");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("a;b"), "\"a;b\"") << "what a Dutch spreadsheet takes for the next cell";
    EXPECT_EQ(csv_cell("zei \"ja\""), "\"zei \"\"ja\"\"\"");
    EXPECT_EQ(csv_row({"a", "b,c", ""}), "a,\"b,c\",\r\n");
}

}  // namespace
}  // namespace hamer
