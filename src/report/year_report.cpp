#include "report/year_report.h"

#include "base/counted.h"
#include "base/typed_time.h"
#include "record/names.h"
#include "report/case_text.h"
#include "report/date_text.h"
#include "report/learning_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

// The name of the kind that a word of a list stands for.
template <typename Kind, std::size_t size>
std::string named(const std::array<std::string_view, size>& words, const std::string& word, Language language) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return Say{language}("niet bekend", "not known");
    return name_of(static_cast<Kind>(found - words.begin())).in(language);
}

std::string short_month(unsigned month, Language language) {
    if (month == 3 && language == Language::Dutch) return "mrt";
    return month_name(std::chrono::month(month)).in(language).substr(0, 3);
}

class YearReport {
  public:
    YearReport(const YearOfCases& year, const std::vector<HeldDrill>& drills, Language language)
        : year_(year), drills_(drills), language_(language), totals_(totals_of(year)) {}

    Document write(const std::string& municipality) {
        made_.language = language_;
        made_.title = fmt::format(
            "{} {}", say_("Verslag aan de raad over incidenten in", "Report to the council on incidents in"),
            year_.year);
        made_.subtitle = printable(municipality);
        made_.footer = fmt::format("{} {}", say_("Incidenten in", "Incidents in"), year_.year);
        in_short();
        if (totals_.all.records > 0 || totals_.all.before > 0) numbers();
        cases();
        practice();
        learning();
        about();
        return std::move(made_);
    }

  private:
    Section& section(const char* nl, const char* en) {
        return made_.sections.emplace_back(Section{say_(nl, en), {}, {}, {}});
    }

    void in_short() {
        Section& made = section("In het kort", "In short");
        const auto fact = [&](const char* nl, const char* en, const Tally& of) {
            made.facts.push_back({say_(nl, en), fmt::format("{} ({}: {})", of.records, year_.year - 1, of.before)});
        };
        fact("Incidenten", "Incidents", totals_.all);
        if (totals_.all.records == 0 && totals_.all.before == 0) return;
        fact("Vergadering geschorst", "Meeting suspended", totals_.suspended);
        fact("Politie gebeld", "Police called", totals_.police);
        fact("Noodsituatie", "Emergency", totals_.emergencies);
        fact("Met letsel", "With injury", totals_.injuries);
        fact("Met schade", "With damage", totals_.damage);
        fact("Aangifte besloten", "Charges decided on", totals_.charges);
        fact("Niet de eerste keer", "Not the first time", totals_.repeated);
        fact("Geëvalueerd", "Evaluated", totals_.evaluated);
        if (totals_.all.records > 0)
            made.facts.push_back({say_("De helft duurde hooguit", "Half lasted at most"),
                                  fmt::format("{} {}", totals_.minutes, say_("minuten", "minutes"))});
    }

    void numbers() {
        plot("Per maand", "Per month", Plot::Shape::Columns, by_month(year_),
             [&](const std::string& month) { return short_month(static_cast<unsigned>(std::stoi(month)), language_); });
        plot("Zwaarste gedrag (tabel 1)", "Heaviest conduct (table 1)", Plot::Shape::Bars, by_conduct(year_),
             [&](const std::string& word) { return named<Conduct>(conduct_words, word, language_); });
        plot("Hoe het ging", "How it was done", Plot::Shape::Bars, by_channel(year_),
             [&](const std::string& word) { return named<Channel>(channel_words, word, language_); });
        plot("Tegen wie", "Against whom", Plot::Shape::Bars, by_office(year_),
             [&](const std::string& word) { return named<Office>(office_words, word, language_); });
        plot("Maatregelen", "Measures", Plot::Shape::Bars, by_measure(year_),
             [&](const std::string& word) { return named<MeasureKind>(measure_words, word, language_); });
    }

    template <typename Name>
    void plot(const char* nl, const char* en, Plot::Shape shape, const std::vector<Tally>& tallies, const Name& name) {
        if (tallies.empty()) return;
        Plot& made = section(nl, en).plot;
        made.shape = shape;
        made.now = std::to_string(year_.year);
        made.before = std::to_string(year_.year - 1);
        for (const Tally& one : tallies) made.bars.push_back({name(one.of), one.records, one.before});
    }

    void cases() {
        if (year_.cases.empty()) return;
        Section& made = section("De incidenten, zonder namen", "The incidents, without names");
        for (const AnonymousCase& one : year_.cases) made.paragraphs.push_back(case_line(one, language_));
    }

    void practice() {
        Section& made = section("Geoefend (5.2)", "Practised (5.2)");
        for (const HeldDrill& one : drills_) {
            std::string words = one.title;
            if (one.result) words += fmt::format(", {} {} {}", one.result->points, say_("van", "of"), one.result->of);
            if (!one.setup.attendance.empty())
                words += fmt::format(", {} {}", one.setup.attendance.size(), say_("aanwezig", "present"));
            made.facts.push_back({long_date(one.held, language_), printable(words)});
        }
        if (drills_.empty())
            made.paragraphs.emplace_back(
                say_("Op dit apparaat is dit jaar niet geoefend.", "There was no drill on this device this year."));
    }

