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

TEST(Checker, RaisesWithoutEndAreFound) {
    EXPECT_NE(violated(check_small(
                           {{R"("bell.ring": [{}])",
                             R"("bell.ring": [{"actions": [{"type": "raise", "params": {"event": "bell.ring"}}]}])"}}))
                  .find("raises-end"),
              std::string::npos);
}

}  // namespace
}  // namespace hamer
