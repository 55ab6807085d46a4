#include "a_record.h"

namespace hamer::test {

Moment at(const std::string& time) { return {1, *from_rfc3339("2026-03-12T" + time + "+01:00"), {}}; }

IncidentRecord a_record() {
    IncidentRecord record;
    record.id = "20260312T190000Z-0011aabb-1";
    record.revision = 3;
    record.municipality = "Leiden";
    record.meeting = {
        "Raadsvergadering", "2026-03-12", "Vera de Wit", "Gijs Groen", "Raadzaal", true, MeetingKind::Council, {}, {}};
    record.what = "geroep vanaf de tribune";
    record.started = at("20:41:17");
    record.ended.emplace().at = at("20:55:48");
    record.ended->how = "overgedragen aan de politie";
    record.addressed.push_back({Approach::B, at("20:41:52"), "…", ""});
    record.requests.push_back(
        {1, at("20:42:24"), "clerk", "drie personen", "U blijft verstoren.", Answer::Refused, at("20:42:47")});
    Suspension suspension;
    suspension.from = at("20:41:29");
    suspension.reason = "geroep";
    suspension.resumed = at("21:01:10");
    record.suspensions.push_back(suspension);
    record.source = {"20260312T190000Z-0011aabb", std::string(64, 'a'), "leiden-2025", 1, std::string(64, 'b'), "0.1"};
    Dossier dossier;
    dossier.conduct = {Conduct::B, Conduct::Threat};
    dossier.persons = {{.id = "p1", .known = true, .name = "=cmd|'/c calc'!A1", .address = "Rapenburg 1"},
                       {.id = "p2",
                        .role = PersonRole::Affected,
                        .known = true,
                        .name = "A. Bakker",
                        .office = Office::CouncilMember}};
    dossier.reason = "woningbouw";
    dossier.measures = {{.kind = MeasureKind::CouncilBan, .person = "p1", .from = "2026-03-13", .until = "2026-06-12"}};
    record.dossier = dossier;
    return record;
}

// A record with words of both kinds, a member's proceeding and a call to the police.
IncidentRecord a_record_with_words() {
    IncidentRecord record = a_record();
    record.addressed[0].said.clear();
    record.addressed[0].proposed = "Stop hier onmiddellijk mee.";
    record.suspensions[0].said = "Ik schors de vergadering.";
    record.police.push_back({"112", "niet gevraagd", "", at("20:44:38"), {}, {}, "Wij zijn hier: Stadhuis."});
    record.charges = ChargesDecision{at("22:31:15"), "file", Consulted::Yes, Consulted::NotAsked};
    return record;
}

IncidentRecord a_full_record() {
    IncidentRecord record = a_record();
    Dossier& dossier = *record.dossier;
    dossier.persons = {
        {.id = "p1", .known = true, .name = "J. de Vries", .address = "Verdachtenweg 9", .description = "rode jas"},
        {.id = "p2",
         .role = PersonRole::Affected,
         .known = true,
         .name = "A. Bakker",
         .address = "Slachtofferlaan 12",
         .office = Office::CouncilMember,
         .injured = true,
         .injury = "gebroken pols"},
        {.id = "p3",
         .role = PersonRole::Witness,
         .known = true,
         .name = "S. Bode",
         .address = "Getuigenpad 3",
         .description = "bode"}};
    dossier.reporter = {"M. Melder", Office::AuditOffice};
    dossier.informed = {{.who = Recipient::KingsCommissioner, .at = record.started.at, .by = "Informeerder"}};
    dossier.gir = {"GIR-77", "2026-03-13"};
    dossier.hearing = {true, "wederhoortekst"};
    dossier.earlier = {true, "eerderetekst"};
    dossier.measures = {
        {.kind = MeasureKind::Ban, .person = "p1", .decided_by = "burgemeester", .text = "maatregeltekst"}};
    dossier.no_measures_why = "waaromniet";
    dossier.police_file = {.by = "S. Mandaat", .mandated = true, .number = "PL1500-1"};
    dossier.communication =
        Communication{.spokesperson = "Woordvoerder", .text = "persbericht", .internal = "vertrouwelijk"};
    dossier.aftercare = {{.person = "p2",
                          .offered = CareOffer::Accepted,
                          .by = "zorgverlener",
                          .home = "thuisfront",
                          .referral = "huisarts",
                          .remark = "slaapt slecht"}};
    dossier.owners = {{DutyKind::Evaluation, "", "Eigenaar"}};
    dossier.done = {
        {.kind = DutyKind::FirstTalk, .person = "p2", .at = record.started.at, .by = "x", .remark = "gesprekstekst"},
        {.kind = DutyKind::Footage, .at = record.started.at, .by = "T. Beeld", .remark = "op de schijf"}};
    dossier.evaluation = {"2026-03-20", "X. Aanwezig", "goedtekst", "betertekst"};
    dossier.improvements = {{"i1", "verbetertekst", "Y. Verbeter", "2026-04-01"}};
    return record;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + 1)) ++found;
    return found;
}

}  // namespace hamer::test
