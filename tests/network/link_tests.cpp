// Both ends on the loopback: what is promised to whoever keeps the rules.
#include "network/link_client.h"
#include "network/link_server.h"
#include "platform/clock.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <gtest/gtest.h>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>

namespace hamer::test {
namespace {

using namespace std::chrono_literals;
constexpr auto long_enough = 60s;  // only waited for by a test that fails

// Puts down what happened; tests wait until enough has.
template <typename Event>
class Notes {
  public:
    void add(Event event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        changed_.notify_all();
    }
    Event next() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, long_enough, [&] { return taken_ < events_.size(); })) {
            ADD_FAILURE() << "nothing came";
            return {};
        }
        return events_[taken_++];
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Event> events_;
    std::size_t taken_ = 0;
};

struct Came {
    std::string what;
    PeerId peer = 0;
    std::string text{};
    std::int64_t at = 0;
};

class Noting : public LinkHandler {
  public:
    Notes<Came> notes;
    std::function<void()> on_received = [] {};
    void opened(PeerId peer, std::int64_t at) override { notes.add({"opened", peer, {}, at}); }
    void received(PeerId peer, std::string text, std::int64_t at) override {
        on_received();
        notes.add({"received", peer, std::move(text), at});
    }
    void heard(PeerId, std::int64_t) override {}
    void sent(PeerId peer, std::int64_t) override {
        const std::lock_guard lock(sent_mutex_);
        sent_to_.push_back(peer);
        sent_changed_.notify_all();
    }
    bool has_sent_to(PeerId peer) {
        std::unique_lock lock(sent_mutex_);
        return sent_changed_.wait_for(lock, long_enough,
                                      [&] { return std::count(sent_to_.begin(), sent_to_.end(), peer) > 0; });
    }
    void lost(PeerId peer, std::int64_t at) override { notes.add({"lost", peer, {}, at}); }
    void tick(std::int64_t) override {
        if (!std::exchange(ticked_, true)) first_tick.set_value();
    }
    std::promise<void> first_tick;

  private:
    bool ticked_ = false;
    std::mutex sent_mutex_;
    std::condition_variable sent_changed_;
    std::vector<PeerId> sent_to_;
};

class Caller {
  public:
    explicit Caller(const std::string& address, LinkLimits limits = {}) {
        LinkClientOptions options{.address = read_link_address(address).value()};
        options.limits = limits;
        options.changed = [this] {
            const std::lock_guard lock(mutex_);
            news_ = true;
            changed_.notify_one();
        };
        client_ = open_link_client(options).value();
    }
    LinkClient& operator*() { return *client_; }
    // The next event that is not only bytes.
    LinkEvent next() {
        for (;;) {
            if (!events_.empty()) {
                LinkEvent event = std::move(events_.front());
                events_.erase(events_.begin());
                if (!std::holds_alternative<LinkHeard>(event)) return event;
                continue;
            }
            std::unique_lock lock(mutex_);
            if (!changed_.wait_for(lock, long_enough, [this] { return std::exchange(news_, false); })) {
                ADD_FAILURE() << "nothing came";
                return LinkLost{};
            }
            lock.unlock();
            events_ = client_->take();
        }
    }
    std::string next_text() {
        const LinkEvent event = next();
        const auto* received = std::get_if<LinkReceived>(&event);
        return received ? received->text : "no message";
    }
    bool opens() { return std::holds_alternative<LinkOpened>(next()); }
    LinkLost end() {
        for (;;) {
            if (const LinkEvent event = next(); const auto* lost = std::get_if<LinkLost>(&event)) return *lost;
        }
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool news_ = false;
    std::vector<LinkEvent> events_;
    std::unique_ptr<LinkClient> client_;
};

class Link : public testing::Test {
  protected:
    void serve(LinkServerOptions options = {}) {
        // However slow this machine is just now.
        options.limits.request_ms = options.limits.greeting_ms = options.limits.closing_ms = 600'000;
        auto made = open_link_server(std::move(options), handler, clock);
        ASSERT_TRUE(made) << describe(made.error());
        server = *std::move(made);
        server->start();
    }
    std::string address() const { return "ws://127.0.0.1:" + std::to_string(server->port()); }

