// The words that are shown and recorded: which case of them is meant, and what their placeholders stand for.
#include "session/decide.h"
#include "session/words.h"
#include "support/leiden.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::leiden;
using test::run;

const FakeClock& still_clock() {
    static const FakeClock clock;
    return clock;
}

Session walked(MeetingKind kind, std::initializer_list<const char*> events) {
    Session session = test::opened_session(still_clock(), leiden(), kind);
    for (const char* event : events) EXPECT_EQ(run(session, still_clock(), event), "ok") << event;
    return session;
}

std::string said(const Session& session, const Wording& wording, const Municipality& municipality) {
    return words(wording, session, municipality, Language::Dutch);
}

bool invokes_article_26(MeetingKind kind, bool running) {
    Session session = walked(kind, {"meeting.open", "disturbance.report", "address.b", "request.speak",
                                    "request.refuse", "request.speak", "request.refuse"});
    if (!running) {
        EXPECT_EQ(run(session, still_clock(), "meeting.close"), "ok");
    }
    EXPECT_EQ(session.card()->id, "refused-2");
    return said(session, session.card()->say, test::municipality()).find("artikel 26") != std::string::npos;
}

TEST(Words, Article26IsInvokedInAnOpenCouncilMeetingOnly) {
    EXPECT_TRUE(invokes_article_26(MeetingKind::Council, true));
    EXPECT_FALSE(invokes_article_26(MeetingKind::Council, false));
    EXPECT_FALSE(invokes_article_26(MeetingKind::Committee, true));
    EXPECT_FALSE(invokes_article_26(MeetingKind::Committee, false));
    EXPECT_FALSE(invokes_article_26(MeetingKind::Other, true));
    EXPECT_FALSE(invokes_article_26(MeetingKind::Other, false));
}

TEST(Words, OnTheTelephoneTheMeetingIsCalledByItsKind) {
    const auto call = [](MeetingKind kind) {
        const Session session =
            walked(kind, {"meeting.open", "disturbance.report", "address.b", "request.speak", "request.refuse",
                          "request.speak", "request.refuse", "request.speak", "request.refuse"});
        EXPECT_EQ(session.card()->id, "trespass");
        return said(session, session.card()->telephone, test::municipality());
    };
    EXPECT_TRUE(call(MeetingKind::Council).starts_with("De raadsvergadering van Leiden"));
    EXPECT_TRUE(call(MeetingKind::Committee).starts_with("Een commissievergadering van Leiden"));
    EXPECT_TRUE(call(MeetingKind::Other).starts_with("Een bijeenkomst van de gemeente Leiden"));
}

TEST(Words, ThePoliceAreSentToWhereTheMeetingIs) {
    const LocalText where{"{place}, {address}, {room}", "{place}, {address}, {room}"};
    Session session(leiden());
    Meeting elsewhere = test::meeting();
    EXPECT_EQ(words(where, test::opened_session(still_clock()), test::municipality(), Language::Dutch),
              "Stadhuis, Stadhuisplein 1, Raadzaal");
    elsewhere.place = "Buurthuis";
    elsewhere.address = "Kerkplein 2";
    session.apply({1, still_clock().now(), std::nullopt, "program",
                   SessionOpened{"leiden-2025", 2, "", "test", "nl", elsewhere, false}});
    EXPECT_EQ(words(where, session, test::municipality(), Language::Dutch), "Buurthuis, Kerkplein 2, Raadzaal");
    // A place elsewhere never gets the municipality's address.
    elsewhere.address.clear();
    Session without(leiden());
    without.apply({1, still_clock().now(), std::nullopt, "program",
                   SessionOpened{"leiden-2025", 2, "", "test", "nl", elsewhere, false}});
    EXPECT_EQ(words(where, without, test::municipality(), Language::Dutch), "Buurthuis, Raadzaal");
}

TEST(Words, ANumberOfItsOwnIsTheMunicipalitys) {
    const Session session = test::opened_session(still_clock());
    Municipality municipality = test::municipality();
    municipality.numbers["bhv_number"] = "toestel 4112";
    const LocalText text{"BHV: {bhv_number}.", "First aid: {bhv_number}."};
    EXPECT_EQ(words(text, session, municipality, Language::Dutch), "BHV: toestel 4112.");
    EXPECT_EQ(words(text, session, test::municipality(), Language::Dutch), "");
}

