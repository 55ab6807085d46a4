// A writer, a keeper, a helper and what is between them, as one value: for going through all that can happen.
//
// The parties are those of src/link/; the disks and the network are made up here. What breaks a promise of docs/link.md
// is in `broken`, in words. A world is copied at each step, so what does not change is shared.
#pragma once

#include "link/command_book.h"
#include "link/command_sender.h"
#include "link/keeper_link.h"
#include "link/own_lines.h"
#include "link/writer_link.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer::model {

struct ModelLine {
    Position position;
    std::string payload;
    std::string line;     // whole, without the newline
    std::string command;  // the id of the command that it came of; may be empty
    std::string text;     // its line of private.jsonl
};
using Line = std::shared_ptr<const ModelLine>;
using Chain = std::vector<Line>;

[[nodiscard]] Position head_of(const Chain& chain);
[[nodiscard]] bool holds_line(const Chain& chain, const LinkPlace& place);

// A message on its way, with what tells it from others.
struct Sent {
    LinkMessage message;
    std::string text;         // without its round
    std::uint64_t round = 0;  // of an offer, and what answers it
};
using Message = std::shared_ptr<const Sent>;
using Messages = std::vector<Message>;

struct Connection {
    Messages to_keeper;
    Messages to_writer;
    std::optional<KeeperLink> keeper;  // once it was welcomed
};

struct KeptChain {
    Chain lines;
    bool procedure = false;
    bool ended = false;
};

// What may happen in it, and how often.
struct Bounds {
    std::size_t lines = 0;  // that the chair adds
    std::size_t commands = 0;
    int faults = 0;
    bool put_away = false;  // after the last line
    bool switches = false;  // the chair may switch commands off
    bool lags = false;      // a line at the writer is durable some time after it is added
    bool link = true;       // false: commands travel, and lines not before all is healed
    // Which faults there are.
    bool network = true;
    bool keeper_dies = true;
    bool keeper_older = true;
    bool writer_dies = true;
    bool writer_older = true;
};

struct Move {
    enum class Kind {
        Append,
        Sync,  // what was added is durable
        PutAway,
        Connect,
        ToKeeper,  // the next message of the connection arrives
        ToWriter,
        Leftover,  // one of a former connection arrives
        Timer,     // five seconds pass, in which beats are heard
        KeeperStarts,
        WriterStarts,
        Ask,
        AskAgain,
        Asked,     // a command arrives at the writer: `a`
        Answered,  // an answer at the helper: `a`
        SwitchOff,
        // faults
        Cut,  // a: 1 with messages left that still arrive
        LoseToKeeper,
        LoseToWriter,
        RepeatToKeeper,
        RepeatToWriter,
        Slow,         // the timer, though something is on its way
        KeeperDies,   // a: the lines of the next message that are on its disk then
        KeeperFails,  // the same, but it lives and says so
        KeeperOlder,  // a: how many lines of each course are gone
        WriterDies,   // a: 1 with messages left that still arrive
        WriterOlder,  // it comes back without its last line
        LoseAsked,
        RepeatAsked,
        LoseAnswer,
        RepeatAnswer,
    } kind = Kind::Append;
    std::size_t a = 0;
};
[[nodiscard]] std::string name_of(const Move& move);

struct World final : OwnLines {
    explicit World(Bounds within);

    [[nodiscard]] std::vector<Move> moves() const;
    void make(const Move& move);
    // Everything that decides what can still happen, as bytes.
    [[nodiscard]] std::string key() const;
    // No more faults: brings everybody back and lets all arrive. What does not come right then is broken too.
    void heal();

    // What the writer has.
    [[nodiscard]] Position head() const override { return at(durable); }
    [[nodiscard]] Position at(std::uint64_t seq) const override;
    [[nodiscard]] std::string line(std::uint64_t seq) const override { return lines[seq - 1]->line; }
    [[nodiscard]] std::vector<std::string> texts(std::uint64_t seq) const override { return {lines[seq - 1]->text}; }
    [[nodiscard]] std::string procedure() const override { return "{}"; }

    Bounds bounds;
    LinkTime now = 0;
    std::string broken;

    Chain lines;              // the writer's disk
    std::size_t durable = 0;  // so many of them would be there after a crash
    bool was_put_away = false;
    std::optional<WriterLink> writer;  // nothing while it is dead
    KnownPlace known;                  // kept for it
    std::optional<CommandBook> book;
    std::uint64_t run = 0;

    bool keeper_up = true;
    std::vector<KeptChain> courses;  // the keeper's disk
    std::optional<Connection> connection;
    std::optional<Connection> leftover;  // a former one, of which messages still arrive at the keeper

    CommandSender helper;
    Messages asked;  // on their way, in any order
    Messages answered;

    // What the checks remember.
    std::vector<Line> ever;              // every line that was ever durable at the writer
    std::map<std::string, int> decided;  // how often the writer was asked to decide
    std::uint64_t added = 0;             // lines, also those that are lost
    bool older_untold = false;           // the keeper was put back, and the writer did not compare since
    bool forked = false;                 // the writer was put back
    bool switched = false;

  private:
    friend class KeeperDisk;
    void add_line(const std::string& command);
    void sync();
    void start_writer();
    void end_writer(bool older);
    void deliver_to_keeper(Connection& at, bool replies);
    void deliver_to_writer();
    void deliver_asked(std::size_t which);
    void take_out(const LinkOut& out, Messages& queue);
    void cut(bool leave_messages);
    void make_keeper_older(std::size_t fewer);
    void let_time_pass();
    void make_fault(const Move& move);
    void add_faults(std::vector<Move>& all) const;
    void check();
    void check_courses();
    void check_commands();
    void say(const std::string& what) {
        if (broken.empty()) broken = what;
    }
    [[nodiscard]] bool is_settled() const;
    void check_healed();

    // The next append() keeps so many lines and fails; negative: it does not.
    int fail_with_lines_ = -1;
};

}  // namespace hamer::model
