// What was kept for long enough goes, and a statement says so (decision 44): the same for the window and the command.
#include "base/attempt.h"
#include "journal/durable.h"
#include "platform/zone.h"
#include "report/destruction.h"
#include "report/pdf.h"
#include "service/clerk/clerk_service.h"
#include "service/store/file_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

int years_of(const Settings& settings, const std::optional<Conduct>& conduct) {
    if (!conduct) return settings.retention_years;
    const auto own = settings.retention_of_class.find(conduct_words[static_cast<std::size_t>(*conduct)]);
    return own == settings.retention_of_class.end() ? settings.retention_years : own->second;
}

// The server may have done it all the same; and nothing can be asked of it after that.
bool is_broken_off(const Error& error) {
    return error.trouble == Trouble::NotReachable || error.trouble == Trouble::TakesNoWrites ||
           error.trouble == Trouble::InDoubt || error.trouble == Trouble::TimedOut;
}

Error about_left(const std::string& record, const LocalText& left) {
    return fail(ErrorKind::Refused, record, left, {}, Trouble::NotNow).value();
}

}  // namespace

Result<PastRetention> ClerkService::old_and_held(int limit) {
    PastRetention made;
    ASSIGN_OR_RETURN(made.records, past_retention(limit > 0 ? limit + 1 : 0));
    ASSIGN_OR_RETURN(made.held, past_retention(limit, Register::Hold::Held));
    ASSIGN_OR_RETURN(made.role, register_.role());
    made.more = limit > 0 && made.records.size() > static_cast<std::size_t>(limit);
    if (made.more) made.records.pop_back();
    return made;
}

Result<DestroyedOld> ClerkService::destroy_past_retention(const std::optional<std::set<std::string>>& only,
                                                          const PutStatement& put) {
    ASSIGN_OR_RETURN(auto old, past_retention());
    if (only) std::erase_if(old, [&](const RecordSummary& one) { return !only->contains(one.id); });
    DestroyedOld made;
    if (old.empty()) return made;  // somebody else did, or wants it kept: there is nothing to state
    ASSIGN_OR_RETURN(auto role, register_.role());
    Destruction& done = made.destruction;
    done = {.municipality = options_.settings.municipality.name,
            .by = options_.user,
            .role = std::move(role),
            .at = in_zone(now(), SystemZone())};
    for (const RecordSummary& one : old) {
        const auto erased = erase_record(one.id);
        const bool broken = !erased && is_broken_off(erased.error());
        done.records.push_back({one.id, one.kind, calendar_date(one.started), one.conduct,
                                years_of(options_.settings, one.conduct),
                                erased && erased->is_done() ? Gone::Yes
                                : broken                    ? Gone::Unsure
                                                            : Gone::No});
        made.records.push_back(one);
        if (!erased) made.problems.push_back(erased.error());
        if (broken) break;
        for (const LocalText& left : erased ? erased->left : std::vector<LocalText>{}) {
            made.problems.push_back(about_left(one.id, left));
            done.left.push_back(left);
        }
    }
    const Document statement = destruction_statement(done, options_.language);
    auto file = put(statement, done.at);
    if (!file) {
        made.problems.push_back(file.error());
        file = put_statement(statement, done.at);
    }
    if (file)
        made.statement = *std::move(file);
    else
        made.problems.push_back(file.error());
    return made;
}

Result<std::filesystem::path> ClerkService::put_statement(const Document& statement, Instant at,
                                                          const std::filesystem::path& to) {
    ASSIGN_OR_RETURN(const auto bytes, document_as_pdf(statement, at));
    // Of no record, so never in the place of an earlier statement.
    const std::string name = statement_file_name(at, options_.language);
    auto path = to.empty() ? free_place(name, {.record = name}) : std::filesystem::absolute(to).lexically_normal();
    if (!path) return path;
    RETURN_IF_ERROR(replace_file(*files_, *path, bytes));
    return path;
}

}  // namespace hamer
