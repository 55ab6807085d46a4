#include "report/letter_text.h"

#include "base/attempt.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/letter_values.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::string_view to_fill_in = "[vul in";

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

// A value that ends in a sign, with the letter's own full stop behind it, has one sign. Three dots are one.
std::string tidied(std::string text) {
    replace_all(text, "...", "…");
    for (const std::string sign : {".", "!", "?", "…"}) replace_all(text, sign + ".", sign);
    return text;
}

const Dossier& dossier_of(const IncidentRecord& record) {
    static const Dossier none;
    return record.dossier ? *record.dossier : none;
}

// The last one that was decided against this person; where there is no other disturber, one against nobody by name too.
const Measure* measure_for(const LetterTemplate& letter, const IncidentRecord& record, const std::string& person) {
    // Nobody is banned from meetings who disturbed none.
    if (letter.measure == MeasureKind::CouncilBan && !is_of_a_meeting(record.kind)) return nullptr;
    const Dossier& dossier = dossier_of(record);
    const bool alone = std::ranges::count(dossier.persons, PersonRole::Disturber, &Person::role) == 1;
    const Measure *own = nullptr, *of_nobody = nullptr;
    for (const Measure& one : dossier.measures) {
        if (one.kind != letter.measure) continue;
        if (one.person == person) own = &one;
        if (one.person.empty() && alone) of_nobody = &one;
    }
    return own ? own : of_nobody;
}

Result<std::string> addressee_of(const LetterTemplate& letter, const IncidentRecord& record,
                                 const std::string& person) {
    if (record.withdrawn)
        return fail(ErrorKind::Refused, record.id,
                    LocalText{"dit dossier is ingetrokken: er is geen brief over",
                              "this record was withdrawn: there is no letter about it"},
                    {}, Trouble::NotNow);
    if (!is_incident(record.kind))
        return fail(ErrorKind::Refused, record.id,
                    LocalText{"een brief gaat over een incident", "a letter is about an incident"},
                    {"Kies een dossier van een incident", "Choose the record of an incident"}, Trouble::NotNow);
    const auto possible = possible_addressees(letter, record);
    if (possible.empty()) {
        const LocalText missing =
            letter.measure ? LocalText{fmt::format("dit dossier heeft geen maatregel “{}” tegen een verstoorder",
                                                   name_of(*letter.measure).nl),
                                       fmt::format("this record has no measure “{}” against a disturber",
                                                   name_of(*letter.measure).en)}
                           : LocalText{fmt::format("dit dossier heeft geen {}", name_of(*addressee(letter.reader)).nl),
                                       fmt::format("this record has no {}", name_of(*addressee(letter.reader)).en)};
        return fail(ErrorKind::Refused, letter.id, missing, {"Vul die eerst aan", "Fill that in first"},
                    Trouble::NotNow);
    }
    if (person.empty() && possible.size() == 1) return possible.front();
    if (std::ranges::find(possible, person) != possible.end()) return person;
    std::string ids;
    for (const std::string& one : possible) ids += (ids.empty() ? "" : ", ") + one;
    return fail(ErrorKind::Usage, letter.id,
                person.empty() ? LocalText{"er is meer dan een persoon aan wie deze brief kan zijn",
                                           "there is more than one person to whom this letter can be"}
                               : LocalText{fmt::format("aan “{}” kan deze brief niet zijn", printable(person, 60)),
                                           fmt::format("this letter cannot be to “{}”", printable(person, 60))},
                {"Kies met --person: " + ids, "Choose with --person: " + ids}, Trouble::WrongInput);
}

class Writing {
  public:
    explicit Writing(const LetterCase& which) : which_(which), values_(letter_values(which)) {}

