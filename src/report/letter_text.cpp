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

const Dossier& dossier_of(const IncidentRecord& record) {
    static const Dossier none;
    return record.dossier ? *record.dossier : none;
}

// The last one that was decided against this person, or against nobody by name.
const Measure* measure_for(const LetterTemplate& letter, const IncidentRecord& record, const std::string& person) {
    const Measure* found = nullptr;
    for (const Measure& one : dossier_of(record).measures) {
        if (one.kind == letter.measure && (one.person.empty() || one.person == person)) found = &one;
    }
    return found;
}

Result<std::string> addressee_of(const LetterTemplate& letter, const IncidentRecord& record,
                                 const std::string& person) {
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
            if (!part.heading.empty()) section(value_of(part.heading));
            paragraphs(value_of(part.text));
        }
        return std::move(made_);
    }

  private:
    void section(std::string title) { made_.document.sections.push_back({std::move(title), {}, {}, {}, false}); }

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

    // Also what the municipality's own text leaves open.
    void note_open(std::string_view text) {
        for (std::size_t at = text.find(to_fill_in); at != std::string_view::npos; at = text.find(to_fill_in, at + 1)) {
            const std::size_t from = at + to_fill_in.size(), end = text.find(']', at);
            if (end == std::string_view::npos) return;
            std::string what(text.substr(from, end - from));
            what.erase(0, what.find_first_not_of(": "));
            if (what.empty()) what = made_.document.sections.back().title;
            if (std::ranges::find(made_.open, what) == made_.open.end()) made_.open.push_back(what);
        }
    }

    const LetterCase& which_;
    const std::map<std::string, std::string, std::less<>> values_;
    WrittenLetter made_;
};

}  // namespace

std::vector<std::string> possible_addressees(const LetterTemplate& letter, const IncidentRecord& record) {
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
