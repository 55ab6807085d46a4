#include "ui/clerk/change_words.h"

#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "session/meeting_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace hamer::ui {

namespace {

template <typename Value, std::size_t Count>
std::optional<LocalText> named(const std::string& value, const std::array<std::string_view, Count>& words) {
    const auto found = std::ranges::find(words, value);
    if (found == words.end()) return std::nullopt;
    return name_of(static_cast<Value>(found - words.begin()));
}

// What has members of its own without being a list of things.
bool is_part(std::string_view key) {
    constexpr std::array<std::string_view, 11> parts = {"signal",   "estimate",    "learning",  "communication",
                                                        "gir",      "hold",        "hearing",   "earlier",
                                                        "reporter", "police_file", "evaluation"};
    return std::ranges::find(parts, key) != parts.end();
}

// "/dossier/persons/0/role": "/dossier/persons/role".
std::string without_numbers(const std::string& pointer) {
    std::string made;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        const std::string_view part = std::string_view(pointer).substr(at, end - at);
        if (part.find_first_not_of("/0123456789") != std::string_view::npos) made += part;
        at = end;
    }
    return made;
}

std::optional<LocalText> word_of(const std::string& place, const std::string& value) {
    if (place == "/status") return named<IncidentStatus>(value, incident_status_words);
    if (place == "/dossier/conduct") return named<Conduct>(value, conduct_words);
    if (place == "/dossier/channel") return named<Channel>(value, channel_words);
    if (place == "/dossier/persons/role") return named<PersonRole>(value, person_role_words);
    if (place == "/dossier/persons/office") return named<Office>(value, office_words);
    if (place == "/dossier/repetition") return named<Repetition>(value, repetition_words);
    if (place == "/dossier/informed/who") return named<Recipient>(value, recipient_words);
    if (place == "/dossier/measures/kind") return named<MeasureKind>(value, measure_words);
    if (place == "/dossier/done/kind") return named<DutyKind>(value, duty_words);
    if (place == "/dossier/owners/kind") return named<DutyKind>(value, duty_words);
    if (place == "/dossier/reporter/office") return named<Office>(value, office_words);
    if (place == "/dossier/aftercare/offered") return named<CareOffer>(value, care_offer_words);
    if (place == "/dossier/hold/why") return named<HoldReason>(value, hold_reason_words);
    if (place == "/dossier/signal/ended") return named<SignalEnd>(value, signal_end_words);
    if (place == "/dossier/precautions/kind") return named<PrecautionKind>(value, precaution_words);
    if (place == "/dossier/estimate/kind") return named<MeetingKind>(value, meeting_kind_words);
    if (place == "/dossier/estimate/level") return named<RiskLevel>(value, risk_level_words);
    if (place == "/dossier/learning/kind") return named<LearningKind>(value, learning_kind_words);
    if (place == "/dossier/learning/bodies") return named<Body>(value, body_words);
    if (place == "/dossier/charges") return charges_name(value);
    if (value == "true") return LocalText{"ja", "yes"};
    if (value == "false") return LocalText{"nee", "no"};
    return std::nullopt;
}

}  // namespace

