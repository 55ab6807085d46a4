// How a person is named in texts, and what is left when that is taken out.
#include "record/name_forms.h"
#include "record/named_place.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using Match = NameForms::Match;

NameForms forms_of(const std::string& name, const std::string& address = {}) {
    NameForms forms;
    forms.add({.id = "p1", .known = true, .name = name, .address = address});
    return forms;
}

TEST(NameForms, TheNameGoesWhereverItStandsAndInAnyCase) {
    const NameForms forms = forms_of("Anna de Bos", "Laan 7");
    EXPECT_EQ(forms.without("Anna de Bos riep iets.", Match::WithParts), "[gewist] riep iets.");
    EXPECT_EQ(forms.without("ANNA DE BOS, Laan 7", Match::WithParts), "[gewist], [gewist]");
    EXPECT_EQ(forms.without("mevrouw Bos en Anna", Match::WithParts), "mevrouw [gewist] en [gewist]");
    EXPECT_EQ(forms.without("Bos-Anna", Match::WithParts), "[gewist]-[gewist]");
}

TEST(NameForms, WhatOnlyLooksLikeItStays) {
    const NameForms forms = forms_of("Anna de Bos");
    for (const char* text : {"in het bos", "Boskoop", "Annabel", "de tribune", "ÉBos", "Bosé"}) {
        EXPECT_EQ(forms.without(text, Match::WithParts), text);
        EXPECT_FALSE(forms.is_in(text, Match::WithParts)) << text;
    }
}

TEST(NameForms, WhereSomebodyElseIsNamedOnlyTheWholeNameCounts) {
    const NameForms forms = forms_of("Anna de Bos");
    EXPECT_EQ(forms.without("Anna Smit", Match::WholeOnly), "Anna Smit");
    EXPECT_EQ(forms.without("Anna de Bos", Match::WholeOnly), "[gewist]");
}

TEST(NameForms, LettersBeyondAsciiAreLetters) {
    const NameForms forms = forms_of("Çağlar Öztürk");
    EXPECT_EQ(forms.without("de heer Öztürk", Match::WithParts), "de heer [gewist]");
    EXPECT_EQ(forms.without("Öztürkse", Match::WithParts), "Öztürkse");
}

TEST(NameForms, EachRevisionMayWriteItOtherwise) {
    NameForms forms = forms_of("A. Bos");
    forms.add({.id = "p1", .known = true, .name = "Anna Bosch"});
    EXPECT_EQ(forms.without("A. Bos heet Anna Bosch", Match::WithParts), "[gewist] heet [gewist]");
}

TEST(NameForms, SignsOfPrintAroundItAreNoLettersOfIt) {
    const NameForms forms = forms_of("Anna de Bos");
    for (const char* open : {"“", "‘", "„", "–", "…", "\u00a0", "(", "«", "€"}) {
        const std::string text = std::string(open) + "Anna de Bos" + open + "Bos" + open;
        EXPECT_EQ(forms.without(text, Match::WithParts), std::string(open) + "[gewist]" + open + "[gewist]" + open);
    }
}

TEST(NameForms, AccentsCapitalsAndSpacesAreWrittenInManyWays) {
    const NameForms forms = forms_of("José Núñez");
    const char* ways[] = {"José Núñez",  "JOSÉ NÚÑEZ",  "Jose Nunez", "Jose\u0301 Nu\u0301n\u0303ez",
                          "José  Núñez", "josé\nnúñez", "José\tNúñez"};
    for (const char* way : ways) EXPECT_EQ(forms.without(way, Match::WholeOnly), "[gewist]") << way;
    EXPECT_EQ(forms.without("NUNEZ riep, Núñez zei", Match::WithParts), "[gewist] riep, [gewist] zei");
    EXPECT_EQ(forms.without("nunez", Match::WithParts), "nunez");
    EXPECT_EQ(forms_of("Ines Strasser").without("INES STRAßER", Match::WholeOnly), "[gewist]");
    EXPECT_EQ(forms_of("Anna Ros").without("Anna Roß", Match::WithParts), "[gewist] Roß") << "half a letter is none";
    EXPECT_EQ(forms_of("Łukasz Żak").without("meneer Żak", Match::WithParts), "meneer [gewist]");
}

TEST(NameForms, TheSurnameIsToldFromFirstNamesTitlesAndSmallWords) {
    const auto left = [](const std::string& name, const std::string& text) {
        return forms_of(name).without(text, Match::WithSurname);
    };
    EXPECT_EQ(left("Jan Willem Bakker", "Willem Smit, Jan Bos, Bakker"), "Willem Smit, Jan Bos, [gewist]");
    EXPECT_EQ(left("Dhr. Jan Bakker", "Jan Smit en Bakker"), "Jan Smit en [gewist]");
    EXPECT_EQ(left("Anna-Maria Smit-Jansen", "Maria Groot; Smit; Jansen"), "Maria Groot; [gewist]; [gewist]");
    EXPECT_EQ(left("Vries, Jan de", "Jan riep, De Vries zweeg"), "Jan riep, De [gewist] zweeg");
    EXPECT_EQ(left("Jan van den Berg Smit", "Berg en Smit, Van Dam"), "[gewist] en [gewist], Van Dam");
    EXPECT_EQ(left("Wei Li", "mevrouw Li, lieve Wei"), "mevrouw [gewist], lieve Wei");
    EXPECT_EQ(left("femke oudekerk", "Oudekerk, de oudekerk"), "[gewist], de oudekerk");
    EXPECT_EQ(left("Van 't Hooft", "’t Hooft"), "’t [gewist]");
    EXPECT_EQ(left("Prof. dr. Bos", "Prof. Kuiper, dr. Bos"), "Prof. Kuiper, dr. [gewist]");
}

