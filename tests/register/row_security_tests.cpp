// Every table, every verb, every role: taken from the server's own catalogue, so that a table that is added later
// without rules fails here by its name.
#include "register/register.h"
#include "register/server_user.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>

namespace hamer::test {
namespace {

constexpr const char* verbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"};

// What each role may do; nothing else, and no other table.
const std::map<std::string, std::string> rights = {{"access", "SELECT INSERT "},
                                                   {"attachment", "SELECT INSERT DELETE "},
                                                   {"delivery", "SELECT INSERT UPDATE "},
                                                   {"duty", "SELECT INSERT DELETE "},
                                                   {"erasure", "SELECT INSERT "},
                                                   {"hamer_schema", "SELECT "},
                                                   {"record", "SELECT INSERT UPDATE DELETE "},
                                                   {"record_revision", "SELECT INSERT UPDATE "},
                                                   {"record_search", "SELECT INSERT DELETE "},
                                                   {"session_mark", "SELECT INSERT "}};
const std::map<std::string, std::string> columns_to_update = {
    {"delivery", "attempts delivered_at next_ms problem state "},
    {"record_revision", "body body_sha256 content_sha256 "}};

std::vector<std::string> column(const Answer& answer) {
    std::vector<std::string> all;
    for (const auto& row : answer.rows) all.push_back(row[0]);
    return all;
}

std::vector<std::string> tables(const Scratch& scratch) {
    return column(ask(scratch,
                      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                      " AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1"));
}

std::vector<std::string> roles(const Scratch& scratch) {
    return column(
        ask(scratch, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'hamer\\_%' AND NOT rolcanlogin ORDER BY 1"));
}

std::string joined(const Answer& answer) {
    std::string text;
    for (const auto& row : answer.rows) text += row[0] + " ";
    return text;
}

TEST(RowSecurity, EveryTableHasTheSameRuleForReadingAndForWriting) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    ASSERT_EQ(roles(scratch).size(), 3U);
    EXPECT_EQ(tables(scratch).size(), rights.size());
    for (const std::string& table : tables(scratch)) {
        EXPECT_EQ(
            ask(scratch, fmt::format("SELECT relrowsecurity FROM pg_class WHERE oid = '{}'::regclass", table)).value(),
            "t")
            << table << " has no row-level security (register/row_security.cpp)";
        for (const std::string& role : roles(scratch)) {
            const Answer policies =
                ask(scratch, fmt::format("SELECT cmd, qual = with_check FROM pg_policies WHERE tablename"
                                         " = '{}' AND '{}' = ANY (roles)",
                                         table, role));
            ASSERT_EQ(policies.rows.size(), 1U) << table << " has no rule for " << role;
            EXPECT_EQ(policies.rows[0], (std::vector<std::string>{"ALL", "t"})) << table << " " << role;
        }
    }
}

TEST(RowSecurity, EveryRoleHasTheRightsThatItNeedsAndNoOther) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    for (const std::string& table : tables(scratch)) {
        ASSERT_TRUE(rights.contains(table)) << table << " is new: say here who may do what with it";
        for (const std::string& role : roles(scratch)) {
            std::string found;
            for (const char* verb : verbs) {
                const std::string whole = fmt::format("has_table_privilege('{}', '{}', '{}')", role, table, verb);
                const std::string part = fmt::format("has_any_column_privilege('{}', '{}', '{}')", role, table, verb);
                const bool by_column =
                    std::string_view("SELECT INSERT UPDATE REFERENCES").find(verb) != std::string::npos;
                const Answer may = ask(scratch, "SELECT " + (by_column ? whole + " OR " + part : whole));
                ASSERT_EQ(may.state, "") << may.message;
                if (may.value() == "t") found += verb + std::string(" ");
            }
            EXPECT_EQ(found, rights.at(table)) << table << " " << role;
            if (!columns_to_update.contains(table)) continue;
            EXPECT_EQ(
                joined(ask(scratch, fmt::format("SELECT attname FROM pg_attribute WHERE attrelid = '{0}'::regclass AND"
                                                " attnum > 0 AND has_column_privilege('{1}', '{0}', attnum, 'UPDATE')"
                                                " ORDER BY 1",
                                                table, role))),
                columns_to_update.at(table))
                << table << " " << role;
        }
    }
}

TEST(RowSecurity, NobodyMakesAnythingInTheSchemaOrRunsAFunctionAsTheOwner) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)scratch.open();
    for (const std::string& role : roles(scratch)) {
        EXPECT_EQ(ask(scratch, fmt::format("SELECT has_schema_privilege('{}', 'public', 'CREATE')", role)).value(),
                  "f");
        EXPECT_EQ(joined(ask(scratch, fmt::format("SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace ="
                                                  " 'public'::regnamespace AND"
                                                  " has_sequence_privilege('{}', oid, 'USAGE, SELECT, UPDATE')",
                                                  role))),
                  "");
        EXPECT_EQ(
            joined(ask(scratch, fmt::format("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
                                            " AND prosecdef AND has_function_privilege('{}', oid, 'EXECUTE')",
                                            role))),
            "");
    }
    EXPECT_EQ(joined(ask(scratch,
                         "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND NOT"
                         " COALESCE('search_path=public, pg_temp' = ANY (proconfig), false)")),
              "")
        << "each function looks in its own schema first";
}

