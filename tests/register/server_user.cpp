#include "register/server_user.h"

#include <atomic>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <stdexcept>
#include <unistd.h>

namespace hamer::test {

namespace {

using Connection = std::unique_ptr<pg_conn, void (*)(pg_conn*)>;

Connection connect(const std::string& location) {
    Connection made(PQconnectdb(location.c_str()), &PQfinish);
    if (PQstatus(made.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(made.get()));
    return made;
}

Answer ask_on(pg_conn* connection, const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection, sql.c_str()), &PQclear);
    Answer answer;
    if (const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)) answer.state = state;
    if (const char* said = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY)) answer.message = said;
    // What is left of a COPY has no answer of its own.
    if (PQresultStatus(result.get()) == PGRES_COPY_OUT) {
        char* line = nullptr;
        for (int size = PQgetCopyData(connection, &line, 0); size > 0; size = PQgetCopyData(connection, &line, 0)) {
            answer.rows.push_back({std::string(line, static_cast<std::size_t>(size))});
            PQfreemem(line);
        }
        while (PGresult* rest = PQgetResult(connection)) PQclear(rest);
        return answer;
    }
    const std::string changed = PQcmdTuples(result.get());
    answer.changed = changed.empty() ? 0 : std::stoi(changed);
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        auto& values = answer.rows.emplace_back();
        for (int i = 0; i < PQnfields(result.get()); ++i) values.emplace_back(PQgetvalue(result.get(), row, i));
    }
    return answer;
}

}  // namespace

Answer ask(const Scratch& scratch, const std::string& sql) {
    return ask_on(connect(scratch.server_location()).get(), sql);
}

ServerUser::ServerUser(const Scratch& scratch, const std::string& role)
    : scratch_(scratch), connection_(nullptr, &PQfinish) {
    static std::atomic<int> count = 0;
    name_ = fmt::format("{}_user_{}_{}", role, ::getpid(), ++count);
    scratch.sql("CREATE ROLE " + name_ + " LOGIN PASSWORD 'geheim' IN ROLE " + role);
    const std::string server = scratch.server_location();
    connection_ = connect("postgresql://" + name_ + ":geheim" + server.substr(server.find('@')));
}

ServerUser::~ServerUser() {
    connection_.reset();
    scratch_.sql("DROP OWNED BY " + name_ + "; DROP ROLE " + name_);
}

Register ServerUser::open(const std::vector<std::string>& targets) const {
    auto opened = Register::open(location(), targets);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *std::move(opened);
}

Answer ServerUser::ask(const std::string& sql) const { return ask_on(connection_.get(), sql); }

std::string quoted(const std::string& text) {
    std::string made = "'";
    for (const char c : text) made += c == '\'' ? std::string("''") : std::string(1, c);
    return made + "'";
}

std::string reported_id(int n) { return fmt::format("reported-20260312T200000Z-{:016x}", n); }

IncidentRecord reported(const std::string& id) {
    IncidentRecord record = a_record("-");
    record.id = id;
    record.kind = IncidentKind::Reported;
    record.source = {};
    return record;
}

Dossier affecting(Office office) {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = "Kwade Pier"},
                       {.id = "p2", .role = PersonRole::Affected, .office = office}};
    return dossier;
}

}  // namespace hamer::test
