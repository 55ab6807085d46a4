#include "record/chart.h"

#include "base/text.h"
#include "record/names.h"
#include "record/step_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t late_ms = 60'000;

bool is_late(const Moment& moment) {
    return moment.recorded && moment.recorded->milliseconds - moment.at.milliseconds > late_ms;
}

class Charting {
  public:
    Charting(const IncidentRecord& record, Language language, const Procedure* procedure)
        : record_(record), language_(language), procedure_(procedure) {}

    Chart draw() {
        disturbance();
        meeting();
        broadcast();
        help();
        emergency();
        chart_.from = chart_.until = record_.started.at;
        for (const ChartLane& lane : chart_.lanes) {
            for (const ChartBar& bar : lane.bars) {
                reach(bar.from);
                if (bar.until) reach(*bar.until);
            }
            for (const ChartMark& mark : lane.marks) reach(mark.at);
        }
        remarks();
        std::erase_if(chart_.lanes, [](const ChartLane& lane) { return lane.bars.empty() && lane.marks.empty(); });
        return std::move(chart_);
    }

  private:
    void reach(Instant at) {
        chart_.from = std::min(chart_.from, at);
        chart_.until = std::max(chart_.until, at);
    }
    void lane(const char* nl, const char* en) { chart_.lanes.push_back({say_(nl, en), {}, {}}); }
    void bar(const std::optional<Moment>& from, const std::optional<Moment>& until, std::string label) {
        if (from) bar(from->at, until, std::move(label));
    }
    void bar(Instant from, const std::optional<Moment>& until, std::string label) {
        // By a clock that was set back something may end before it began; the change itself is drawn beside it.
        const auto end = until ? std::optional(std::max(until->at, from)) : std::nullopt;
        chart_.lanes.back().bars.push_back({from, end, std::move(label)});
    }
    void mark(const Moment& at, MarkKind kind, std::string sign, std::string label) {
        if (is_late(at) && kind != MarkKind::Correction) kind = MarkKind::Late;
        chart_.lanes.back().marks.push_back({at.at, kind, std::move(sign), std::move(label)});
    }

    void disturbance() {
        lane("Verstoring", "Disturbance");
        bar(record_.started.at, record_.ended ? std::optional(record_.ended->at) : std::nullopt, record_.what);
        for (const Address& one : record_.addressed) {
            const bool a = one.scenario == Approach::A;
            mark(one.at, MarkKind::Step, a ? "A" : "B",
                 a ? say_("aangesproken, scenario A", "addressed, scenario A")
                   : say_("aangesproken, scenario B", "addressed, scenario B"));
        }
        if (record_.member) member(*record_.member);
        lane("Verzoeken", "Requests");
        for (const SpokenRequest& one : record_.requests) {
            mark(one.at, MarkKind::Step, fmt::format("{}", one.number),
                 fmt::format("{} {}", say_("verzoek", "request"), one.number));
            if (!one.answered) continue;
            const bool refused = one.answer == Answer::Refused;
            mark(*one.answered, refused ? MarkKind::Refusal : MarkKind::Step, refused ? "×" : "√",
                 name_of(one.answer).in(language_));
        }
    }

    void member(const MemberProceeding& member) {
        for (const MemberStep& one : member.ordered)
            mark(one.at, MarkKind::Step, "O", say_("tot de orde geroepen", "called to order"));
        if (member.proposal)
            mark(member.proposal->at, MarkKind::Step, "V", say_("uitsluiting voorgesteld", "exclusion proposed"));
        if (!member.vote) return;
        const bool excluded = member.vote->outcome == VoteOutcome::Excluded;
        mark(member.vote->at, MarkKind::Step, excluded ? "√" : "×",
             say_("voorstel ", "proposal ") + name_of(member.vote->outcome).in(language_));
    }

    void meeting() {
        lane("Vergadering", "Meeting");
        for (const Suspension& one : record_.suspensions) {
            bar(one.from.at, one.resumed ? one.resumed : record_.meeting_closed, say_("geschorst", "suspended"));
        }
        lane("Zaal", "Room");
        for (const RoomClearing& one : record_.room_clearings)
            bar(one.from.at, one.reentered, say_("ontruimd", "cleared"));
    }

    void broadcast() {
        lane("Uitzending", "Broadcast");
        for (const BroadcastPause& one : record_.broadcast_pauses) {
            const auto& over = one.resumed ? one.resumed : one.ended;
            if (one.asked) bar(one.asked, one.paused ? one.paused : over, say_("gevraagd", "asked"));
            bar(one.paused, over, say_("gepauzeerd", "paused"));
        }
    }

    void help() {
        lane("Beveiliging", "Security");
        for (const SecurityCall& one : record_.security) {
            if (one.called) mark(*one.called, MarkKind::Step, "", say_("geroepen", "called"));
            if (one.removed) mark(*one.removed, MarkKind::Step, "", say_("verwijderd", "removed"));
        }
        lane("Politie", "Police");
        for (const PoliceCall& one : record_.police) {
            bar(one.called, one.arrived, fmt::format("{} {}", say_("gebeld", "called"), one.number));
            bar(one.arrived, one.handed_over, say_("aanwezig", "present"));
            if (one.handed_over) mark(*one.handed_over, MarkKind::Step, "", say_("overgedragen", "handed over"));
        }
    }

    void emergency() {
        lane("Noodsituatie", "Emergency");
        for (const Emergency& one : record_.emergencies) {
            bar(one.declared, one.over, one.what);
            for (const Force& force : one.force)
                mark(force.at, MarkKind::Step, "!", say_("fysiek ingegrepen", "force used"));
        }
    }

    [[nodiscard]] std::string step_name(const std::string& id) const {
        return step_in_words(procedure_, id, language_);
    }

    // What was said of the incident. Hours later it would make a point of the incident itself; then it is left to the
    // list of corrections.
    void remarks() {
        corrections();
        for (ChartLane& lane : chart_.lanes) {
            std::erase_if(lane.marks,
                          [&](const ChartMark& mark) { return mark.at < chart_.from || mark.at > chart_.until; });
        }
    }

    void corrections() {
        lane("Notities", "Notes");
        for (const Note& one : record_.notes) mark(one.at, MarkKind::Note, "", one.text);
        lane("Anders, later", "Otherwise, later");
        for (const TakenBack& one : record_.taken_back) {
            mark(one.at, MarkKind::Correction, "–",
                 fmt::format("{}: {}", say_("hersteld", "taken back"), step_name(one.event)));
        }
        for (const Amendment& one : record_.amendments) {
            mark(one.at, MarkKind::Correction, "+",
                 fmt::format("{}: {}", say_("aangevuld", "amended"), step_name(one.event)));
        }
        for (const Deviation& one : record_.deviations) {
            mark(one.at, MarkKind::Deviation, "≠",
                 fmt::format("{}: {}", say_("anders gegaan", "went otherwise"), one.why));
        }
        for (const ClockChange& one : record_.clock_changes) {
            mark(one.at, MarkKind::Correction, "±", say_("klok verzet", "clock changed"));
        }
        for (const LateAddition& one : record_.late_additions) {
            mark(one.at, MarkKind::Late, "",
                 fmt::format("{}: {}", say_("later vastgelegd", "recorded later"), step_name(one.what)));
        }
    }

    const IncidentRecord& record_;
    Language language_;
    Say say_{language_};
    const Procedure* procedure_;
    Chart chart_;
};

}  // namespace

Chart chart_of(const IncidentRecord& record, Language language, const Procedure* procedure) {
    return Charting(record, language, procedure).draw();
}

}  // namespace hamer
