#include "ui/toolkit/widgets/text_layout.h"

#include "support/driver/driver.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

class TextLayout : public testing::Test {
  protected:
    [[nodiscard]] std::vector<std::string> lines(std::string_view text, float width,
                                                 Breaking breaking = Breaking::Full) {
        block_ = lay_out(fonts_, Type::Body, text, width, breaking);
        std::vector<std::string> lines;
        for (const Line& line : block_.lines) {
            EXPECT_LE(line.width, width + 0.01F) << line.text;
            lines.push_back(line.text);
        }
        return lines;
    }
    [[nodiscard]] float wide(std::string_view text) { return text_width(fonts_, Type::Body, text); }

    // A context of ImGui's is needed to measure.
    Driver driver_{[](Ui&) {}};
    Fonts fonts_{1};
    TextBlock block_;
};

using Texts = std::vector<std::string>;

TEST_F(TextLayout, BreaksAtSpaces) {
    EXPECT_EQ(lines("nu de zaal verlaten", wide("nu de zaal") + 2), (Texts{"nu de zaal", "verlaten"}));
    EXPECT_FALSE(block_.word_broken);
}

TEST_F(TextLayout, DrawsNothingThatIsNotSeen) {
    EXPECT_EQ(lines("a\x1b[31mb\x07 \u202eom\u202c\tc\u0085\r\nd %s%n \xFF", 1000),
              (Texts{"a[31mb om c  ", "d %s%n \uFFFD"}));
    EXPECT_EQ(wide("\u2066x\u2069"), wide("x"));
}

TEST_F(TextLayout, LeavesOutWhatTheFontsCannotDrawWithAllThatBelongsToIt) {
    const std::pair<std::string_view, std::string_view> texts[] = {
        {"Rustig \U0001F600 gebleven", "Rustig gebleven"},
        {"\U0001F600 Rustig", "Rustig"},
        {"Rustig\U0001F600.", "Rustig."},
        {"Gezin \U0001F468\u200D\U0001F469\u200D\U0001F467 weg", "Gezin weg"},  // joined
        {"Rent \U0001F3C3\U0001F3FD\u200D\u2640\uFE0F weg", "Rent weg"},        // a tone, a sex, a selector
        {"Vlag \U0001F1F3\U0001F1F1\U0001F1E7\U0001F1EA!", "Vlag !"},           // two of them
        {"Vlag \U0001F3F4\U000E0067\U000E0062\U000E007F.", "Vlag ."},           // of a region
        {"Half \U0001F1F3", "Half "},                                           // of a flag
        {"Hart \u2764\uFE0F\u200D\U0001F525 en \u263A\uFE0F", "Hart en "},      // not beyond U+FFFF alone
        {"Keuze 1\uFE0F\u20E3 of #\uFE0F\u20E3", "Keuze 1 of #"},               // keycaps
        {"Losse \uFE0F\u200D\U0001F3FB tekens", "Losse tekens"},                // nothing before them
        {"Café\u0301 naïef – “ja” € ½", "Café\u0301 naïef – “ja” € ½"},         // what can be drawn stays
        {"Oud\u2011Beijerland 12\u202F000", "Oud-Beijerland 12 000"},           // and what reads the same
        {"王 Wang", "Wang"},
        {"\U0001F44D", "…"},  // there is something
        {"\U0001F44D \U0001F44D", "…"},
    };
    for (const auto& [text, seen] : texts) {
        EXPECT_EQ(lines(text, 1000), Texts{std::string(seen)});
        EXPECT_EQ(wide(text), wide(seen)) << seen;
        for (const Line& line : block_.lines) EXPECT_EQ(line.text.find("\uFFFD"), std::string::npos) << line.text;
    }
    EXPECT_EQ(lines("Ja \U0001F600\n\U0001F600 nee", 1000), (Texts{"Ja ", "nee"}));
}

TEST_F(TextLayout, GivesEachSpokenSentenceALineWhereThatCostsOneAtMost) {
    const std::string_view text = "Ik schors. De reden is: verstoring.";
    EXPECT_EQ(lines(text, wide("De reden is: verstoring.") + 2, Breaking::Spoken),
              (Texts{"Ik schors.", "De reden is: verstoring."}));
    // One line would do; two are read better.
    EXPECT_EQ(lines(text, 10'000, Breaking::Spoken), (Texts{"Ik schors.", "De reden is: verstoring."}));
    // Five where three do is too many.
    EXPECT_EQ(
        lines("Ja. Nee. Ja. Nee. Verlaat u nu de zaal. Ga.", wide("Verlaat u nu de zaal.") + 2, Breaking::Spoken),
        lines("Ja. Nee. Ja. Nee. Verlaat u nu de zaal. Ga.", wide("Verlaat u nu de zaal.") + 2, Breaking::Balanced));
}

TEST_F(TextLayout, BreaksALongWordAtItsSoftHyphenAndShowsAHyphen) {
    EXPECT_EQ(lines("orde\u00ADverstoring", wide("verstoring") + 1), (Texts{"orde-", "verstoring"}));
    EXPECT_FALSE(block_.word_broken);
}

TEST_F(TextLayout, HidesASoftHyphenWhereTheWordFits) {
    EXPECT_EQ(lines("orde\u00ADverstoring", 500), (Texts{"ordeverstoring"}));
}

TEST_F(TextLayout, NeverBreaksAtANoBreakSpace) {
    EXPECT_EQ(lines("bel 071\u00A0516\u00A050", wide("071 516 50") + 2), (Texts{"bel", "071\u00A0516\u00A050"}));
}

TEST_F(TextLayout, KeepsTheTextsOwnLines) { EXPECT_EQ(lines("een\n\ntwee", 500), (Texts{"een", "", "twee"})); }

TEST_F(TextLayout, TellsThatAWordHadToBeBroken) {
    const auto broken = lines("lokaalvredebreuk", wide("lokaal") + 2);
    EXPECT_GT(broken.size(), 1U);
    EXPECT_TRUE(block_.word_broken);
}

TEST_F(TextLayout, BalancesTheLinesOfALabel) {
    const std::string_view label = "De politie is nu ter plaatse in de zaal";
    const float width = wide("De politie is nu ter plaatse in de");
    ASSERT_EQ(lines(label, width).size(), 2U);
    const auto balanced = lines(label, width, Breaking::Balanced);
    ASSERT_EQ(balanced.size(), 2U);
    EXPECT_NE(balanced.back(), "zaal");
}

TEST_F(TextLayout, SurvivesWidthsThatHoldNothing) {
    EXPECT_FALSE(lay_out(fonts_, Type::Body, "woord", 0).lines.empty());
    EXPECT_FALSE(lay_out(fonts_, Type::Body, "orde\u00ADverstoring", -5).lines.empty());
}

}  // namespace
}  // namespace hamer::ui
