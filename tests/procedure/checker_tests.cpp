#include "procedure/checker.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::check_small;
using test::violated;

TEST(Checker, ARightProcedureHoldsInEverySituation) {
    const CheckReport report = check_small();
    EXPECT_EQ(violated(report), "");
    EXPECT_EQ(report.situations, 3u);
    EXPECT_EQ(report.steps, 5u);  // close, ring and ring again, stop, open
}

TEST(Checker, ANeverThatHappensIsFoundByItsShortestPath) {
    const CheckReport report =
        check_small({{R"("guard": {"type": "not", "guard": {"type": "in", "params": {"state": "door.open"}}})",
                      R"("guard": {"type": "and", "guards": []})"}});
    ASSERT_EQ(violated(report), "quiet-when-open");
    EXPECT_EQ(report.violations[0].path, std::vector<std::string>{"bell.ring"});
}

TEST(Checker, ACardThatIsTooLongToSayOrReadIsAWarningAndNoMore) {
    const std::string endless(120, 'x');
    const CheckReport longish = check_small({{R"("nl": "Stil, {meeting}!")", R"("nl": ")" + endless + R"(")"}});
    EXPECT_EQ(violated(longish), "");
    ASSERT_EQ(longish.warnings.size(), 1u);
    EXPECT_EQ(longish.warnings[0].place, "guide/stop (nl)");
    // Counted in characters, not in bytes; and a sentence at a time.
    std::string letters;
    for (int i = 0; i < 110; ++i) letters += "é";
    EXPECT_TRUE(check_small({{R"("nl": "Stil, {meeting}!")", R"("nl": ")" + letters + R"(")"}}).warnings.empty());
    const std::string sentences = std::string(80, 'a') + ". " + std::string(80, 'b') + "?";
    EXPECT_TRUE(check_small({{R"("nl": "Stil, {meeting}!")", R"("nl": ")" + sentences + R"(")"}}).warnings.empty());
    EXPECT_EQ(check_small({{R"("nl": "Stil, {meeting}!")", R"("nl": "A. B. C. D! E? F. G. H.")"}}).warnings.size(), 1u);
}

TEST(Checker, LettersThatDoNotWorkAreWarnings) {
    const auto with = [](const std::string& one, const std::string& other) {
        const auto also = [](const std::string& event, const std::string& letter) {
            return R"({"event": ")" + event + "\"" + (letter.empty() ? "" : R"(, "letter": ")" + letter + "\"") + "}";
        };
        const std::string buttons = R"("do": [{"event": "door.close"}])";
        return check_small({{buttons, buttons + R"(, "also": [)" + also("door.close", one) + ", " +
                                          also("bell.stop", other) + "]"}})
            .warnings;
    };
    EXPECT_TRUE(with("", "").empty());  // a procedure may do without
    EXPECT_TRUE(with("D", "S").empty());
    EXPECT_TRUE(with("D", "").empty());
    ASSERT_EQ(with("D", "D").size(), 2u);  // in both languages
    EXPECT_EQ(with("D", "D")[0].place, "guide/close (nl)");
    EXPECT_EQ(with("D", "H").size(), 1u);  // Herstel
}

TEST(Checker, SinceIsKnownInAStandingLineOnly) {
    const std::string alert =
        R"("alert": {"text": {"nl": "Sinds {since}", "en": "Since {since}"}, "do": {"event": "bell.stop"}})";
    EXPECT_EQ(violated(check_small({{R"("label": {"nl": "gaat", "en": "rings"}})",
                                     R"("label": {"nl": "gaat", "en": "rings"}, )" + alert + "}"}})),
              "");
    EXPECT_NE(violated(check_small({{R"("nl": "Stil, {meeting}!")", R"("nl": "Sinds {since}")"}})).find("placeholders"),
              std::string::npos);
}

TEST(Checker, AChoiceHasTwoEqualWays) {
    const std::string option =
        R"("option": {"mark": "A", "title": {"nl": "a", "en": "a"}, "signs": [{"nl": "s", "en": "s"}], "follows": {"nl": "f", "en": "f"}})";
    const std::string one = R"([{"event": "bell.stop", )" + option + R"(}, {"event": "bell.ring"}])";
    const std::string both = R"([{"event": "bell.stop", )" + option + R"(}, {"event": "bell.ring", )" + option + "}]";
    const std::string buttons = R"([{"event": "bell.stop"}, {"event": "bell.ring"}])";
    EXPECT_NE(violated(check_small({{buttons, one}})).find("choices-equal"), std::string::npos);
    EXPECT_EQ(violated(check_small({{buttons, both}})), "");
}

TEST(Checker, ATrailNamesArticlesThatExist) {
    const auto with_trail = [](const std::string& source) {
        return check_small({{R"("corner": [{"event": "bell.ring"}],)",
                             R"("corner": [{"event": "bell.ring"}], "trail": [{"source": ")" + source +
                                 R"(", "label": {"nl": "x", "en": "x"}, "done": ["bell.ring"]}],)"}});
    };
    EXPECT_EQ(violated(with_trail("1")), "");
    EXPECT_NE(violated(with_trail("9")).find("sources-known"), std::string::npos);
}

