// hamer register year: the incidents of a year as the report to the council, for a spreadsheet, or for scripts.
#include "base/attempt.h"
#include "codec/record/listing_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/document_form.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "platform/zone.h"
#include "report/year_report.h"

namespace hamer {

int register_year_command(const CommonOptions& common, const YearOptions& options) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        const Language language = service.options().language;
        if (options.file != "-") {
            RETURN_IF_ERROR(may_write_output_file(common, options.file));
        }
        const Instant now = in_zone(service.now(), SystemZone());
        ASSIGN_OR_RETURN(const auto year,
                         service.year(options.year.value_or(int{std::chrono::year_month_day{day_of(now)}.year()})));
        for (const Error& one : year.unreadable) report(one);
        if (options.format == Format::Json) {
            say_json(as_json(year.of_cases));
            return year.unreadable.empty() ? 0 : 1;
        }
        const Document document =
            year_report(year.of_cases, year.drills, service.options().settings.municipality.name, language);
        if (options.file == "-") {
            say_lines(document_as_text(document));
        } else if (options.file.ends_with(".csv")) {
            RETURN_IF_ERROR(write_output_file(common, options.file, year_as_csv(year.of_cases, language, options.csv)));
        } else {
            ASSIGN_OR_RETURN(const auto bytes, document_in_form(document, options.file, now));
            RETURN_IF_ERROR(write_output_file(common, options.file, bytes));
        }
        return year.unreadable.empty() ? 0 : 1;
    });
}

}  // namespace hamer
