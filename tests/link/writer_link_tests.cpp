// What a writer sends, believes and says of a keeper, message by message.
#include "journal_lines.h"
#include "link/link_words.h"
#include "link/writer_link.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class WriterTest : public testing::Test {
  protected:
    explicit WriterTest(std::size_t lines = 3) {
        for (std::size_t i = 1; i <= lines; ++i) own.add("{\"n\":" + std::to_string(i) + "}");
    }
    LinkOut hear(const LinkMessage& message) { return writer.receive(message, own, now); }
    LinkOffer welcome() {
        (void)writer.connected(now);
        return std::get<LinkOffer>(hear(LinkWelcome{1, "x", "k", "d", LinkRole::Chair}).messages.at(0));
    }
    LinkOut have(std::vector<LinkCourse> courses) {
        return hear(LinkHave{"s", writer.state().round, std::move(courses)});
    }
    LinkCourse course(std::uint64_t seq) { return {place_of(own.at(seq)), false, true}; }
    LinkBand band() { return writer.status(own).band; }

    LinkTime now = 0;
    test::JournalLines own;
    WriterLink writer{{"s", false, "r", std::string(64, 'a'), "hamer 1"}};
};

TEST_F(WriterTest, OffersSendsAndBelievesWhatIsAcknowledged) {
    EXPECT_EQ(band(), LinkBand::NotReached);
    const LinkOffer offer = welcome();
    EXPECT_EQ(offer.head, place_of(own.head()));
    EXPECT_EQ(offer.known, LinkPlace{});
    const LinkOut out = have({});
    ASSERT_EQ(out.messages.size(), 2u);
    EXPECT_EQ(std::get<LinkFile>(out.messages[0]).text, own.procedure());
    EXPECT_EQ(out.messages[1], LinkMessage(own.message(1, 3)));
    EXPECT_EQ(writer.status(own).there, 0u);
    EXPECT_EQ(writer.status(own).behind, 3u);
    EXPECT_TRUE(hear(LinkSynced{"s", 0, place_of(own.at(3))}).messages.empty());
    EXPECT_EQ(band(), LinkBand::There);
    EXPECT_EQ(writer.known(), (KnownPlace{"k", place_of(own.at(3))}));
    writer.lost();
    EXPECT_EQ(band(), LinkBand::NotReached);
    EXPECT_EQ(writer.status(own).there, 3u);
}

TEST_F(WriterTest, GoesOnFromTheLastLineThatBothHaveAndSendsOneMessageAtATime) {
    (void)welcome();
    EXPECT_EQ(have({course(2)}).messages, (std::vector<LinkMessage>{own.message(3, 3)}));
    own.add("{\"n\":4}");
    EXPECT_TRUE(writer.tick(own, now).messages.empty());  // the answer is not there yet
    EXPECT_EQ(hear(LinkSynced{"s", 0, place_of(own.at(3))}).messages, (std::vector<LinkMessage>{own.message(4, 4)}));
}

TEST_F(WriterTest, SendsALineThatIsAddedAtOnce) {
    (void)welcome();
    EXPECT_TRUE(have({course(3)}).messages.empty());
    own.add("{\"n\":4}");
    EXPECT_EQ(band(), LinkBand::CatchingUp);
    EXPECT_EQ(writer.tick(own, now).messages, (std::vector<LinkMessage>{own.message(4, 4)}));
}

TEST_F(WriterTest, AsksAnewWhereNoAnswerComes) {
    (void)welcome();
    EXPECT_TRUE(writer.tick(own, 1999).messages.empty());
    (void)writer.receive(LinkBeat{}, own, 4000);
    const LinkOut anew = writer.tick(own, 5000);
    ASSERT_EQ(anew.messages.size(), 1u);
    const auto round = std::get<LinkOffer>(anew.messages[0]).round;
    EXPECT_EQ(round, 2u);
    EXPECT_TRUE(hear(LinkHave{"s", 1, {}}).messages.empty());  // the answer to the first
    EXPECT_EQ(hear(LinkHave{"s", 2, {}}).messages.size(), 2u);
}

