// What the register lists: records, those that a search finds, duties and counts.
#include "base/fold.h"
#include "base/text.h"
#include "register/database.h"
#include "register/derived.h"
#include "register/query.h"
#include "register/register.h"
#include "register/storing.h"

#include <fmt/format.h>
#include <limits>

namespace hamer {

namespace {

constexpr const char* summary_columns =
    "r.id, r.latest_revision, r.kind, r.status, r.meeting_date, r.meeting_name, r.what, r.place, r.conduct,"
    " r.repetition, r.disturbers, r.missing, r.started, r.ended, r.made_at";

// The rows of a query for the columns above. `bind` adds its parameters.
template <typename... Parameters>
std::vector<RecordSummary> summaries(soci::session& sql, const std::string& from, const Parameters&... parameters) {
    std::vector<RecordSummary> all;
    RecordSummary row;
    std::string kind, state, conduct, repetition, started, ended, made_at;
    soci::indicator has_ended = soci::i_null;
    soci::statement list =
        rows_of(sql, std::string("SELECT ") + summary_columns + " " + from, soci::into(row.id),
                soci::into(row.revision), soci::into(kind), soci::into(state), soci::into(row.date),
                soci::into(row.meeting), soci::into(row.what), soci::into(row.place), soci::into(conduct),
                soci::into(repetition), soci::into(row.disturbers), soci::into(row.missing), soci::into(started),
                soci::into(ended, has_ended), soci::into(made_at), soci::use(parameters)...);
    while (list.fetch()) {
        row.kind = value_of<IncidentKind>(incident_kind_words, kind);
        row.status = value_of<IncidentStatus>(incident_status_words, state);
        row.conduct.reset();
        if (!conduct.empty()) row.conduct = value_of<Conduct>(conduct_words, conduct);
        row.repetition.reset();
        if (!repetition.empty()) row.repetition = value_of<Repetition>(repetition_words, repetition);
        row.started = from_rfc3339(started).value_or(Instant{});
        row.ended = has_ended == soci::i_ok ? from_rfc3339(ended) : std::nullopt;
        row.made_at = from_rfc3339(made_at).value_or(Instant{});
        all.push_back(row);
    }
    return all;
}

// Every word as the beginning of one, all of them: in the words of SQLite's FTS5 or of PostgreSQL's to_tsquery. The
// words are letters and digits only, so that nothing in them is an operator. As they were typed too: an older Hamer
// left letters beyond Latin as they were.
std::string search_expression(const std::vector<std::string>& words, const std::vector<std::string>& typed,
                              bool sqlite) {
    const auto begins = [&](const std::string& word) { return sqlite ? '"' + word + "\"*" : '\'' + word + "':*"; };
    std::string expression;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!expression.empty()) expression += sqlite ? " AND " : " & ";
        const bool other = typed.size() == words.size() && typed[i] != words[i];
        expression += other ? fmt::format("({} {} {})", begins(words[i]), sqlite ? "OR" : "|", begins(typed[i]))
                            : begins(words[i]);
    }
    return expression;
}

}  // namespace

Result<std::vector<RecordSummary>> Register::list(int limit) {
    return guarded(database_->where, [&] {
        const std::string order = "FROM record r ORDER BY r.started_ms DESC, r.id DESC";
        return limit > 0 ? summaries(database_->sql, order + " LIMIT :limit", limit) : summaries(database_->sql, order);
    });
}

Result<std::vector<RecordSummary>> Register::of_session(const std::string& session_id) {
    return guarded(database_->where, [&] {
        return summaries(database_->sql, "FROM record r WHERE r.session_id = :session ORDER BY r.started_ms, r.id",
                         session_id);
    });
}

Result<std::vector<RecordSummary>> Register::of_kind(IncidentKind kind) {
    return guarded(database_->where, [&] {
        return summaries(database_->sql,
                         "FROM record r WHERE r.kind = :kind AND r.status <> 'withdrawn'"
                         " ORDER BY r.started_ms DESC, r.id DESC",
                         std::string(incident_kind_words[static_cast<std::size_t>(kind)]));
    });
}

