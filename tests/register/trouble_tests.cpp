#include "register/scratch.h"

#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <sqlite3.h>

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
    expect_names(error_of(Register::open("/proc/register.db")), "/proc/register.db");
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
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
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
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register store = scratch.open();
    scratch.sql(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', "
        "current_database()); END $$");
    const Error error = error_of([&]() -> Result<StoredRecord> {
        auto other = Register::open(scratch.location());
        if (!other) return tl::unexpected<Error>(other.error());
        return other->put(a_record("s", 1), now);
    }());
    EXPECT_EQ(error.trouble, Trouble::NotReachable) << describe(error);
    EXPECT_NE(error.advice.find("target_session_attrs"), std::string::npos) << describe(error);
}

TEST(RegisterTrouble, OnlyTablesThatAreNotOursAreToBePutBack) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    Register store = scratch.open();
    scratch.sql("ALTER TABLE record_revision RENAME TO elsewhere");
    const Error error = error_of(store.record("s-1"));
    EXPECT_EQ(error.trouble, Trouble::ForeignRegister) << describe(error);
}

}  // namespace
}  // namespace hamer::test
