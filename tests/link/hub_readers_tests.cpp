// What a screen that reads gets of a session.
#include "hub_world.h"

namespace hamer::test {
namespace {

class HubReaders : public HubTest {
  protected:
    static LinkFollow follow(const LinkPlace& head = {}, const std::string& id = session) { return {id, head}; }
    ConnectionId reader(LinkRole role = LinkRole::Clerk, const std::string& device = "laptop") {
        const ConnectionId id = connect(device, role);
        (void)take(id);
        return id;
    }
    // The lines that came, each followed on by the next.
    std::vector<LinkLine> lines_in(const std::vector<LinkMessage>& messages) {
        std::vector<LinkLine> all;
        for (const LinkMessage& one : messages) {
            if (const auto* lines = std::get_if<LinkLines>(&one))
                all.insert(all.end(), lines->lines.begin(), lines->lines.end());
        }
        return all;
    }
    std::vector<LinkLine> own_lines(std::uint64_t first, std::uint64_t last) const {
        return own.message(first, last).lines;
    }
};

TEST_F(HubReaders, GetsHowItStandsAndThenTheLinesAsTheyCome) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    auto came = take(clerk);
    ASSERT_FALSE(came.empty());
    EXPECT_EQ(came[0], LinkMessage(LinkState({session, false, "run-1", true, true, true, place_of(own.at(2))})));
    EXPECT_EQ(lines_in(came), own_lines(1, 2));
    bring(writer, 3, 4);
    came = take(clerk);
    EXPECT_EQ(came.size(), 1u) << "a head alone is no news";
    EXPECT_EQ(lines_in(came), own_lines(3, 4));
}

TEST_F(HubReaders, GoesOnBehindWhatItHas) {
    (void)write(4);
    const ConnectionId clerk = reader();
    say(clerk, follow(place_of(own.at(3))));
    const auto came = take(clerk);
    EXPECT_EQ(std::get<LinkState>(came.at(0)).head, place_of(own.at(4)));
    EXPECT_EQ(lines_in(came), own_lines(4, 4));
    say(clerk, follow(place_of(own.at(4))));
    EXPECT_EQ(take(clerk).size(), 1u) << "a state, and no line";
}

TEST_F(HubReaders, DropsWhatIsOfAnotherCourseAndBeginsAnew) {
    (void)write(4);
    const ConnectionId clerk = reader();
    for (const LinkPlace& other :
         {LinkPlace{2, std::string(64, 'a')}, LinkPlace{9, std::string(64, 'a')}, LinkPlace{4, std::string(64, 'a')}}) {
        say(clerk, follow(other));
        const auto came = take(clerk);
        ASSERT_EQ(came.size(), 3u);
        EXPECT_EQ(std::get<LinkState>(came[0]).head, LinkPlace{}) << "it has nothing of this";
        EXPECT_EQ(std::get<LinkState>(came[1]).head, place_of(own.at(4)));
        EXPECT_EQ(lines_in(came), own_lines(1, 4));
    }
}

TEST_F(HubReaders, TextsAreForClerkAndTrainerAlone) {
    kept.drill = true;
    const ConnectionId writer = connect("tablet", LinkRole::Chair);
    say(writer, offer(session, true));
    say(writer, LinkFile{session, 0, sha256_hex("{}"), "{}"});
    bring(writer, 1, 2);
    for (const LinkRole role : {LinkRole::Clerk, LinkRole::Trainer, LinkRole::Onlooker}) {
        const ConnectionId id = reader(role, "as-" + std::string(word(role)));
        say(id, follow());
        const auto came = take(id);
        const bool has_texts = role != LinkRole::Onlooker;
        EXPECT_EQ(std::get<LinkState>(came.at(0)).texts, has_texts);
        for (const LinkLine& line : lines_in(came)) EXPECT_EQ(line.texts.size(), has_texts ? 1u : 0u);
    }
    bring(writer, 3, 3);
    for (const HubDevice& one : hub.connected()) {
        if (one.device.role != LinkRole::Onlooker) continue;
        EXPECT_TRUE(lines_in(take(one.connection)).at(0).texts.empty());
    }
}

TEST_F(HubReaders, ToATrainerNoMeetingIsThere) {
    (void)write(2);
    const ConnectionId trainer = reader(LinkRole::Trainer);
    say(trainer, follow());
    EXPECT_EQ(take(trainer), std::vector<LinkMessage>{LinkRefused({LinkCode::UnknownSession, {}, session})});
    say(trainer, follow({}, ""));
    EXPECT_TRUE(take(trainer).empty());
    EXPECT_FALSE(closed_with(trainer));
}

TEST_F(HubReaders, SaysThatASessionIsNotThereAndThatItCannotBeRead) {
    const ConnectionId clerk = reader();
    const std::string other = "20250312T191405Z-5f0c9a2b";
    say(clerk, follow({}, other));
    EXPECT_EQ(take(clerk), std::vector<LinkMessage>{LinkRefused({LinkCode::UnknownSession, {}, other})});
    (void)write(2);
    kept.fails = true;
    say(clerk, follow());
    EXPECT_EQ(take_all<LinkRefused>(clerk).at(0).code, LinkCode::Storage);
    EXPECT_FALSE(closed_with(clerk));
    kept.fails = false;
    say(clerk, follow());
    EXPECT_EQ(lines_in(take(clerk)).size(), 2u);
}

TEST_F(HubReaders, WhoFollowsWhatRunsWaitsForItAndGoesOnToTheNext) {
    const ConnectionId clerk = reader();
    say(clerk, follow({}, ""));
    EXPECT_TRUE(take(clerk).empty());
    const ConnectionId writer = write(2);
    auto states = take_all<LinkState>(clerk);
    ASSERT_FALSE(states.empty());
    EXPECT_EQ(states.back().session, session);
    // Another one that begins does not take the screen away.
    const std::string next = "20260313T191405Z-5f0c9a2b";
    const ConnectionId second = connect("second", LinkRole::Chair);
    say(second, offer(next));
    EXPECT_TRUE(take(clerk).empty());
    lose(writer);
    say(second, offer(next));
    states = take_all<LinkState>(clerk);
    ASSERT_FALSE(states.empty());
    EXPECT_EQ(states.back().session, next);
    EXPECT_EQ(states.back().head, LinkPlace{});
}

TEST_F(HubReaders, IsToldWhenTheWriterGoesAndComesBackWithAnotherRun) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    (void)take(clerk);
    lose(writer);
    const auto gone = take_all<LinkState>(clerk);
    ASSERT_EQ(gone.size(), 1u);
    EXPECT_FALSE(gone[0].writer);
    EXPECT_EQ(gone[0].run, "run-1");
    LinkOffer other = offer();
    other.run = "run-2";
    const ConnectionId again = connect("tablet", LinkRole::Chair);
    say(again, other);
    const auto back = take_all<LinkState>(clerk);
    ASSERT_EQ(back.size(), 1u);
    EXPECT_TRUE(back[0].writer);
    EXPECT_EQ(back[0].run, "run-2");
}

