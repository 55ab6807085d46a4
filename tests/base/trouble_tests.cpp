// Each kind of trouble has its sentence in both languages, and an error is told in the reader's.
#include "base/counted.h"
#include "base/result.h"

#include <gtest/gtest.h>
#include <set>

namespace hamer {
namespace {

TEST(Trouble, EachKindHasASentenceOfItsOwnInBothLanguages) {
    std::set<std::string> dutch, english;
    for (std::size_t i = 0; i < all_trouble_words().size(); ++i) {
        const TroubleWords& one = all_trouble_words()[i];
        EXPECT_EQ(one.trouble, static_cast<Trouble>(i)) << one.problem.en;
        EXPECT_FALSE(one.problem.nl.empty() || one.problem.en.empty()) << i;
        EXPECT_NE(one.problem.nl, one.problem.en);
        EXPECT_EQ(one.advice.nl.empty(), one.advice.en.empty()) << one.problem.en;
        EXPECT_TRUE(dutch.insert(one.problem.nl).second && english.insert(one.problem.en).second) << one.problem.en;
        for (const std::string* text : {&one.problem.nl, &one.problem.en, &one.advice.nl, &one.advice.en}) {
            EXPECT_FALSE(text->ends_with('.')) << *text;
        }
    }
    EXPECT_EQ(all_trouble_words().back().trouble, Trouble::Stopped) << "the last";
}

TEST(Trouble, IsToldInDutchWithTheCauseAsItWasFoundInBrackets) {
    for (const TroubleWords& one : all_trouble_words()) {
        if (one.trouble == Trouble::Unnamed) continue;
        const Error error{ErrorKind::Storage, "/a/b", "cannot be written: strange", "Do something", one.trouble};
        const std::string dutch = describe(error, Language::Dutch);
        EXPECT_TRUE(dutch.starts_with("/a/b: " + one.problem.nl)) << dutch;
        EXPECT_TRUE(dutch.ends_with(" (cannot be written: strange)")) << dutch;
        EXPECT_NE(dutch.find(one.advice.nl), std::string::npos) << dutch;
        EXPECT_EQ(dutch.find("Do something"), std::string::npos) << dutch;
        EXPECT_EQ(describe(error, Language::English), "/a/b: cannot be written: strange. Do something");
        const Error bare{ErrorKind::Storage, "", "", "", one.trouble};
        EXPECT_TRUE(describe(bare, Language::English).starts_with(one.problem.en));
        EXPECT_EQ(describe(bare, Language::Dutch).find('('), one.advice.nl.find('(') == std::string::npos
                                                                 ? std::string::npos
                                                                 : describe(bare, Language::Dutch).find('('));
    }
}

TEST(Trouble, OfNoKnownKindIsToldByWhatTheErrorIs) {
    for (const auto& [kind, words] : {std::pair{ErrorKind::Refused, "dit gaat zo niet"},
                                      std::pair{ErrorKind::Usage, "dit kan Hamer niet gebruiken"},
                                      std::pair{ErrorKind::Storage, "lezen of opslaan is niet gelukt"}}) {
        EXPECT_EQ(describe(Error{kind, "x", "odd", ""}, Language::Dutch), std::string("x: ") + words + " (odd)");
    }
}

TEST(Trouble, WordsOfHamerItselfAreDutchAndStandWithoutBrackets) {
    const Error error =
        fail(ErrorKind::Refused, "x", LocalText{"de lijst is leeg", "the list is empty"}, {"Vul die", "Fill it"})
            .value();
    EXPECT_EQ(describe(error, Language::Dutch), "x: de lijst is leeg. Vul die");
    EXPECT_EQ(describe(error, Language::English), "x: the list is empty. Fill it");
    EXPECT_EQ(describe(error), "x: the list is empty. Fill it") << "for a journal: always English";
}

TEST(Counted, OneIsSingularAndEveryOtherNumberPlural) {
    const auto said = [](std::uint64_t count) {
        return counted(count, {"ontbreekt", "is missing"}, {"ontbreken", "are missing"});
    };
    EXPECT_EQ(said(1), (LocalText{"1 ontbreekt", "1 is missing"}));
    EXPECT_EQ(said(0), (LocalText{"0 ontbreken", "0 are missing"}));
    EXPECT_EQ(said(12), (LocalText{"12 ontbreken", "12 are missing"}));
}

}  // namespace
}  // namespace hamer