Result<std::vector<RecordSummary>> Register::past(const RetentionLimits& limits, Hold which, int limit) {
    return guarded(database_->where, [&] {
        std::string before = "CASE r.conduct";
        for (const auto& [conduct, moment] : limits.of_class) {
            before += fmt::format(" WHEN '{}' THEN {}", conduct_words[static_cast<std::size_t>(conduct)],
                                  moment.milliseconds);
        }
        before = limits.of_class.empty() ? fmt::format("{}", limits.otherwise.milliseconds)
                                         : fmt::format("{} ELSE {} END", before, limits.otherwise.milliseconds);
        // The key as JSON writes it: in a text its quotation marks would have a backslash before them. So a body that
        // was damaged stands in no other's way.
        const std::string order = fmt::format(
            "FROM record r JOIN record_revision v ON v.record_id = r.id AND v.revision = r.latest_revision"
            " WHERE r.started_ms < {} AND v.body {}LIKE '%\"hold\": {{%' ORDER BY r.started_ms, r.id",
            before, which == Hold::Held ? "" : "NOT ");
        return limit > 0 ? summaries(database_->sql, order + " LIMIT :limit", limit) : summaries(database_->sql, order);
    });
}

Result<std::vector<RecordSummary>> Register::search(const std::string& text, int limit) {
    const std::string typed = printable(text);
    const auto words = words_in(fold(typed));
    if (words.empty()) return std::vector<RecordSummary>{};
    return guarded(database_->where, [&] {
        const bool sqlite = is_sqlite(database_->sql);
        const std::string expression = search_expression(words, words_in(typed), sqlite);
        // The search table alone says which, so that only rows which are shown are fetched.
        return summaries(database_->sql,
                         sqlite ? "FROM record_search s CROSS JOIN record r ON r.number = s.rowid"
                                  " WHERE record_search MATCH :words ORDER BY s.rowid DESC LIMIT :limit"
                                : "FROM record_search s JOIN record r ON r.number = s.number"
                                  " WHERE s.words @@ to_tsquery('simple', :words) ORDER BY s.number DESC LIMIT :limit",
                         expression, limit);
    });
}

Result<std::vector<DueDuty>> Register::due(Duties which) {
    return guarded(database_->where, [&] {
        std::vector<DueDuty> all;
        all.reserve(256);
        DueDuty row;
        std::string kind, starts, due, done_at;
        int advice = 0;
        soci::indicator is_done = soci::i_null;
        soci::statement list =
            rows_of(database_->sql,
                    std::string("SELECT d.record_id, r.what, d.kind, d.person, d.starts, d.due, d.advice, d.done_at,"
                                " d.done_by, d.owner FROM duty d JOIN record r ON r.id = d.record_id") +
                        (which == Duties::Open ? " WHERE d.done_at IS NULL" : "") +
                        " ORDER BY d.due_ms, d.record_id, d.kind, d.person",
                    soci::into(row.record), soci::into(row.what), soci::into(kind), soci::into(row.person),
                    soci::into(starts), soci::into(due), soci::into(advice), soci::into(done_at, is_done),
                    soci::into(row.done_by), soci::into(row.owner));
        while (list.fetch()) {
            row.kind = value_of<DutyKind>(duty_words, kind);
            row.from = from_rfc3339(starts).value_or(Instant{});
            row.due = from_rfc3339(due).value_or(Instant{});
            row.advice = advice != 0;
            row.done = is_done == soci::i_ok ? from_rfc3339(done_at) : std::nullopt;
            all.push_back(std::move(row));
        }
        return all;
    });
}

Result<ToDo> Register::to_do() {
    return guarded(database_->where, [&] {
        long long duties = 0, deliveries = 0;
        database_->sql << "SELECT (SELECT COUNT(*) FROM duty d JOIN record r ON r.id = d.record_id"
                          " WHERE d.done_at IS NULL),"
                          " (SELECT COUNT(*) FROM delivery WHERE state <> 'delivered')",
            soci::into(duties), soci::into(deliveries);
        return ToDo{static_cast<std::size_t>(duties), static_cast<std::size_t>(deliveries)};
    });
}

Result<std::vector<Count>> Register::trends(std::optional<Instant> from, std::optional<Instant> before) {
    return guarded(database_->where, [&] {
        std::vector<Count> all;
        Count row;
        const long long first = from ? from->milliseconds : std::numeric_limits<long long>::min();
        const long long last = before ? before->milliseconds : std::numeric_limits<long long>::max();
        soci::statement list =
            rows_of(database_->sql,
                    "SELECT substr(started, 1, 7), conduct, place, repetition, COUNT(*)"
                    " FROM record WHERE status <> 'withdrawn' AND kind NOT IN ('signal', 'estimate', 'learning')"
                    " AND started_ms >= :from AND started_ms < :before"
                    " GROUP BY substr(started, 1, 7), conduct, place, repetition ORDER BY 1, 2, 3, 4",
                    soci::into(row.month), soci::into(row.conduct), soci::into(row.place), soci::into(row.repetition),
                    soci::into(row.records), soci::use(first), soci::use(last));
        while (list.fetch()) all.push_back(row);
        return all;
    });
}

}  // namespace hamer
