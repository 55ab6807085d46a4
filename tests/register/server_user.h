// A user of the test's server who plays one of Hamer's roles, through a Register and past it by SQL of its own. Of a
// server only. Both in one session of the server, which ends with the object.
#pragma once

#include "register/scratch.h"

#include <memory>
#include <string>
#include <vector>

struct pg_conn;

namespace hamer::test {

struct Answer {
    std::string state{};    // SQLSTATE; empty when it went well
    std::string message{};  // and what the server said then
    std::vector<std::vector<std::string>> rows{};
    int changed = 0;  // rows that were written

    [[nodiscard]] std::string value() const { return rows.empty() || rows[0].empty() ? "" : rows[0][0]; }
};

// What the server answers on a connection of the owner's.
[[nodiscard]] Answer ask(const Scratch& scratch, const std::string& sql);

class ServerUser {
  public:
    ServerUser(const Scratch& scratch, const std::string& role);
    ~ServerUser();
    ServerUser(const ServerUser&) = delete;
    ServerUser& operator=(const ServerUser&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string location() const { return scratch_.location_for(name_, "geheim"); }
    [[nodiscard]] Register open(const std::vector<std::string>& targets = {}) const;
    Answer ask(const std::string& sql) const;

  private:
    const Scratch& scratch_;
    std::string name_;
    std::unique_ptr<pg_conn, void (*)(pg_conn*)> connection_;
};

// As a literal of SQL.
[[nodiscard]] std::string quoted(const std::string& text);

// An id as those of records without a session are: the nth.
[[nodiscard]] std::string reported_id(int n);
[[nodiscard]] IncidentRecord reported(const std::string& id);
[[nodiscard]] Dossier affecting(Office office);

}  // namespace hamer::test
