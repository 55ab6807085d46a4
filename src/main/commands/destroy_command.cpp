// hamer erase --past-retention: what was kept for long enough goes, and a statement says so.
#include "base/attempt.h"
#include "main/commands/clerk_work.h"
#include "main/commands/document_form.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "report/destruction.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace hamer {

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
    const auto put = [&](const Document& statement, Instant at) -> Result<std::filesystem::path> {
        if (file == "-") {
            say_lines(document_as_text(statement));
            return std::filesystem::path();
        }
        ASSIGN_OR_RETURN(const auto bytes, document_in_form(statement, file, at));
        RETURN_IF_ERROR(write_output_file(common, file, bytes));
        return std::filesystem::path(file);
    };
    ASSIGN_OR_RETURN(const auto made, service.destroy_past_retention(std::nullopt, put));
    for (const Error& one : made.problems) report(one);
    if (!made.statement.empty() && made.statement != file)
        complain("{}: {}\n", word("De verklaring staat hier", "The statement is here"), made.statement.string());
    const bool all =
        std::ranges::all_of(made.destruction.records, [](const Destroyed& one) { return one.gone == Gone::Yes; });
    return all && made.problems.empty() ? 0 : 1;
}

}  // namespace hamer
