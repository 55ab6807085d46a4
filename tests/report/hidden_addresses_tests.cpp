// A home that somebody typed elsewhere is told by no paper.
#include "a_record.h"
#include "report/hidden_addresses.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

std::string hidden(const std::string& address, std::string text) {
    IncidentRecord record = a_record();
    record.address = "Stadhuisplein 1, Leiden";
    record.dossier->persons = {{.id = "p1", .role = PersonRole::Affected, .address = address}};
    HiddenAddresses(record, Language::English, HiddenAddresses::Whose::Guarded).hide(text);
    return text;
}
constexpr const char* gone = "at [address known to the clerk]!";

TEST(HiddenAddresses, AreFoundHoweverTheyAreWritten) {
    const char* const address = "Rozenlaan 12, 2333 CD Leiden";
    for (const char* way : {"Rozenlaan 12", "ROZENLAAN  12", "rozenlaan12", "Rozenlaan nr. 12", "Rozenlaan nummer 12",
                            "Rózenlaan 12", "Rozen-laan, 12", "2333 CD", "2333cd", "Rozenlaan\n12"})
        EXPECT_EQ(hidden(address, std::string("at ") + way + "!"), gone) << way;
    for (const char* stored : {"Eikstraat  5 2334 QQ Leiden", "Eikstraat 5\n2334 QQ Leiden", "Leiden, Eikstraat 5",
                               "Flat Zonzicht, Eikstraat 5, Leiden", "Eikstraat 5"})
        EXPECT_EQ(hidden(stored, "at Eikstraat 5!"), gone) << stored;
    EXPECT_EQ(hidden("Tulpenhof 5-a", "at Tulpenhof 5a!"), gone);
}

TEST(HiddenAddresses, AreNothingElse) {
    for (const char* text :
         {"Rozenlaan 121", "Rozenlaan 1", "Leiden", "in de Rozenlaan", "12", "12 maart 2026", "2333"})
        EXPECT_EQ(hidden("Rozenlaan 12, 2333 CD Leiden", text), text);
    EXPECT_EQ(hidden("1", "11 maart, om 1 uur"), "11 maart, om 1 uur");
    EXPECT_EQ(hidden("Stadhuisplein 1, Leiden", "op Stadhuisplein 1"), "op Stadhuisplein 1") << "everybody knows it";
}

TEST(HiddenAddresses, OfLongTextsTakeNoLongerThanTheyAreLong) {
    const std::string text(20'000, '1');
    EXPECT_EQ(hidden("1a1, Rozenlaan 1", text), text);
    std::string often;
    for (int i = 0; i < 4'000; ++i) often += "Rozenlaan 1 ";
    EXPECT_EQ(hidden("Rozenlaan 1", often).find("Rozenlaan"), std::string::npos);
}

}  // namespace
}  // namespace hamer::test
