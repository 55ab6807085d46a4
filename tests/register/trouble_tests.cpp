#include "register/connection.h"
#include "register/scratch.h"
#include "register/server_user.h"

#include <chrono>
#include <fstream>
#include <functional>
#include <future>
#include <gtest/gtest.h>
#include <iterator>
#include <sqlite3.h>
#include <thread>

namespace hamer::test {
namespace {

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename Value>
Result<void> status(const Result<Value>& result) {
    return result ? Result<void>{} : tl::unexpected<Error>(result.error());
}

void write_bytes(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

TEST(RegisterTrouble, ANewerRegisterIsRefusedAndLeftAlone) {
    const Scratch scratch;
    (void)scratch.open();
    scratch.sql("UPDATE hamer_schema SET version = 99");
    const Error error = error_of(Register::open(scratch.location()));
    EXPECT_EQ(error.kind, ErrorKind::Storage);
    expect_names(error, scratch.shown());
    EXPECT_NE(error.problem.find("newer Hamer"), std::string::npos);
}

TEST(RegisterTrouble, AnotherProgramsDatabaseIsRefusedAndLeftAlone) {
    const Scratch scratch;
    scratch.sql("CREATE TABLE bookmarks (url TEXT)");
    const Error error = error_of(Register::open(scratch.location()));
    expect_names(error, scratch.shown());
    EXPECT_NE(error.problem.find("another program"), std::string::npos);
}

TEST(RegisterTrouble, AFileThatIsNoDatabaseIsRefusedAndLeftAlone) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    const std::string text(5000, 'x');
    write_bytes(scratch.file(), text);
    const Error error = error_of(Register::open(scratch.file()));
    EXPECT_EQ(error.kind, ErrorKind::Storage);
    expect_names(error, scratch.file());
    EXPECT_EQ(bytes_of(scratch.file()), text);
}

// Whatever bytes are broken, each call gives an answer or one clear sentence.
TEST(RegisterTrouble, DamageAnywhereNeverCrashes) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    {
        Register store = scratch.open();
        for (int i = 1; i <= 20; ++i) ASSERT_TRUE(store.put(a_record("s", i), now));
    }
    const std::string right = scratch.open().show("s-7").value();
    const std::string whole = bytes_of(scratch.file());
    int refused = 0;
    for (std::size_t at = 0; at + 300 < whole.size(); at += 2039) {
        std::string broken = whole;
        for (std::size_t i = at; i < at + 300; ++i) broken[i] = static_cast<char>(~broken[i]);
        for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(scratch.file() + end);
        write_bytes(scratch.file(), broken);
        auto store = Register::open(scratch.file());
        if (!store) {
            ++refused;
            expect_names(store.error(), scratch.file());
            continue;
        }
        (void)store->list();
        const auto shown = store->show("s-7");
        EXPECT_EQ(shown.value_or(right), right) << "damage was shown as a record";
        const auto put = store->put(a_record("s", 7, "meer"), now);
        if (!put) expect_names(put.error(), scratch.file());
    }
    EXPECT_GT(refused, 0);
}

TEST(RegisterTrouble, ARevisionThatIsNotAsItWasStoredIsNotShown) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s"), now));
    const std::string past_the_rules = scratch.is_file() ? "" : "SET session_replication_role = replica; ";
    scratch.sql(past_the_rules + "UPDATE record_revision SET body = replace(body, 'leuzen', 'niets')");
    EXPECT_NE(error_of(store.show("s-1")).problem.find("damaged"), std::string::npos);
}

TEST(RegisterTrouble, APlaceThatCannotBeWrittenGivesOneSentence) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    write_bytes(scratch.file(), "a file, no folder");
    expect_names(error_of(Register::open(scratch.file() + "/register.db")), scratch.file());
    expect_names(error_of(Register::open(scratch.folder().string())), scratch.folder().string());
    EXPECT_EQ(error_of(Register::open("")).kind, ErrorKind::Usage);
}

TEST(RegisterTrouble, TablesThatWentMissingGiveOneSentence) {
    const Scratch scratch;
    Register store = scratch.open();
    scratch.sql("DROP TABLE record_revision");
    expect_names(error_of(store.put(a_record("s"), now)), scratch.shown());
    expect_names(error_of(store.show("s-1")), scratch.shown());
}

