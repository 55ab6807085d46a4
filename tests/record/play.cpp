#include "record/play.h"

#include "session/decide.h"

#include <gtest/gtest.h>

namespace hamer::test {

namespace {

class Builder {
  public:
    Builder& region(const std::string& id, const std::vector<std::string>& states) {
        Region& made = procedure_.regions.emplace_back();
        made.id = id;
        for (const std::string& state : states) made.states.emplace_back().id = state;
        return *this;
    }

    // In these states of the last region nothing goes on.
    Builder& rest(const std::vector<std::string>& states) {
        for (const std::string& state : states) procedure_.regions.back().states[number_of(state)].rest = true;
        return *this;
    }

    // An event that leads, in the last region, from each of some states into another; "" stays where it is.
    Builder& event(const std::string& id, std::optional<Meaning> meaning, const std::vector<std::string>& from,
                   const std::string& into, const std::vector<std::string>& fields = {},
                   const std::string& raises = "") {
        const std::size_t number = known(id);
        Event& event = procedure_.events[number];
        event.meaning = meaning;
        for (const std::string& field : fields) add_field(event, field);
        for (const std::string& state : from) {
            Transition transition;
            if (!into.empty()) transition.target = number_of(into);
            if (!raises.empty()) transition.raises.push_back(known(raises));
            add(number_of(state), number, transition);
        }
        return *this;
    }

    Procedure build() { return std::move(procedure_); }

  private:
    std::size_t known(const std::string& id) {
        if (const auto number = procedure_.event(id)) return *number;
        procedure_.events.emplace_back().id = id;
        return procedure_.events.size() - 1;
    }

    static void add_field(Event& event, const std::string& id) {
        if (event.field(id)) return;
        Field& field = event.fields.emplace_back();
        field.id = id;
        if (id == "incident") field.kind = FieldKind::Incident;
        if (!id.ends_with("_consulted")) return;
        field.kind = FieldKind::Choice;
        field.choices = {{"yes", {}}, {"no", {}}, {"not-asked", {}}};
        field.preset = PresetValue{Wording(LocalText{"not-asked", "not-asked"})};
    }

    std::uint8_t number_of(const std::string& state) {
        const Region& region = procedure_.regions.back();
        const auto ref = procedure_.state(region.id, state);
        EXPECT_TRUE(ref) << state;
        return ref ? ref->state : std::uint8_t{0};
    }

    void add(std::uint8_t state, std::size_t event, const Transition& transition) {
        auto& handlers = procedure_.regions.back().states[state].on;
        for (Handler& handler : handlers) {
            if (handler.event == event) return handler.transitions.push_back(transition);
        }
        handlers.push_back({event, {transition}});
    }

