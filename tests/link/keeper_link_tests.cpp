// What a keeper takes, stores and says, message by message; tests/link/exhaustive_tests.cpp has the orders.
#include "base/sha256.h"
#include "journal_lines.h"
#include "link/greeting.h"
#include "link/keeper_link.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

const std::string zeros(64, '0');

class KeeperTest : public testing::Test {
  protected:
    KeeperTest() {
        for (int i = 1; i <= 4; ++i) own.add("{\"n\":" + std::to_string(i) + "}");
    }
    LinkOut say(const LinkMessage& message) { return keeper.receive(message, kept, 0); }
    LinkOut offer(LinkPlace known = {}) {
        return say(LinkOffer{"s", false, 1, place_of(own.head()), known, "r", true});
    }
    void give_procedure(int course = 0) {
        EXPECT_TRUE(say(LinkFile{"s", course, sha256_hex("{}"), "{}"}).messages.empty());
    }
    void give(std::uint64_t first, std::uint64_t last) {
        EXPECT_TRUE(std::holds_alternative<LinkSynced>(say(own.message(first, last)).messages.at(0)));
    }
    void begin() {
        (void)offer();
        give_procedure();
    }
    LinkCode refusal(const LinkMessage& message) {
        const LinkOut out = say(message);
        EXPECT_EQ(out.messages.size(), 1u);
        const auto* refused = std::get_if<LinkRefused>(&out.messages.at(0));
        EXPECT_NE(refused, nullptr);
        return refused ? refused->code : LinkCode::Silent;
    }

    test::JournalLines own;
    test::KeptInMemory kept;
    KeeperLink keeper{0};
};

TEST_F(KeeperTest, StoresLinesAndThenSaysSo) {
    begin();
    EXPECT_EQ(say(own.message(1, 3)).messages.at(0), LinkMessage(LinkSynced({"s", 0, place_of(own.at(3))})));
    EXPECT_EQ(kept.all[0].lines.size(), 3u);
    EXPECT_EQ(kept.all[0].lines[2].payload, "{\"n\":3}");
    EXPECT_EQ(kept.all[0].positions.back(), own.at(3));
}

TEST_F(KeeperTest, PassesOverWhatIsThereAndSaysHowFarItIs) {
    begin();
    give(1, 3);
    EXPECT_EQ(say(own.message(1, 2)).messages.at(0), LinkMessage(LinkSynced({"s", 0, place_of(own.at(3))})));
    EXPECT_EQ(kept.appends, 1);
    EXPECT_EQ(say(own.message(2, 4)).messages.at(0), LinkMessage(LinkSynced({"s", 0, place_of(own.at(4))})));
    EXPECT_EQ(kept.all[0].lines.size(), 4u);
}

TEST_F(KeeperTest, TakesNoLineThatDoesNotFollow) {
    begin();
    EXPECT_EQ(refusal(own.message(2, 3)), LinkCode::Gap);
    give(1, 2);
    EXPECT_EQ(refusal(own.message(4, 4)), LinkCode::Gap);
    test::JournalLines other;
    for (int i = 1; i <= 4; ++i) other.add("{\"m\":" + std::to_string(i) + "}");
    EXPECT_EQ(refusal(other.message(2, 3)), LinkCode::Gap);  // another line of that number
    EXPECT_EQ(refusal(other.message(3, 3)), LinkCode::Damaged);
    EXPECT_EQ(kept.all[0].lines.size(), 2u);
}

TEST_F(KeeperTest, TakesNoneOfAMessageInWhichOneLineIsWrong) {
    begin();
    const LinkLines good = own.message(1, 3);
    for (const auto& spoil : std::vector<std::function<void(std::string&)>>{
             [](std::string& line) { line.back() = 'x'; }, [](std::string& line) { line += "x"; },
             [](std::string& line) { line += "\n" + line; }, [](std::string& line) { line.pop_back(); },
             [](std::string& line) { line.insert(line.size() - 1, 1, '\0'); }, [](std::string& line) { line[5] = '0'; },
             [](std::string& line) { line.clear(); }, [](std::string& line) { line = "J1 "; }}) {
        LinkLines spoiled = good;
        spoil(spoiled.lines[1].line);
        const LinkCode code = refusal(spoiled);
        EXPECT_TRUE(code == LinkCode::Damaged || code == LinkCode::Gap) << spoiled.lines[1].line;
    }
    EXPECT_EQ(kept.appends, 0);
    give(1, 3);
}

