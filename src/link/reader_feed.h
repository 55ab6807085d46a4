// The keeper's side of one connection of a screen that reads: a helper's, an onlooker's or a trainer's (docs/link.md).
//
// It brings lines that are durable here, in order, and how it stands with the session. Whoever is far behind gets one
// message at a time, so that what waits for a slow screen stays bounded.
#pragma once

#include "link/kept_sessions.h"
#include "link/lifeline.h"
#include "link/link_out.h"
#include "link/session_board.h"

#include <optional>
#include <string>

namespace hamer {

class ReaderFeed {
  public:
    // The connection was welcomed now.
    ReaderFeed(LinkRole role, LinkTime now) : role_(role), lifeline_{now, now} {}

    // Begins anew, whatever was followed before.
    void follow(const LinkFollow& follow);
    // What this screen does not have yet: nothing where nothing is new, or before it asked.
    [[nodiscard]] LinkOut feed(const SessionBoard& board, KeptSessions& kept);
    // What was given out is sent, or it is long enough ago: the next lines may go.
    void drained() { is_full_ = false; }
    // There may be something for it without anything happening: it is behind, or waits for a session to run. Else
    // nobody needs to look, and the session's folder is free for others.
    [[nodiscard]] bool waits() const { return asked_ && (is_full_ || !state_); }
    // Texts of the session were erased: it drops what it has, and gets it anew.
    void drop_all() { is_stale_ = true; }

    [[nodiscard]] LinkOut tick(LinkTime now);
    void heard(LinkTime now) { lifeline_.heard_at = now; }
    void sent(LinkTime now) { lifeline_.sent_at = now; }

    // The session that it was told of; empty: none yet.
    [[nodiscard]] std::string session() const { return state_ ? state_->session : std::string(); }

  private:
    void choose(const SessionBoard& board);
    [[nodiscard]] Status begin(const KeptPlace& place, const Position& head, KeptSessions& kept);
    void say_state(const LinkState& now, LinkOut& out);
    [[nodiscard]] Status say_lines(const KeptPlace& place, const Position& head, KeptSessions& kept, LinkOut& out);
    [[nodiscard]] LinkOut refuse(LinkRefused why);

    LinkRole role_;
    Lifeline lifeline_;
    std::optional<LinkFollow> asked_;
    std::string session_;             // that is followed; empty: the one that will run
    std::optional<LinkState> state_;  // as it was told last
    LinkPlace sent_;                  // what it has
    bool is_stale_ = false;           // what it has must go
    bool is_full_ = false;            // a message went with more behind it
};

}  // namespace hamer