    Procedure procedure_;
};

using enum Meaning;

Procedure built() {
    Builder b;
    b.region("sitting", {"early", "busy", "halted", "over"})
        .event("begin", MeetingOpened, {"early"}, "busy")
        .event("halt", MeetingSuspended, {"busy"}, "halted", {"reason"})
        .event("go-on", MeetingResumed, {"halted"}, "busy")
        .event("finish", MeetingClosed, {"busy", "halted"}, "over");
    b.region("hall", {"full", "empty"})
        .event("empty-hall", RoomCleared, {"full"}, "empty")
        .event("fill-hall", RoomReentered, {"empty"}, "full");
    b.region("stream", {"off", "on", "stopping", "stopped", "starting"})
        .event("stream", BroadcastStarted, {"off"}, "on")
        .event("stop-stream", BroadcastPauseAsked, {"on", "starting"}, "stopping")
        .event("stream-stopped", BroadcastPaused, {"stopping"}, "stopped")
        .event("start-stream", BroadcastResumeAsked, {"stopped"}, "starting")
        .event("stream-started", BroadcastResumed, {"starting"}, "on")
        .event("end-stream", BroadcastEnded, {"on", "stopping", "stopped", "starting"}, "off");
    b.region("trouble",
             {"quiet", "seen", "mild", "stern", "asked", "refused", "gone", "member", "told", "vote", "barred"})
        .rest({"quiet", "gone"})
        .event("trouble", IncidentOpened, {"quiet", "gone"}, "seen", {"what", "who"})
        .event("let-speak", ScenarioA, {"seen"}, "mild", {"agreement"})
        .event("warn", ScenarioB, {"seen", "mild"}, "stern", {}, "stop-stream")
        .event("ask", RequestSpoken, {"mild", "stern", "refused"}, "asked", {"speaker", "to"})
        .event("no", RequestRefused, {"asked"}, "refused")
        .event("yes", RequestHeeded, {"asked"}, "gone")
        .event("member", MemberReported, {"quiet", "gone"}, "member", {"what"})
        .event("tell", MemberOrdered, {"member"}, "told")
        .event("propose", MemberProposed, {"member", "told"}, "vote")
        .event("bar", MemberExcluded, {"vote"}, "barred", {"until"})
        .event("keep", MemberKept, {"vote"}, "gone")
        .event("calmed", IncidentEnded,
               {"seen", "mild", "stern", "asked", "refused", "member", "told", "vote", "barred"}, "gone", {"how"})
        .event("call-it-a-night", std::nullopt, {"seen"}, "", {"how"}, "calmed");
    b.region("guards", {"home", "here", "done"})
        .event("guards", SecurityCalled, {"home", "done"}, "here")
        .event("guards-out", SecurityRemoved, {"here"}, "done", {"who"});
    b.region("law", {"away", "coming", "here", "took-over"})
        .event("law", PoliceCalled, {"away", "took-over"}, "coming", {"number", "by"})
        .event("law-here", PoliceArrived, {"coming"}, "here")
        .event("law-took", PoliceHandedOver, {"here"}, "took-over");
    b.region("alarm", {"calm", "loud"})
        .rest({"calm"})
        .event("alarm", EmergencyDeclared, {"calm"}, "loud", {"what"}, "stop-stream")
        .event("hold", ForceUsed, {"loud"}, "", {"purpose", "who"})
        .event("safe", EmergencyOver, {"loud"}, "calm");
    b.region("later", {"pending", "decided"})
        .event("decide", ChargesDecided, {"pending", "decided"}, "decided",
               {"incident", "decision", "clerk_consulted", "adviser_consulted"});
    Procedure procedure = b.build();
    procedure.id = "test";
    procedure.revision = 3;
    return procedure;
}

}  // namespace

std::shared_ptr<const Procedure> a_procedure() {
    static const auto procedure = std::make_shared<const Procedure>(built());
    return procedure;
}

const Municipality& a_municipality() {
    static const Municipality town{"Ons Dorp", "Kerkplein 1", "112", "0900-8844", "", "", "", {}};
    return town;
}

Instant minute(int minutes) { return {1'773'342'000'000 + std::int64_t{minutes} * 60'000, 60}; }

Play::Play() : session_(a_procedure()) {
    const Meeting meeting{"Raad", "2026-03-12", "Vera", "Gijs", "Raadzaal", true, MeetingKind::Council, {}, {}};
    session_.apply({1,
                    {minute(0), "boot", 0},
                    std::nullopt,
                    "program",
                    SessionOpened{"test", 3, "abc", "0.1", "nl", meeting, false}});
}

std::uint64_t Play::execute(Command command) {
    const auto passed = static_cast<int>(session_.entries().size());
    const auto entry = decide(session_, command, {minute(passed), "boot", passed * 60'000}, a_municipality());
    if (!entry) {
        ADD_FAILURE() << entry.error().message.en;
        return 0;
    }
    session_.apply(*entry);
    return entry->seq;
}

std::uint64_t Play::step(const std::string& event, const Fields& with, std::optional<Instant> occurred) {
    return execute({Do{event, with}, occurred, "chair"});
}
std::uint64_t Play::note(const std::string& text, std::optional<Instant> occurred) {
    return execute({AddNote{text}, occurred, "clerk"});
}
std::uint64_t Play::undo(const std::string& why) { return execute({Undo{why}, {}, "chair"}); }
std::uint64_t Play::amend(std::uint64_t seq, const Fields& fields) {
    return execute({Amend{seq, fields}, {}, "clerk"});
}
std::uint64_t Play::deviate(const std::map<std::string, std::string>& to, const std::string& why) {
    return execute({Deviate{to, why}, {}, "chair"});
}

Play& Play::steps(const std::vector<std::string>& events) {
    for (const std::string& event : events) step(event);
    return *this;
}

std::vector<IncidentRecord> Play::records() const {
    return incidents(session_, a_municipality(), "20260312T190000Z-00000001", "f00d");
}

IncidentRecord Play::record() const {
    auto all = records();
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? IncidentRecord{} : all.front();
}

std::vector<IncidentRecord> records_with_old_decision(const Play& play, bool clerk, bool adviser) {
    Session session = play.session();
    const Fields fields{{"decision", "file"}, {"clerk_consulted", clerk}, {"adviser_consulted", adviser}};
    session.apply(
        {session.next_seq(), {minute(90), "boot", 0}, {}, "chair", StepRecorded{"decide", fields, {}, {}, {}}});
    return incidents(session, a_municipality(), "session", "f00d");
}

Play eventful_evening() {
    Play play;
    play.steps({"begin", "stream"});
    const auto opening = play.step("trouble", {{"what", "leuzen"}, {"who", "audience"}});
    play.step("halt", {{"reason", "leuzen"}});
    play.step("let-speak", {{"agreement", "twee minuten"}});
    play.steps({"warn", "stream-stopped"});
    play.step("ask", {{"speaker", "chair"}, {"to", "de groep"}});
    play.steps({"no", "guards"});
    play.step("guards-out", {{"who", "één persoon"}});
    play.step("ask", {{"speaker", "clerk"}, {"to", "de rest"}});
    play.steps({"no", "ask", "no", "empty-hall"});
    play.step("law", {{"number", "112"}, {"by", "de griffier"}});
    play.step("alarm", {{"what", "een klap"}});
    play.step("hold", {{"purpose", "rescue"}, {"who", "de bode"}});
    play.steps({"safe", "law-here"});
    play.undo("te vroeg");
    play.steps({"law-here", "law-took"});
    play.note("een “gewonde” \\ bode");
    play.step("calmed", {{"how", "meegenomen door de politie"}}, minute(20));
    play.amend(opening, {{"what", "leuzen en een spandoek"}});
    play.steps({"fill-hall", "start-stream", "stream-started", "go-on", "finish"});
    play.step("decide", {{"decision", "file"}, {"clerk_consulted", "yes"}, {"adviser_consulted", "no"}});
    play.deviate({{"guards", "here"}}, "bleef tot het eind");
    return play;
}

Dossier a_dossier() {
    Dossier dossier;
    dossier.conduct = {Conduct::B, Conduct::Threat};
    dossier.channel = Channel::FaceToFace;
    dossier.place = "publieke tribune";
    dossier.with_what = "een spandoek";
    dossier.manner = "roepen en dreigen";
    dossier.reason = "de woningbouw";
    dossier.persons = {{.id = "p1", .known = true, .name = "J. de Vries", .address = "Rapenburg 1, Leiden"},
                       {.id = "p2",
                        .role = PersonRole::Affected,
                        .known = true,
                        .name = "A. Bakker",
                        .office = Office::CouncilMember,
                        .injured = true,
                        .seriously = true,
                        .injury = "gebroken pols"},
                       {.id = "p3", .role = PersonRole::Witness, .description = "bode"}};
    dossier.damage = true;
    dossier.damage_text = "een microfoon";
    dossier.repetition = Repetition::Repeated;
    dossier.informed = {{.who = Recipient::Clerk, .at = minute(70), .by = "griffier"},
                        {.who = Recipient::Mayor, .at = minute(75), .by = "griffier"},
                        {.who = Recipient::Adviser, .at = minute(80), .by = "griffier"},
                        {.who = Recipient::Police, .at = minute(81), .by = "burgemeester"},
                        {.who = Recipient::Prosecutor, .at = minute(82), .by = "burgemeester"}};
    dossier.measures = {{.kind = MeasureKind::CouncilBan,
                         .person = "p1",
                         .from = "2026-03-13",
                         .until = "2026-06-12",
                         .condition = "niet op de tribune",
                         .decided_by = "burgemeester"}};
    dossier.charges = "file";
    dossier.earlier = {true, "riep in januari ook een ambtenaar uit"};
    dossier.gir = {"2026-0312", "2026-03-13"};
    dossier.hearing = {true, "hij heeft spijt"};
    dossier.police_file = {.by = "A. Bakker", .number = "PL1500-1", .date = "2026-03-13", .may_be_told = false};
    dossier.communication = Communication{.spokesperson = "woordvoerder van de raad", .agreed_with_affected = true};
    dossier.aftercare = {{.person = "p2", .offered = CareOffer::Accepted, .by = "griffier", .home = "twee kinderen"}};
    dossier.owners = {{DutyKind::Footage, "", "de bode"}};
    dossier.done = {{.kind = DutyKind::FirstTalk, .person = "p2", .at = minute(100), .by = "griffier"}};
    dossier.completed = Completion{.at = minute(120), .by = "griffier"};
    return dossier;
}

IncidentRecord a_members_record() {
    Play play;
    play.steps({"begin", "member", "tell", "propose"});
    play.step("bar", {{"until", "het einde van deze vergadering"}});
    play.steps({"calmed", "finish", "decide"});
    IncidentRecord record = play.record();
    record.member->ordered.at(0).proposed = "Ik roep u tot de orde.";
    record.member->proposal->said = "Ik stel voor u uit te sluiten.";
    Suspension halted{{3, minute(3), {}}, "lawaai", "", {}, "Ik schors de vergadering."};
    record.suspensions.push_back(halted);
    record.addressed.push_back({Approach::B, {4, minute(4), {}}, "", "", "Stop hiermee."});
    record.requests.push_back({1, {5, minute(5), {}}, "chair", "", "", Answer::None, {}, "Verlaat de zaal."});
    record.police.push_back({"112", "niet gevraagd", "", {}, {}, {}, "Kom direct."});
    record.emergencies.push_back({"brand", "", {}, {}, {}, "Verlaat rustig de zaal."});
    return record;
}

}  // namespace hamer::test
