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
    EXPECT_EQ(fold("Иван 王 🙂 \xff\xc3"), "Иван 王 🙂 \xff\xc3")
        << "the rest stays, also what is broken";
}

TEST(Fold, WordsAreRunsOfLettersAndDigits) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(words_in("d'angelo, rapenburg 12-a"), (Words{"d", "angelo", "rapenburg", "12", "a"}));
    EXPECT_EQ(words_in("  \"%n%s\" * "), (Words{"n", "s"}));
    EXPECT_EQ(words_in("王"), Words{"王"});
    EXPECT_EQ(words_in(" - "), Words{});
    EXPECT_EQ(words_in(""), Words{});
}

}  // namespace
}  // namespace hamer
