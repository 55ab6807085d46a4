// A register of its own for each test, in a file or on the server that HAMER_TEST_SERVER names, by way of the pooler of
// HAMER_TEST_POOLER where there is one; and records to put in it.
#pragma once

#include "record/incident.h"
#include "register/register.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace hamer::test {

class Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] std::filesystem::path folder() const { return folder_; }
    [[nodiscard]] std::string file() const { return (folder_ / "register.db").string(); }
    // What a Register is opened with: that file, or a database of the server.
    [[nodiscard]] std::string location() const;
    [[nodiscard]] std::string location_for(const std::string& user, const std::string& password) const;
    // The server itself, also where there is a pooler.
    [[nodiscard]] std::string server_location() const;
    [[nodiscard]] std::string shown() const;  // what an error names it by
    // Fails the test when it cannot be opened.
    [[nodiscard]] Register open(const std::vector<std::string>& targets = {}) const;
    [[nodiscard]] bool is_file() const { return database_.empty(); }
    [[nodiscard]] static bool has_pooler();
    // Runs SQL past the Register.
    void sql(const std::string& statement) const;
    // What a file says to such SQL; empty: it did it.
    [[nodiscard]] std::string try_sql(const std::string& statement) const;

  private:
    std::filesystem::path folder_;
    std::string database_;  // its name on the server; empty for a file
};

// The nth incident of a session.
[[nodiscard]] IncidentRecord a_record(const std::string& session, int number = 1, const std::string& what = "leuzen");
[[nodiscard]] SessionMark a_mark(const std::string& session, std::uint64_t seq);
// A journal that ends at that mark, and passes through all marks of lower entries.
[[nodiscard]] SessionChain a_chain(const std::string& session, std::uint64_t seq);

// The ids in order, with a space after each; or what went wrong.
[[nodiscard]] std::string ids(const Result<std::vector<RecordSummary>>& found);

inline constexpr Instant now{1'773'350'000'000, 60};

// What went wrong; fails the test when nothing did.
template <typename Value>
Error error_of(const Result<Value>& result);

void expect_names(const Error& error, const std::string& file);

template <typename Value>
Error error_of(const Result<Value>& result) {
    if (result) throw std::runtime_error("this should have failed");
    return result.error();
}

}  // namespace hamer::test