TEST(NameForms, PasteFromAPageOrALetterFindsItToo) {
    EXPECT_EQ(forms_of("Femke Oudekerk").without("Femke\u00A0Oude\u00ADkerk riep", Match::WholeOnly), "[gewist] riep");
    EXPECT_EQ(forms_of("Anna Smit\u2011Jansen").without("Anna Smit-Jansen", Match::WholeOnly), "[gewist]");
}

TEST(NameForms, NamesOfEachScriptAreFound) {
    EXPECT_EQ(forms_of("Nguyễn Văn An").without("mevrouw NGUYEN riep", Match::WithParts), "mevrouw [gewist] riep");
    EXPECT_EQ(forms_of("Иван Петров").without("г-н Петров и ИВАН ПЕТРОВ", Match::WithParts), "г-н [gewist] и [gewist]");
    EXPECT_EQ(forms_of("Ιωάννης Παπάς").without("ο κ. ΠΑΠΑΣ", Match::WithSurname), "ο κ. [gewist]");
    EXPECT_EQ(forms_of("محمد علي").without("السيد محمد علي صرخ", Match::WholeOnly), "السيد [gewist] صرخ");
    EXPECT_EQ(forms_of("王小明").without("是王小明吗", Match::WholeOnly), "是[gewist]吗");
    EXPECT_EQ(forms_of("Gül Öz").without("Özgül", Match::WithParts), "Özgül");
}

TEST(NameForms, InWhatIsOfOthersTheSurnameCountsAndTheFirstNameDoesNot) {
    const NameForms forms = forms_of("Anna de Bos", "Laan 7");
    EXPECT_EQ(forms.without("Anna Smit, Bos en Laan 7", Match::WithSurname), "Anna Smit, [gewist] en [gewist]");
    EXPECT_TRUE(forms.first_in("Bos", Match::WithSurname));
    EXPECT_FALSE(forms.first_in("Bos", Match::WithSurname)->is_whole);
    EXPECT_FALSE(forms.first_in("Anna", Match::WithSurname));
    const auto place = forms.first_in("x Anna  de Bos.", Match::WithSurname);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->at, 2U);
    EXPECT_EQ(place->size, 12U);
    EXPECT_TRUE(place->is_whole);
}

TEST(NameForms, ByNameAndAddressAloneAnInjuryIsNotLookedFor) {
    NameForms forms;
    forms.add({.id = "p1", .known = true, .name = "Bos", .description = "rode jas", .injury = "tandletsel"},
              NameForms::By::NameAndAddress);
    EXPECT_FALSE(forms.is_in("rode jas, tandletsel", Match::WithParts));
    EXPECT_TRUE(forms.is_in("BOS", Match::WholeOnly));
}

TEST(Mentions, ShowTheNameWithSomeWordsAround) {
    const NameForms forms = forms_of("Bos");
    const std::string text = std::string(60, 'x') + "é Bos é" + std::string(60, 'y');
    const Mention mention = mention_of(text, *forms.first_in(text, Match::WholeOnly));
    EXPECT_TRUE(mention.excerpt.starts_with("… xxx")) << mention.excerpt;
    EXPECT_TRUE(mention.excerpt.ends_with("yyy …")) << mention.excerpt;
    EXPECT_LT(mention.excerpt.size(), 100U);
    const Mention all = mention_of("Bos", *forms.first_in("Bos", Match::WholeOnly));
    EXPECT_EQ(all.excerpt, "Bos");
}

TEST(Mentions, OfTheWholeNameComeFirstAndNoMoreThanOneReads) {
    Mentions mentions;
    EXPECT_FALSE(mentions.is_whole());
    for (const char* excerpt : {"a", "b", "a"}) mentions.add(Mention{excerpt, false});
    EXPECT_FALSE(mentions.is_whole());
    for (const char* excerpt : {"c", "d"}) mentions.add(Mention{excerpt, true});
    ASSERT_EQ(mentions.all().size(), 3U);
    EXPECT_EQ(mentions.all()[0].excerpt + mentions.all()[1].excerpt + mentions.all()[2].excerpt, "cda");
    EXPECT_TRUE(mentions.is_whole());
}

TEST(NameForms, NobodyWithoutANameIsNamed) {
    NameForms forms;
    forms.add({.id = "p1"});
    EXPECT_TRUE(forms.empty());
    EXPECT_EQ(forms.without("iemand", Match::WithParts), "iemand");
}

}  // namespace
}  // namespace hamer
