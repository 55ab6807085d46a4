#include "world.h"

#include "link/greeting.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer::model {

namespace {

const std::string session = "s";
const std::string key_of_writer(64, 'a');

Line make_line(const Position& after, const std::string& payload, const std::string& command) {
    LineMaker maker;
    std::string line(maker.make(after, payload));
    line.pop_back();
    return std::make_shared<const ModelLine>(
        ModelLine{maker.made(), payload, std::move(line), command,
                  fmt::format(R"({{"seq":{},"name":"text","salt":"a","text":"t"}})", maker.made().seq)});
}

Message sent(LinkMessage message) {
    std::uint64_t round = 0;
    LinkMessage without = message;
    if (auto* offer = std::get_if<LinkOffer>(&without)) round = std::exchange(offer->round, 0);
    if (auto* have = std::get_if<LinkHave>(&without)) round = std::exchange(have->round, 0);
    return std::make_shared<const Sent>(Sent{std::move(message), write_link_message(without), round});
}

Message take_first(Messages& queue, std::size_t which = 0) {
    Message first = queue[which];
    queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(which));
    return first;
}

}  // namespace

Position head_of(const Chain& chain) { return chain.empty() ? Position{} : chain.back()->position; }

bool holds_line(const Chain& chain, const LinkPlace& place) {
    if (place.seq == 0) return true;
    return place.seq <= chain.size() && chain[place.seq - 1]->position.hash == place.hash;
}

// The keeper's disk. Only what it says yes to counts, and it checks that it is asked for nothing else.
class KeeperDisk final : public KeptSessions {
  public:
    explicit KeeperDisk(World& world) : world_(world) {}

    Result<std::vector<KeptCourse>> courses(const std::string&) override {
        std::vector<KeptCourse> all;
        for (const KeptChain& one : world_.courses) all.push_back({head_of(one.lines), one.procedure, one.ended});
        return all;
    }
    Result<std::optional<std::string>> hash_of(const KeptPlace& place, std::uint64_t seq) override {
        const Chain& chain = course(place).lines;
        if (seq == 0 || seq > chain.size()) return std::nullopt;
        return chain[seq - 1]->position.hash;
    }
    Status put_procedure(const KeptPlace& place, const std::string&) override {
        if (static_cast<std::size_t>(place.course) == world_.courses.size()) world_.courses.emplace_back();
        course(place).procedure = true;
        return {};
    }
    Status append(const KeptPlace& place, const Position& after, std::span<const CheckedLine> lines) override {
        KeptChain& kept = course(place);
        if (head_of(kept.lines) != after) world_.say("lines were added elsewhere than at the end");
        if (kept.ended) world_.say("a line was added to a session that was put away");
        const int most = world_.fail_with_lines_;
        int put = 0;
        for (const CheckedLine& one : lines) {
            if (put == most) break;
            put_line(kept.lines, one);
            ++put;
        }
        if (most >= 0) return fail(ErrorKind::Storage, "keeper", "the disk failed", {}, Trouble::Disk);
        return {};
    }
    // No screen reads here.
    Result<std::vector<LinkLine>> lines(const KeptPlace&, std::uint64_t) override { return std::vector<LinkLine>{}; }
    Result<std::optional<LinkCode>> erase(const std::string&, std::span<const LinkTextName>,
                                          const std::string&) override {
        return std::nullopt;
    }
    Result<std::vector<LinkErase>> owed(const std::string&) override { return std::vector<LinkErase>{}; }
    Status settled(const std::string&, const std::string&) override { return {}; }
    Result<std::vector<LinkTextName>> erased(const std::string&) override { return std::vector<LinkTextName>{}; }
    Status end(const KeptPlace& place) override {
        course(place).ended = true;
        if (course(place).lines != world_.lines && !world_.forked)
            world_.say("a session ended of which not all lines are there");
        return {};
    }

