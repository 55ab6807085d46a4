#include "platform/module.h"

#include "register/module/postgresql_module.h"

namespace {

constexpr hamer::PostgresqlModule table{&hamer::connect_to_server, &hamer::explain_server_exception,
                                        &hamer::commit_on_server};

}  // namespace

HAMER_MODULE(table);
