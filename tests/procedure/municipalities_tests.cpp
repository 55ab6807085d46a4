// Two other municipalities, made from Leiden's file as an administrator makes them: by editing it, step by step
// (docs/another-municipality.md). Every property holds, and an incident goes by their rules.
#include "codec/procedure/procedure_json.h"
#include "codec/settings/settings_json.h"
#include "mutant.h"
#include "platform/text_file.h"
#include "procedure/checker.h"
#include "session/words.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::Json;
using test::run;

std::string file(const std::string& name) { return test::source_path("tests/procedure/municipalities/" + name); }

std::shared_ptr<const Procedure> edited(const std::string& name) {
    Json whole = Json::parse(test::leiden_text());
    for (const Json& edit : Json::parse(read_text_file(file(name)).value_or("[]"))) whole = test::mutated(whole, edit);
    auto procedure = read_procedure(whole.dump(), name);
    if (!procedure) {
        ADD_FAILURE() << describe(procedure.error());
        return test::leiden();
    }
    return std::make_shared<const Procedure>(*std::move(procedure));
}

class ElsewhereSession : public testing::Test {
  protected:
    void begin(const std::string& name) {
        procedure = edited(name);
        session.emplace(test::opened_session(clock, procedure));
    }
    void walk(std::initializer_list<const char*> events) {
        for (const char* event : events) {
            const Fields with = event == std::string("police.call") ? Fields{{"number", std::string("112")}} : Fields{};
            ASSERT_EQ(run(*session, clock, event, with), "ok") << event;
        }
    }
    std::string said(const Wording& wording) const { return words(wording, *session, municipality, Language::Dutch); }
    void holds() const {
        const CheckReport report = check(*procedure, {std::begin(known_placeholders), std::end(known_placeholders)});
        EXPECT_EQ(test::violated(report), "");
        EXPECT_GT(report.situations, 1000u);
        for (const Warning& warning : report.warnings) ADD_FAILURE() << warning.place << ": " << warning.problem;
    }

    FakeClock clock;
    std::shared_ptr<const Procedure> procedure;
    std::optional<Session> session;
    Municipality municipality = test::municipality();
};

TEST_F(ElsewhereSession, WhereTwoRequestsMakeTrespassEverythingCountsToTwo) {
    begin("two-requests.json");
    holds();
    EXPECT_EQ(procedure->events[*procedure->event("request.speak")].times, 2);
    walk({"meeting.open", "disturbance.report", "address.b", "request.speak", "request.refuse"});
    EXPECT_EQ(said(session->card()->title), "Tweede en laatste verzoek");
    EXPECT_NE(said(session->card()->say).find("Dit is het tweede en laatste verzoek. Ik vorder"), std::string::npos);
    walk({"request.speak"});
    EXPECT_EQ(words({"{nth}", "{nth}"}, *session, municipality, Language::Dutch), "2e");
    walk({"request.refuse"});
    EXPECT_EQ(session->situation().at("disturbance"), "trespass");
    EXPECT_EQ(session->card()->id, "trespass");
    EXPECT_NE(said(session->card()->telephone).find("De verstoorders weigerden twee keer"), std::string::npos);
    walk({"police.call", "police.arrive", "police.handover", "disturbance.end"});
}

TEST_F(ElsewhereSession, WhereThereIsNoLivestreamNothingSpeaksOfIt) {
    begin("no-livestream.json");
    holds();
    EXPECT_FALSE(procedure->region_of(Meaning::BroadcastPaused));
    walk({"meeting.open", "disturbance.report", "meeting.suspend", "address.b", "request.speak", "request.refuse",
          "request.speak", "request.refuse", "request.speak", "request.refuse", "police.call", "police.arrive",
          "police.handover", "disturbance.end", "room.clear", "room.reenter", "meeting.resume", "meeting.close"});
    EXPECT_EQ(session->card()->id, "charges");
}

TEST_F(ElsewhereSession, ANumberAndACardOfItsOwnAreFilledInFromTheSettings) {
    begin("no-livestream.json");
    const std::string name = file("no-livestream.settings.json");
    const auto settings = read_settings(read_text_file(name).value_or(""), name);
    ASSERT_TRUE(settings) << describe(settings.error());
    municipality = settings->municipality;
    EXPECT_EQ(said(session->card()->notes[0]), "Beveiliging: toestel 4002. BHV: toestel 4112.");
    walk({"meeting.open"});
    ASSERT_EQ(run(*session, clock, "emergency.declare", {{"what", std::string("een gewonde in de zaal")}}), "ok");
    walk({"police.call", "meeting.suspend"});
    EXPECT_EQ(session->card()->id, "first-aid");
    EXPECT_EQ(said(session->card()->notes[0]), "BHV: toestel 4112.");
}

}  // namespace
}  // namespace hamer
