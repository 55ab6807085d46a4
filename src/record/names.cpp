#include "record/names.h"

#include <array>

namespace hamer {

namespace {

template <std::size_t Count>
LocalText pick(const std::array<LocalText, Count>& names, auto value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace

LocalText name_of(Conduct conduct) {
    static const std::array<LocalText, conduct_words.size()> names = {
        {{"A: ik-gedrag", "A: I-conduct"},
         {"B: jullie-gedrag", "B: you-all conduct"},
         {"C: (non-)verbale agressie", "C: (non-)verbal aggression"},
         {"D: bedreiging, intimidatie", "D: threat, intimidation"},
         {"D: fysiek geweld", "D: physical violence"}}};
    return pick(names, conduct);
}

LocalText name_of(Channel channel) {
    static const std::array<LocalText, channel_words.size()> names = {{{"face-to-face", "face to face"},
                                                                       {"schriftelijk", "in writing"},
                                                                       {"e-mail", "e-mail"},
                                                                       {"sociale media", "social media"},
                                                                       {"telefoon", "telephone"}}};
    return pick(names, channel);
}

LocalText name_of(PersonRole role) {
    static const std::array<LocalText, person_role_words.size()> names = {
        {{"verstoorder", "disturber"}, {"betrokkene", "affected"}, {"getuige", "witness"}}};
    return pick(names, role);
}

LocalText name_of(Office office) {
    static const std::array<LocalText, office_words.size()> names = {
        {{"raadslid", "council member"},
         {"duolid", "committee member"},
         {"lid van de rekenkamer", "member of the audit office"},
         {"lid van de Referendumkamer", "member of the Referendumkamer"},
         {"wethouder", "alderman"},
         {"burgemeester", "mayor"},
         {"ambtenaar", "official"},
         {"publiek", "public"}}};
    return pick(names, office);
}

LocalText name_of(Recipient recipient) {
    static const std::array<LocalText, recipient_words.size()> names = {
        {{"de griffier", "the clerk"},
         {"de gemeentesecretaris", "the municipal secretary"},
         {"de burgemeester", "the mayor"},
         {"de adviseur Veilige Publieke Taak", "the adviser Veilige Publieke Taak"},
         {"de commissaris van de Koning", "the King's commissioner"},
         {"de politie", "the police"},
         {"het OM", "the prosecutor"},
         {"de raad", "the council"}}};
    return pick(names, recipient);
}

LocalText name_of(MeasureKind kind) {
    static const std::array<LocalText, measure_words.size()> names = {
        {{"mondelinge waarschuwing", "spoken warning"},
         {"schriftelijke waarschuwing", "written warning"},
         {"incidentgesprek of stopgesprek", "talk about the incident"},
         {"dienstverlening beperken", "restricted service"},
         {"toegang tot gebouwen ontzeggen", "ban from the buildings"},
         {"contactverbod", "ban from contact"},
         {"verbod op bijwonen vergadering (art. 26 lid 2)", "ban from the meetings (art. 26(2))"},
         {"melding bij de politie", "report to the police"},
         {"aangifte bij de politie", "charges with the police"},
         {"schade verhalen", "recover the damage"},
         {"andere maatregel", "another measure"}}};
    return pick(names, kind);
}

LocalText name_of(Repetition repetition) {
    static const std::array<LocalText, repetition_words.size()> names = {
        {{"eerste keer", "first time"}, {"herhaald", "repeated"}}};
    return pick(names, repetition);
}

LocalText name_of(DutyKind kind) {
    static const std::array<LocalText, duty_words.size()> names = {
        {{"eerste gesprek", "first talk"},
         {"tweede gesprek", "second talk"},
         {"derde gesprek", "third talk"},
         {"Nederlandse Arbeidsinspectie waarschuwen", "warn the labour inspectorate"},
         {"aangifte of melding doen", "file charges or report to the police"},
         {"besluit over aangifte", "decision on charges"},
         {"beelden veiligstellen", "secure the footage"},
         {"OM en driehoek informeren", "inform the prosecutor and the triangle"},
         {"schade melden bij verzekering (A&V)", "report the damage to the insurance (A&V)"},
         {"terugkoppelen aan betrokkene en raad", "report back to the affected and the council"},
         {"evalueren", "evaluate"},
         {"einde van de ontzegging", "end of the ban from the buildings"},
         {"einde van het verbod (art. 26 lid 2)", "end of the ban (art. 26(2))"},
         {"einde van het contactverbod", "end of the ban from contact"},
         {"einde van een maatregel", "end of a measure"},
         {"verbeterpunt", "improvement"},
         {"gesprek met de melder van het signaal", "talk with who gave the signal"},
         {"melder van het signaal antwoorden", "answer who gave the signal"},
         {"voorzorgsmaatregel", "precaution"},
         {"terugkijken op de risico-inschatting", "look back at the risk estimate"}}};
    return pick(names, kind);
}

LocalText name_of(CareOffer offered) {
    static const std::array<LocalText, care_offer_words.size()> names = {
        {{"nog niet aangeboden", "not offered yet"}, {"aanvaard", "accepted"}, {"afgeslagen", "declined"}}};
    return pick(names, offered);
}

LocalText name_of(HoldReason why) {
    static const std::array<LocalText, hold_reason_words.size()> names = {{{"rechtszaak", "court case"},
                                                                           {"bezwaar of beroep", "objection or appeal"},
                                                                           {"Woo-verzoek", "Woo request"},
                                                                           {"andere reden", "another reason"}}};
    return pick(names, why);
}

LocalText name_of(IncidentKind kind) {
    static const std::array<LocalText, incident_kind_words.size()> names = {{{"ordeverstoring", "disturbance"},
                                                                             {"noodsituatie", "emergency"},
                                                                             {"melding achteraf", "reported later"},
                                                                             {"signaal", "signal"},
                                                                             {"risico-inschatting", "risk estimate"},
                                                                             {"leermoment", "learning"}}};
    return pick(names, kind);
}

LocalText name_of(SignalEnd ended) {
    static const std::array<LocalText, signal_end_words.size()> names = {
        {{"afgesloten zonder incident", "closed without an incident"},
         {"een incident geworden", "became an incident"},
         {"in een risico-inschatting", "went into a risk estimate"}}};
    return pick(names, ended);
}

LocalText name_of(PrecautionKind kind) {
    static const std::array<LocalText, precaution_words.size()> names = {
        {{"beveiliging", "security"},
         {"politie: contactpersoon en nummer", "police: whom to call, and the number"},
         {"toegang en controle", "entrance and checks"},
         {"zitplaatsen", "seats"},
         {"vluchtweg", "way out"},
         {"BHV", "first aid and evacuation (BHV)"},
         {"afspraak over de livestream", "agreement on the livestream"},
         {"woordvoerder", "spokesperson"},
         {"andere zaal", "another room"},
         {"met twee personen", "with two persons"},
         {"anders", "something else"}}};
    return pick(names, kind);
}

LocalText name_of(RiskLevel level) {
    static const std::array<LocalText, risk_level_words.size()> names = {
        {{"laag", "low"}, {"midden", "middle"}, {"hoog", "high"}}};
    return pick(names, level);
}

LocalText name_of(LearningKind kind) {
    static const std::array<LocalText, learning_kind_words.size()> names = {
        {{"introductie", "introduction"}, {"training", "training"}, {"jaarlijkse bespreking", "yearly discussion"}}};
    return pick(names, kind);
}

LocalText name_of(Body body) {
    static const std::array<LocalText, body_words.size()> names = {{{"raad", "council"},
                                                                    {"duoleden", "committee members"},
                                                                    {"college", "college"},
                                                                    {"commissievoorzitters", "committee chairs"},
                                                                    {"ondersteuning", "support"},
                                                                    {"anderen", "others"}}};
    return pick(names, body);
}

LocalText name_of(IncidentStatus status) {
    static const std::array<LocalText, incident_status_words.size()> names = {{{"nog gaande", "open"},
                                                                               {"aan te vullen", "to complete"},
                                                                               {"vervallen", "withdrawn"},
                                                                               {"compleet", "complete"}}};
    return pick(names, status);
}

LocalText name_of(Answer answer) {
    static const std::array<LocalText, answer_words.size()> names = {
        {{"geen antwoord vastgelegd", "no answer recorded"}, {"geweigerd", "refused"}, {"opgevolgd", "heeded"}}};
    return pick(names, answer);
}

LocalText name_of(EndedBy by) {
    static const std::array<LocalText, ended_by_words.size()> names = {
        {{"vastgesteld door de voorzitter", "established by the chair"},
         {"het verzoek is opgevolgd", "request heeded"},
         {"het gevaar is voorbij", "danger over"},
         {"anders gegaan", "went otherwise"},
         {"het voorstel om uit te sluiten is verworpen", "the proposal to exclude was rejected"}}};
    return pick(names, by);
}

LocalText name_of(Consulted consulted) {
    static const std::array<LocalText, consulted_words.size()> names = {
        {{"niet gevraagd", "not asked"}, {"ja", "yes"}, {"nee", "no"}}};
    return pick(names, consulted);
}

LocalText name_of(VoteOutcome outcome) {
    static const std::array<LocalText, vote_outcome_words.size()> names = {
        {{"aangenomen", "carried"}, {"verworpen", "rejected"}}};
    return pick(names, outcome);
}

LocalText charges_name(std::string_view decision) {
    if (decision == "file") return {"aangifte doen", "file charges"};
    if (decision == "report") return {"melding bij de politie", "report to the police"};
    if (decision == "none") return {"geen aangifte", "no charges"};
    if (decision == "later") return {"later beslissen", "decide later"};
    return {std::string(decision), std::string(decision)};
}

}  // namespace hamer