TEST(Checker, AnEventBeforeWhatItNeedsIsFound) {
    const CheckReport report = check_small({{R"("initial": "open")", R"("initial": "closed")"}});
    EXPECT_NE(violated(report).find("stop-after-close"), std::string::npos);
}

TEST(Checker, AnEventOutsideItsSituationsIsFound) {
    const CheckReport report =
        check_small({{R"([{"target": "open", "guard": {"type": "in", "params": {"state": "bell.silent"}}}])",
                      R"([{"target": "open"}])"}});
    EXPECT_NE(violated(report).find("open-when-silent"), std::string::npos);
}

TEST(Checker, ARequiredFieldThatIsNotIsFound) {
    EXPECT_EQ(violated(check_small({{R"("kind": "text", "required": true)", R"("kind": "text")"}})), "why-required");
}

TEST(Checker, AnEventThatMustBeOfferedAndIsNotIsFound) {
    const CheckReport report = check_small(
        {{R"("bell.stop": [{"target": "silent"}])",
          R"("bell.stop": [{"target": "silent", "guard": {"type": "in", "params": {"state": "door.open"}}}])"}});
    EXPECT_NE(violated(report).find("stop-offered"), std::string::npos);
    EXPECT_NE(violated(report).find("rest-reachable"), std::string::npos);
}

TEST(Checker, ASituationThatCannotBeReachedAgainIsFound) {
    const CheckReport report = check_small(
        {{R"("on": {"door.open": [{"target": "open", "guard": {"type": "in", "params": {"state": "bell.silent"}}}]})",
          R"("on": {})"}});
    EXPECT_NE(violated(report).find("open-again"), std::string::npos);
}

