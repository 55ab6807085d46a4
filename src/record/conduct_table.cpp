#include "record/conduct_table.h"

#include <array>

namespace hamer {

namespace {

// What to do about the first two classes, which are aimed at nobody.
std::vector<LocalText> go_along() {
    return {
        {"Beheers uzelf en ga niet in discussie.", "Stay calm and do not argue."},
        {"Veer mee: eerst aandacht voor de emotie, laat uitpraten.", "Go along: the emotion first, let them finish."},
        {"Luister, vat samen, vraag door.", "Listen, sum up, ask on."},
        {"Leg dan uit waarom er zo wordt gewerkt.", "Then explain why it is done this way."},
        {"Zeg wat wel en niet kan.", "Say what can and cannot be done."}};
}

std::array<ConductClass, conduct_words.size()> table() {
    const LocalText seldom = {"Niet melden, tenzij het gedrag aanhoudt en er een patroon ontstaat.",
                              "Do not report, unless it goes on and a pattern appears."};
    return {{
        {Conduct::A,
         {"gericht op zichzelf en de eigen situatie", "about themselves and their own situation"},
         {"Vraagt begrip of een uitzondering, klaagt, is teleurgesteld of boos. Vaak met het woordje “ik”.",
          "Asks for understanding or an exception, complains, is disappointed or angry. Often with the word “I”."},
         go_along(),
         seldom},
        {Conduct::B,
         {"kritiek op regels, beleid of bestuur", "criticism of rules, policy or government"},
         {"Gaat in discussie, roept ter verantwoording, spreekt schande. Vaak met het woordje “jullie”.",
          "Argues, calls to account, cries shame. Often with the word “you people”."},
         go_along(),
         seldom},
        {Conduct::C,
         {"gericht op de persoon van de ambtsdrager", "aimed at the office holder in person"},
         {"Wordt persoonlijk, scheldt uit, beledigt, treitert, discrimineert. Vaak met het woordje “jij”.",
          "Gets personal, abuses, insults, taunts, discriminates. Often with the word “you”."},
         {{"Benoem het gedrag en zeg dat het niet wordt geaccepteerd.", "Name the conduct and say it is not accepted."},
          {"Waarschuw dat het gesprek anders stopt.", "Warn that the talk ends otherwise."},
          {"Stopt het niet: beëindig het gesprek en vraag te vertrekken.",
           "If it goes on: end it and ask them to leave."},
          {"Schakel zo nodig beveiliging of politie in.", "Call security or the police if needed."}},
         {"Niet melden als de inwoner zich na aanspreken herstelt. Bij aanhoudend gedrag wel: registratie in het GIR "
          "(het gemeentelijk incidentenregister) en afhandeling volgens het sanctiebeleid.",
          "Not reported when they mend it after being spoken to. If it goes on: register it in the GIR and settle it "
          "by the sanctions policy."}},
        {Conduct::Threat,
         {"dreigen, intimideren, stalken", "threatening, intimidating, stalking"},
         {"Dreigt met geweld of suggereert het, intimideert, ook seksueel, volgt hinderlijk. Op u persoonlijk gericht.",
          "Threatens with violence or hints at it, intimidates, also sexually, stalks. Aimed at you in person."},
         {{"Benoem het gedrag en beëindig het gesprek.", "Name the conduct and end the talk."},
          {"Verzoek het pand te verlaten, of ga zelf weg.", "Ask them to leave, or leave yourself."},
          {"Informeer collega's of beveiliging; vergroot de afstand.", "Tell colleagues or security; keep a distance."},
          {"Vertrekt de persoon niet: beveiliging en zo nodig politie.",
           "If they stay: security, and the police if needed."}},
         {"Altijd melden bij gemeentesecretaris of griffier (voor het GIR, het "
          "gemeentelijk incidentenregister) en afhandelen volgens het sanctiebeleid. Aangifte of "
          "melding bij de politie.",
          "Always report to the municipal secretary or clerk (GIR) and settle by the sanctions policy. Charges or a "
          "report to the police."}},
        {Conduct::Violence,
         {"gericht op personen of zaken", "aimed at persons or things"},
         {"Schopt, slaat, spuugt, pakt beet, trekt, vernielt, gooit met voorwerpen.",
          "Kicks, hits, spits, grabs, pulls, destroys, throws things."},
         {{"Eigen veiligheid gaat altijd voor.", "Your own safety always comes first."},
          {"Schakel beveiliging en politie in.", "Call security and the police."},
          {"Trek u terug en verlaat de locatie.", "Withdraw and leave the place."}},
         {"Altijd melden bij gemeentesecretaris of griffier (voor het GIR, het "
          "gemeentelijk incidentenregister) en afhandelen volgens het sanctiebeleid. Aangifte, "
          "ordegesprek, waarschuwingsbrief, pand-, contact- of toegangsverbod; schade verhalen op de dader.",
          "Always report to the municipal secretary or clerk (GIR) and settle by the sanctions policy. Charges, a "
          "talk, a letter of warning, a ban; recover the damage from whoever did it."}},
    }};
}

}  // namespace

const ConductClass& conduct_class(Conduct conduct) {
    static const auto classes = table();
    return classes[static_cast<std::size_t>(conduct)];
}

}  // namespace hamer
