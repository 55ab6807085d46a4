#include "report/date_text.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(DateText, AMonthIsNamedInTheReadersLanguage) {
    EXPECT_EQ(month_in_words("2026-03", Language::Dutch), "maart 2026");
    EXPECT_EQ(month_in_words("2026-10", Language::English), "October 2026");
    EXPECT_EQ(month_in_words("onbekend", Language::Dutch), "onbekend") << "what is no month stays as it is";
}

}  // namespace
}  // namespace hamer
