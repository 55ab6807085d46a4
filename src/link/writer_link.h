// The writer's side of a link with one keeper: brings it every line, and knows what is durable there (docs/link.md).
//
// Nothing here holds the writer up: lines are added without asking, and are looked at when tick() comes. What is said
// to be there was acknowledged by the keeper for a line with this hash; a keeper that has less than it acknowledged is
// noticed, and told until the session ends. Each call says what to send, and whether to end the connection; the caller
// then calls lost(). Answers to commands, and erasing, are not for this (command_book.h).
#pragma once

#include "link/lifeline.h"
#include "link/link_out.h"
#include "link/own_lines.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hamer {

enum class WriterStage {
    Away,       // no connection
    Greeting,   // hello was sent
    Comparing,  // what is here was offered
    Sending,    // lines go, or none is left
    Ahead,      // the keeper has all that is here, and more
    Waiting,    // the keeper could not store it; again in a moment
    Refused,    // for good, until another connection
};

struct WriterSetup {
    std::string session;
    bool drill = false;
    std::string run;      // another one at each start of the program
    std::string key;      // of this device
    std::string program;  // for the keeper's log
};

// The last place that a keeper acknowledged. Worth keeping across a restart; without it nothing but a warning is lost.
struct KnownPlace {
    std::string keeper;
    LinkPlace place;
    bool operator==(const KnownPlace&) const = default;
};

// A keeper that was put back from an older copy, or moved without its newest lines.
struct LostThere {
    std::uint64_t had = 0;
    std::uint64_t has = 0;
    bool operator==(const LostThere&) const = default;
};

// What it knows, for tests that look at every state.
struct WriterLinkState {
    WriterStage stage = WriterStage::Away;
    bool is_open = false;  // there is a connection; after a refusal the stage outlives it
    std::string keeper;
    std::uint64_t round = 0;
    int course = 0;
    bool procedure_there = false;
    LinkPlace there;           // synced at the keeper, on that course
    std::uint64_t sent = 0;    // the last line that was sent, or is there
    LinkPlace offered;         // own head at the last offer
    LinkTime asked_at = 0;     // since when an answer is due, or when Waiting began
    int doubts = 0;            // offers in a row that a line of ours led to
    std::uint64_t closed = 0;  // the line of session-closed; 0: the session runs
    bool end_sent = false;
    bool ended = false;
    bool commands = true;
    std::optional<LinkRefused> why;  // in Waiting and Refused
    std::optional<LostThere> lost;
    KnownPlace known;
    Lifeline lifeline;
};

// What the chair's band says of it.
enum class LinkBand {
    NotReached,
    CatchingUp,    // `behind` lines are not there yet
    There,         // all of it
    ThereApart,    // all of it, as a fork beside another course
    MoreThere,     // the keeper has lines that this device lost
    CannotBeKept,  // `why`
};

struct LinkStatus {
    LinkBand band = LinkBand::NotReached;
    std::uint64_t behind = 0;
    std::uint64_t there = 0;           // also while it is not reached: what it acknowledged last
    std::optional<LinkRefused> why{};  // with CannotBeKept
    std::optional<LostThere> lost{};
    bool ended = false;  // the keeper has it all, and knows that it has
    bool operator==(const LinkStatus&) const = default;
};

class WriterLink {
  public:
    explicit WriterLink(WriterSetup setup, KnownPlace known = {});

    // A connection is open, and nothing was said on it yet.
    [[nodiscard]] LinkOut connected(LinkTime now);
    // It is gone, whoever ended it.
    void lost();
    [[nodiscard]] LinkOut receive(const LinkMessage& message, const OwnLines& own, LinkTime now);
    // Lines were added, or time passed: call it at each new line, and twice a second.
    [[nodiscard]] LinkOut tick(const OwnLines& own, LinkTime now);

    // Bytes came, though no whole message: a large one on a slow line is no silence.
    void heard(LinkTime now) { state_.lifeline.heard_at = now; }

    // session-closed has that number, and may still be on its way to the disk: once it is at the keeper, that is told
    // that it has all.
    void put_away(std::uint64_t seq) { state_.closed = seq; }
    // The chair switches commands on or off. The book decides (command_book.h); this tells the others.
    [[nodiscard]] LinkOut let_commands(bool on, LinkTime now);

    [[nodiscard]] LinkStatus status(const OwnLines& own) const;
    [[nodiscard]] const KnownPlace& known() const { return state_.known; }
    [[nodiscard]] const WriterLinkState& state() const { return state_; }

  private:
    void take(const LinkWelcome& welcome, const OwnLines& own, LinkOut& out, LinkTime now);
    void take(const LinkHave& have, const OwnLines& own, LinkOut& out, LinkTime now);
    void take(const LinkSynced& synced, const OwnLines& own, LinkOut& out, LinkTime now);
    void take(const LinkEnded& ended, const OwnLines& own, LinkOut& out, LinkTime now);
    void take(const LinkRefused& refused, const OwnLines& own, LinkOut& out, LinkTime now);
    template <typename Other>
    void take(const Other& other, const OwnLines& own, LinkOut& out, LinkTime now);

    void offer(const OwnLines& own, LinkOut& out, LinkTime now);
    [[nodiscard]] bool choose_course(const LinkHave& have, const OwnLines& own);
    void compare_with_known(const OwnLines& own);
    void send(const OwnLines& own, LinkOut& out, LinkTime now);
    [[nodiscard]] std::optional<LinkLines> next_lines(const OwnLines& own);
    // Compares anew, and from the fourth time in a row on not at once.
    void doubt(LinkRefused why, const OwnLines& own, LinkOut& out, LinkTime now);
    void refuse(LinkRefused why, WriterStage stage, LinkTime now);

    WriterSetup setup_;
    WriterLinkState state_;
};

}  // namespace hamer
