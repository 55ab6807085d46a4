// hamer erase --past-retention: what was kept for long enough goes, and a statement says so.
#include "base/attempt.h"
#include "main/commands/clerk_work.h"
#include "main/commands/document_form.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "platform/zone.h"
#include "report/destruction.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

int years_of(const Settings& settings, const std::optional<Conduct>& conduct) {
    if (!conduct) return settings.retention_years;
    const auto own = settings.retention_of_class.find(conduct_words[static_cast<std::size_t>(*conduct)]);
    return own == settings.retention_of_class.end() ? settings.retention_years : own->second;
}

// One that cannot be erased stands in no other's way; why is said.
Destruction destroy(ClerkService& service, const std::vector<RecordSummary>& old) {
    const auto& options = service.options();
    Destruction made{.municipality = options.settings.municipality.name,
                     .by = options.user,
                     .at = in_zone(service.now(), SystemZone())};
    for (const RecordSummary& one : old) {
        const auto erased = service.erase_record(one.id);
        made.records.push_back({one.id, calendar_date(one.started), one.conduct,
                                years_of(options.settings, one.conduct), erased && erased->is_done()});
        if (!erased) {
            complain("{}\n", describe(erased.error(), options.language));
            continue;
        }
        for (const LocalText& left : erased->left) {
            complain("{}\n", left.in(options.language));
            made.left.push_back(left);
        }
    }
    return made;
}

}  // namespace

Result<int> destroy_past_retention(const CommonOptions& common, ClerkService& service, bool sure,
                                   const std::string& file) {
    const Say word{service.options().language};
    ASSIGN_OR_RETURN(const auto old, service.past_retention());
    if (old.empty()) {
        say("{}\n", word("Niets is te lang bewaard.", "Nothing was kept for too long."));
        return 0;
    }
    if (!sure) {
        for (const RecordSummary& one : old) say("{}  {}\n", one.id, calendar_date(one.started));
        say("{}\n", word("Deze dossiers worden gewist, voorgoed. Doe het met --yes",
                         "These records will be erased, for good. Do it with --yes"));
        return 1;
    }
    if (file != "-") {
        RETURN_IF_ERROR(may_write_output_file(common, file));
        ASSIGN_OR_RETURN(const auto tried, document_in_form({}, file, service.now()));  // before anything is gone
        (void)tried;
    }
    const Destruction done = destroy(service, old);
    const Document statement = destruction_statement(done, service.options().language);
    const bool all = std::ranges::all_of(done.records, &Destroyed::gone);
    if (file == "-") {
        say_lines(document_as_text(statement));
        return all ? 0 : 1;
    }
    ASSIGN_OR_RETURN(const auto bytes, document_in_form(statement, file, done.at));
    RETURN_IF_ERROR(write_output_file(common, file, bytes));
    return all ? 0 : 1;
}

}  // namespace hamer
