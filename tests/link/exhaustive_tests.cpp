// All orders of what can happen between a writer, a keeper and a helper, up to a bound: breadth first, so that what is
// found is found by the shortest way.
#include "world.h"

#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <unordered_set>

namespace hamer::model {
namespace {

struct Step {
    std::uint32_t before;
    Move move;
};

class Search {
  public:
    // Heals every so manieth situation.
    explicit Search(Bounds bounds, std::size_t heal_each) : bounds_(bounds), heal_each_(heal_each) {}

    // Empty: nothing is broken. Else what is, and the way to it.
    std::string run() {
        std::vector<std::pair<World, std::uint32_t>> level{{World(bounds_), add(0, {})}};
        while (!level.empty()) {
            std::vector<std::pair<World, std::uint32_t>> next;
            for (const auto& [world, number] : level) {
                for (const Move& move : world.moves()) {
                    World after = world;
                    after.make(move);
                    if (!after.broken.empty()) return after.broken + way_to(number, move);
                    const std::size_t hash = std::hash<std::string>{}(after.key());
                    if (!seen_.insert(hash).second) continue;
                    if (hash % heal_each_ == 0) {
                        World healed = after;
                        healed.heal();
                        if (!healed.broken.empty()) return "healing: " + healed.broken + way_to(number, move);
                    }
                    const std::uint32_t place = add(number, move);
                    next.emplace_back(std::move(after), place);
                }
            }
            level = std::move(next);
        }
        return "";
    }
    [[nodiscard]] std::size_t situations() const { return steps_.size(); }

  private:
    std::uint32_t add(std::uint32_t before, Move move) {
        steps_.push_back({before, move});
        return static_cast<std::uint32_t>(steps_.size() - 1);
    }
    std::string way_to(std::uint32_t number, const Move& last) const {
        std::string way = name_of(last);
        for (; number != 0; number = steps_[number].before) way = name_of(steps_[number].move) + ", " + way;
        return "\nby: " + way;
    }

    Bounds bounds_;
    std::size_t heal_each_;
    std::vector<Step> steps_;
    std::unordered_set<std::size_t> seen_;
};

void explore(const char* what, const Bounds& bounds, std::size_t heal_each) {
    const bool is_long = std::getenv("HAMER_TEST_LONG") != nullptr;
    Search search(bounds, is_long ? 1 : heal_each);
    EXPECT_EQ(search.run(), "") << what;
    std::cout << what << ": " << search.situations() << " situations\n";
}

TEST(EveryOrder, OfLinesAndFaultsOfTheNetwork) {
    explore("network",
            {.lines = 4,
             .faults = 2,
             .keeper_dies = false,
             .keeper_older = false,
             .writer_dies = false,
             .writer_older = false},
            1);
}

TEST(EveryOrder, OfLinesAndOfPartiesThatDieOrComeBackOlder) {
    explore("deaths", {.lines = 4, .faults = 2, .network = false}, 1);
}

TEST(EveryOrder, OfLinesAndAllFaults) { explore("all faults", {.lines = 2, .faults = 2, .put_away = true}, 5); }

TEST(EveryOrder, OfLinesThatAreDurableLater) {
    explore("later", {.lines = 2, .faults = 2, .put_away = true, .lags = true, .network = false}, 5);
}

TEST(EveryOrder, OfCommandsWhoseLinesAreDurableLater) {
    explore("commands later", {.lines = 1, .commands = 2, .faults = 2, .switches = true, .lags = true, .link = false},
            1);
}

TEST(EveryOrder, OfTwoCommandsAndTheirFaults) {
    explore("commands", {.lines = 1, .commands = 2, .faults = 2, .switches = true, .link = false}, 1);
}

TEST(EveryOrder, OfLinesAndACommandTogether) {
    explore("together", {.lines = 1, .commands = 1, .faults = 1, .switches = true}, 1);
}

}  // namespace
}  // namespace hamer::model
