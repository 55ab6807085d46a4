// What the incidents of a year add up to.
#include "base/attempt.h"
#include "base/calendar.h"
#include "platform/zone.h"
#include "report/case_text.h"
#include "report/docx.h"
#include "report/pdf.h"
#include "report/year_report.h"
#include "service/clerk/clerk_service.h"
#include "service/store/file_names.h"

#include <algorithm>
#include <functional>

namespace hamer {

namespace {

bool is_of(Instant at, int year) { return calendar_date(at).substr(0, 4) == std::to_string(year); }

}  // namespace

Result<ReadCases> ClerkService::cases(std::optional<int> year) {
    progress_->begin({"Dossiers lezen", "Reading the records"});
    ASSIGN_OR_RETURN(auto all, register_.list());
    std::ranges::reverse(all);  // the first one first
    ReadCases made;
    for (const RecordSummary& one : all) {
        if ((year && !is_of(one.started, *year)) || one.status == IncidentStatus::Withdrawn || !is_incident(one.kind))
            continue;
        RETURN_IF_ERROR(progress_->go_on());
        const auto record = register_.record(one.id);
        if (!record) {
            made.unreadable.push_back(record.error());
            continue;
        }
        made.cases.push_back(anonymous_case(*record));
        if (one.status != IncidentStatus::Complete) ++made.incomplete;
    }
    return made;
}

Result<std::vector<HeldLearning>> ClerkService::learnt() {
    ASSIGN_OR_RETURN(const auto all, register_.of_kind(IncidentKind::Learning));
    std::vector<HeldLearning> made;
    for (const RecordSummary& one : all) {
        RETURN_IF_ERROR(progress_->go_on());
        const auto record = register_.record(one.id);
        if (const auto held = record ? held_learning(*record) : std::nullopt) made.push_back(*held);
    }
    std::ranges::stable_sort(made, std::greater(), &HeldLearning::day);
    return made;
}

Result<ReadYear> ClerkService::year(int number) {
    ASSIGN_OR_RETURN(auto now, cases(number));
    ASSIGN_OR_RETURN(auto before, cases(number - 1));
    ASSIGN_OR_RETURN(auto held, drills());
    std::erase_if(held, [&](const HeldDrill& one) { return !is_of(in_zone(one.held, SystemZone()), number); });
    std::ranges::reverse(held);
    ASSIGN_OR_RETURN(auto learning, learnt());
    std::erase_if(learning, [&](const HeldLearning& one) { return one.day.substr(0, 4) != std::to_string(number); });
    std::ranges::reverse(learning);
    ReadYear made{.of_cases = {.year = number,
                               .cases = std::move(now.cases),
                               .before = std::move(before.cases),
                               .learnt = std::move(learning),
                               .incomplete = now.incomplete},
                  .drills = std::move(held),
                  .unreadable = std::move(now.unreadable)};
    made.unreadable.insert(made.unreadable.end(), before.unreadable.begin(), before.unreadable.end());
    made.of_cases.unreadable = static_cast<int>(made.unreadable.size());
    return made;
}

Result<std::filesystem::path> ClerkService::write_year(int number, YearForm form, const std::filesystem::path& to) {
    ASSIGN_OR_RETURN(const auto read, year(number));
    progress_->finish({"Wegschrijven", "Writing it"});
    const std::string name = year_file_name(number,
                                            form == YearForm::Spreadsheet ? ".csv"
                                            : form == YearForm::Word      ? ".docx"
                                                                          : ".pdf",
                                            options_.language);
    if (form == YearForm::Spreadsheet)
        return put_report(to, name, {}, year_as_csv(read.of_cases, options_.language, CsvKind::Dutch));
    const Document document =
        year_report(read.of_cases, read.drills, options_.settings.municipality.name, options_.language);
    const Instant at = in_zone(now(), SystemZone());
    ASSIGN_OR_RETURN(const auto bytes,
                     form == YearForm::Word ? document_as_docx(document, at) : document_as_pdf(document, at));
    return put_report(to, name, {}, bytes);
}

Result<std::filesystem::path> ClerkService::write_cases(int year, const std::filesystem::path& to) {
    ASSIGN_OR_RETURN(const auto read, cases(year));
    std::string text;
    for (const AnonymousCase& one : read.cases) text += case_line(one, options_.language) + "\n";
    for (const Error& one : read.unreadable) text += describe(one, options_.language) + "\n";
    return put_report(to, cases_file_name(year, options_.language), {}, text);
}

}  // namespace hamer
