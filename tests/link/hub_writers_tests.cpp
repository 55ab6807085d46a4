// What goes between a keeper's writers and helpers: lines, commands and their answers, erasing.
#include "hub_world.h"

namespace hamer::test {
namespace {

class HubWriters : public HubTest {
  protected:
    // A helper that follows the session.
    ConnectionId follow(const std::string& device = "laptop", LinkRole role = LinkRole::Clerk) {
        const ConnectionId id = connect(device, role);
        say(id, LinkFollow{session, {}});
        (void)take(id);
        return id;
    }
    static LinkCommand command(const std::string& id = "c-1") {
        return {session, "run-1", id, 2, R"({"do":"note","text":"x"})"};
    }
};

TEST_F(HubWriters, StoresLinesAndSaysSo) {
    const ConnectionId writer = write(3);
    EXPECT_EQ(take_all<LinkSynced>(writer), (std::vector<LinkSynced>{{session, 0, place_of(own.at(3))}}));
    EXPECT_EQ(kept.all.at(0).lines.size(), 3u);
}

TEST_F(HubWriters, OneDeviceWritesASession) {
    const ConnectionId writer = write(2);
    const ConnectionId other = connect("second", LinkRole::Chair);
    (void)take(other);
    (void)take(writer);
    say(other, offer());
    EXPECT_EQ(take(other), std::vector<LinkMessage>{LinkRefused({LinkCode::OtherDevice, {}, session})});
    EXPECT_FALSE(closed_with(other));
    bring(other, 3, 3);
    EXPECT_EQ(take_all<LinkRefused>(other).at(0).code, LinkCode::Gap);
    EXPECT_EQ(kept.all[0].lines.size(), 2u);
    say(writer, offer());
    EXPECT_EQ(take_all<LinkHave>(writer).size(), 1u);
    // It is gone: the other may.
    lose(writer);
    say(other, offer());
    EXPECT_EQ(take_all<LinkHave>(other).size(), 1u);
    bring(other, 3, 3);
    EXPECT_EQ(kept.all[0].lines.size(), 3u);
}

TEST_F(HubWriters, AWriterThatGoesOnToAnotherSessionLeavesTheFormerToOthers) {
    const ConnectionId writer = write(2);
    say(writer, offer("20260313T191405Z-5f0c9a2b"));
    const ConnectionId other = connect("second", LinkRole::Chair);
    say(other, offer());
    EXPECT_EQ(take_all<LinkHave>(other).size(), 1u);
}

TEST_F(HubWriters, CarriesACommandToTheWriterAndTheAnswerBackToWhoAsked) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = follow();
    const ConnectionId other = follow("other");
    (void)take(writer);
    say(clerk, command());
    EXPECT_EQ(take(writer), std::vector<LinkMessage>{LinkAsked({command(), "laptop", LinkRole::Clerk})});
    EXPECT_TRUE(take(clerk).empty()) << "the keeper never answers for the writer";
    const LinkAnswer answer{session, "c-1", "laptop", std::uint64_t{3}};
    say(writer, answer);
    EXPECT_EQ(take(clerk), std::vector<LinkMessage>{answer});
    EXPECT_TRUE(take(other).empty());
    // It remembers nothing: what is repeated goes once more.
    say(clerk, command());
    EXPECT_EQ(take_all<LinkAsked>(writer).size(), 1u);
}

TEST_F(HubWriters, SaysNothingForAWriterThatIsNotHeard) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = follow();
    lose(writer);
    EXPECT_FALSE(take_all<LinkState>(clerk).back().writer);
    say(clerk, command());
    EXPECT_TRUE(take(clerk).empty());
    EXPECT_FALSE(closed_with(clerk));
}

TEST_F(HubWriters, ACommandOfAnotherSessionIsForWhoWritesThatOrElseTheOneThatIsFollowed) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = follow();
    LinkCommand older = command();
    older.session = "20250312T191405Z-5f0c9a2b";
    (void)take(writer);
    say(clerk, older);
    EXPECT_EQ(take_all<LinkAsked>(writer).at(0).command.session, older.session);
    const ConnectionId of_older = connect("second", LinkRole::Chair);
    say(of_older, offer(older.session));
    say(clerk, older);
    EXPECT_TRUE(take_all<LinkAsked>(writer).empty());
    EXPECT_EQ(take_all<LinkAsked>(of_older).size(), 1u);
}

TEST_F(HubWriters, TakesNoCommandFromWhoMayNotAskOrHasNotFollowed) {
    const ConnectionId writer = write(2);
    const ConnectionId onlooker = follow("screen", LinkRole::Onlooker);
    (void)take(writer);
    say(onlooker, command());
    EXPECT_EQ(closed_with(onlooker), LinkCode::Forbidden);
    const ConnectionId early = connect("laptop", LinkRole::Clerk);
    say(early, command());
    EXPECT_EQ(closed_with(early), LinkCode::BadMessage);
    say(writer, command());
    EXPECT_EQ(closed_with(writer), LinkCode::Forbidden);
    EXPECT_TRUE(take_all<LinkAsked>(writer).empty());
}