TEST(Words, TheStatementsTimeIsSaidAsOneSaysIt) {
    const Session session = test::opened_session(still_clock());
    const auto time = [&](int seconds, Language language) {
        Municipality municipality = test::municipality();
        municipality.statement_limit_seconds = seconds;
        return words({"{statement_time}", "{statement_time}"}, session, municipality, language);
    };
    EXPECT_EQ(time(120, Language::Dutch), "twee minuten");
    EXPECT_EQ(time(60, Language::Dutch), "één minuut");
    EXPECT_EQ(time(90, Language::Dutch), "anderhalve minuut");
    EXPECT_EQ(time(45, Language::Dutch), "45 seconden");
    EXPECT_EQ(time(180, Language::English), "three minutes");
}

TEST(Words, NthCountsTheRequestsOfThisIncident) {
    Session session = walked(MeetingKind::Council, {"meeting.open", "disturbance.report", "address.b"});
    const LocalText nth{"{nth}", "{nth}"};
    EXPECT_EQ(run(session, still_clock(), "request.speak"), "ok");
    EXPECT_EQ(words(nth, session, test::municipality(), Language::Dutch), "1e");
    EXPECT_EQ(run(session, still_clock(), "request.refuse"), "ok");
    EXPECT_EQ(run(session, still_clock(), "request.speak"), "ok");
    EXPECT_EQ(words(nth, session, test::municipality(), Language::English), "2nd");
    EXPECT_EQ(run(session, {Undo{}, {}, "chair"}, still_clock()), "ok");
    EXPECT_EQ(words(nth, session, test::municipality(), Language::Dutch), "1e");
    for (const char* event : {"disturbance.end", "disturbance.report", "address.b", "request.speak"}) {
        EXPECT_EQ(run(session, still_clock(), event), "ok") << event;
    }
    EXPECT_EQ(words(nth, session, test::municipality(), Language::Dutch), "1e");
}

TEST(Words, AnIncidentIsNamedByWhatItWasAndWhen) {
    const LocalText incident{"{incident}", "{incident}"};
    Session session = walked(MeetingKind::Council, {"meeting.open", "disturbance.report", "address.b"});
    EXPECT_EQ(words(incident, session, test::municipality(), Language::Dutch), "");  // none is over yet
    const std::string at = clock_time(session.entry(session.incidents()[0].opened)->when()).substr(0, 5);
    EXPECT_EQ(run(session, still_clock(), "disturbance.end"), "ok");
    EXPECT_EQ(words(incident, session, test::municipality(), Language::Dutch), "verstoring om " + at + ", scenario B");
    EXPECT_EQ(words(incident, session, test::municipality(), Language::English),
              "disturbance at " + at + ", scenario B");
}

TEST(Words, AnEventsOwnFieldIsItsAlone) {
    Session session = walked(MeetingKind::Council, {"meeting.open"});
    const LocalText both{"{what} | {emergency.declare.what}", "{what} | {emergency.declare.what}"};
    ASSERT_EQ(run(session, still_clock(), "disturbance.report", {{"what", std::string("een spandoek")}}), "ok");
    EXPECT_EQ(words(both, session, test::municipality(), Language::Dutch), "een spandoek | acuut gevaar in de zaal");
    ASSERT_EQ(run(session, still_clock(), "emergency.declare", {{"what", std::string("brand of rook")}}), "ok");
    EXPECT_EQ(words(both, session, test::municipality(), Language::Dutch), "brand of rook | brand of rook");
    EXPECT_TRUE(said(session, session.card()->telephone, test::municipality()).starts_with("Brandweer."));
}

TEST(Words, ATapThatSaysThatTheyWereSpokenRecordsThemAsSaidTheOthersAsProposed) {
    Session session = walked(MeetingKind::Council, {"meeting.open"});
    const auto last = [&]() -> const StepRecorded& { return *session.entries().back().as<StepRecorded>(); };
    EXPECT_EQ(last().said, "");
    EXPECT_EQ(last().proposed, "Ik open de vergadering en heet u welkom.");
    for (const char* event : {"disturbance.report", "address.b", "request.speak"}) {
        EXPECT_EQ(run(session, still_clock(), event), "ok") << event;
    }
    EXPECT_TRUE(last().said.ends_with("Ik verzoek u het pand te verlaten."));
    EXPECT_EQ(last().proposed, "");
    EXPECT_EQ(run(session, still_clock(), "emergency.declare"), "ok");
    EXPECT_EQ(run(session, still_clock(), "police.call", {{"number", std::string("112")}}), "ok");
    EXPECT_EQ(last().said, "");
    EXPECT_TRUE(last().proposed.starts_with("Politie, spoed.")) << last().proposed;
}

}  // namespace
}  // namespace hamer
