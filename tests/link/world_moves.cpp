#include "world.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer::model {

namespace {

// A web socket neither loses nor repeats its first message; then there is no connection.
bool may_go_wrong(const Messages& queue) {
    return !queue.empty() && !std::holds_alternative<LinkHello>(queue.front()->message) &&
           !std::holds_alternative<LinkWelcome>(queue.front()->message);
}

std::size_t lines_in(const Messages& queue) {
    if (queue.empty()) return 0;
    const auto* lines = std::get_if<LinkLines>(&queue.front()->message);
    return lines ? lines->lines.size() : 0;
}

bool is_waiting(const CommandSender& helper) {
    return std::ranges::any_of(helper.commands(), [](const SentCommand& one) { return !one.answer; });
}

void put(std::string& key, const Messages& queue, std::uint64_t round) {
    for (const Message& message : queue) {
        key += message->text;
        if (message->round > 0) key += fmt::format("@{}", static_cast<std::int64_t>(message->round - round));
        key += ';';
    }
    key += '|';
}

void put(std::string& key, const Chain& chain) {
    for (const Line& line : chain) key += line->position.hash.substr(0, 12);
    key += '|';
}

}  // namespace

std::string name_of(const Move& move) {
    constexpr std::array names{
        "append",       "sync",           "put away",       "connect",          "to keeper",
        "to writer",    "leftover",       "timer",          "keeper starts",    "writer starts",
        "ask",          "ask again",      "asked",          "answered",         "switch off",
        "cut",          "lose to keeper", "lose to writer", "repeat to keeper", "repeat to writer",
        "slow",         "keeper dies",    "keeper fails",   "keeper older",     "writer dies",
        "writer older", "lose asked",     "repeat asked",   "lose answer",      "repeat answer"};
    return fmt::format("{} {}", names.at(static_cast<std::size_t>(move.kind)), move.a);
}

std::vector<Move> World::moves() const {
    using enum Move::Kind;
    std::vector<Move> all;
    // First: healing takes what comes first.
    if (writer && durable < lines.size()) all.push_back({Sync});
    if (writer && added < bounds.lines + bounds.commands && lines.size() < bounds.lines && !was_put_away) {
        all.push_back({Append});
    }
    if (writer && bounds.put_away && !was_put_away && added >= bounds.lines) all.push_back({PutAway});
    if (bounds.link && writer && keeper_up && !connection) all.push_back({Connect});
    if (connection) {
        if (!connection->to_keeper.empty()) all.push_back({ToKeeper});
        if (!connection->to_writer.empty()) all.push_back({ToWriter});
        const bool nothing_comes = connection->to_keeper.empty() && connection->to_writer.empty();
        const bool answer_is_due =
            writer->state().stage == WriterStage::Comparing || writer->state().stage == WriterStage::Waiting ||
            writer->state().sent > writer->state().there.seq || (writer->state().end_sent && !writer->state().ended);
        if (nothing_comes && answer_is_due) all.push_back({Timer});
    }
    if (leftover && keeper_up) all.push_back({Leftover});
    if (!keeper_up) all.push_back({KeeperStarts});
    if (!writer) all.push_back({WriterStarts});
    if (writer && helper.commands().size() < bounds.commands && !was_put_away) all.push_back({Ask});
    if (is_waiting(helper) && asked.empty() && answered.empty()) all.push_back({AskAgain});
    for (std::size_t i = 0; writer && i < asked.size(); ++i) all.push_back({Asked, i});
    for (std::size_t i = 0; i < answered.size(); ++i) all.push_back({Answered, i});
    if (writer && bounds.switches && !switched) all.push_back({SwitchOff});
    if (bounds.faults > 0) add_faults(all);
    return all;
}

