#include "register/calendar.h"

#include "base/calendar.h"
#include "platform/zone.h"
#include "register/database.h"
#include "register/query.h"
#include "register/register.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <utility>

namespace hamer {

namespace {

// A former revision that is damaged tells nothing of its duties; the others still do.
std::vector<KnownDuty> history_of(soci::session& sql, const std::string& where, const std::string& id, int latest) {
    std::vector<IncidentRecord> revisions;
    for (int revision = 1; revision <= latest; ++revision) {
        try {
            revisions.push_back(record_of(sql, where, id, revision));
        } catch (const RegisterError&) {
            if (revision == latest) throw;
        }
    }
    return duty_history(revisions, SystemZone());
}

// Where the register comes from elsewhere a line may be anything: then it is of no duty.
void add_lapsed(std::vector<KnownDuty>& all, const std::string& record, const std::string& lines) {
    std::istringstream text(lines);
    for (std::string line; std::getline(text, line);) {
        std::istringstream words(line);
        std::string kind, person, started, from, due;
        int revision = 0;
        if (!(words >> kind >> person >> started >> from >> due >> revision)) continue;
        const auto begun = from_rfc3339(started), opens = from_rfc3339(from), closes = from_rfc3339(due);
        if (std::ranges::find(duty_words, kind) == duty_words.end() || !begun || !opens || !closes) continue;
        const auto what = value_of<DutyKind>(duty_words, kind);
        const bool is_talk = what == DutyKind::FirstTalk || what == DutyKind::SecondTalk || what == DutyKind::ThirdTalk;
        const LocalText whom = person == "-" ? LocalText{}
                               : is_talk     ? LocalText{"betrokkene", "affected person"}
                                             : LocalText{"verstoorder", "disturber"};
        all.push_back(
            {record, *begun, what, person == "-" ? "" : person, whom, *opens, *closes, DutyState::Lapsed, revision});
    }
}

}  // namespace

std::string lapsed_with(soci::session& sql, const std::string& where, const std::string& id, int latest) {
    std::vector<KnownDuty> duties;
    try {
        duties = history_of(sql, where, id, latest);
    } catch (const RegisterError&) {
        return {};  // what is damaged is erased all the same
    }
    std::string lines;
    for (const KnownDuty& one : duties) {
        lines += fmt::format("{} {} {} {} {} {}\n", word(duty_words, one.kind), one.person.empty() ? "-" : one.person,
                             to_rfc3339(one.started), to_rfc3339(one.from), to_rfc3339(one.due), latest + 1);
    }
    return lines;
}

Result<std::vector<KnownDuty>> Register::duties_for_calendar(Instant since) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        std::vector<KnownDuty> all;
        std::vector<std::pair<std::string, int>> records;
        const long long began = since.milliseconds;
        {
            std::string id;
            int latest = 0;
            soci::statement list =
                rows_of(sql,
                        "SELECT r.id, r.latest_revision FROM record r WHERE r.started_ms >= :since OR EXISTS"
                        " (SELECT 1 FROM duty d WHERE d.record_id = r.id AND d.done_at IS NULL)",
                        soci::into(id), soci::into(latest), soci::use(began));
            while (list.fetch()) records.emplace_back(id, latest);
        }
        for (const auto& [id, latest] : records) {
            for (KnownDuty& one : history_of(sql, database_->where, id, latest)) all.push_back(std::move(one));
        }
        std::string id, lines;
        soci::statement erased = rows_of(sql, "SELECT record_id, why FROM erasure WHERE person = '' AND why <> ''",
                                         soci::into(id), soci::into(lines));
        while (erased.fetch()) add_lapsed(all, id, lines);
        std::ranges::sort(all, {},
                          [](const KnownDuty& one) { return std::tuple(one.due, one.record, one.kind, one.person); });
        return all;
    });
}

}  // namespace hamer
