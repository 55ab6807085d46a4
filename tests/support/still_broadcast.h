// A broadcast that is what the test says it is.
#pragma once

#include "broadcast/broadcast.h"

#include <utility>

namespace hamer::test {

struct StillBroadcast final : BroadcastControl {
    // What the test sees and sets; it outlives the control.
    struct Board {
        BroadcastStatus status{.link = BroadcastStatus::Link::Ready};
        std::vector<BroadcastReport> reports;
        std::vector<BroadcastWish> wishes;  // each that was new
        int again = 0, tests = 0, stops = 0, forgets = 0;
        std::string slate;

        void reach(Instant at) {
            status.reached = true;
            status.overdue = false;
            status.reached_at = at;
            ++status.version;
        }
    };
    explicit StillBroadcast(Board& shown) : board(shown) {}

    void want(BroadcastWish wish) override {
        if (wish == board.status.wish) return;
        board.wishes.push_back(wish);
        board.status.wish = wish;
        board.status.reached = board.status.overdue = board.status.overridden = false;
        ++board.status.version;
    }
    [[nodiscard]] BroadcastStatus status() const override { return board.status; }
    [[nodiscard]] std::vector<BroadcastReport> take_reports() override { return std::exchange(board.reports, {}); }
    void again() override { ++board.again; }
    void test() override { ++board.tests; }
    void make_slate(const std::string& picture) override { board.slate = picture; }
    void stop_stream() override { ++board.stops; }
    void forget() override { ++board.forgets; }

    Board& board;
};

}  // namespace hamer::test
