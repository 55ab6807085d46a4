// A folder of its own for a test's register, and records to put in it.
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
    // Fails the test when it cannot be opened.
    [[nodiscard]] Register open() const;
    // Runs SQL on the file past the Register.
    void sql(const std::string& statement) const;

  private:
    std::filesystem::path folder_;
};

// The nth incident of a session.
[[nodiscard]] IncidentRecord a_record(const std::string& session, int number = 1, const std::string& what = "leuzen");
[[nodiscard]] SessionMark a_mark(const std::string& session, std::uint64_t seq);

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
