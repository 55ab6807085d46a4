#include "world.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::model {

namespace {

bool is_beginning_of(const Chain& beginning, const Chain& whole) {
    return beginning.size() <= whole.size() && std::equal(beginning.begin(), beginning.end(), whole.begin());
}

}  // namespace

void World::check() {
    check_courses();
    check_commands();
    if (!writer) return;
    // What the writer believes to be there is there, or it is told at the next comparison.
    const LinkPlace& there = writer->state().there;
    const bool found = there.seq == 0 || std::ranges::any_of(courses, [&](const KeptChain& course) {
                           return holds_line(course.lines, there);
                       });
    if (!found && !older_untold) say(fmt::format("line {} is acknowledged and not there", there.seq));
    if (writer->state().ended && !older_untold &&
        std::ranges::none_of(courses, [&](const KeptChain& course) { return course.lines == lines; })) {
        say("the session is said to be whole there, and is not");
    }
    if (connection && connection->to_keeper.size() > 12) say("more and more is on its way");
}

void World::check_courses() {
    for (std::size_t i = 0; i < courses.size(); ++i) {
        const Chain& chain = courses[i].lines;
        std::string hash{no_hash};
        for (std::size_t seq = 1; seq <= chain.size(); ++seq) {
            if (chain[seq - 1]->position.seq != seq) say("a line is there twice, or out of order");
        }
        if (!courses[i].procedure && !chain.empty()) say("lines are there without their procedure");
        if (!forked && !is_beginning_of(chain, lines)) say("the keeper's copy is no beginning of the writer's");
    }
    if (!forked && courses.size() > 1) say("a fork was made of nothing");
}

void World::check_commands() {
    for (const SentCommand& one : helper.commands()) {
        const std::string& id = one.command.id;
        const auto came_of = [&](const Line& line) { return line->command == id; };
        const auto times = std::ranges::count_if(ever, came_of);
        if (times > 1) say("a command was recorded twice");
        if (const auto asked_to_decide = decided.find(id);
            asked_to_decide != decided.end() && asked_to_decide->second > 1) {
            say("a command was decided twice");
        }
        if (!one.answer) continue;
        const auto* seq = std::get_if<std::uint64_t>(&one.answer->decision);
        if (!seq && times > 0 && !forked) say("a command was refused to the helper, and recorded");
        if (seq && std::ranges::none_of(
                       ever, [&](const Line& line) { return line->command == id && line->position.seq == *seq; })) {
            say("a command was said to be recorded, and was not");
        }
    }
}

bool World::is_settled() const {
    if (durable < lines.size()) return false;
    if (!writer || !connection || !connection->to_keeper.empty() || !connection->to_writer.empty()) return false;
    if (leftover || !asked.empty() || !answered.empty()) return false;
    if (!std::ranges::all_of(helper.commands(), [](const SentCommand& one) { return one.answer.has_value(); }))
        return false;
    const LinkStatus status = writer->status(*this);
    const bool here = status.band == LinkBand::There || status.band == LinkBand::ThereApart;
    if (status.band == LinkBand::MoreThere) return true;
    return here && status.behind == 0 && (!was_put_away || status.ended);
}

void World::heal() {
    bounds.faults = 0;
    bounds.lines = bounds.commands = 0;
    bounds.switches = false;
    bounds.link = true;
    using enum Move::Kind;
    for (int i = 0; i < 400 && broken.empty() && !is_settled(); ++i) {
        const auto all = moves();
        // Not put away by this; everything else as it comes, what was left over first.
        auto next = std::ranges::find_if(all, [](const Move& move) { return move.kind == Leftover; });
        if (next == all.end()) {
            next = std::ranges::find_if(all, [](const Move& move) { return move.kind != PutAway; });
        }
        if (next == all.end()) break;
        make(*next);
    }
    if (broken.empty()) check_healed();
}

void World::check_healed() {
    if (!is_settled()) {
        say("it does not heal");
        return;
    }
    const LinkStatus status = writer->status(*this);
    if (status.band == LinkBand::MoreThere) {
        const auto longer = [&](const KeptChain& course) {
            return course.lines.size() > lines.size() && is_beginning_of(lines, course.lines);
        };
        if (std::ranges::none_of(courses, longer)) say("the keeper is said to have more, and has not");
        return;
    }
    const auto course = static_cast<std::size_t>(writer->state().course);
    const Chain there = course < courses.size() ? courses[course].lines : Chain{};
    // What a former connection of a writer that was put back still brought is seen at its next line or connection.
    if (forked ? !is_beginning_of(lines, there) : lines != there) say("after healing the copy is another");
    const bool apart = course > 0;
    if (apart != (status.band == LinkBand::ThereApart)) say("a fork is not called one");
}

}  // namespace hamer::model
