// A meeting under a small procedure whose names are nobody's, so that only meanings can tell what happened.
#pragma once

#include "record/incidents.h"
#include "session/command.h"
#include "session/session.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer::test {

[[nodiscard]] std::shared_ptr<const Procedure> a_procedure();
[[nodiscard]] const Municipality& a_municipality();

// 20:00 on the day of the meeting, and so many minutes.
[[nodiscard]] Instant minute(int minutes);

// Every command takes a minute, starting at 20:01. A command that is refused fails the test.
class Play {
  public:
    Play();

    // The seq of the entry.
    std::uint64_t step(const std::string& event, const Fields& with = {}, std::optional<Instant> occurred = {});
    std::uint64_t note(const std::string& text, std::optional<Instant> occurred = {});
    std::uint64_t undo(const std::string& why = "");
    std::uint64_t amend(std::uint64_t seq, const Fields& fields);
    std::uint64_t deviate(const std::map<std::string, std::string>& to, const std::string& why);
    Play& steps(const std::vector<std::string>& events);

    [[nodiscard]] std::vector<IncidentRecord> records() const;
    // The one record; an empty one fails the test.
    [[nodiscard]] IncidentRecord record() const;
    [[nodiscard]] const Session& session() const { return session_; }

  private:
    std::uint64_t execute(Command command);
    Session session_;
};

// What an earlier procedure recorded, whose decisions named no incident and had flags for who was consulted.
[[nodiscard]] std::vector<IncidentRecord> records_with_old_decision(const Play& play, bool clerk, bool adviser);

// A whole evening: scenario A then B, three requests, security, police, an emergency, corrections, charges.
[[nodiscard]] Play eventful_evening();

// With something in each of its parts.
[[nodiscard]] Dossier a_dossier();

// With what a member's incident has, and words of both kinds.
[[nodiscard]] IncidentRecord a_members_record();

}  // namespace hamer::test
