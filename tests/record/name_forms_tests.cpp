// How a person is named in texts, and what is left when that is taken out.
#include "record/name_forms.h"

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

TEST(NameForms, NobodyWithoutANameIsNamed) {
    NameForms forms;
    forms.add({.id = "p1"});
    EXPECT_TRUE(forms.empty());
    EXPECT_EQ(forms.without("iemand", Match::WithParts), "iemand");
}

}  // namespace
}  // namespace hamer
