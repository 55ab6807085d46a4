#include "register/outbox.h"

#include "register/database.h"
#include "register/query.h"
#include "register/register.h"
#include "register/storing.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// No attempt is put off for longer (service/handover/deliverer.cpp). What seems to be was put off by a clock that has
// been set back since, and must not wait until that time comes again.
constexpr long long longest_wait_ms = 300'000;

template <typename... Parameters>
std::vector<Delivery> deliveries_where(soci::session& sql, const std::string& rest, const Parameters&... parameters) {
    std::vector<Delivery> all;
    Delivery row;
    std::string state, delivered;
    long long next = 0;
    soci::indicator has_delivered = soci::i_null;
    soci::statement list = rows_of(
        sql,
        "SELECT record_id, revision, target, state, attempts, next_ms, problem, delivered_at FROM delivery " + rest,
        soci::into(row.record), soci::into(row.revision), soci::into(row.target), soci::into(state),
        soci::into(row.attempts), soci::into(next), soci::into(row.problem), soci::into(delivered, has_delivered),
        soci::use(parameters)...);
    while (list.fetch()) {
        row.state = value_of<DeliveryState>(delivery_state_words, state);
        row.next = {next, 0};
        row.delivered = has_delivered == soci::i_ok ? from_rfc3339(delivered) : std::nullopt;
        all.push_back(row);
    }
    return all;
}

}  // namespace

void queue(soci::session& sql, const std::string& id, int revision, const std::vector<std::string>& targets,
           Instant now) {
    const std::string waiting = word(delivery_state_words, DeliveryState::Waiting);
    const long long next = now.milliseconds;
    for (const std::string& target : targets) {
        sql << "INSERT INTO delivery (record_id, revision, target, state, attempts, next_ms, problem)"
               " VALUES (:id, :revision, :target, :state, 0, :next, '')",
            soci::use(id), soci::use(revision), soci::use(target), soci::use(waiting), soci::use(next);
    }
}

bool was_delivered(soci::session& sql, const std::string& id) {
    int count = 0;
    sql << "SELECT COUNT(*) FROM delivery WHERE record_id = :id", soci::into(count), soci::use(id);
    return count > 0;
}

Result<std::vector<Delivery>> Register::deliveries(const std::string& record, int limit) {
    return guarded(database_->where, [&] {
        const std::string of = record.empty() ? "" : " AND record_id = :id";
        const auto some = [&](const std::string& states, int most) {
            const std::string rest = "WHERE " + states + of +
                                     " ORDER BY next_ms DESC, record_id DESC, revision DESC, target" +
                                     (most > 0 ? fmt::format(" LIMIT {}", most) : "");
            return record.empty() ? deliveries_where(database_->sql, rest)
                                  : deliveries_where(database_->sql, rest, record);
        };
        auto all = some("state <> 'delivered'", limit);
        const int left = limit - static_cast<int>(all.size());
        if (limit > 0 && left <= 0) return all;
        for (Delivery& one : some("state = 'delivered'", limit > 0 ? left : 0)) all.push_back(std::move(one));
        return all;
    });
}

Result<std::optional<Instant>> Register::next_attempt() {
    return guarded(database_->where, [&] {
        long long next = 0;
        soci::indicator there = soci::i_null;
        database_->sql << "SELECT MIN(next_ms) FROM delivery WHERE state = 'waiting'", soci::into(next, there);
        return there == soci::i_ok ? std::optional(Instant{next, 0}) : std::nullopt;
    });
}

Result<std::vector<Delivery>> Register::ready(Instant now) {
    return guarded(database_->where, [&] {
        const long long at = now.milliseconds;
        const long long too_far = at + longest_wait_ms;
        return deliveries_where(database_->sql,
                                "WHERE state = 'waiting' AND (next_ms <= :now OR next_ms > :too_far)"
                                " ORDER BY record_id, revision, target",
                                at, too_far);
    });
}

Status Register::settle(const Delivery& delivery) {
    return guarded(database_->where, [&] {
        const std::string state = word(delivery_state_words, delivery.state);
        const long long next = delivery.next.milliseconds;
        const std::string delivered = delivery.delivered ? to_rfc3339(*delivery.delivered) : "";
        soci::indicator has_delivered = delivery.delivered ? soci::i_ok : soci::i_null;
        WriteTransaction transaction(database_->sql);
        // What was delivered stays so, whatever another program says that tried at the same time.
        database_->sql << "UPDATE delivery SET state = :state, attempts = :attempts, next_ms = :next,"
                          " problem = :problem, delivered_at = :delivered WHERE record_id = :id"
                          " AND revision = :revision AND target = :target AND state <> 'delivered'",
            soci::use(state, "state"), soci::use(delivery.attempts, "attempts"), soci::use(next, "next"),
            soci::use(delivery.problem, "problem"), soci::use(delivered, has_delivered, "delivered"),
            soci::use(delivery.record, "id"), soci::use(delivery.revision, "revision"),
            soci::use(delivery.target, "target");
        transaction.commit();
    });
}

Result<int> Register::retry(Instant now) {
    return guarded(database_->where, [&] {
        const long long at = now.milliseconds;
        WriteTransaction transaction(database_->sql);
        int count = 0;
        database_->sql << "SELECT COUNT(*) FROM delivery WHERE state <> 'delivered'", soci::into(count);
        database_->sql << "UPDATE delivery SET state = 'waiting', next_ms = :now WHERE state <> 'delivered'",
            soci::use(at);
        transaction.commit();
        return count;
    });
}

}  // namespace hamer
