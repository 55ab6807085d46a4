// A register on a server: the way to the module that reaches it.
#include "platform/module.h"
#include "register/connection.h"
#include "register/database.h"
#include "register/module/postgresql_module.h"
#include "register/schema.h"

namespace hamer {

namespace {

Result<const PostgresqlModule*> postgresql() { return load_module_as<PostgresqlModule>("postgresql"); }

}  // namespace

std::optional<Error> explain_server(const std::string& where) {
    const auto module = postgresql();
    return module ? (*module)->explain(where) : std::nullopt;
}

void open_server(soci::session& sql, const std::string& connection, const std::string& where) {
    const auto module = postgresql();
    if (!module) throw RegisterError(module.error());
    if (auto connected = (*module)->connect(sql, connection, where); !connected) throw RegisterError(connected.error());
    bring_up_to_date(sql, where);
}

void commit_server(soci::session& sql) {
    const auto module = postgresql();
    if (!module) throw RegisterError(module.error());
    if (auto committed = (*module)->commit(sql, {}); !committed) throw RegisterError(committed.error());
}

}  // namespace hamer