// The keys of a record's JSON that the clerk fills in, as the form calls them.
std::string place_in_words(const std::string& pointer, Language language) {
    static const std::map<std::string, LocalText, std::less<>> names = {
        {"dossier", {"dossier", "record"}},
        {"status", {"stand", "status"}},
        {"conduct", {"gedrag", "conduct"}},
        {"channel", {"kanaal", "channel"}},
        {"place", {"waar", "where"}},
        {"with_what", {"waarmee", "with what"}},
        {"manner", {"op welke wijze", "in what manner"}},
        {"reason", {"waarom", "why"}},
        {"persons", {"persoon", "person"}},
        {"role", {"rol", "role"}},
        {"known", {"bekend", "known"}},
        {"name", {"naam", "name"}},
        {"address", {"adres", "address"}},
        {"description", {"signalement", "description"}},
        {"office", {"ambt", "office"}},
        {"injured", {"letsel", "injured"}},
        {"seriously", {"ernstig", "seriously"}},
        {"injury", {"welk letsel", "which injury"}},
        {"damage", {"schade", "damage"}},
        {"damage_text", {"welke schade", "which damage"}},
        {"repetition", {"eerste of herhaald", "first or repeated"}},
        {"informed", {"geïnformeerd", "informed"}},
        {"who", {"wie", "who"}},
        {"at", {"wanneer", "when"}},
        {"by", {"door", "by"}},
        {"measures", {"maatregel", "measure"}},
        {"kind", {"soort", "kind"}},
        {"person", {"persoon", "person"}},
        {"from", {"vanaf", "from"}},
        {"until", {"tot en met", "until"}},
        {"condition", {"voorwaarde", "condition"}},
        {"decided_by", {"besluit van", "decided by"}},
        {"text", {"toelichting", "explanation"}},
        {"no_measures", {"geen maatregelen", "no measures"}},
        {"charges", {"aangifte", "charges"}},
        {"communication", {"communicatie", "communication"}},
        {"spokesperson", {"woordvoerder", "spokesperson"}},
        {"agreed_with_affected", {"afgestemd met betrokkene", "agreed with the affected"}},
        {"prosecutor_leads", {"strafzaak", "criminal case"}},
        {"internal", {"vertrouwelijk bericht", "message in confidence"}},
        {"deputy_mayor", {"overleg met de loco-burgemeester", "deputy mayor consulted"}},
        {"press_office", {"afgestemd met voorlichters OM", "agreed with the prosecutor's press office"}},
        {"no_measures_told", {"geen veiligheidsmaatregelen erin", "no measures of safety in it"}},
        {"no_measures_why", {"waarom geen maatregelen", "why no measures"}},
        {"reporter", {"melder", "reporter"}},
        {"gir", {"GIR", "GIR"}},
        {"number", {"nummer", "number"}},
        {"date", {"datum", "date"}},
        {"hearing", {"hoor en wederhoor", "both sides heard"}},
        {"held", {"gelegenheid gegeven", "given the chance"}},
        {"earlier", {"eerdere incidenten", "earlier incidents"}},
        {"officials_too", {"ook tegen ambtenaren", "against officials too"}},
        {"police_file", {"aangifte", "charges"}},
        {"mandated", {"gemandateerd", "mandated"}},
        {"may_be_told", {"mag over worden gesproken", "may be spoken of"}},
        {"mediation", {"herstelbemiddeling", "mediation"}},
        {"why_not", {"waarom anders dan tabel 1", "why otherwise than table 1"}},
        {"aftercare", {"nazorg", "aftercare"}},
        {"offered", {"aangeboden", "offered"}},
        {"home", {"thuisfront", "those at home"}},
        {"insurance", {"Collegebeschermingspolis", "Collegebeschermingspolis"}},
        {"support_team", {"Ondersteuningsteam", "Ondersteuningsteam"}},
        {"referral", {"doorverwezen naar", "referred to"}},
        {"owners", {"wie het doet", "who does it"}},
        {"owner", {"wie", "who"}},
        {"done", {"termijn gedaan", "deadline done"}},
        {"remark", {"opmerking", "remark"}},
        {"evaluation", {"evaluatie", "evaluation"}},
        {"present", {"aanwezig", "present"}},
        {"good", {"wat goed ging", "what went well"}},
        {"better", {"wat beter kan", "what could be better"}},
        {"improvements", {"verbeterpunt", "improvement"}},
        {"signal", {"signaal", "signal"}},
        {"meeting", {"vergadering of onderwerp", "meeting or subject"}},
        {"confidential", {"vertrouwelijk", "in confidence"}},
        {"talked", {"gesprek met de melder", "talk with who gave it"}},
        {"team", {"overleg met team Veiligheid", "team Veiligheid consulted"}},
        {"adviser", {"overleg met de adviseur VPT", "adviser VPT consulted"}},
        {"mayor", {"overleg met de burgemeester", "mayor consulted"}},
        {"answered", {"melder geantwoord", "answered"}},
        {"ended", {"afloop", "outcome"}},
        {"record", {"gaat verder in", "goes on in"}},
        {"estimate", {"risico-inschatting", "risk estimate"}},
        {"day", {"dag", "day"}},
        {"room", {"zaal", "room"}},
        {"item", {"onderwerp", "subject"}},
        {"groups", {"verwachte groepen", "groups expected"}},
        {"demonstration", {"demonstratie", "demonstration"}},
        {"speakers", {"insprekers", "speakers"}},
        {"level", {"risico", "risk"}},
        {"considered", {"meegewogen", "weighed"}},
        {"afterwards", {"wat er gebeurde", "what happened"}},
        {"precautions", {"voorzorgsmaatregel", "precaution"}},
        {"learning", {"leermoment", "learning"}},
        {"given_by", {"gegeven door", "given by"}},
        {"bodies", {"wie erbij waren", "who was there"}},
        {"concluded", {"uitkomst", "outcome"}},
        {"attachments", {"bijlage", "attachment"}},
        {"type", {"soort bestand", "kind of file"}},
        {"size", {"grootte in bytes", "size in bytes"}},
        {"sha256", {"SHA-256", "SHA-256"}},
        {"hold", {"niet wissen", "not to be erased"}},
        {"why", {"reden", "reason"}},
        {"since", {"sinds", "since"}},
        {"completed", {"compleet gemaakt", "completed"}}};
    std::string text;
    for (std::size_t at = 1; at <= pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        const std::string key = pointer.substr(at, end - at);
        at = end + 1;
        if (key == "dossier") continue;
        const bool number = !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
        const auto found = names.find(key);
        text += (text.empty() ? "" : " ");
        text += number ? std::to_string(std::stoul(key) + 1) : found == names.end() ? key : found->second.in(language);
    }
    return text;
}

