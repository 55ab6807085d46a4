// What a right and a policy cannot say: which change of a row that one may see is none of Hamer's. They hold for every
// user, the owner too, save the one about ids, which is for those from whom rows are hidden.
#include "register/row_rules.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace hamer {

namespace {

struct Function {
    const char* name;
    const char* head;  // parameters, what it gives, and as whom it runs
    const char* body;
};

constexpr const char* as_trigger = "() RETURNS trigger LANGUAGE plpgsql";

// Each refusal is the same, and the same as that of row-level security, so that it tells nothing of hidden rows.
constexpr const char* refusal =
    "RAISE EXCEPTION 'new row violates row-level security policy for table \"%\"', TG_TABLE_NAME"
    " USING ERRCODE = 'insufficient_privilege';";

constexpr std::array functions = {
    // Whether this transaction has noted that something of the record, or the whole of it, is erased.
    Function{"hamer_erasing", "(erased text, whole boolean) RETURNS boolean STABLE LANGUAGE plpgsql",
             "BEGIN RETURN EXISTS (SELECT 1 FROM erasure e WHERE e.record_id = erased"
             " AND (e.person = '' OR NOT whole) AND e.xmin = pg_current_xact_id()::xid); END"},
    // Whether each text and number of the later is in its place in the former, or is gone: a text also in part, with
    // “[gewist]” in the place of what went.
    Function{"hamer_takes_away", "(former jsonb, later jsonb) RETURNS boolean IMMUTABLE LANGUAGE plpgsql",
             "BEGIN"
             " IF later = former OR later IN ('\"\"', 'null', 'false', '[]', '{}') THEN RETURN true; END IF;"
             " IF jsonb_typeof(later) <> jsonb_typeof(former) THEN RETURN false; END IF;"
             " IF jsonb_typeof(later) = 'string' THEN"
             "  RETURN (former #>> '{}') LIKE replace(replace(replace(replace(later #>> '{}',"
             "   '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '[gewist]', '%');"
             " END IF;"
             " IF jsonb_typeof(later) = 'object' THEN"
             "  RETURN (SELECT bool_and(hamer_takes_away(COALESCE(former -> key, 'null'), value))"
             "   FROM jsonb_each(later));"
             " END IF;"
             " IF jsonb_typeof(later) = 'array' AND jsonb_array_length(later) = jsonb_array_length(former) THEN"
             "  RETURN (SELECT bool_and(hamer_takes_away(former -> (place - 1)::int, value))"
             "   FROM jsonb_array_elements(later) WITH ORDINALITY AS each (value, place));"
             " END IF;"
             " RETURN false; END"},
    // As the owner, so that no desk needs a right on the sequence.
    Function{"hamer_number", "() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql",
             "BEGIN NEW.number := nextval('record_number'); RETURN NEW; END"},
    // The id of a record that has no session holds 64 random bits, and a meeting's record is begun in the council's
    // line by who sees that line: so nobody finds out by trying which ids another line has.
    Function{"hamer_record", as_trigger,
             "BEGIN"
             " IF TG_OP = 'DELETE' THEN"
             "  IF hamer_erasing(OLD.id, true) THEN RETURN OLD; END IF;"
             "  {refuse}"
             " END IF;"
             " IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.session_id <> OLD.session_id"
             "  OR NEW.number <> OLD.number OR NEW.latest_revision < OLD.latest_revision) THEN {refuse} END IF;"
             " IF TG_OP = 'INSERT' AND row_security_active(TG_RELID) AND NOT (CASE WHEN NEW.session_id = ''"
             "  THEN NEW.id ~ '^reported-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}$'"
             "  ELSE starts_with(NEW.id, NEW.session_id || '-')"
             "   AND (pg_has_role('hamer_clerk', 'USAGE') OR pg_has_role('hamer_all', 'USAGE')) END)"
             "  THEN {refuse} END IF;"
             " IF NEW.session_id <> '' AND NEW.reporting_line NOT IN ('council', 'both') THEN {refuse} END IF;"
             " RETURN NEW; END"},
    // A revision is the next one, and stays as it is but for what is erased of it.
    Function{"hamer_revision", as_trigger,
             "BEGIN"
             " IF TG_OP = 'INSERT' THEN"
             "  IF NOT EXISTS (SELECT 1 FROM record r WHERE r.id = NEW.record_id"
             "   AND r.latest_revision = NEW.revision) THEN {refuse} END IF;"
             "  RETURN NEW;"
             " END IF;"
             // What JSON can hold and jsonb cannot; on both sides alike.
             " IF NOT hamer_erasing(OLD.record_id, false)"
             "  OR (NEW.record_id, NEW.revision, NEW.made_at, NEW.journal_head)"
             "   <> (OLD.record_id, OLD.revision, OLD.made_at, OLD.journal_head)"
             "  OR NOT hamer_takes_away(replace(OLD.body, '\\u0000', '\\ufffd')::jsonb - 'status',"
             "   replace(NEW.body, '\\u0000', '\\ufffd')::jsonb - 'status') THEN {refuse} END IF;"
             " RETURN NEW; END"},
    Function{"hamer_mark", as_trigger, "BEGIN {refuse} END"},
    // Bytes are never changed, and go only with what is erased of their record.
    Function{"hamer_attachment", as_trigger,
             "BEGIN"
             " IF TG_OP = 'DELETE' AND hamer_erasing(OLD.record_id, false) THEN RETURN OLD; END IF;"
             " {refuse}"
             " END"},
    // Who: whom the server let in, also under another role. The line: the record's, as far as the user sees it; it
    // stays here when the record is gone.
    Function{"hamer_log", as_trigger,
             "BEGIN"
             " NEW.who := session_user;"
             " NEW.reporting_line := COALESCE((SELECT r.reporting_line FROM record r WHERE r.id = NEW.record_id), '');"
             " RETURN NEW; END"},
};

struct Trigger {
    const char* table;
    const char* when;
    const char* function;
};

constexpr std::array triggers = {
    Trigger{"record", "INSERT", "hamer_number"},
    Trigger{"record", "INSERT OR UPDATE OR DELETE", "hamer_record"},
    Trigger{"record_revision", "INSERT OR UPDATE", "hamer_revision"},
    Trigger{"session_mark", "UPDATE OR DELETE", "hamer_mark"},
    Trigger{"attachment", "UPDATE OR DELETE", "hamer_attachment"},
    Trigger{"access", "INSERT", "hamer_log"},
    Trigger{"erasure", "INSERT", "hamer_log"},
};

std::string with_refusal(std::string body) {
    constexpr std::string_view mark = "{refuse}";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark)) {
        body.replace(at, mark.size(), refusal);
    }
    return body;
}

}  // namespace

void make_row_rules(soci::session& sql, const std::string& schema) {
    for (const Function& each : functions) {
        const std::string head = fmt::format("CREATE OR REPLACE FUNCTION {}{} SET search_path = {}, pg_temp AS $rule$",
                                             each.name, each.head, schema);
        sql << head + with_refusal(each.body) + "$rule$";
        // What only a trigger calls nobody needs to call.
        if (std::string_view(each.head).starts_with("()")) {
            sql << fmt::format("REVOKE ALL ON FUNCTION {} FROM PUBLIC", each.name);
        }
    }
    for (const Trigger& each : triggers) {
        std::string there;
        sql << fmt::format("SELECT CASE WHEN to_regclass('{}') IS NULL THEN '' ELSE 'yes' END", each.table),
            soci::into(there);
        if (there.empty()) continue;  // a table of a later step
        sql << fmt::format("DROP TRIGGER IF EXISTS {0} ON {1}", each.function, each.table);
        sql << fmt::format("CREATE TRIGGER {0} BEFORE {1} ON {2} FOR EACH ROW EXECUTE FUNCTION {0}()", each.function,
                           each.when, each.table);
    }
}

}  // namespace hamer