    WrittenLetter write() {
        Document& made = made_.document;
        const LetterTemplate& letter = which_.letter;
        made.title = letter.title;
        made.subtitle = value("municipality");
        made.drill = which_.record.drill;
        made.footer = fmt::format("{} r{}, {}", which_.record.id, which_.record.revision, name_of(letter.reader).nl);
        head();
        for (const LetterPart& part : letter.parts) {
            if (std::ranges::any_of(part.with, [&](const auto& name) { return !values_.contains(name); })) continue;
            if (!part.heading.empty()) section(tidied(value_of(part.heading)));
            paragraphs(tidied(value_of(part.text)));
        }
        if (which_.measure) note_days(*which_.measure);
        return std::move(made_);
    }

  private:
    void section(std::string title) {
        note_open(title);
        made_.document.sections.push_back({std::move(title), {}, {}, {}, false});
    }

    // A decision holds from when it is known.
    void note_days(const Measure& measure) {
        const std::string today = calendar_date(which_.today);
        if (!measure.from.empty() && measure.from < today) made_.open.emplace_back("de eerste dag is al voorbij");
        if (!measure.until.empty() && measure.until < today) made_.open.emplace_back("de laatste dag is al voorbij");
    }

    // A message may have more than one.
    void paragraphs(const std::string& text) {
        note_open(text);
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (const std::string one = text.substr(from, end - from); one.find_first_not_of(' ') != std::string::npos)
                made_.document.sections.back().paragraphs.push_back(one);
            from = end + 1;
        }
    }

    // To whom, when and of what.
    void head() {
        section("");
        auto& facts = made_.document.sections.back().facts;
        if (which_.to) {
            facts.push_back({"Aan", value("name")});
            if (which_.letter.reader == LetterReader::Disturber || values_.contains("address"))
                facts.push_back({"Adres", value("address")});
        }
        facts.push_back({"Datum", value("today")});
        facts.push_back({"Kenmerk", value("reference")});
        for (const LabelledValue& one : facts) note_open(one.value);
    }

    std::string value(const std::string& name) { return value_of("{" + name + "}"); }
    std::string value_of(const std::string& text) {
        return expand(text, [&](std::string_view name) -> std::optional<std::string> {
            if (const auto found = values_.find(name); found != values_.end()) return found->second;
            const LetterField* field = letter_field(name);
            return field ? std::optional(fmt::format("{}: {}]", to_fill_in, field->label.nl)) : std::nullopt;
        });
    }

    // Also what the municipality's own text leaves open, however it is written.
    void note_open(const std::string& text) {
        std::string small = text;
        for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        for (std::size_t at = small.find(to_fill_in); at != std::string::npos; at = small.find(to_fill_in, at + 1)) {
            const std::size_t from = at + to_fill_in.size();
            const std::size_t end = std::min(small.find_first_of("[]", from), small.size());
            std::string what = text.substr(from, end - from);
            what.erase(0, std::min(what.find_first_not_of(": "), what.size()));
            if (what.empty() && !made_.document.sections.empty()) what = made_.document.sections.back().title;
            if (std::ranges::find(made_.open, what) == made_.open.end()) made_.open.push_back(what);
        }
    }

    const LetterCase& which_;
    const std::map<std::string, std::string, std::less<>> values_;
    WrittenLetter made_;
};

}  // namespace

std::vector<std::string> possible_addressees(const LetterTemplate& letter, const IncidentRecord& record) {
    if (record.withdrawn || !is_incident(record.kind)) return {};
    const auto role = addressee(letter.reader);
    if (!role) return {""};
    std::vector<std::string> found;
    for (const Person& one : dossier_of(record).persons) {
        if (one.role == *role && (!letter.measure || measure_for(letter, record, one.id))) found.push_back(one.id);
    }
    return found;
}

Result<WrittenLetter> letter_text(const LetterTemplate& letter, const IncidentRecord& record, const std::string& person,
                                  const Municipality& municipality, Instant today) {
    ASSIGN_OR_RETURN(const auto to, addressee_of(letter, record, person));
    const LetterCase which{letter,
                           record,
                           to.empty() ? nullptr : dossier_of(record).person(to),
                           letter.measure ? measure_for(letter, record, to) : nullptr,
                           municipality,
                           today};
    return Writing(which).write();
}

}  // namespace hamer