TEST_F(HubReaders, WhoIsFarBehindGetsOneMessageAtATime) {
    kept.in_a_message = 1;
    const ConnectionId writer = write(3);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    EXPECT_EQ(lines_in(take(clerk)), own_lines(1, 1));
    bring(writer, 4, 4);
    EXPECT_TRUE(take(clerk).empty()) << "the former is not sent yet";
    hub.drained(clerk, now);
    pass(500);
    EXPECT_EQ(lines_in(take(clerk)), own_lines(2, 3)) << "one as it was sent, one by the time";
    pass(500);
    EXPECT_EQ(lines_in(take(clerk)), own_lines(4, 4));
    pass(2000);
    EXPECT_TRUE(take(clerk).empty());
}

TEST_F(HubReaders, NobodyLooksAtTheDiskForAScreenThatIsUpToDate) {
    (void)write(2);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    EXPECT_EQ(lines_in(take(clerk)).size(), 2u);
    kept.fails = true;
    pass(5000);
    EXPECT_TRUE(take(clerk).empty());
    EXPECT_FALSE(closed_with(clerk));
}

TEST_F(HubReaders, DropsErasedTextsAndGetsTheLinesWithoutThem) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    (void)take(clerk);
    say(writer, LinkErase{session, "e-1", {{1, "text"}, {2, "text"}}});
    const auto came = take(clerk);
    ASSERT_EQ(came.size(), 3u);
    EXPECT_EQ(std::get<LinkState>(came[0]).head, LinkPlace{});
    EXPECT_EQ(std::get<LinkState>(came[1]).head, place_of(own.at(2)));
    for (const LinkLine& line : lines_in(came)) EXPECT_TRUE(line.texts.empty());
    // By the keeper itself.
    EXPECT_TRUE(hub.erase(session, std::vector<LinkTextName>{{1, "text"}}, now));
    pass(500);
    EXPECT_EQ(take_all<LinkState>(clerk).size(), 2u);
}

TEST_F(HubReaders, BeginsAnewWhereTheKeeperIsPutBackFromAnOlderCopy) {
    const ConnectionId writer = write(4);
    const ConnectionId clerk = reader();
    say(clerk, follow());
    (void)take(clerk);
    kept.all[0].lines.resize(2);
    kept.all[0].positions.resize(3);
    say(writer, offer());
    const auto came = take(clerk);
    ASSERT_EQ(came.size(), 3u);
    EXPECT_EQ(std::get<LinkState>(came[1]).head, place_of(own.at(2)));
    EXPECT_EQ(lines_in(came), own_lines(1, 2));
}

}  // namespace
}  // namespace hamer::test
