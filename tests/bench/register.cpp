// Searching while typing, and the list of what is due, in a register of a million records, against the same SQL in
// SQLite's own interface.
#include "register/register.h"

#include "measures.h"
#include "sampling.h"
#include "stored_register.h"

#include <functional>
#include <memory>
#include <sqlite3.h>

namespace hamer::bench {

namespace {

constexpr int rounds = 25;

constexpr const char* bare_search =
    "SELECT r.id, r.latest_revision, r.kind, r.status, r.meeting_date, r.meeting_name, r.what, r.place, r.conduct,"
    " r.repetition, r.disturbers, r.missing, r.started, r.ended, r.made_at FROM record_search s CROSS JOIN record r"
    " ON r.number = s.rowid WHERE record_search MATCH ?1 ORDER BY s.rowid DESC LIMIT 50";
constexpr const char* bare_due =
    "SELECT d.record_id, r.what, d.kind, d.person, d.starts, d.due, d.advice FROM duty d"
    " JOIN record r ON r.id = d.record_id WHERE d.done_at IS NULL ORDER BY d.due_ms, d.record_id, d.kind, d.person";

class Bare {
  public:
    explicit Bare(const std::string& file) {
        if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) throw Trouble(file + ": cannot be opened");
    }
    ~Bare() { sqlite3_close(database_); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    // All columns of all rows as text; gives how many rows.
    int query(const char* sql, const std::string& words) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) {
            throw Trouble(sqlite3_errmsg(database_));
        }
        if (!words.empty()) sqlite3_bind_text(statement, 1, words.c_str(), -1, SQLITE_TRANSIENT);
        int rows = 0;
        std::string text;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            ++rows;
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* value = sqlite3_column_text(statement, i);
                text = value ? reinterpret_cast<const char*>(value) : "";
            }
        }
        sqlite3_finalize(statement);
        return rows;
    }

  private:
    sqlite3* database_ = nullptr;
};

Measure compare(std::string what, const std::function<std::size_t()>& hamer, const std::function<int()>& bare) {
    if (hamer() != static_cast<std::size_t>(bare())) throw Trouble(what + ": Hamer and SQLite do not find the same");
    const auto times = by_turns(
        rounds, [&] { return milliseconds(hamer); }, [&] { return milliseconds(bare); });
    return {.what = std::move(what),
            .unit = "ms",
            .hamer = times.first,
            .reference = times.second,
            .reference_is = "the same SQL in SQLite's own interface",
            .bar = {Bar::Kind::RatioAtMost, 1.5}};
}

}  // namespace

Measures measure_register(const Options& options) {
    const std::string file = (options.folder / "register.db").string();
    auto opened = Register::open(file);
    if (!opened) throw Trouble(describe(opened.error()));
    fill_register(file, 1'000'000);
    Bare bare(file);
    const auto search = [&](const std::string& text, const std::string& expression) {
        return compare(
            "search “" + text + "” in 1,000,000 records", [&] { return opened->search(text)->size(); },
            [&] { return bare.query(bare_search, expression); });
    };
    return {search("naam1234", "\"naam1234\"*"), search("rapen 27", "\"rapen\"* \"27\"*"),
            search("geroep", "\"geroep\"*"),
            compare(
                "what is due, 1,000 of 1,000,000", [&] { return opened->due(Register::Duties::Open)->size(); },
                [&] { return bare.query(bare_due, {}); })};
}

}  // namespace hamer::bench