// Whatever is asked first after it, and in the middle of a transaction too.
TEST(RegisterTrouble, AConnectionThatTheServerEndedIsNamedAsOne) {
    const Scratch scratch;
    if (scratch.is_file() || Scratch::has_pooler()) GTEST_SKIP() << "of a server itself only";
    const std::vector<std::function<Result<void>(Register&)>> acts = {
        [](Register& store) { return status(store.list()); },
        [](Register& store) { return status(store.record("s-1")); },
        [](Register& store) { return status(store.put(a_record("s", 2), now)); },
        [](Register& store) { return status(store.save("s-1", 1, {}, now)); },
        [](Register& store) { return status(store.hand_over(a_chain("s", 3), {a_record("s", 1)}, now)); },
        [](Register& store) {
            return store.note_access({now, "griffier", "open", "s-1"});
        }};
    ASSERT_TRUE(scratch.open().put(a_record("s", 1), now));
    for (std::size_t i = 0; i < acts.size(); ++i) {
        Register store = scratch.open();
        scratch.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()");
        for (int again = 0; again < 2; ++again) {
            const auto done = acts[i](store);
            ASSERT_FALSE(done) << i;
            EXPECT_EQ(done.error().kind, ErrorKind::Storage) << i;
            EXPECT_EQ(done.error().trouble, Trouble::NotReachable) << i << describe(done.error());
            expect_names(done.error(), scratch.shown());
            EXPECT_EQ(describe(done.error(), Language::Dutch).find("kopie"), std::string::npos);
        }
    }
}

TEST(RegisterTrouble, AServerThatTakesNoWritesIsNamedAsACopy) {
    const Scratch scratch;
    if (scratch.is_file() || Scratch::has_pooler()) GTEST_SKIP() << "of a server itself only";
    Register store = scratch.open();
    scratch.sql(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', "
        "current_database()); END $$");
    const Error error = error_of([&]() -> Result<StoredRecord> {
        auto other = Register::open(scratch.location());
        if (!other) return tl::unexpected<Error>(other.error());
        return other->put(a_record("s", 1), now);
    }());
    EXPECT_EQ(error.trouble, Trouble::TakesNoWrites) << describe(error);
    EXPECT_NE(error.advice.find("target_session_attrs"), std::string::npos) << describe(error);
}

// A commit that waits for a standby, until somebody breaks that off.
void break_off_the_wait(const Scratch& scratch) {
    const std::string waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (ask(scratch, waiting).value().empty() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    (void)ask(scratch, "SELECT pg_cancel_backend(pid) FROM (" + waiting + ") w");
}

void ask_for_standbys(const Scratch& scratch, const std::string& names) {
    (void)ask(scratch, "ALTER SYSTEM SET synchronous_standby_names = " + quoted(names));
    (void)ask(scratch, "SELECT pg_reload_conf()");
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (ask(scratch, "SHOW synchronous_standby_names").value() != names &&
           std::chrono::steady_clock::now() < deadline) {
    }
}

TEST(RegisterTrouble, ASaveThatNoStandbyConfirmedIsInDoubtUntilOneDoes) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register store = scratch.open();
    ASSERT_TRUE(store.put(a_record("s", 1), now));
    ask_for_standbys(scratch, "nobody");
    for (int again = 0; again < 2; ++again) {
        auto saving =
            std::async(std::launch::async, [&] { return store.save("s-1", 1, affecting(Office::CouncilMember), now); });
        break_off_the_wait(scratch);
        const auto saved = saving.get();
        if (saved) ask_for_standbys(scratch, "");
        ASSERT_FALSE(saved) << "nobody has it but this server: " << again;
        EXPECT_EQ(saved.error().trouble, Trouble::InDoubt) << describe(saved.error());
        expect_names(saved.error(), scratch.shown());
    }
    ask_for_standbys(scratch, "");
    const auto saved = store.save("s-1", 1, affecting(Office::CouncilMember), now);
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->revision, 2);
}