TEST_F(HubWriters, TakesNoLinesFromWhoIsNotTheChair) {
    (void)write(2);
    for (const LinkMessage& message :
         {LinkMessage(offer()), LinkMessage(LinkFile({session, 0, sha256_hex("{}"), "{}"})),
          LinkMessage(LinkEnd({session, 0, {}})), LinkMessage(LinkErase({session, "e", {{1, "text"}}})),
          LinkMessage(LinkErased({session, "e"})), LinkMessage(LinkAnswer({session, "c", "d", std::uint64_t{1}})),
          LinkMessage(LinkSwitch({session, "run-1", false}))}) {
        for (const LinkRole role : {LinkRole::Clerk, LinkRole::Onlooker, LinkRole::Trainer}) {
            const ConnectionId id = connect("as-" + std::string(word(role)), role);
            say(id, message);
            EXPECT_EQ(closed_with(id), LinkCode::Forbidden) << kind_of(message) << word(role);
        }
    }
    const ConnectionId id = connect("laptop", LinkRole::Clerk);
    say(id, LinkWelcome{1, "x", "k", "d", LinkRole::Chair});
    EXPECT_EQ(closed_with(id), LinkCode::BadMessage);
    EXPECT_TRUE(kept.erasures[session].empty());
}

TEST_F(HubWriters, TellsHelpersThatTheChairSwitchedCommandsOff) {
    const ConnectionId writer = write(2);
    const ConnectionId clerk = follow();
    say(writer, LinkSwitch{session, "run-1", false});
    EXPECT_FALSE(take_all<LinkState>(clerk).at(0).commands);
    say(writer, LinkSwitch{session, "run-0", true});
    EXPECT_TRUE(take(clerk).empty()) << "of another run";
    (void)take(writer);
    say(clerk, command());
    EXPECT_EQ(take_all<LinkAsked>(writer).size(), 1u) << "the writer alone says no";
}

TEST_F(HubWriters, TellsOtherWritersWhatWasErasedUntilTheySaySo) {
    const ConnectionId writer = write(2);
    (void)take(writer);
    const std::vector<LinkTextName> texts{{1, "text"}};
    EXPECT_TRUE(hub.erase(session, texts, now));
    pass(500);
    const auto told = take_all<LinkErase>(writer);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].texts, texts);
    // Its session is open yet: asked again later, and on each connection.
    say(writer, LinkErased{session, told[0].id, LinkCode::SessionOpen});
    pass(30'000);
    EXPECT_TRUE(take_all<LinkErase>(writer).empty());
    pass(31'000);
    EXPECT_EQ(take_all<LinkErase>(writer).size(), 1u);
    const ConnectionId again = connect("tablet", LinkRole::Chair);
    EXPECT_EQ(take_all<LinkErase>(again).size(), 1u);
    say(again, LinkErased{session, "another", {}});
    EXPECT_EQ(kept.owed_to["tablet"].size(), 1u);
    say(again, LinkErased{session, told[0].id, {}});
    EXPECT_TRUE(kept.owed_to["tablet"].empty());
    pass(61'000);
    EXPECT_TRUE(take_all<LinkErase>(again).empty());
}

TEST_F(HubWriters, TellsOfManyErasuresAFewAtATime) {
    const ConnectionId writer = write(2);
    (void)take(writer);
    for (int i = 0; i < 40; ++i) EXPECT_TRUE(hub.erase(session, std::vector<LinkTextName>{{1, "text"}}, now));
    pass(500);
    auto told = take_all<LinkErase>(writer);
    EXPECT_EQ(told.size(), most_erasures_at_once);
    for (int round = 0; round < 40 && !told.empty(); ++round) {
        for (const LinkErase& one : told) say(writer, LinkErased{session, one.id, {}});
        told = take_all<LinkErase>(writer);
    }
    EXPECT_TRUE(kept.owed_to["tablet"].empty());
}

TEST_F(HubWriters, AWriterThatErasesIsNotToldOfItAndOthersAre) {
    const ConnectionId writer = write(2);
    lose(writer);
    const ConnectionId other = connect("second", LinkRole::Chair);
    say(other, offer());
    kept.owed_to["second"];
    (void)take(other);
    say(other, LinkErase{session, "e-1", {{1, "text"}}});
    EXPECT_EQ(take(other), std::vector<LinkMessage>{LinkErased({session, "e-1"})});
    const ConnectionId again = connect("tablet", LinkRole::Chair);
    EXPECT_EQ(take_all<LinkErase>(again).size(), 1u);
}

TEST_F(HubWriters, NotesOnceWhatAWriterIsToldAgainAndAgain) {
    const ConnectionId writer = write(2);
    kept.fails = true;
    for (int i = 0; i < 5; ++i) say(writer, offer());
    EXPECT_EQ(take_all<LinkRefused>(writer).size(), 5u);
    std::size_t notes = 0;
    for (const LocalText& one : hub.take_notices()) {
        if (one.en.find("the keeper cannot store it (No space left on device)") != std::string::npos) ++notes;
    }
    EXPECT_EQ(notes, 1u);
}

TEST_F(HubWriters, NotesThatItIsAnOlderCopy) {
    const ConnectionId writer = write(2);
    LinkOffer known = offer();
    known.known = place_of(own.at(4));
    say(writer, known);
    EXPECT_TRUE(is_noted("of session " + session + " line 4 was here before, and now all up to 2"));
}

TEST_F(HubWriters, ForgetsTheOldestOfTooManySessionsButNoneThatIsWritten) {
    SessionBoard board;
    LinkOffer one = offer("20260101T000000Z-00000000");
    board.offered(one, 1);
    for (unsigned i = 1; i <= most_remembered_sessions + 5; ++i) {
        one.session = "20260101T000000Z-1000" + std::to_string(1000 + i);
        board.offered(one, 2);
    }
    EXPECT_EQ(board.writer_of("20260101T000000Z-00000000"), 1u);
    EXPECT_FALSE(board.find("20260101T000000Z-10001001"));
    EXPECT_EQ(board.writer_of(one.session), 2u);
}

}  // namespace
}  // namespace hamer::test