TEST(Checker, StatesTransitionsAndCardsThatNothingLeadsToAreFound) {
    EXPECT_NE(
        violated(
            check_small(
                {{R"("closed": {"tags": ["rest", "closed"],)",
                  R"("ajar": {"meta": {"label": {"nl": "kier", "en": "ajar"}}}, "closed": {"tags": ["rest", "closed"],)"}}))
            .find("states-reachable"),
        std::string::npos);
    EXPECT_NE(violated(check_small({{R"("bell.stop": [{"target": "silent"}])",
                                     R"("bell.stop": [{"target": "silent"}, {"target": "silent"}])"}}))
                  .find("transitions-reachable"),
              std::string::npos);
    EXPECT_NE(violated(check_small({{R"("id": "done", "when")",
                                     R"("id": "again", "when": {"type": "in", "params": {"state": "door.open"}},
        "title": {"nl": "Nog", "en": "Again"}, "say": {"nl": "Nog", "en": "Again"}, "do": [], "source": "1"}, {"id": "done", "when")"}}))
                  .find("cards-reachable"),
              std::string::npos);
}

TEST(Checker, ASituationWithoutACardOrAUsableButtonIsFound) {
    EXPECT_NE(violated(check_small({{R"("id": "close", "when": {"type": "in", "params": {"state": "door.open"}})",
                                     R"("id": "close", "when": {"type": "in", "params": {"state": "bell.ringing"}})"},
                                    {R"("when": {"type": "and", "guards": []})",
                                     R"("when": {"type": "in", "params": {"state": "door.closed"}})"}}))
                  .find("card-applies"),
              std::string::npos);
    EXPECT_EQ(violated(check_small({{R"("do": [{"event": "door.close"}])", R"("do": [{"event": "bell.stop"}])"}})),
              "buttons-usable");
}

TEST(Checker, ACardWithMoreBigButtonsThanAScreenHoldsIsFound) {
    EXPECT_EQ(
        violated(check_small(
            {{R"({"event": "bell.stop"}, {"event": "bell.ring"})",
              R"({"event": "bell.stop"}, {"event": "bell.ring"}, {"event": "bell.stop"}, {"event": "bell.ring"})"}})),
        "buttons-usable");
}

TEST(Checker, ATextThatIsMissingInOneLanguageIsFound) {
    EXPECT_EQ(violated(check_small(
                  {{R"({"nl": "Stop de bel", "en": "Stop the bell"})", R"({"nl": "Stop de bel", "en": ""})"}})),
              "texts-complete");
}

TEST(Checker, APlaceholderThatNothingFillsIsFound) {
    EXPECT_EQ(violated(check_small({{"Stil, {meeting}!", "Stil, {weather}!"}})), "placeholders-known");
}

TEST(Checker, ASourceThatIsNotListedIsFound) {
    EXPECT_EQ(violated(check_small({{R"("tone": "danger", "source": "1")", R"("tone": "danger", "source": "2")"}})),
              "sources-known");
}

TEST(Checker, AButtonThatCannotRecordWithOneTapIsFound) {
    EXPECT_EQ(violated(check_small(
                  {{R"("required": true, "default": {"nl": "tocht", "en": "draught"})", R"("required": true)"}})),
              "one-tap-records");
    EXPECT_EQ(violated(check_small({{R"("with": {"how": "fast"})", R"("with": {"how": "running"})"}})),
              "one-tap-records");
}

// A rule besides the file's own.
CheckReport with_rule(const std::string& rule) {
    return check_small({{R"("properties": [)", R"("properties": [
  {"id": "added", "title": {"nl": "Extra", "en": "Added"}, "source": "1", )" +
                                                   rule + "},"}});
}

TEST(Checker, ANameThatStandsTwiceInAListIsFoundWithItsPlace) {
    const auto twice = [](const CheckReport& report) {
        for (const Violation& violation : report.violations) {
            if (violation.property == "names-once") return violation.problem;
        }
        return std::string();
    };
    EXPECT_EQ(twice(check_small({{R"("id": "open-again")", R"("id": "stop-offered")"}})),
              "/properties/5/id: “stop-offered” stands twice in this list");
    EXPECT_EQ(twice(check_small({{R"("id": "fast")", R"("id": "slowly")"}})),
              "/events/door.open/fields/0/choices/1/id: “slowly” stands twice in this list");
    EXPECT_EQ(twice(check_small({{R"("corner":)", R"("numbers": ["bhv_number", "bhv_number"], "corner":)"}})),
              "/numbers/1: “bhv_number” stands twice in this list");
    EXPECT_EQ(twice(check_small({{R"("needs": ["door.close"])", R"("needs": ["door.close", "door.close"])"}})),
              "/properties/1/before/needs/1: “door.close” stands twice in this list");
    EXPECT_EQ(twice(check_small({{R"(["rest", "closed"])", R"(["rest", "closed", "rest"])"}})),
              "/regions/door/states/closed/tags/2: “rest” stands twice in this list");
    // The words of a text may be the same in both languages.
    EXPECT_EQ(violated(with_rule(R"("withheld": {"when": {"type": "in", "params": {"state": "door.open"}},
        "for": {"event": "door.close", "field": "why", "in": ["protest", "protest"]}, "events": ["bell.stop"]})")),
              "");
}

TEST(Checker, AListThatMustNameSomethingAndIsEmptyIsFound) {
    const std::string when = R"("when": {"type": "in", "params": {"state": "door.open"}})";
    const std::string of = R"("for": {"event": "door.close", "field": "why", "in": )";
    const std::string nothing = R"({"type": "or", "guards": []})";
    const std::string anything = R"({"type": "and", "guards": []})";
    const std::vector<std::string> rules = {
        R"("before": {"event": "door.open", "needs": []})",
        R"("requires": {"event": "door.open", "field": "how", "one_of": []})",
        R"("offered": {)" + when + R"(, "events": []})",
        R"("withheld": {)" + when + ", " + of + R"(["tocht"]}, "events": []})",
        R"("withheld": {)" + when + ", " + of + R"([]}, "events": ["bell.stop"]})",
        R"("off_card": {)" + when + R"(, "events": []})", R"("raises": {"event": "door.close", "raised": []})",
        R"("leads": [])", R"("unsaid": {"meeting": [], "words": [{"nl": "x", "en": "x"}]})",
        R"("unsaid": {"meeting": ["other"], "words": []})",
        // Its guard makes it hold whatever happens.
        R"("never": )" + nothing, R"("always": )" + anything,
        R"("only": {"event": "door.open", "when": )" + anything + "}",
        R"("after": {"event": "door.open", "when": )" + anything + "}",
        R"("offered": {"events": ["bell.stop"], "when": )" + nothing + "}",
        R"("off_card": {"events": ["bell.stop"], "when": )" + nothing + "}",
        R"("withheld": {"events": ["bell.stop"], )" + of + R"(["tocht"]}, "when": )" + nothing + "}",
        R"("reachable": {"to": )" + anything + "}",
        R"("reachable": {"from": )" + nothing + R"(, "to": {"type": "in", "params": {"state": "door.open"}}})"};
    for (const std::string& rule : rules) {
        EXPECT_NE(violated(with_rule(rule)).find("lists-filled"), std::string::npos) << rule;
    }
    const auto say_for = [](const std::string& condition) {
        return violated(
            check_small({{R"("say": {"nl": "Stil, {meeting}!", "en": "Quiet, {meeting}!"})",
                          R"("say": [{"for": )" + condition + R"(, "nl": "a", "en": "a"}, {"nl": "b", "en": "b"}])"}}));
    };
    EXPECT_EQ(say_for(R"({"meeting": []})"), "lists-filled");
    EXPECT_EQ(say_for(R"({"entered": {"region": "bell", "by": []}})"), "lists-filled");
    // A card on which there is nothing to do, and a rule that never lets an event be recorded, say what they mean.
    EXPECT_EQ(violated(check_small()), "");
    EXPECT_EQ(violated(with_rule(R"("only": {"event": "bell.ring", "when": )" + nothing + "}")), "added");
}

TEST(Checker, RaisesWithoutEndAreFound) {
    EXPECT_NE(violated(check_small(
                           {{R"("bell.ring": [{}])",
                             R"("bell.ring": [{"actions": [{"type": "raise", "params": {"event": "bell.ring"}}]}])"}}))
                  .find("raises-end"),
              std::string::npos);
}

}  // namespace
}  // namespace hamer