void World::add_faults(std::vector<Move>& all) const {
    using enum Move::Kind;
    if (connection && bounds.network) {
        all.push_back({Cut, 0});
        if (!connection->to_keeper.empty() && connection->keeper && !leftover) all.push_back({Cut, 1});
        if (may_go_wrong(connection->to_keeper)) {
            all.push_back({LoseToKeeper});
            all.push_back({RepeatToKeeper});
        }
        if (may_go_wrong(connection->to_writer)) {
            all.push_back({LoseToWriter});
            all.push_back({RepeatToWriter});
        }
        const bool is_greeted = writer->state().stage != WriterStage::Greeting;
        if (is_greeted && (!connection->to_keeper.empty() || !connection->to_writer.empty())) all.push_back({Slow});
    }
    if (connection && bounds.keeper_dies) {
        const std::size_t number = lines_in(connection->to_keeper);
        for (std::size_t i = 0; number > 0 && i <= number; ++i) {
            all.push_back({KeeperDies, i});
            all.push_back({KeeperFails, i});
        }
    }
    if (bounds.keeper_older && !courses.empty()) {
        all.push_back({KeeperOlder, 1});
        all.push_back({KeeperOlder, 2});
    }
    if (writer && bounds.writer_dies) {
        all.push_back({WriterDies, 0});
        if (connection && connection->keeper && !connection->to_keeper.empty() && !leftover)
            all.push_back({WriterDies, 1});
    }
    if (writer && bounds.writer_older && durable > 0) {
        all.push_back({WriterOlder, 0});
        if (connection && connection->keeper && !connection->to_keeper.empty() && !leftover)
            all.push_back({WriterOlder, 1});
    }
    for (std::size_t i = 0; bounds.network && i < asked.size(); ++i) {
        all.push_back({LoseAsked, i});
        all.push_back({RepeatAsked, i});
    }
    for (std::size_t i = 0; bounds.network && i < answered.size(); ++i) {
        all.push_back({LoseAnswer, i});
        all.push_back({RepeatAnswer, i});
    }
}

std::string World::key() const {
    std::string key = fmt::format("{} {} {} {} {} {} {}|", bounds.faults, durable, added, was_put_away, keeper_up,
                                  older_untold, switched);
    put(key, lines);
    std::uint64_t round = 0;
    key += fmt::format("{}{}|", known.place.seq, known.place.hash.substr(0, 12));
    if (writer) {
        const WriterLinkState& state = writer->state();
        round = state.round;
        key += fmt::format("{} {} {} {}{} {} {}{} {} {} {} {} {} {}|", static_cast<int>(state.stage), state.course,
                           state.procedure_there, state.there.seq, state.there.hash.substr(0, 12), state.sent,
                           state.offered.seq, state.offered.hash.substr(0, 12),
                           std::min<LinkTime>(now - state.asked_at, 5000), state.doubts, state.end_sent, state.ended,
                           state.lost ? state.lost->had : 0, book->lets());
        for (const auto& [id, decision] : book->decided()) key += fmt::format("{}{},", id, decision.index());
    }
    for (const KeptChain& course : courses) {
        key += fmt::format("{}{}", course.procedure, course.ended);
        put(key, course.lines);
    }
    for (const auto* one : {&connection, &leftover}) {
        key += '/';
        if (!one->has_value()) continue;
        key += (*one)->keeper ? (*one)->keeper->session() + "k" : "-";
        put(key, (*one)->to_keeper, round);
        put(key, (*one)->to_writer, round);
    }
    if (!helper.commands().empty()) key += fmt::format("run {}|", run);
    for (const SentCommand& one : helper.commands()) {
        key += one.command.id + one.command.run + (one.answer ? std::to_string(one.answer->decision.index()) : "?");
        const auto times = decided.find(one.command.id);
        key += times == decided.end() ? "" : "d";
    }
    for (const Messages* bag : {&asked, &answered}) {
        std::vector<std::string> texts;
        for (const Message& message : *bag) texts.push_back(message->text);
        std::ranges::sort(texts);
        key += fmt::format("[{}]", fmt::join(texts, ";"));
    }
    return key;
}

}  // namespace hamer::model
