// Who a keeper lets in, and whom it closes.
#include "hub_world.h"

namespace hamer::test {
namespace {

using HubGreeting = HubTest;

TEST_F(HubGreeting, LetsInADeviceWithItsKey) {
    const ConnectionId id = open();
    EXPECT_FALSE(hub.greeted(id));
    say(id, LinkHello{{1}, "hamer 1", devices.pair("tablet", LinkRole::Chair)});
    EXPECT_TRUE(hub.greeted(id));
    EXPECT_EQ(take(id), std::vector<LinkMessage>{LinkWelcome({1, "hamer 2", "keeper-1", "tablet", LinkRole::Chair})});
    EXPECT_EQ(devices.heard_of["tablet"], 1);
    EXPECT_TRUE(is_noted("device tablet (chair) is connected, with hamer 1"));
}

TEST_F(HubGreeting, TurnsAwayWhoIsNotPairedOrSaysSomethingElse) {
    const ConnectionId stranger = open();
    say(stranger, LinkHello{{1}, "x", std::string(64, '0')});
    EXPECT_EQ(closed_with(stranger), LinkCode::NotPaired);
    const ConnectionId older = open();
    say(older, LinkHello{{2}, "x", devices.pair("tablet", LinkRole::Chair)});
    EXPECT_EQ(closed_with(older), LinkCode::Version);
    for (const LinkMessage& message : {LinkMessage(offer()), LinkMessage(LinkBeat{}), LinkMessage(LinkFollow{})}) {
        const ConnectionId id = open();
        say(id, message);
        EXPECT_EQ(closed_with(id), LinkCode::BadMessage) << kind_of(message);
        EXPECT_FALSE(hub.greeted(id));
    }
    EXPECT_TRUE(hub.connected().empty());
}

TEST_F(HubGreeting, SaysWhereAMessageIsWrongAndTakesNoLargeOneBeforeItsWelcome) {
    const ConnectionId wrong = open();
    hub.received(wrong, R"({"kind":"hello","protocols":[]})", now);
    const auto out = hub.take_out();
    ASSERT_EQ(out.size(), 1u);
    EXPECT_EQ(out[0].out.close, LinkCode::BadMessage);
    EXPECT_FALSE(std::get<LinkRefused>(out[0].out.messages.at(0)).with.at("problem").empty());
    hub.received(wrong, "{}", now);
    hub.heard(wrong, now);
    hub.lost(wrong, now);
    EXPECT_TRUE(hub.take_out().empty()) << "it was closed";
    const ConnectionId large = open();
    hub.received(large, std::string(max_greeting_message + 1, ' '), now);
    EXPECT_EQ(hub.take_out().at(0).out.close, LinkCode::TooLarge);
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    LinkLines lines{session, 0, {{std::string(max_greeting_message, 'x')}}};
    say(writer, lines);
    EXPECT_FALSE(closed_with(writer));
    hub.received(writer, "\xff", now);
    EXPECT_EQ(hub.take_out().at(0).out.close, LinkCode::BadMessage);
}

TEST_F(HubGreeting, PairsADeviceByTheCodeThatIsShown) {
    hub.show_code("062025", LinkRole::Clerk, now);
    const ConnectionId id = open();
    say(id, LinkPair{{1}, "hamer 1", "062025", "Laptop griffier"});
    EXPECT_EQ(take(id), std::vector<LinkMessage>{LinkPaired({"fresh", LinkRole::Clerk, std::string(64, 'f')})});
    EXPECT_TRUE(done.contains(id));
    ASSERT_EQ(devices.all.size(), 1u);
    EXPECT_EQ(devices.all[0].name, "Laptop griffier");
    EXPECT_TRUE(is_noted("device fresh (clerk) was paired: “Laptop griffier”"));
    const ConnectionId in = open();
    say(in, LinkHello{{1}, "hamer 1", std::string(64, 'f')});
    EXPECT_TRUE(hub.greeted(in));
    const ConnectionId second = open();
    say(second, LinkPair{{1}, "hamer 1", "062025", "nog een"});
    EXPECT_EQ(closed_with(second), LinkCode::CodeWrong);
}

TEST_F(HubGreeting, AllConnectionsShareTheTriesOfACode) {
    hub.show_code("062025", LinkRole::Chair, now);
    for (int i = 0; i < 5; ++i) {
        const ConnectionId id = open();
        say(id, LinkPair{{1}, "x", "00000" + std::to_string(i), "x"});
        EXPECT_EQ(closed_with(id), LinkCode::CodeWrong);
    }
    EXPECT_TRUE(is_noted("a wrong code was typed; tries that are left: 4"));
    EXPECT_TRUE(is_noted("a wrong code was typed five times"));
    EXPECT_FALSE(hub.code().is_shown(now));
    const ConnectionId id = open();
    say(id, LinkPair{{1}, "x", "062025", "x"});
    EXPECT_EQ(closed_with(id), LinkCode::CodeWrong);
    EXPECT_TRUE(devices.all.empty());
}

TEST_F(HubGreeting, GivesNoKeyThatIsNotStored) {
    hub.show_code("062025", LinkRole::Chair, now);
    devices.fails = true;
    const ConnectionId id = open();
    say(id, LinkPair{{1}, "x", "062025", "x"});
    EXPECT_EQ(closed_with(id), LinkCode::Storage);
    EXPECT_TRUE(take_all<LinkPaired>(id).empty());
    EXPECT_FALSE(hub.code().is_shown(now));
}

TEST_F(HubGreeting, WaitsSevenSecondsForAGreetingHoweverItDribbles) {
    const ConnectionId id = open();
    for (int i = 0; i < 13; ++i) {
        hub.heard(id, now);
        pass(500);
        EXPECT_FALSE(closed_with(id));
    }
    hub.heard(id, now);
    pass(500);
    EXPECT_EQ(closed_with(id), LinkCode::Silent);
}

TEST_F(HubGreeting, TheOldestGoesWhereTooManyHaveNotSaidHello) {
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    const ConnectionId first = open();
    for (std::size_t i = 1; i < most_greeting_connections; ++i) (void)open();
    EXPECT_FALSE(closed_with(first));
    const ConnectionId last = open();
    EXPECT_EQ(closed_with(first), LinkCode::TooMany);
    EXPECT_FALSE(closed_with(last));
    EXPECT_FALSE(closed_with(writer));
}

TEST_F(HubGreeting, ANewConnectionOfADeviceTakesThePlaceOfItsFormerOne) {
    const ConnectionId first = write(2);
    const ConnectionId other = connect("other", LinkRole::Clerk);
    const ConnectionId second = connect("tablet", LinkRole::Chair);
    EXPECT_EQ(closed_with(first), LinkCode::Replaced);
    EXPECT_FALSE(closed_with(other));
    bring(first, 3, 3);
    EXPECT_EQ(kept.all[0].lines.size(), 2u);
    say(second, offer());
    EXPECT_EQ(take_all<LinkHave>(second).size(), 1u);
}

TEST_F(HubGreeting, ARevokedDeviceIsClosedAtOnce) {
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    const ConnectionId clerk = connect("laptop", LinkRole::Clerk);
    EXPECT_TRUE(hub.revoke("tablet", now));
    for (const HubOut& one : hub.take_out()) EXPECT_EQ(one.out.close, LinkCode::NotPaired);
    EXPECT_FALSE(hub.greeted(writer));
    EXPECT_TRUE(hub.greeted(clerk));
    // By another program.
    (void)devices.revoke("laptop");
    pass(1000);
    EXPECT_EQ(closed_with(clerk), LinkCode::NotPaired);
}

TEST_F(HubGreeting, ClosesWhoIsNotHeardAndBeatsMeanwhile) {
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    const ConnectionId clerk = connect("laptop", LinkRole::Clerk);
    int beats = 0;
    for (int i = 0; i < 13; ++i) {
        now += 500;
        hub.heard(clerk, now);
        hub.tick(now);
        for (const HubOut& one : hub.take_out()) {
            EXPECT_EQ(one.out.messages, std::vector<LinkMessage>{LinkBeat{}});
            ++beats;
        }
    }
    EXPECT_EQ(beats, 6) << "three to each";
    now += 500;
    hub.tick(now);
    bool is_closed = false;
    for (const HubOut& one : hub.take_out()) {
        if (!one.out.close) continue;
        is_closed = true;
        EXPECT_EQ(one.to, writer);
        EXPECT_EQ(one.out.close, LinkCode::Silent);
    }
    EXPECT_TRUE(is_closed);
    EXPECT_TRUE(hub.greeted(clerk));
}

TEST_F(HubGreeting, ClosesADeviceThatSendsTooMuchUnlessItWrites) {
    const ConnectionId clerk = connect("laptop", LinkRole::Clerk);
    for (int i = 0; i < 60; ++i) say(clerk, LinkBeat{});
    EXPECT_FALSE(closed_with(clerk));
    now += 50;
    say(clerk, LinkBeat{});
    EXPECT_FALSE(closed_with(clerk)) << "20 a second";
    say(clerk, LinkBeat{});
    EXPECT_EQ(closed_with(clerk), LinkCode::TooMany);
    const ConnectionId again = connect("laptop", LinkRole::Clerk);
    say(again, LinkBeat{});
    EXPECT_EQ(closed_with(again), LinkCode::TooMany) << "a new connection brings no new burst";
    now += 3000;
    const ConnectionId later = connect("laptop", LinkRole::Clerk);
    for (int i = 0; i < 20; ++i) say(later, LinkBeat{});
    EXPECT_FALSE(closed_with(later));
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    for (int i = 0; i < 200; ++i) say(writer, LinkBeat{});
    EXPECT_FALSE(closed_with(writer));
}

}  // namespace
}  // namespace hamer::test
