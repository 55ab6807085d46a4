// Long sessions on a bad network: what may happen is drawn by lot, then all heals. Each round prints its seed when it
// is broken; HAMER_LINK_SEED plays one again.
#include "world.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace hamer::model {
namespace {

bool is_fault(const Move& move) { return move.kind >= Move::Kind::Cut; }

// The network of the evening: how often something goes wrong, of a hundred moves.
struct Weather {
    int faults;
    bool older;  // copies are put back too
};

// What came of all rounds, so that one sees that they were worth it.
struct Totals {
    std::size_t moves = 0;
    std::size_t faults = 0;
    std::size_t lines = 0;
    std::size_t forks = 0;
    std::size_t commands = 0;
};

std::string play(std::uint32_t seed, std::string& way, Totals& totals) {
    std::mt19937 random(seed);
    const auto drawn = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    const Weather weather{static_cast<int>(5 + drawn(40)), drawn(2) == 0};
    World world({.lines = 40 + drawn(60),
                 .commands = 6,
                 .faults = 1000,
                 .put_away = true,
                 .switches = drawn(4) == 0,
                 .lags = drawn(2) == 0});
    std::size_t copies_put_back = 0;
    for (int i = 0; i < 1500 && world.broken.empty(); ++i) {
        world.bounds.keeper_older = world.bounds.writer_older = weather.older && copies_put_back < 5;
        std::vector<Move> all = world.moves();
        const bool wants_fault = drawn(100) < static_cast<std::size_t>(weather.faults);
        std::vector<Move> chosen;
        std::ranges::copy_if(all, std::back_inserter(chosen),
                             [&](const Move& one) { return is_fault(one) == wants_fault; });
        if (chosen.empty()) chosen = all;
        if (chosen.empty()) break;
        Move move = chosen[drawn(chosen.size())];
        const bool puts_back = move.kind == Move::Kind::KeeperOlder || move.kind == Move::Kind::WriterOlder;
        if (puts_back) {
            ++copies_put_back;
            if (move.kind == Move::Kind::KeeperOlder) move.a = 1 + drawn(world.lines.size() + 1);
        }
        way += name_of(move) + ", ";
        world.make(move);
        ++totals.moves;
        totals.faults += is_fault(move) ? 1 : 0;
    }
    if (!world.broken.empty()) return world.broken;
    world.heal();
    totals.lines += world.lines.size();
    totals.forks += world.courses.empty() ? 0 : world.courses.size() - 1;
    totals.commands += world.helper.commands().size();
    return world.broken;
}

TEST(RandomRounds, OnABadNetworkAllHealAndNothingIsLost) {
    const char* chosen = std::getenv("HAMER_LINK_SEED");
    std::random_device any;
    const std::uint32_t first = chosen ? static_cast<std::uint32_t>(std::strtoul(chosen, nullptr, 10)) : any();
    const std::uint32_t rounds = chosen ? 1 : std::getenv("HAMER_TEST_LONG") ? 20'000 : 300;
    std::cout << rounds << " rounds from seed " << first << '\n';
    Totals totals;
    for (std::uint32_t i = 0; i < rounds; ++i) {
        std::string way;
        const std::string broken = play(first + i, way, totals);
        ASSERT_EQ(broken, "") << "HAMER_LINK_SEED=" << first + i << "\nby: " << way;
    }
    std::cout << fmt::format("{} moves, {} of them faults; {} lines, {} forks, {} commands\n", totals.moves,
                             totals.faults, totals.lines, totals.forks, totals.commands);
    EXPECT_TRUE(chosen || (totals.lines > 20 * rounds && totals.forks > 0 && totals.commands > rounds));
}

}  // namespace
}  // namespace hamer::model
