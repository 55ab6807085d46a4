// The record of a meeting under Leiden's own procedure: its file and the record know the fields by the same ids.
#include "codec/record/record_json.h"
#include "procedure/machine.h"
#include "record/incidents.h"
#include "support/leiden.h"

#include <gtest/gtest.h>
#include <random>

namespace hamer::test {
namespace {

class LeidenRecord : public ::testing::Test {
  protected:
    void run_all(const std::vector<std::pair<std::string, Fields>>& steps) {
        for (const auto& [event, fields] : steps) EXPECT_EQ(run(session_, clock_, event, fields), "ok") << event;
    }
    [[nodiscard]] std::vector<IncidentRecord> records() const {
        return incidents(session_, municipality(), "session", "f00d");
    }

    FakeClock clock_;
    Session session_ = opened_session(clock_);
};

TEST_F(LeidenRecord, ScenarioBUpToTheHandOverIsAllThere) {
    run_all({{"meeting.open", {}},
             {"broadcast.start", {}},
             {"disturbance.report", {{"what", "leuzen"}, {"who", "audience"}}},
             {"meeting.suspend", {{"reason", "de verstoring"}}},
             {"address.a", {{"agreement", "twee minuten"}}},
             {"address.b", {}},
             {"broadcast.paused", {}},
             {"request.speak", {{"speaker", "clerk"}, {"to", "de groep"}}},
             {"request.refuse", {}},
             {"security.call", {}},
             {"security.remove", {{"who", "één man"}}},
             {"request.speak", {}},
             {"request.refuse", {}},
             {"request.speak", {}},
             {"request.refuse", {}},
             {"room.clear", {}},
             {"police.call", {{"number", "112"}, {"by", "de griffier"}}},
             {"emergency.declare", {{"what", "een klap"}}},
             {"force.protect", {{"purpose", "rescue"}, {"who", "de bode"}}},
             {"emergency.over", {}},
             {"police.arrive", {}},
             {"police.handover", {}},
             {"disturbance.end", {{"how", "meegenomen"}}},
             {"meeting.close", {}},
             {"charges.decide", {{"decision", "file"}, {"clerk_consulted", "yes"}, {"adviser_consulted", "no"}}}});
    ASSERT_EQ(records().size(), 1U);
    const IncidentRecord record = records().front();
    EXPECT_EQ(record.what, "leuzen");
    EXPECT_EQ(record.who, "audience");
    EXPECT_EQ(scenario(record), Scenario::AThenB);
    EXPECT_EQ(record.addressed.at(0).agreement, "twee minuten");
    EXPECT_EQ(record.suspensions.at(0).reason, "de verstoring");
    EXPECT_TRUE(record.broadcast_pauses.at(0).asked && record.broadcast_pauses.at(0).paused);
    ASSERT_EQ(record.requests.size(), 3U);
    EXPECT_EQ(record.requests[0].speaker, "clerk");
    EXPECT_EQ(record.requests[0].to, "de groep");
    EXPECT_FALSE(record.requests[0].said.empty());
    EXPECT_EQ(record.requests[1].speaker, "chair");
    for (const SpokenRequest& request : record.requests) EXPECT_EQ(request.answer, Answer::Refused);
    EXPECT_EQ(record.security.at(0).who, "één man");
    EXPECT_EQ(record.room_clearings.size(), 1U);
    EXPECT_EQ(record.police.at(0).number, "112");
    EXPECT_EQ(record.police.at(0).by, "de griffier");
    EXPECT_TRUE(record.police.at(0).handed_over);
    EXPECT_EQ(record.emergencies.at(0).what, "een klap");
    EXPECT_EQ(record.emergencies.at(0).force.at(0).purpose, "rescue");
    EXPECT_EQ(record.emergencies.at(0).force.at(0).who, "de bode");
    EXPECT_EQ(record.ended->how, "meegenomen");
    EXPECT_EQ(record.charges->decision, "file");
    EXPECT_EQ(record.charges->clerk_consulted, Consulted::Yes);
    EXPECT_EQ(record.charges->adviser_consulted, Consulted::No);
    EXPECT_TRUE(record.meeting_closed);
    EXPECT_TRUE(read_record(write_record(record), "record"));
}

TEST_F(LeidenRecord, PoliceThatWereCalledOutsideTheProcedureAreInIt) {
    run_all({{"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_EQ(run(session_, {Deviate{{{"police", "called"}}, "iemand belde al"}, {}, "chair"}, clock_), "ok");
    EXPECT_TRUE(records().at(0).police.at(0).called);
    EXPECT_EQ(records().at(0).deviations.at(0).why, "iemand belde al");
}

// Whichever state the chair says the disturbance is in, the record knows whether it is going on.
TEST_F(LeidenRecord, EveryDeviationOfTheDisturbanceOpensOrEndsAnIncident) {
    const Procedure& procedure = *leiden();
    const auto none = procedure.state("disturbance.none");
    ASSERT_TRUE(none);
    for (const State& state : procedure.regions[none->region].states) {
        if (state.id == "none" || state.id == "ended") continue;
        session_ = opened_session(clock_);
        run_all({{"meeting.open", {}}});
        ASSERT_EQ(run(session_, {Deviate{{{"disturbance", state.id}}, "zo was het"}, {}, "chair"}, clock_), "ok");
        ASSERT_EQ(records().size(), 1U) << state.id;
        EXPECT_EQ(status(records()[0]), IncidentStatus::Open) << state.id;
        ASSERT_EQ(run(session_, {Deviate{{{"disturbance", "ended"}}, "voorbij"}, {}, "chair"}, clock_), "ok");
        ASSERT_EQ(records().size(), 1U) << state.id;
        EXPECT_EQ(records()[0].ended->how, "voorbij") << state.id;
    }
}

// Any steps, undos and deviations: the records hold together, and read back as they were written.
TEST_F(LeidenRecord, AnyEveningGivesRecordsThatHoldTogether) {
    std::mt19937 random(20260312);
    const auto one_of = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const Procedure& procedure = *leiden();
    for (int evening = 0; evening < 60; ++evening) {
        session_ = opened_session(clock_);
        for (int i = 0; i < 60; ++i) {
            const std::size_t kind = one_of(12);
            Command command;
            if (kind == 0) {
                command.what = Undo{"zomaar"};
            } else if (kind == 1) {
                const Region& region = procedure.regions[one_of(procedure.regions.size())];
                command.what = Deviate{{{region.id, region.states[one_of(region.states.size())].id}}, "zo was het"};
            } else if (kind == 2) {
                command.what = AddNote{"notitie"};
            } else {
                const auto enabled = enabled_events(procedure, session_.configuration());
                if (enabled.empty()) continue;
                Fields fields;
                const Event& event = procedure.events[enabled[one_of(enabled.size())]];
                for (const Field& field : event.fields) {
                    if (field.kind == FieldKind::Flag) fields[field.id] = true;
                    if (field.kind == FieldKind::Choice) fields[field.id] = field.choices.front().id;
                    if (field.kind == FieldKind::Text) fields[field.id] = std::string("tekst");
                }
                command.what = Do{event.id, fields};
            }
            (void)run(session_, command, clock_);
        }
        ASSERT_EQ(records().size(), session_.incidents().size());
        int number = 0;
        std::uint64_t opened = 0;
        for (const IncidentRecord& record : records()) {
            const Incident& same = session_.incidents()[static_cast<std::size_t>(number)];
            EXPECT_EQ(record.started.seq, same.opened);
            EXPECT_EQ(record.ended ? std::optional(record.ended->at.seq) : std::nullopt, same.ended);
            EXPECT_TRUE(record.member || same.kind != Incident::Kind::Member);
            EXPECT_EQ(record.who == "member", same.kind == Incident::Kind::Member);
            EXPECT_EQ(record.kind == IncidentKind::Emergency, same.kind == Incident::Kind::Emergency);
            EXPECT_EQ(record.id, "session-" + std::to_string(++number));
            EXPECT_GT(record.started.seq, opened);
            opened = record.started.seq;
            if (record.ended) {
                EXPECT_GE(record.ended->at.seq, opened);
            }
            int request = 0;
            for (const SpokenRequest& one : record.requests) EXPECT_EQ(one.number, ++request);
            EXPECT_EQ(read_record(write_record(record), "record").value(), record);
        }
    }
}

}  // namespace
}  // namespace hamer::test