    SystemClock clock;
    Noting handler;
    std::unique_ptr<LinkServer> server;
};

TEST_F(Link, BringsMessagesBothWaysInTheirOrder) {
    serve();
    Caller caller(address());
    ASSERT_TRUE(caller.opens());
    const PeerId peer = handler.notes.next().peer;
    for (int i = 0; i < 100; ++i) (*caller).send("één " + std::to_string(i));
    for (int i = 0; i < 100; ++i) EXPECT_EQ(handler.notes.next().text, "één " + std::to_string(i));
    for (int i = 0; i < 100; ++i) server->send(peer, "twee " + std::to_string(i));
    for (int i = 0; i < 100; ++i) EXPECT_EQ(caller.next_text(), "twee " + std::to_string(i));
    (*caller).send("");
    EXPECT_EQ(handler.notes.next().text, "");
}

TEST_F(Link, TakesLargeMessagesOnlyOfWhoWasLetIn) {
    serve();
    Caller known(address());
    ASSERT_TRUE(known.opens());
    const PeerId first = handler.notes.next().peer;
    Caller unknown(address());  // only now, as two at once come in any order
    ASSERT_TRUE(unknown.opens());
    handler.notes.next();
    server->let_in(first);
    server->send(first, "welcome");
    EXPECT_EQ(known.next_text(), "welcome");
    EXPECT_TRUE(handler.has_sent_to(first));
    const std::string large(16u << 20, 'x');
    (*known).send(large);
    EXPECT_EQ(handler.notes.next().text.size(), large.size());
    server->send(first, large);
    EXPECT_EQ(known.next_text().size(), large.size());
    (*unknown).send(std::string(4097, 'x'));
    EXPECT_EQ(unknown.end().code, 1009);
    EXPECT_EQ(handler.notes.next().what, "lost");
}

TEST_F(Link, ClosesBehindWhatWasSentAndSaysWhy) {
    serve();
    Caller caller(address());
    ASSERT_TRUE(caller.opens());
    const PeerId peer = handler.notes.next().peer;
    server->send(peer, "last");
    server->close(peer, 4001);
    server->send(peer, "never");
    EXPECT_EQ(caller.next_text(), "last");
    EXPECT_EQ(caller.end().code, 4001);
    EXPECT_EQ(handler.notes.next().what, "lost");
}

TEST_F(Link, TellsOnceOfWhoLeft) {
    serve();
    {
        Caller caller(address());
        ASSERT_TRUE(caller.opens());
        EXPECT_EQ(handler.notes.next().what, "opened");
        (*caller).close(1000);
        caller.end();
        EXPECT_EQ(handler.notes.next().what, "lost");
    }
    Caller gone(address());
    ASSERT_TRUE(gone.opens());
    EXPECT_EQ(handler.notes.next().what, "opened");
    server.reset();
    EXPECT_EQ(gone.end().code, 1001);
    EXPECT_EQ(handler.notes.next().what, "lost");
}

TEST_F(Link, StampsWhatComesWhileTheHandlerWorksWithItsOwnTime) {
    std::promise<void> go_on;
    auto going_on = go_on.get_future().share();
    std::promise<void> begun;
    handler.on_received = [&, first = true]() mutable {
        if (!std::exchange(first, false)) return;
        begun.set_value();
        going_on.wait();
    };
    serve();
    Caller caller(address());
    ASSERT_TRUE(caller.opens());
    const PeerId peer = handler.notes.next().peer;
    (*caller).send("slow");
    begun.get_future().wait();
    Caller other(address());
    ASSERT_TRUE(other.opens());
    // What is sent now comes from the sockets' thread behind all that it did before.
    server->send(peer, "still here");
    EXPECT_EQ(caller.next_text(), "still here");
    const std::int64_t over = clock.now().monotonic_ms;
    go_on.set_value();
    EXPECT_LE(handler.notes.next().at, over);
    const Came opened = handler.notes.next();
    EXPECT_EQ(opened.what, "opened");
    EXPECT_LE(opened.at, over);
}

TEST_F(Link, TicksWithoutAnybody) {
    serve();
    EXPECT_EQ(handler.first_tick.get_future().wait_for(long_enough), std::future_status::ready);
}

TEST_F(Link, ListensWhereItMayAndSaysWhyNotElsewhere) {
    serve();
    const auto refused = [&](LinkServerOptions options) {
        const auto made = open_link_server(std::move(options), handler, clock);
        return made ? Error{} : made.error();
    };
    const Error taken = refused({.port = server->port()});
    EXPECT_EQ(taken.trouble, Trouble::InUse) << describe(taken);
    EXPECT_EQ(taken.kind, ErrorKind::Refused);
    EXPECT_NE(describe(refused({.address = "0.0.0.0"})).find("--behind-proxy"), std::string::npos);
    EXPECT_EQ(refused({.address = "localhost"}).trouble, Trouble::WrongInput);
    EXPECT_EQ(refused({.address = "192.0.2.1", .behind_proxy = true}).trouble, Trouble::WrongInput);
    EXPECT_EQ(refused({.tls = ServerTls{"no", "pem", "cert.pem"}}).where, "cert.pem");
    // A port that was left can be had again at once.
    const int port = server->port();
    Caller caller(address());
    ASSERT_TRUE(caller.opens());
    server.reset();
    serve({.port = port});
}

TEST_F(Link, ACallerIsToldThatNobodyIsThereAndWaitsForNothing) {
    serve();
    const std::string left = address();
    server.reset();
    Caller caller(left);
    EXPECT_EQ(caller.end().code, 0);
    Caller never("wss://[::1]:9");  // gone again at once
}

std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

// A window tries for as long as its keeper is off: each try must leave nothing behind.
TEST_F(Link, CallersThatFailLeaveNoDescriptorBehind) {
    if (!std::filesystem::exists("/proc/self/fd")) GTEST_SKIP() << "this system has no list of them";
    serve();
    const std::string left = address();
    server.reset();
    const std::ptrdiff_t before = open_descriptors();
    for (int i = 0; i < 100; ++i) EXPECT_EQ(Caller(left).end().code, 0);
    // Their threads end by themselves.
    const auto until = std::chrono::steady_clock::now() + long_enough;
    while (open_descriptors() > before + 8 && std::chrono::steady_clock::now() < until) std::this_thread::yield();
    EXPECT_LE(open_descriptors(), before + 8);
}

}  // namespace
}  // namespace hamer::test