// A record of the other line with all that can belong to one, and one of the user's own.
struct Scene {
    Scratch scratch{};
    std::string hidden{};

    void add(IncidentRecord record, Office office) {
        record.ended.emplace().at.at = now;
        Register owner = scratch.open({"folder"});
        ASSERT_TRUE(owner.put(record, now));
        Dossier dossier = affecting(office);
        dossier.completed = Completion{now, "x"};
        ASSERT_TRUE(owner.save(record.id, 1, dossier, now));
        ASSERT_TRUE(owner.note_access({now, "x", "open", record.id}));
        IncidentRecord gone = record;
        gone.id.back() = 'e';
        ASSERT_TRUE(owner.put(gone, now));
        ASSERT_TRUE(owner.save(gone.id, 1, dossier, now));
        ASSERT_TRUE(owner.erase_record(gone.id, "x", now));
        ASSERT_TRUE(owner.erase_person(record.id, "p1", "x", now));
    }
    // The rows of the hidden record, as the literals of their table.
    [[nodiscard]] std::vector<std::string> hidden_rows(const std::string& table) const {
        const std::string stem = hidden.substr(0, hidden.size() - 1);
        const std::string of_number = fmt::format("t.number IN (SELECT number FROM record WHERE id = '{}')", hidden);
        return column(
            ask(scratch, fmt::format("SELECT t::text FROM {} t WHERE {}", table,
                                     table == "record_search" ? of_number : fmt::format("t::text LIKE '%{}%'", stem))));
    }
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

void try_each_verb(const Scene& scene, const ServerUser& user, const std::string& table) {
    const auto rows = scene.hidden_rows(table);
    const Answer seen = user.ask(fmt::format("SELECT t::text FROM {} t", table));
    for (const std::string& row : rows) {
        for (const auto& each : seen.rows) EXPECT_NE(each[0], row) << user.name() << " sees it in " << table;
        const auto inserted = [&](const std::string& text) {
            return user.ask(fmt::format("INSERT INTO {0} SELECT ({1}::public.{0}).*", table, quoted(text)));
        };
        const Answer hidden = inserted(row);
        EXPECT_EQ(hidden.state, "42501") << user.name() << " inserts into " << table << ": " << hidden.message;
        const std::string stem = scene.hidden.substr(0, scene.hidden.size() - 1);
        const std::string nowhere = replaced(stem, "2026", "2019");
        const Answer missing = inserted(table == "record_search" ? "(999999,x)" : replaced(row, stem, nowhere));
        EXPECT_EQ(missing.state + missing.message, hidden.state + hidden.message)
            << table << " tells which ids there are";
    }
    const auto most = static_cast<int>(seen.rows.size());
    for (const std::string& name : column(user.ask(
             fmt::format("SELECT attname FROM pg_attribute WHERE attrelid = '{}'::regclass AND attnum > 0", table)))) {
        EXPECT_LE(user.ask(fmt::format("BEGIN; UPDATE {0} SET {1} = {1}", table, name)).changed, most) << table;
        user.ask("ROLLBACK");
    }
    EXPECT_LE(user.ask(fmt::format("BEGIN; DELETE FROM {}", table)).changed, most) << table;
    user.ask("ROLLBACK");
    EXPECT_EQ(user.ask("TRUNCATE " + table + " CASCADE").state, "42501") << table;
    EXPECT_NE(user.ask("CREATE TEMP TABLE prober (id VARCHAR(120) REFERENCES " + table + ")").state, "") << table;
    EXPECT_EQ(scene.hidden_rows(table), rows) << table << " was changed";
}

TEST(RowSecurity, NoVerbReachesARowOfAnotherLineInAnyTable) {
    Scene scene;
    if (scene.scratch.is_file()) GTEST_SKIP() << "of a server only";
    const IncidentRecord meeting = a_record("20260312T190000Z-aaaa0000");
    const IncidentRecord street = reported(reported_id(0x11));
    ASSERT_NO_FATAL_FAILURE(scene.add(meeting, Office::CouncilMember));
    ASSERT_NO_FATAL_FAILURE(scene.add(street, Office::Alderman));
    ASSERT_TRUE(scene.scratch.open().hand_over(a_chain(meeting.source.session, 5), {meeting}, now));
    for (const auto& [role, hidden] : {std::pair("hamer_clerk", street.id), {"hamer_secretary", meeting.id}}) {
        const ServerUser user(scene.scratch, role);
        scene.hidden = hidden;
        std::string found;
        for (const std::string& table : tables(scene.scratch)) {
            found += scene.hidden_rows(table).empty() ? "" : table + " ";
            try_each_verb(scene, user, table);
        }
        EXPECT_EQ(found, "access delivery duty erasure record record_revision record_search ")
            << "there is something to be hidden in each of them";
    }
    const ServerUser mayor(scene.scratch, "hamer_all");
    EXPECT_EQ(mayor.ask("SELECT count(*) FROM record").value(), "2");
}

}  // namespace
}  // namespace hamer::test