TEST_F(WriterTest, BelievesNothingOfAnotherHashCourseOrSession) {
    (void)welcome();
    (void)have({course(0)});
    (void)hear(LinkSynced{"t", 0, place_of(own.at(3))});
    (void)hear(LinkSynced{"s", 1, place_of(own.at(3))});
    EXPECT_EQ(writer.status(own).there, 0u);
    const LinkOut out = hear(LinkSynced{"s", 0, {3, std::string(64, 'b')}});
    EXPECT_TRUE(std::holds_alternative<LinkOffer>(out.messages.at(0)));
    EXPECT_EQ(writer.status(own).there, 0u);
    EXPECT_TRUE(std::holds_alternative<LinkFile>(have({}).messages.at(0)));
    EXPECT_TRUE(std::holds_alternative<LinkOffer>(hear(LinkSynced{"s", 0, {9, std::string(64, 'b')}}).messages.at(0)));
}

TEST_F(WriterTest, BeginsAForkOfItsOwnWhereTheKeeperHasAnotherCourse) {
    (void)welcome();
    const LinkOut out = have({{{2, std::string(64, 'b')}, false, true}});
    EXPECT_EQ(std::get<LinkFile>(out.messages.at(0)).course, 1);
    EXPECT_EQ(out.messages.at(1), LinkMessage(own.message(1, 3, 1)));
    (void)hear(LinkSynced{"s", 1, place_of(own.at(3))});
    EXPECT_EQ(band(), LinkBand::ThereApart);
    writer.lost();
    (void)welcome();
    // Of the forks it is the longest that is a beginning of what is here.
    EXPECT_TRUE(
        have({{{2, std::string(64, 'b')}, false, true}, course(1), course(3), {{1, std::string(64, 'c')}, false, true}})
            .messages.empty());
    EXPECT_EQ(writer.state().course, 2);
    EXPECT_EQ(band(), LinkBand::ThereApart);
}

TEST_F(WriterTest, SaysThatThereAreTooManyForks) {
    (void)welcome();
    EXPECT_TRUE(have(std::vector<LinkCourse>(10, {{2, std::string(64, 'b')}, false, true})).messages.empty());
    EXPECT_EQ(band(), LinkBand::CannotBeKept);
    EXPECT_EQ(writer.status(own).why->code, LinkCode::TooManyForks);
}

TEST_F(WriterTest, SaysThatTheKeeperHasMoreAndForksWithTheNextLine) {
    (void)welcome();
    const LinkCourse longer{{5, std::string(64, 'b')}, true, true};
    EXPECT_TRUE(have({longer}).messages.empty());
    EXPECT_EQ(band(), LinkBand::MoreThere);
    EXPECT_TRUE(writer.tick(own, now).messages.empty());
    own.add("{\"n\":4}");
    EXPECT_TRUE(std::holds_alternative<LinkOffer>(writer.tick(own, now).messages.at(0)));
    EXPECT_EQ(std::get<LinkFile>(have({{longer.head, false, true}}).messages.at(0)).course, 1);
}

TEST_F(WriterTest, TellsThatAKeeperLostWhatItAcknowledgedUntilTheEnd) {
    (void)welcome();
    (void)have({course(3)});
    writer.lost();
    EXPECT_EQ(welcome().known, place_of(own.at(3)));
    EXPECT_EQ(have({course(1)}).messages, (std::vector<LinkMessage>{own.message(2, 3)}));
    EXPECT_EQ(writer.status(own).lost, (LostThere{3, 1}));
    EXPECT_EQ(writer.status(own).there, 1u);
    (void)hear(LinkSynced{"s", 0, place_of(own.at(3))});
    EXPECT_EQ(band(), LinkBand::There);
    EXPECT_EQ(writer.status(own).lost, (LostThere{3, 1}));
    EXPECT_NE(loss_words(writer.status(own)).nl.find("oudere kopie"), std::string::npos);
}

TEST_F(WriterTest, HoldsNoKeeperToWhatAnotherAcknowledged) {
    writer = WriterLink({"s", false, "r", std::string(64, 'a'), "hamer 1"}, {"another", place_of(own.at(3))});
    EXPECT_EQ(welcome().known, LinkPlace{});
    (void)have({});
    EXPECT_FALSE(writer.status(own).lost);
}

