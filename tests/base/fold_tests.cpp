#include "base/fold.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Fold, TakesCaseAndAccentsAway) {
    EXPECT_EQ(fold("Çağlar Müller-Łoś"), "caglar muller-los");
    EXPECT_EQ(fold("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"), "aaaaaaaeceeeeiiii dnooooo×ouuuuythss");
    EXPECT_EQ(fold("àáâãäåæçèéêëìíîï ðñòóôõö÷øùúûüýþÿ"), "aaaaaaaeceeeeiiii dnooooo÷ouuuuythy");
    EXPECT_EQ(fold("Āă Ďđ Ęě Ğģ Ĥħ İı Ĳĳ Ĵĵ Ķķĸ Ĺł Ńŋ Ōő Œœ Řŗ Šş Ţŧ Ůű Ŵŵ Ŷÿ Ÿ Žż ſ"),
              "aa dd ee gg hh ii ijij jj kkk ll nn oo oeoe rr ss tt uu ww yy y zz s");
    EXPECT_EQ(fold("e\u0301e\u0308n"), "een") << "accents that stand apart";
    EXPECT_EQ(fold("王 🙂 \xff\xc3"), "王 🙂 \xff\xc3") << "the rest stays, also what is broken";
}

TEST(Fold, ComposedAndTakenApartAreTheSameInEachScript) {
    const std::pair<const char*, const char*> same[] = {{"Nguyễn", "Nguye\u0302\u0303n"},
                                                        {"Ștefan Țepeș", "S\u0326tefan T\u0326epes\u0326"},
                                                        {"Ǿ", "Ø\u0301"},
                                                        {"Йордан", "И\u0306ордан"},
                                                        {"Άννα", "Α\u0301ννα"},
                                                        {"한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"}};
    for (const auto& [one, other] : same) EXPECT_EQ(fold(one), fold(other)) << one;
    EXPECT_EQ(fold("NGUYỄN"), "nguyen");
    EXPECT_EQ(fold("ȘTEFAN ẞ"), "stefan ss");
    EXPECT_EQ(fold("ИВАН Ιωάννης"), fold("иван ΙΩΆΝΝΗΣ"));
}

TEST(Fold, WhatIsNotSeenAndHowWordsAreSetApartDoesNotCount) {
    EXPECT_EQ(fold("Oude\u00ADkerk\u200B \uFEFFx"), "oudekerk x");
    EXPECT_EQ(fold("Jan\u00A0de\u202FVries\u2003Smit\u2011Bos"), "jan de vries smit-bos");
}

TEST(Fold, PlacesAreThoseOfTheText) {
    const FoldedText folded = fold_with_places("É\t \nß\u0301x");
    EXPECT_EQ(folded.text, "e ssx");
    EXPECT_EQ(folded.from, (std::vector<std::size_t>{0, 2, 5, 5, 9, 10}));
}

TEST(Fold, WordsAreRunsOfLettersAndDigits) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(words_in("d'angelo, rapenburg 12-a"), (Words{"d", "angelo", "rapenburg", "12", "a"}));
    EXPECT_EQ(words_in("  \"%n%s\" * "), (Words{"n", "s"}));
    EXPECT_EQ(words_in("王"), Words{"王"});
    EXPECT_EQ(words_in("“bos”, ‘t\u00a0hooft… – e\u0301"), (Words{"bos", "t", "hooft", "e\u0301"}));
    EXPECT_EQ(words_in(" - "), Words{});
    EXPECT_EQ(words_in(""), Words{});
}

}  // namespace
}  // namespace hamer