  private:
    KeptChain& course(const KeptPlace& place) { return world_.courses.at(static_cast<std::size_t>(place.course)); }
    void put_line(Chain& chain, const CheckedLine& one) {
        const Line made = make_line(head_of(chain), one.payload, "");
        const auto same = std::ranges::find(world_.ever, made->line, [](const Line& had) { return had->line; });
        if (same == world_.ever.end()) {
            world_.say("the keeper has a line that the writer never had");
            return;
        }
        if (one.texts != std::vector<std::string>{made->text}) world_.say("a line came without its text");
        chain.push_back(*same);
    }

    World& world_;
};

World::World(Bounds within) : bounds(within) { start_writer(); }

Position World::at(std::uint64_t seq) const { return seq == 0 ? Position{} : lines.at(seq - 1)->position; }

void World::start_writer() {
    ++run;
    const std::string name = fmt::format("r{}", run);
    writer.emplace(WriterSetup{session, false, name, key_of_writer, "model"}, known);
    if (was_put_away) writer->put_away(lines.size());
    std::map<std::string, std::uint64_t> taken;
    for (const Line& one : lines) {
        if (!one->command.empty()) taken.emplace(one->command, one->position.seq);
    }
    book.emplace(session, name, std::move(taken));
}

void World::add_line(const std::string& command) {
    const Line made = make_line(head_of(lines), fmt::format("{{\"n\":{},\"c\":\"{}\"}}", added++, command), command);
    lines.push_back(made);
    if (bounds.lags) {
        if (connection) take_out(writer->tick(*this, now), connection->to_keeper);
    } else {
        sync();
    }
}

void World::sync() {
    ever.insert(ever.end(), lines.begin() + static_cast<std::ptrdiff_t>(durable), lines.end());
    durable = lines.size();
    // As the program does: it looks at the link after each line, and waits for nothing.
    if (connection) take_out(writer->tick(*this, now), connection->to_keeper);
}

void World::take_out(const LinkOut& out, Messages& queue) {
    for (const LinkMessage& message : out.messages) {
        if (!std::holds_alternative<LinkBeat>(message)) queue.push_back(sent(message));
    }
    if (out.close) say(fmt::format("a connection was closed: {}", word(*out.close)));
}

void World::deliver_to_keeper(Connection& at, bool replies) {
    const Message message = take_first(at.to_keeper);
    LinkOut out;
    if (!at.keeper) {
        const auto* hello = std::get_if<LinkHello>(&message->message);
        if (!hello) return;  // of a connection that the keeper never welcomed
        out = greet(*hello, PairedDevice{"d", LinkRole::Chair}, {"k", "model"});
        at.keeper.emplace(now);
    } else {
        KeeperDisk disk(*this);
        out = at.keeper->receive(message->message, disk, now);
    }
    Messages nowhere;
    take_out(out, replies ? at.to_writer : nowhere);
}

void World::deliver_to_writer() {
    const Message message = take_first(connection->to_writer);
    const LinkPlace before = writer->known().place;
    const auto* have = std::get_if<LinkHave>(&message->message);
    const bool looked_at =
        have && writer->state().stage == WriterStage::Comparing && have->round == writer->state().round;
    const bool is_missing = before.seq > 0 && std::ranges::none_of(courses, [&](const KeptChain& course) {
                                return holds_line(course.lines, before);
                            });
    take_out(writer->receive(message->message, *this, now), connection->to_keeper);
    known = writer->known();
    if (!looked_at) return;
    older_untold = false;
    if (is_missing && holds_line(lines, before) && !writer->status(*this).lost) {
        say("the keeper lost acknowledged lines and nobody is told");
    }
}

void World::deliver_asked(std::size_t which) {
    const Message message = take_first(asked, which);
    const LinkAsked command{std::get<LinkCommand>(message->message), "h", LinkRole::Clerk};
    // All commands are of one event, which can come once: the procedure refuses the second.
    const auto decide = [&](const LinkAsked& one) -> CommandDecision {
        ++decided[one.command.id];
        const bool came = std::ranges::any_of(lines, [](const Line& line) { return !line->command.empty(); });
        if (came) return LinkRefusal{"not-enabled", {"nee", "no"}};
        add_line(one.command.id);
        return std::uint64_t{lines.size()};
    };
    if (const auto answer = book->answer(command, decide, *this)) answered.push_back(sent(*answer));
}