TEST_F(WriterTest, WaitsWhereTheKeeperCannotStoreAndAsksAnewByItself) {
    (void)welcome();
    (void)have({course(0)});
    (void)hear(LinkRefused{LinkCode::Storage, {{"problem", "vol"}}, "s"});
    EXPECT_EQ(band(), LinkBand::CannotBeKept);
    EXPECT_NE(band_words(writer.status(own)).nl.find("vol"), std::string::npos);
    (void)writer.receive(LinkBeat{}, own, 4999);
    EXPECT_FALSE(std::holds_alternative<LinkOffer>(writer.tick(own, 4999).messages.at(0)));
    EXPECT_TRUE(std::holds_alternative<LinkOffer>(writer.tick(own, 5000).messages.at(0)));
}

TEST_F(WriterTest, ComparesAnewAtAGapAndDoesNotDoSoForEver) {
    (void)welcome();
    int offers = 0;
    for (int i = 0; i < 10; ++i) {
        (void)have({course(0)});
        const LinkOut out = hear(LinkRefused{LinkCode::Gap, {}, "s"});
        offers += static_cast<int>(out.messages.size());
    }
    EXPECT_EQ(offers, 3);
    EXPECT_EQ(band(), LinkBand::CannotBeKept);
}

TEST_F(WriterTest, SaysForGoodThatItWasRefused) {
    (void)writer.connected(now);
    const LinkOut out = hear(LinkRefused{LinkCode::Version, {{"speaks", "2"}}});
    EXPECT_EQ(out.close, LinkCode::Version);
    writer.lost();
    EXPECT_EQ(band(), LinkBand::CannotBeKept);
    EXPECT_NE(band_words(writer.status(own)).en.find("version 2"), std::string::npos);
    const LinkOut later = writer.tick(own, 60'000);
    EXPECT_TRUE(later.messages.empty() && !later.close) << "there is no connection";
    EXPECT_TRUE(writer.let_commands(true, now).messages.empty());
    (void)writer.connected(now);
    EXPECT_EQ(band(), LinkBand::NotReached);
    EXPECT_EQ(hear(LinkWelcome{1, "x", "k", "d", LinkRole::Clerk}).close, LinkCode::Forbidden);
}

TEST_F(WriterTest, SendsNoLineThatIsTooLargeAndSaysSo) {
    own.add("\"" + std::string(max_link_line, 'x') + "\"");
    (void)welcome();
    EXPECT_EQ(have({course(2)}).messages, (std::vector<LinkMessage>{own.message(3, 3)})) << "what comes before it goes";
    (void)hear(LinkSynced{"s", 0, place_of(own.at(3))});
    EXPECT_EQ(writer.status(own).why->code, LinkCode::TooLarge);
}

TEST_F(WriterTest, EndsWhenAllIsThereAndAsksAgainOnAnotherConnection) {
    (void)welcome();
    writer.put_away(3);
    (void)have({course(2)});
    const LinkMessage end = LinkEnd{"s", 0, place_of(own.at(3))};
    EXPECT_EQ(hear(LinkSynced{"s", 0, place_of(own.at(3))}).messages, std::vector<LinkMessage>{end});
    EXPECT_FALSE(writer.status(own).ended);
    writer.lost();
    (void)welcome();
    EXPECT_EQ(have({course(3)}).messages, std::vector<LinkMessage>{end});
    EXPECT_TRUE(hear(LinkEnded{"s", place_of(own.at(3))}).messages.empty());
    EXPECT_TRUE(writer.status(own).ended);
    EXPECT_TRUE(writer.tick(own, now).messages.empty());
}

TEST_F(WriterTest, EndsNotBeforeSessionClosedIsThere) {
    (void)welcome();
    writer.put_away(4);  // on its way to the disk
    EXPECT_TRUE(have({course(3)}).messages.empty());
    (void)hear(LinkEnded{"s", place_of(own.at(3))});
    EXPECT_FALSE(writer.status(own).ended);
    own.add("{\"closed\":4}");
    EXPECT_EQ(writer.tick(own, now).messages, std::vector<LinkMessage>{own.message(4, 4)});
    const LinkMessage end = LinkEnd{"s", 0, place_of(own.at(4))};
    EXPECT_EQ(hear(LinkSynced{"s", 0, place_of(own.at(4))}).messages, std::vector<LinkMessage>{end});
}

TEST_F(WriterTest, MakesNoStormOfAForeignAcknowledgement) {
    (void)welcome();
    int offers = 0;
    for (int i = 0; i < 10; ++i) {
        (void)have({course(0)});
        offers += static_cast<int>(hear(LinkSynced{"s", 0, {2, std::string(64, 'b')}}).messages.size());
    }
    EXPECT_EQ(offers, 3);
    EXPECT_EQ(band(), LinkBand::CannotBeKept);
    EXPECT_TRUE(std::holds_alternative<LinkOffer>(writer.tick(own, now + 5000).messages.at(0)));
}

TEST_F(WriterTest, SaysThatTheKeeperHasMoreAlsoWhereAShorterForkIsItsOwn) {
    (void)welcome();
    const LinkCourse longer{{5, std::string(64, 'b')}, true, true};
    for (const std::uint64_t fork : {0, 2}) {
        EXPECT_TRUE(have({longer, course(fork)}).messages.empty());
        EXPECT_EQ(band(), LinkBand::MoreThere);
        writer.lost();
        (void)welcome();
    }
    EXPECT_TRUE(have({longer, course(3)}).messages.empty());
    EXPECT_EQ(band(), LinkBand::ThereApart) << "all of it is there already";
}

TEST_F(WriterTest, TakesBytesForASignOfLife) {
    (void)welcome();
    writer.heard(6000);  // a part of a message
    EXPECT_FALSE(writer.tick(own, 7000).close);
    EXPECT_EQ(writer.tick(own, 13'000).close, LinkCode::Silent);
}

TEST_F(WriterTest, ClosesWhenNothingIsHeardOrWhatIsHeardIsOutOfItsTurn) {
    (void)welcome();
    EXPECT_EQ(writer.tick(own, 7000).close, LinkCode::Silent);
    for (const LinkMessage& message : {LinkMessage(LinkHello()), LinkMessage(LinkLines()), LinkMessage(LinkFollow()),
                                       LinkMessage(LinkWelcome{1, "x", "k", "d", LinkRole::Chair})}) {
        EXPECT_EQ(hear(message).close, LinkCode::BadMessage) << kind_of(message);
    }
    EXPECT_FALSE(hear(LinkAsked{}).close);
}

TEST_F(WriterTest, TellsTheOthersThatTheChairSwitchedCommandsOff) {
    EXPECT_TRUE(writer.let_commands(false, now).messages.empty());
    EXPECT_FALSE(welcome().commands);
    EXPECT_EQ(writer.let_commands(true, now).messages, (std::vector<LinkMessage>{LinkSwitch{"s", "r", true}}));
}

class LongMeeting : public WriterTest {
  protected:
    LongMeeting() : WriterTest(500) {}
};

TEST_F(LongMeeting, GoesInMessagesOfABoundedSize) {
    (void)welcome();
    LinkOut out = have({course(0)});
    std::uint64_t there = 0;
    int messages = 0;
    while (!out.messages.empty()) {
        const auto& lines = std::get<LinkLines>(out.messages.back());
        EXPECT_LE(lines.lines.size(), max_link_lines);
        there += lines.lines.size();
        ++messages;
        out = hear(LinkSynced{"s", 0, place_of(own.at(there))});
    }
    EXPECT_EQ(there, 500u);
    EXPECT_EQ(messages, 8);
    EXPECT_EQ(band(), LinkBand::There);
}

TEST(LinkWords, AreThereForEachCodeAndEachBand) {
    for (std::size_t i = 0; i < link_codes.size(); ++i) {
        const LocalText words = sentence_of({static_cast<LinkCode>(i), {}, "s"});
        EXPECT_FALSE(words.nl.empty()) << link_codes[i].word;
        EXPECT_NE(words.nl, words.en);
        EXPECT_EQ(link_code_from(link_codes[i].word), static_cast<LinkCode>(i));
    }
    EXPECT_EQ(band_words({.band = LinkBand::There}).nl, "op dit apparaat en bij de griffier");
    EXPECT_EQ(band_words({.band = LinkBand::CatchingUp, .behind = 2}).nl, "op dit apparaat; nog 2 naar de griffier");
    EXPECT_TRUE(loss_words({}).empty());
}

}  // namespace
}  // namespace hamer
