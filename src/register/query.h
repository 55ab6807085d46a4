// A question of which the answer has any number of rows. Internal to register/.
//
// It goes to a server in one message. SOCI's own way (`sql.prepare << …`) first gives the statement a name, which only
// that link to the server knows: behind a pooler that lends a link for a transaction only, the next message may come by
// another one. tests/house/check_includes.py keeps that way out.
#pragma once

#include "register/soci.h"

#include <string>
#include <utility>

namespace hamer {

// `exchanged` are soci::into(…) and soci::use(…), of what outlives the answer. Take the rows by fetch(). Throws what
// guarded() turns into an Error.
template <typename... Exchanged>
soci::statement rows_of(soci::session& sql, const std::string& query, Exchanged&&... exchanged) {
    soci::statement rows(sql);
    (rows.exchange(std::forward<Exchanged>(exchanged)), ...);
    rows.alloc();
    rows.prepare(query, soci::details::st_one_time_query);
    rows.define_and_bind();
    rows.execute();
    return rows;
}

}  // namespace hamer
