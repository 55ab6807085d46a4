#include "register/scratch.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <stdexcept>

namespace hamer::test {

Scratch::Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "hamer-register-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    folder_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Register Scratch::open() const {
    auto opened = Register::open(file());
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *std::move(opened);
}

void Scratch::sql(const std::string& statement) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
}

IncidentRecord a_record(const std::string& session, int number, const std::string& what) {
    IncidentRecord record;
    record.id = session + "-" + std::to_string(number);
    record.municipality = "Leiden";
    record.meeting = {"Raad", "2026-03-12", "Vera", "Gijs", "Raadzaal", true};
    record.what = what;
    record.started = {5, {1'773'342'000'000 + number * 60'000, 60}, {}};
    record.source = {session, "f00d", "leiden-2025", 1, "abc", "0.1"};
    return record;
}

SessionMark a_mark(const std::string& session, std::uint64_t seq) {
    return {session, seq, "head-" + std::to_string(seq)};
}

void expect_names(const Error& error, const std::string& file) {
    EXPECT_NE(error.where.find(file), std::string::npos) << describe(error);
    EXPECT_FALSE(error.problem.empty());
    EXPECT_FALSE(error.advice.empty());
    EXPECT_EQ(describe(error).find('\n'), std::string::npos) << describe(error);
}

}  // namespace hamer::test