TEST(RegisterTrouble, WhoIsNotLetInIsToldWhatToCheck) {
    const Scratch scratch;
    if (scratch.is_file() || Scratch::has_pooler()) GTEST_SKIP() << "of a server itself only";
    const std::string own = scratch.location();
    const std::string server = own.substr(own.find('@'));
    for (const std::string& place : {"postgresql://tester:verkeerd" + server, "postgresql://nobody:verkeerd" + server,
                                     own + "_not_there", "postgresql://tester" + server}) {
        const Error error = error_of(Register::open(place));
        EXPECT_EQ(error.trouble, Trouble::NotLetIn) << describe(error);
        EXPECT_EQ(describe(error, Language::Dutch).find("netwerk"), std::string::npos) << describe(error);
        EXPECT_EQ(describe(error).find("verkeerd"), std::string::npos);
    }
    // One of several that is not there: then it may be that one.
    const std::string both = "postgresql://tester:verkeerd@127.0.0.1:1," + server.substr(1);
    EXPECT_EQ(error_of(Register::open(both)).trouble, Trouble::NotReachable);
    scratch.sql("ALTER ROLE tester CONNECTION LIMIT -1");
    scratch.sql("CREATE ROLE one_link LOGIN PASSWORD 'geheim' CONNECTION LIMIT 0");
    EXPECT_EQ(error_of(Register::open("postgresql://one_link:geheim" + server)).trouble, Trouble::ServerBusy);
    scratch.sql("DROP ROLE one_link");
}

TEST(RegisterTrouble, OfSeveralServersTheOneThatTakesWritesIsFound) {
    const Scratch scratch;
    if (scratch.is_file() || Scratch::has_pooler()) GTEST_SKIP() << "of a server itself only";
    std::string place = scratch.location();
    place.insert(place.find('@') + 1, "127.0.0.1:1,");
    for (const char* attributes : {"", "?target_session_attrs=read-write", "?target_session_attrs=primary"}) {
        auto opened = Register::open(place + attributes);
        ASSERT_TRUE(opened) << describe(opened.error());
        EXPECT_TRUE(opened->put(a_record("s", 1), now));
    }
}

TEST(RegisterTrouble, EachErrorOfSqliteHasAClassOfItsOwnAndOnlyOtherTablesAreToBePutBack) {
    const Scratch scratch;
    const std::string where = scratch.file();
    const std::vector<std::pair<int, Trouble>> classes = {
        {SQLITE_BUSY, Trouble::InUse},
        {SQLITE_LOCKED_SHAREDCACHE, Trouble::InUse},
        {SQLITE_IOERR_LOCK, Trouble::NoLocks},
        {SQLITE_IOERR_RDLOCK, Trouble::NoLocks},
        {SQLITE_IOERR_SHMMAP, Trouble::NoLocks},
        {SQLITE_PROTOCOL, Trouble::NoLocks},
        {SQLITE_IOERR_READ, Trouble::Disk},
        {SQLITE_IOERR_FSYNC, Trouble::Disk},
        {SQLITE_FULL, Trouble::NoSpace},
        {SQLITE_READONLY, Trouble::NoRights},
        {SQLITE_READONLY_DIRECTORY, Trouble::NoRights},
        {SQLITE_READONLY_DBMOVED, Trouble::InUse},
        {SQLITE_NOTADB, Trouble::ForeignRegister},
        {SQLITE_CORRUPT, Trouble::Damaged},
        {SQLITE_CORRUPT_VTAB, Trouble::Damaged},
        {SQLITE_NOLFS, Trouble::TooLarge},
        {SQLITE_NOMEM, Trouble::Unnamed},
        {SQLITE_MISUSE, Trouble::Unnamed},
    };
    for (const auto& [code, trouble] : classes) {
        const Error error = explain_sqlite(where, code, "words of SQLite");
        EXPECT_EQ(error.trouble, trouble) << code << describe(error);
        EXPECT_EQ(describe(error).find("ut back"), std::string::npos) << describe(error);
        EXPECT_EQ(describe(error, Language::Dutch).find("terug"), std::string::npos) << code;
    }
    for (const char* message : {"no such table: record", "no such column: place", "table record has no column named x"})
        EXPECT_EQ(explain_sqlite(where, SQLITE_ERROR, message).trouble, Trouble::OtherTables) << message;
}

TEST(RegisterTrouble, OnlyTablesThatAreNotOursAreToBePutBack) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register store = scratch.open();
    scratch.sql("ALTER TABLE record_revision RENAME TO elsewhere");
    const Error error = error_of(store.record("s-1"));
    EXPECT_EQ(error.trouble, Trouble::OtherTables) << describe(error);
}

}  // namespace
}  // namespace hamer::test
