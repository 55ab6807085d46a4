// The form's parts on reporting and settling: who was told (7.1), the GIR, the police (7.4) and what is said of it (8).
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "record/names.h"
#include "record/weight.h"
#include "report/date_text.h"
#include "ui/clerk/record_form.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer::ui {

std::string RecordForm::key_of_informed(Recipient who) {
    return fmt::format("informed.{}", recipient_words[static_cast<std::size_t>(who)]);
}

void RecordForm::informed(Lines& lines, const Around& around) {
    lines.heading(lines.say("Wie is geïnformeerd? (7.1, 7.2)", "Who was informed? (7.1, 7.2)"));
    const auto route = reporting_route(with(draft()));
    std::vector<Recipient> order = route;
    for (std::size_t i = 0; i < recipient_words.size(); ++i) {
        const auto one = static_cast<Recipient>(i);
        if (std::ranges::find(route, one) == route.end()) order.push_back(one);
    }
    for (const Recipient one : order) {
        const auto found = std::ranges::find(draft_.informed, one, &Informed::who);
        bool on = found != draft_.informed.end();
        const bool was = on;
        const bool asked = std::ranges::find(route, one) != route.end();
        const std::string detail =
            on      ? fmt::format("{}, {}", long_time(in_zone(found->at, SystemZone()), lines.language()), found->by)
            : asked ? lines.say("moet, volgens het protocol", "must be, by the protocol")
                    : "";
        lines.toggle(key_of_informed(one), lines.say(name_of(one)), on, detail);
        const std::string when = key_of_informed(one) + ".at";
        if (!on) moments_.erase(when);
        if (on && was) moment(lines, when, lines.say("Wanneer?", "When?"), found->at);
        if (on && !was) draft_.informed.push_back({one, around.now, around.user});
        if (!on && was) draft_.informed.erase(found);
    }
}

void RecordForm::registration(Lines& lines) {
    lines.heading(lines.say("In het GIR (7.1)", "In the GIR (7.1)"));
    lines.field("gir.number", lines.say("Nummer in het GIR", "Number in the GIR"), draft_.gir.number);
    day(lines, "gir.date", lines.say("Datum in het GIR", "Date in the GIR"), draft_.gir.date, past_near(today()),
        {.first = first_day(record_, now_, SystemZone()),
         .last = today(),
         .why_not = {"Dat is voor het incident, of nog niet geweest.",
                     "That is before the incident, or has not been yet."}});
}

void RecordForm::charges(Lines& lines) {
    PoliceFile& file = draft_.police_file;
    if (!record_.charges || record_.charges->decision == charges_later) {
        constexpr std::array decisions{"file", "report", "none"};
        std::vector<std::string> labels;
        for (const char* one : decisions) labels.push_back(lines.say(charges_name(one)));
        const auto found = std::ranges::find(decisions, draft_.charges);
        const int chosen = lines.chips("charges", lines.say("Aangifte (6.1.9, 7.4)", "Charges (6.1.9, 7.4)"), labels,
                                       found == decisions.end() ? -1 : static_cast<int>(found - decisions.begin()));
        draft_.charges = chosen < 0 ? "" : decisions[static_cast<std::size_t>(chosen)];
    }
    const IncidentRecord record = with(draft());
    if (lacks_police(record) || !file.why_not.empty()) {
        lines.field(
            "police.why_not", lines.say("Waarom niet zoals tabel 1 vraagt?", "Why not as table 1 asks?"), file.why_not,
            1,
            governing(draft_) == Conduct::Violence
                ? lines.say("Bij geweld hoort aangifte.", "Violence is for charges.")
                : lines.say("Bij bedreiging hoort aangifte of melding.", "A threat is for charges or a report."));
    }
    const std::string& decided = charges_decision(record);
    if (decided != "file" && decided != "report" && file == PoliceFile{.why_not = file.why_not}) return;
    lines.field("police.by", lines.say("Wie doet aangifte of melding?", "Who files or reports it?"), file.by);
    lines.toggle("police.mandated",
                 lines.say("Gemandateerd, namens de burgemeester", "Mandated, on the mayor's behalf"), file.mandated);
    lines.field("police.number", lines.say("Nummer van de politie", "The police's number"), file.number);
    day(lines, "police.date", lines.say("Datum bij de politie", "Date at the police"), file.date, past_near(today()),
        {.first = first_day(record_, now_, SystemZone()),
         .last = today(),
         .why_not = {"Dat is voor het incident, of nog niet geweest.",
                     "That is before the incident, or has not been yet."}});
    if (decided != "file") return;
    lines.yes_or_no("police.may_be_told",
                    lines.say("Mag over de aangifte worden gesproken? (de betrokkene beslist)",
                              "May the charges be spoken of? (the affected person decides)"),
                    file.may_be_told);
    lines.yes_or_no("police.mediation", lines.say("Is herstelbemiddeling onderzocht?", "Was mediation looked into?"),
                    file.mediation);
}

void RecordForm::communication(Lines& lines) {
    lines.heading(lines.say("Communicatie (8)", "Communication (8)"));
    lines.field("spokesperson", lines.say("Wie voert het woord?", "Who is the spokesperson?"),
                communication_.spokesperson);
    lines.yes_or_no("agreed", lines.say("Afgestemd met de betrokkene?", "Agreed with the affected person?"),
                    communication_.agreed_with_affected);
    if (is_affected(draft_, Office::Mayor) || communication_.deputy_mayor) {
        lines.yes_or_no("deputy_mayor",
                        lines.say("Met de loco-burgemeester overlegd?", "Was the deputy mayor consulted?"),
                        communication_.deputy_mayor);
    }
    lines.toggle(
        "prosecutor",
        lines.say("Er loopt een strafzaak: het OM communiceert", "A criminal case runs: the prosecutor communicates"),
        communication_.prosecutor_leads);
    lines.field("internal",
                lines.say("Bericht voor raad en college (vertrouwelijk)",
                          "Message for the council and the college (in confidence)"),
                communication_.internal, 2);
    lines.field("message", lines.say("Bericht voor iedereen", "Message for everybody"), communication_.text, 3);
    if (communication_.text.empty()) return;
    lines.yes_or_no("no_measures_told",
                    lines.say("Er staan geen veiligheidsmaatregelen in", "It names no measures of safety"),
                    communication_.no_measures_told);
    const bool threat = std::ranges::find(draft_.conduct, Conduct::Threat) != draft_.conduct.end();
    if (threat || communication_.press_office) {
        lines.yes_or_no(
            "press_office",
            lines.say("Afgestemd met de voorlichters van het OM?", "Agreed with the prosecutor's press office?"),
            communication_.press_office);
    }
}

}  // namespace hamer::ui