TEST_F(KeeperTest, StoresATextOnlyWithItsOwnLine) {
    test::JournalLines with_texts;
    with_texts.add("{\"n\":1}", {R"({"seq":1,"name":"text","salt":"a","text":"drie personen"})"});
    begin();
    EXPECT_TRUE(std::holds_alternative<LinkSynced>(say(with_texts.message(1, 1)).messages.at(0)));
    EXPECT_EQ(kept.all[0].lines[0].texts.size(), 1u);
    // Once more, after it was erased: the line is there, so its text is not looked at.
    kept.all[0].lines[0].texts.clear();
    EXPECT_TRUE(std::holds_alternative<LinkSynced>(say(with_texts.message(1, 1)).messages.at(0)));
    EXPECT_TRUE(kept.all[0].lines[0].texts.empty());
    for (const char* text :
         {R"({"seq":1,"name":"text","salt":"a","text":"x"})", R"({"seq":3,"name":"text","salt":"a","text":"x"})", "",
          "x", "{}", "{\"seq\":2,\n\"name\":\"text\",\"salt\":\"a\",\"text\":\"x\"}"}) {
        test::JournalLines hostile;
        hostile.add("{\"n\":1}");
        hostile.add("{\"n\":2}", {text});
        const LinkOut out = say(hostile.message(1, 2));
        EXPECT_EQ(out.close, LinkCode::BadMessage) << text;
        EXPECT_EQ(std::get<LinkRefused>(out.messages.at(0)).code, LinkCode::BadMessage);
    }
    EXPECT_EQ(kept.all[0].lines.size(), 1u);
}

TEST_F(KeeperTest, SaysThatItCouldNotStoreAndNeverThatItDid) {
    begin();
    kept.fails = true;
    EXPECT_EQ(refusal(own.message(1, 1)), LinkCode::Storage);
    EXPECT_EQ(refusal(LinkFile{"s", 0, sha256_hex("{}"), "{}"}), LinkCode::Storage);
    EXPECT_EQ(refusal(LinkEnd{"s", 0, {}}), LinkCode::Storage);
    const auto offered = std::get<LinkRefused>(offer().messages.at(0));
    EXPECT_EQ(offered.code, LinkCode::Storage);
    EXPECT_EQ(offered.with.at("problem"), "No space left on device");
    EXPECT_EQ(std::get<LinkErased>(say(LinkErase{"s", "e", {{1, "text"}}}).messages.at(0)).code, LinkCode::Storage);
}

TEST_F(KeeperTest, TakesNoLinesBeforeTheirProcedureNorOfASessionThatWasNotOffered) {
    EXPECT_EQ(refusal(own.message(1, 1)), LinkCode::Gap);
    EXPECT_EQ(refusal(LinkFile{"s", 0, sha256_hex("{}"), "{}"}), LinkCode::Gap);
    (void)offer();
    EXPECT_EQ(refusal(own.message(1, 1)), LinkCode::Gap);
    EXPECT_EQ(refusal(LinkFile{"s", 0, sha256_hex("{}"), "{} "}), LinkCode::Damaged);
    EXPECT_EQ(refusal(LinkFile{"s", 1, sha256_hex("{}"), "{}"}), LinkCode::Gap);  // no fork without a session
    give_procedure();
    give(1, 1);
    LinkLines of_another = own.message(2, 2);
    of_another.session = "t";
    EXPECT_EQ(refusal(of_another), LinkCode::Gap);
}

TEST_F(KeeperTest, SaysWhatItHasAndWhetherItHasTheWritersHead) {
    begin();
    give(1, 4);
    const auto have =
        std::get<LinkHave>(say(LinkOffer{"s", false, 7, place_of(own.at(2)), {}, "r", true}).messages.at(0));
    EXPECT_EQ(have, (LinkHave{"s", 7, {{place_of(own.at(4)), true, true}}}));
    const auto other =
        std::get<LinkHave>(say(LinkOffer{"s", false, 8, {2, std::string(64, 'a')}, {}, "r", true}).messages.at(0));
    EXPECT_FALSE(other.courses[0].passes);
}

TEST_F(KeeperTest, NoticesThatItIsAnOlderCopy) {
    begin();
    give(1, 2);
    (void)offer(place_of(own.at(2)));
    EXPECT_FALSE(keeper.take_older_copy());
    (void)offer(place_of(own.at(4)));
    EXPECT_EQ(keeper.take_older_copy(), (OlderCopy{"s", 4, 2}));
    EXPECT_FALSE(keeper.take_older_copy());
    kept.all.clear();
    (void)offer(place_of(own.at(1)));
    EXPECT_EQ(keeper.take_older_copy(), (OlderCopy{"s", 1, 0}));
}

TEST_F(KeeperTest, EndsASessionThatIsWholeAndTakesNoLineBehindIt) {
    begin();
    give(1, 3);
    EXPECT_EQ(refusal(LinkEnd{"s", 0, place_of(own.at(4))}), LinkCode::Gap);
    const LinkMessage end = LinkEnd{"s", 0, place_of(own.at(3))};
    EXPECT_EQ(say(end).messages.at(0), LinkMessage(LinkEnded({"s", place_of(own.at(3))})));
    EXPECT_EQ(say(end).messages.at(0), LinkMessage(LinkEnded({"s", place_of(own.at(3))})));
    EXPECT_EQ(refusal(own.message(4, 4)), LinkCode::Gap);
    EXPECT_EQ(kept.all[0].lines.size(), 3u);
}

