// Walks a procedure at random and prints what the machine did, for compare.cjs to do again in XState.
//
//     machine_walks PROCEDURE SEED STEPS LENGTH
//
// A walk of LENGTH steps begins with the line "begin STATE…", the active state of each region; each step is
// "EVENT accepted|refused STATE…". Every other event is one of those that are enabled, the others are any that can be
// sent: an internal event is only ever raised, which XState has no word for.
#include "codec/procedure/procedure_json.h"
#include "platform/text_file.h"
#include "procedure/machine.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <random>
#include <vector>

namespace {

using namespace hamer;

void print(const Procedure& procedure, std::string_view what, const Configuration& situation) {
    std::string line(what);
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        line.append(" ").append(procedure.active(situation, i).id);
    }
    std::puts(line.c_str());
}

void walk(const Procedure& procedure, std::mt19937& random, int steps) {
    std::vector<std::size_t> sent;
    for (std::size_t event = 0; event < procedure.events.size(); ++event) {
        if (!procedure.events[event].internal) sent.push_back(event);
    }
    Configuration situation = procedure.initial();
    print(procedure, "begin", situation);
    for (int i = 0; i < steps; ++i) {
        const auto enabled = enabled_events(procedure, situation);
        const bool any = enabled.empty() || random() % 2 == 0;
        const std::size_t event = any ? sent[random() % sent.size()] : enabled[random() % enabled.size()];
        const auto result = step(procedure, situation, event);
        if (result) situation = result->after;
        print(procedure, procedure.events[event].id + (result ? " accepted" : " refused"), situation);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::fputs("machine_walks PROCEDURE SEED STEPS LENGTH\n", stderr);
        return 2;
    }
    const auto text = hamer::read_text_file(words[1]);
    const auto procedure = text ? hamer::read_procedure(*text, words[1]) : tl::unexpected<hamer::Error>(text.error());
    if (!procedure) {
        std::fputs((hamer::describe(procedure.error()) + "\n").c_str(), stderr);
        return 1;
    }
    std::mt19937 random(static_cast<std::mt19937::result_type>(std::atoi(words[2])));
    const int length = std::atoi(words[4]);
    for (int left = std::atoi(words[3]); left > 0; left -= length) walk(*procedure, random, std::min(left, length));
    return 0;
}