void World::end_writer(bool older) {
    writer.reset();
    book.reset();
    if (older) {
        forked = true;
        --durable;
    }
    // session-closed is the last line.
    if (durable < lines.size()) was_put_away = false;
    lines.resize(durable);
}

void World::cut(bool leave_messages) {
    if (!connection) return;
    if (leave_messages && connection->keeper) leftover = std::move(connection);
    connection.reset();
    if (writer) writer->lost();
}

void World::make_keeper_older(std::size_t fewer) {
    cut(false);
    leftover.reset();
    for (KeptChain& course : courses) {
        course.lines.resize(course.lines.size() - std::min(fewer, course.lines.size()));
        course.ended = false;
    }
    older_untold = true;
}

void World::let_time_pass() {
    now += 5000;
    Messages& queue = connection->to_keeper;
    // Beats go to and fro meanwhile.
    take_out(writer->receive(LinkBeat{}, *this, now), queue);
    take_out(writer->tick(*this, now), queue);
}

void World::make(const Move& move) {
    using enum Move::Kind;
    switch (move.kind) {
        case Append:
            add_line("");
            break;
        case Sync:
            sync();
            break;
        case PutAway:
            was_put_away = true;
            writer->put_away(lines.size() + 1);
            add_line("");  // session-closed
            break;
        case Connect:
            connection.emplace();
            take_out(writer->connected(now), connection->to_keeper);
            break;
        case ToKeeper:
            deliver_to_keeper(*connection, true);
            break;
        case ToWriter:
            deliver_to_writer();
            break;
        case Leftover:
            deliver_to_keeper(*leftover, false);
            if (leftover->to_keeper.empty()) leftover.reset();
            break;
        case Timer:
            let_time_pass();
            break;
        case KeeperStarts:
            keeper_up = true;
            break;
        case WriterStarts:
            start_writer();
            break;
        case Ask:
            // A helper of the model asks too few for a bound.
            asked.push_back(sent(helper
                                     .ask({session, fmt::format("r{}", run),
                                           fmt::format("c{}", helper.commands().size()), head().seq, "{}"},
                                          now)
                                     .value()));
            break;
        case AskAgain:
            for (LinkMessage& message : helper.connected(now)) asked.push_back(sent(std::move(message)));
            break;
        case Asked:
            deliver_asked(move.a);
            break;
        case Answered:
            helper.receive(std::get<LinkAnswer>(take_first(answered, move.a)->message));
            break;
        case SwitchOff:
            switched = true;
            book->let(false);
            if (connection) take_out(writer->let_commands(false, now), connection->to_keeper);
            break;
        default:
            make_fault(move);
    }
    check();
}

void World::make_fault(const Move& move) {
    using enum Move::Kind;
    --bounds.faults;
    switch (move.kind) {
        case Cut:
            cut(move.a == 1);
            break;
        case LoseToKeeper:
            take_first(connection->to_keeper);
            break;
        case LoseToWriter:
            take_first(connection->to_writer);
            break;
        case RepeatToKeeper:
            connection->to_keeper.insert(connection->to_keeper.begin(), connection->to_keeper.front());
            break;
        case RepeatToWriter:
            connection->to_writer.insert(connection->to_writer.begin(), connection->to_writer.front());
            break;
        case Slow:
            let_time_pass();
            break;
        case KeeperFails:
        case KeeperDies:
            fail_with_lines_ = static_cast<int>(move.a);
            deliver_to_keeper(*connection, move.kind == KeeperFails);
            fail_with_lines_ = -1;
            if (move.kind == KeeperFails) break;
            keeper_up = false;
            cut(false);
            leftover.reset();
            break;
        case KeeperOlder:
            make_keeper_older(move.a);
            break;
        case WriterDies:
        case WriterOlder:
            cut(move.a == 1);
            end_writer(move.kind == WriterOlder);
            break;
        case LoseAsked:
            take_first(asked, move.a);
            break;
        case RepeatAsked:
            asked.push_back(asked[move.a]);
            break;
        case LoseAnswer:
            take_first(answered, move.a);
            break;
        default:
            answered.push_back(answered[move.a]);
    }
}

}  // namespace hamer::model