TEST_F(KeeperTest, ErasesWhatIsNamedUnlessTheSessionIsOpen) {
    kept.is_open = true;
    const LinkMessage erase = LinkErase{"s", "e", {{2, "fields.to"}}};
    EXPECT_EQ(say(erase).messages.at(0), LinkMessage(LinkErased({"s", "e", LinkCode::SessionOpen})));
    kept.is_open = false;
    EXPECT_EQ(say(erase).messages.at(0), LinkMessage(LinkErased({"s", "e"})));
    EXPECT_EQ(kept.erasures["s"], (std::vector<LinkTextName>{{2, "fields.to"}}));
}

TEST_F(KeeperTest, ErasesInTheSessionThatIsNamedWhateverWasOfferedLast) {
    begin();
    give(1, 2);
    (void)say(LinkOffer{"t", true, 2, {}, {}, "r", true});
    EXPECT_EQ(say(LinkErase{"s", "e", {{2, "text"}}}).messages.at(0), LinkMessage(LinkErased({"s", "e"})));
    EXPECT_EQ(kept.erasures["s"], (std::vector<LinkTextName>{{2, "text"}}));
    EXPECT_TRUE(kept.erasures["t"].empty());
}

TEST_F(KeeperTest, TakesNoDrillForAMeeting) {
    begin();
    give(1, 2);
    const LinkMessage drill = LinkOffer{"s", true, 2, place_of(own.head()), {}, "r", true};
    EXPECT_EQ(refusal(drill), LinkCode::BadMessage);
    EXPECT_EQ(refusal(own.message(3, 3)), LinkCode::Gap) << "nothing is offered";
    (void)offer();
    give(3, 3);
    kept.drill = true;
    EXPECT_EQ(refusal(LinkOffer{"s", false, 3, place_of(own.head()), {}, "r", true}), LinkCode::BadMessage);
    EXPECT_TRUE(std::holds_alternative<LinkHave>(say(drill).messages.at(0)));
}

TEST_F(KeeperTest, AnErasedTextDoesNotComeBackWithAForkThatIsMadeLater) {
    begin();
    const std::string gone = R"({"seq":1,"name":"text","salt":"a","text":"drie personen"})";
    const std::string stays = R"({"seq":1,"name":"fields.to","salt":"a","text":"de politie"})";
    (void)say(LinkErase{"s", "e", {{1, "text"}, {2, "fields.to"}}});
    test::JournalLines older;
    older.add("{\"older\":1}", {gone, stays});
    give(1, 1);
    (void)say(LinkOffer{"s", false, 2, place_of(older.head()), {}, "r", true});
    give_procedure(1);
    EXPECT_TRUE(std::holds_alternative<LinkSynced>(say(older.message(1, 1, 1)).messages.at(0)));
    EXPECT_EQ(kept.all.at(1).lines.at(0).texts, std::vector<std::string>{stays});
}

TEST_F(KeeperTest, ClosesAtWhatAWriterMayNotSend) {
    for (const LinkMessage& message :
         {LinkMessage(LinkHello({1}, "x", zeros)), LinkMessage(LinkWelcome()), LinkMessage(LinkSynced()),
          LinkMessage(LinkFollow()), LinkMessage(LinkCommand()), LinkMessage(LinkAsked()), LinkMessage(LinkHave())}) {
        EXPECT_EQ(say(message).close, LinkCode::BadMessage) << kind_of(message);
    }
    EXPECT_FALSE(say(LinkBeat{}).close);
    EXPECT_FALSE(say(LinkAnswer{}).close);
}

TEST_F(KeeperTest, BeatsWhileNothingGoesAndClosesWhenNothingIsHeard) {
    EXPECT_TRUE(keeper.tick(1999).messages.empty());
    EXPECT_EQ(keeper.tick(2000).messages, std::vector<LinkMessage>{LinkBeat{}});
    EXPECT_TRUE(keeper.tick(3999).messages.empty());
    (void)keeper.receive(LinkBeat{}, kept, 5000);
    EXPECT_FALSE(keeper.tick(11'999).close);
    keeper.heard(11'000);  // a part of a message
    EXPECT_FALSE(keeper.tick(12'000).close);
    EXPECT_EQ(keeper.tick(18'000).close, LinkCode::Silent);
}

TEST(Greeting, LetsInWhoIsPairedAndSpeaksTheSame) {
    const KeeperName name{"k", "hamer 2"};
    const PairedDevice clerk{"d", LinkRole::Clerk};
    const LinkOut in = greet({{7, 1}, "hamer 1", zeros}, clerk, name);
    EXPECT_EQ(in.messages.at(0), LinkMessage(LinkWelcome({1, "hamer 2", "k", "d", LinkRole::Clerk})));
    EXPECT_FALSE(in.close);
    EXPECT_EQ(greet({{1}, "hamer 1", zeros}, std::nullopt, name).close, LinkCode::NotPaired);
    const LinkOut older = greet({{2}, "hamer 3", zeros}, clerk, name);
    EXPECT_EQ(older.close, LinkCode::Version);
    EXPECT_EQ(std::get<LinkRefused>(older.messages.at(0)).with.at("speaks"), "1");
}

}  // namespace
}  // namespace hamer