std::string value_in_words(const std::string& pointer, const std::string& value, Language language) {
    if (const auto word = word_of(without_numbers(pointer), value)) return word->in(language);
    if (const auto moment = from_rfc3339(value)) return long_time(*moment, language);
    return value;
}

std::string plain_place(const std::vector<std::string>& path) {
    const std::string list = "/dossier/" + path.front();
    const bool is_in_list = path.size() == 2 && !is_part(path.front());
    return path.size() < 2 || is_in_list ? list : list + "/" + path.back();
}

std::string clash_in_words(const std::vector<std::string>& path, const Dossier& draft, Language language) {
    const std::string list = place_in_words("/dossier/" + path.front(), language);
    if (path.size() < 2) return list;
    const std::string field = path.size() > 2 ? ": " + place_in_words("/dossier/" + path.back(), language) : "";
    const std::string& which = path[1];
    const std::string kind = which.substr(0, which.find(' '));
    if (is_part(path.front())) return list + ": " + place_in_words("/dossier/" + which, language);
    if (path.front() == "aftercare") {
        const Person* person = draft.person(which);
        return list + (person ? ", " + person_in_words(draft, *person, language) : "") + field;
    }
    if (path.front() == "persons") {
        const Person* person = draft.person(which);
        return (person ? person_in_words(draft, *person, language) : list) + field;
    }
    if (path.front() == "improvements") {
        const Improvement* improvement = draft.improvement(which);
        return list + (improvement ? " “" + improvement->text + "”" : "") + field;
    }
    if (path.front() == "precautions") {
        const Precaution* precaution = draft.precaution(which);
        return list + (precaution ? " " + name_of(precaution->kind).in(language) : "") + field;
    }
    const auto name = path.front() == "conduct"    ? named<Conduct>(which, conduct_words)
                      : path.front() == "informed" ? named<Recipient>(which, recipient_words)
                      : path.front() == "measures" ? named<MeasureKind>(kind, measure_words)
                                                   : named<DutyKind>(kind, duty_words);
    return list + " " + (name ? name->in(language) : which) + field;
}

}  // namespace hamer::ui