    // When, and which bodies were there; no names, no subjects.
    void learning() {
        Section& made = section("Geleerd (5.2)", "Learnt (5.2)");
        const auto held = [&](LearningKind kind) {
            return std::to_string(std::ranges::count(year_.learnt, kind, &HeldLearning::kind));
        };
        made.facts.push_back({say_("Introducties", "Introductions"), held(LearningKind::Introduction)});
        made.facts.push_back({say_("Trainingen", "Trainings"), held(LearningKind::Training)});
        for (const HeldLearning& one : year_.learnt) {
            const std::string who = attendance_in_words(one, language_);
            made.facts.push_back(
                {day_in_words(one.day, language_), name_of(one.kind).in(language_) + (who.empty() ? "" : ": ") + who});
        }
        made.paragraphs.push_back(discussion_in_words(discussed_in(year_.learnt, year_.year), year_.year, language_));
    }

    void about() {
        Section& made = section("Over dit verslag", "About this report");
        made.paragraphs.emplace_back(say_(
            "Het telt de incidenten in het register van Hamer, zonder die zijn ingetrokken. Hun namen, plaatsen, "
            "dagen en teksten staan er niet in. In een kleine gemeente kan iemand een incident toch herkennen: lees "
            "het "
            "na voor u het openbaar maakt.",
            "It counts the incidents in Hamer's register, without those that were withdrawn. Their names, places, "
            "days and texts are not in it. In a small municipality somebody may recognise an incident all the same: "
            "read it before you make it public."));
        if (year_.incomplete > 0) {
            made.paragraphs.push_back(counted(static_cast<std::uint64_t>(year_.incomplete),
                                              {"dossier is nog niet afgerond", "record is not complete yet"},
                                              {"dossiers zijn nog niet afgerond", "records are not complete yet"})
                                          .in(language_) +
                                      say_(": de aantallen kunnen nog veranderen.", ": the numbers may still change."));
        }
        if (year_.unreadable > 0) {
            made.paragraphs.push_back(
                counted(
                    static_cast<std::uint64_t>(year_.unreadable),
                    {"dossier is niet te lezen en telt niet mee", "record cannot be read, and is not counted"},
                    {"dossiers zijn niet te lezen en tellen niet mee", "records cannot be read, and are not counted"})
                    .in(language_) +
                ".");
        }
    }

    const YearOfCases& year_;
    const std::vector<HeldDrill>& drills_;
    Language language_;
    Say say_{language_};
    YearTotals totals_;
    Document made_;
};

}  // namespace

Document year_report(const YearOfCases& year, const std::vector<HeldDrill>& drills, const std::string& municipality,
                     Language language) {
    return YearReport(year, drills, language).write(municipality);
}

std::string year_as_csv(const YearOfCases& year, Language language, CsvKind kind) {
    const Say say{language};
    CsvSheet sheet(kind);
    sheet.row({say("maand", "month"), say("soort", "kind"), say("gedrag", "conduct"), say("kanaal", "channel"),
               say("scenario", "scenario"), say("verzoeken", "requests"), say("geschorst", "suspended"),
               say("politie gebeld", "police called"), say("noodsituatie", "emergency"), say("letsel", "injury"),
               say("schade", "damage"), say("betrokken", "affected"), say("herhaling", "repetition"),
               say("maatregelen", "measures"), say("aangifte", "charges"), say("geëvalueerd", "evaluated"),
               say("minuten", "minutes")});
    const auto yes = [&](bool holds) { return std::string(holds ? say("ja", "yes") : say("nee", "no")); };
    const auto name = [&](const auto& value) { return value ? name_of(*value).in(language) : std::string(); };
    const auto all = [&](const auto& values) {
        std::string text;
        for (const auto each : values) text += (text.empty() ? "" : ", ") + name_of(each).in(language);
        return text;
    };
    for (const AnonymousCase& one : year.cases) {
        const auto scenario = scenario_words[static_cast<std::size_t>(one.scenario)];
        sheet.row({one.month, name_of(one.kind).in(language), name(one.conduct), name(one.channel),
                   one.scenario == Scenario::None ? "" : std::string(scenario), std::to_string(one.requests),
                   yes(one.suspended), yes(one.police_called), yes(one.emergency), yes(one.injury),
                   one.damage ? yes(*one.damage) : "", all(one.affected), name(one.repetition), all(one.measures),
                   one.charges.empty() ? "" : charges_name(one.charges).in(language), yes(one.evaluated),
                   std::to_string(one.minutes)});
    }
    return std::move(sheet).finish();
}

}  // namespace hamer
