// Commands of a helper: decided once, by who may, on what the helper saw.
#include "journal_lines.h"
#include "link/asked_command.h"
#include "link/command_book.h"
#include "link/command_sender.h"
#include "link/link_words.h"
#include "support/leiden.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;

LinkAsked asked(const std::string& id, const std::string& line, std::uint64_t seen = 0,
                LinkRole role = LinkRole::Clerk) {
    return {{"s", "r", id, seen, line}, "d", role};
}
std::string code_of(const CommandDecision& decision) {
    const auto* refusal = std::get_if<LinkRefusal>(&decision);
    return refusal ? refusal->code : "taken";
}

class BookTest : public testing::Test {
  protected:
    CommandBook::Decide decide = [this](const LinkAsked&) -> CommandDecision {
        ++times;
        if (refuses) return LinkRefusal{"not-enabled", {"nee", "no"}};
        return std::uint64_t{8};
    };
    BookTest() {
        for (int i = 0; i < 8; ++i) own.add("{}");
    }
    // What is answered at once.
    LinkAnswer answer(const LinkAsked& asked) { return book.answer(asked, decide, own).value(); }

    int times = 0;
    bool refuses = false;
    test::JournalLines own;
    CommandBook book{"s", "r", {{"old", 3}}};
};

TEST_F(BookTest, DecidesEachCommandOnce) {
    const LinkAnswer first = answer(asked("c", "{}"));
    EXPECT_EQ(first, (LinkAnswer{"s", "c", "d", std::uint64_t{8}}));
    refuses = true;
    EXPECT_EQ(answer(asked("c", "{}")), first);
    EXPECT_EQ(code_of(answer(asked("e", "{}")).decision), "not-enabled");
    refuses = false;
    EXPECT_EQ(code_of(answer(asked("e", "{}")).decision), "not-enabled");
    EXPECT_EQ(times, 2);
}

TEST_F(BookTest, KnowsFromTheJournalWhatAFormerRunTookAndRefusesTheRest) {
    LinkAsked former = asked("old", "{}");
    former.command.run = "former";
    EXPECT_EQ(answer(former).decision, CommandDecision(std::uint64_t{3}));
    former.command.id = "another";
    EXPECT_EQ(code_of(answer(former).decision), "other-run");
    LinkAsked elsewhere = asked("c", "{}");
    elsewhere.command.session = "t";
    elsewhere.command.id = "old";  // also where it has an id of this one
    for (const LinkAsked& one : {elsewhere, asked("c", "{}")}) {
        LinkAsked of_another = one;
        of_another.command.session = "t";
        const LinkAnswer said = answer(of_another);
        EXPECT_EQ(code_of(said.decision), "other-session");
        EXPECT_EQ(said.session, "t") << "or its sender drops the answer, and asks for ever";
        CommandSender sender;
        (void)sender.ask(of_another.command, 0);
        EXPECT_TRUE(sender.receive(said));
    }
    EXPECT_EQ(times, 0);
}

TEST_F(BookTest, SaysThatItWasTakenOnceItsLineIsDurable) {
    const CommandBook::Decide takes = [this](const LinkAsked&) -> CommandDecision {
        ++times;
        return own.head().seq + 1;  // on its way to the disk
    };
    EXPECT_FALSE(book.answer(asked("c", "{}"), takes, own));
    EXPECT_FALSE(book.answer(asked("c", "{}"), takes, own)) << "asked again, and not there yet";
    own.add("{}");
    EXPECT_EQ(answer(asked("c", "{}")).decision, CommandDecision(std::uint64_t{9}));
    EXPECT_EQ(times, 1);
}

TEST_F(BookTest, TakesNothingNewWhileItIsSwitchedOff) {
    (void)answer(asked("c", "{}"));
    book.let(false);
    EXPECT_EQ(code_of(answer(asked("e", "{}")).decision), "switched-off");
    EXPECT_EQ(code_of(answer(asked("c", "{}")).decision), "taken");
    book.let(true);
    EXPECT_EQ(code_of(answer(asked("e", "{}")).decision), "switched-off") << "it was decided";
    EXPECT_EQ(code_of(answer(asked("f", "{}")).decision), "taken");
}

TEST_F(BookTest, RemembersUpToABoundAndThenRefuses) {
    for (std::size_t i = 0; i < most_commands_in_a_run; ++i) (void)answer(asked(std::to_string(i), "{}"));
    EXPECT_EQ(code_of(answer(asked("one more", "{}")).decision), "too-many-commands");
    EXPECT_EQ(code_of(answer(asked("7", "{}")).decision), "taken");
    EXPECT_EQ(book.decided().size(), most_commands_in_a_run + 1);
}

TEST(CommandSenderTest, RepeatsUntilTheAnswerComes) {
    CommandSender sender;
    const LinkCommand command{"s", "r", "c", 4, "{}"};
    EXPECT_EQ(sender.ask(command, 0), LinkMessage(command));
    EXPECT_TRUE(sender.tick(1999).empty());
    EXPECT_EQ(sender.tick(2000), std::vector<LinkMessage>{command});
    EXPECT_EQ(sender.connected(2001), std::vector<LinkMessage>{command});
    EXPECT_FALSE(sender.receive({"s", "another", "d", std::uint64_t{5}}));
    EXPECT_FALSE(sender.receive({"t", "c", "d", std::uint64_t{5}}));
    EXPECT_TRUE(sender.receive({"s", "c", "d", std::uint64_t{5}}));
    EXPECT_FALSE(sender.receive({"s", "c", "d", std::uint64_t{6}}));
    EXPECT_EQ(std::get<std::uint64_t>(sender.commands()[0].answer->decision), 5u);
    EXPECT_TRUE(sender.tick(9000).empty());
    sender.drop_answered();
    EXPECT_TRUE(sender.commands().empty());
}

TEST(CommandSenderTest, RepeatsNoMoreAtOnceThanAKeeperTakesAndEachInItsTurn) {
    CommandSender sender;
    const auto command = [](std::size_t i) { return LinkCommand{"s", "r", std::to_string(i), 4, "{}"}; };
    for (std::size_t i = 0; i < most_waiting_commands; ++i) ASSERT_TRUE(sender.ask(command(i), 0));
    EXPECT_FALSE(sender.ask(command(99), 0)) << "too many wait";
    EXPECT_EQ(sender.commands().size(), most_waiting_commands);
    EXPECT_EQ(sender.connected(100).size(), most_repeated_at_once);
    EXPECT_TRUE(sender.tick(2000).empty()) << "as many went as may";
    for (std::size_t i = 1; i < 4; ++i) {
        const auto repeated = sender.tick(100 + 2000 * static_cast<LinkTime>(i));
        ASSERT_EQ(repeated.size(), most_repeated_at_once);
        EXPECT_EQ(repeated.front(), LinkMessage(command(20 * i % 60)));
    }
    (void)sender.receive({"s", "7", "d", std::uint64_t{5}});
    EXPECT_TRUE(sender.ask(command(99), 9000));
}

class AskedTest : public testing::Test {
  protected:
    FakeClock clock;
    Session session = test::opened_session(clock);

    std::string ask(const std::string& line, std::uint64_t seen, LinkRole role = LinkRole::Clerk) {
        const auto command = asked_command(asked("c", line, seen, role), session);
        if (!command) return command.error().code;
        EXPECT_EQ(command->actor, "clerk");
        return test::run(session, *command, clock);
    }
    std::string do_event(const std::string& event, std::uint64_t seen) {
        return ask("{\"do\":\"" + event + "\"}", seen);
    }
    std::uint64_t now() { return session.next_seq() - 1; }
    void chair(const std::string& event) { ASSERT_EQ(test::run(session, clock, event), "ok") << event; }
};

TEST_F(AskedTest, TheClerkMayDoWhatAClerkDoesAndNothingElse) {
    chair("meeting.open");
    chair("broadcast.start");
    chair("disturbance.report");
    EXPECT_EQ(ask(R"({"do":"note","with":{"text":"drie personen"}})", now()), "ok");
    EXPECT_EQ(do_event("security.call", now()), "ok");
    for (const char* event : {"meeting.suspend", "address.b", "broadcast.pause", "broadcast.resume", "room.clear",
                              "emergency.declare", "disturbance.end", "police.rest", "meeting.close"}) {
        EXPECT_EQ(do_event(event, now()), "not-yours") << event;
    }
    for (const char* line : {R"({"do":"undo"})", R"({"do":"amend","with":{"seq":2,"fields":{}}})",
                             R"({"do":"deviate","with":{"to":{"police":"called"},"why":"x"}})",
                             R"({"do":"correct-meeting","with":{"room":"x"}})"}) {
        EXPECT_EQ(ask(line, now()), "not-yours") << line;
    }
    chair("address.b");
    EXPECT_EQ(do_event("broadcast.paused", now()), "ok");
    EXPECT_EQ(ask(R"({"do":"request.speak","with":{"speaker":"clerk"}})", now()), "ok");
    EXPECT_EQ(ask(R"({"do":"police.call","with":{"number":"112"}})", now()), "ok");
    EXPECT_EQ(do_event("police.arrive", now()), "ok");
    EXPECT_EQ(do_event("police.handover", now()), "ok");
}

TEST_F(AskedTest, IsRefusedWithTheSameReasonsAsAtTheDesk) {
    chair("meeting.open");
    EXPECT_EQ(do_event("police.arrive", now()), "not-enabled");
    EXPECT_EQ(do_event("no.such.event", now()), "unknown-event");
    EXPECT_EQ(ask("{", now()), "bad-json");
    EXPECT_EQ(ask(R"({"do":"note"})", now()), "missing-field");
    EXPECT_EQ(ask(R"({"do":"note","with":{"text":"x"},"at":"gisteren"})", now()), "bad-time");
}

TEST_F(AskedTest, NobodyElseMayAsk) {
    chair("meeting.open");
    for (const LinkRole role : {LinkRole::Chair, LinkRole::Onlooker, LinkRole::Trainer}) {
        EXPECT_EQ(ask(R"({"do":"note","with":{"text":"x"}})", now(), role), "not-yours");
    }
}

TEST_F(AskedTest, ChoosesNoActorForItself) {
    chair("meeting.open");
    EXPECT_EQ(ask(R"({"do":"note","with":{"text":"x"},"actor":"chair"})", now()), "ok");
    EXPECT_EQ(session.entries().back().actor, "clerk");
}

TEST_F(AskedTest, TwoAtOnceMakeOneFact) {
    chair("meeting.open");
    chair("disturbance.report");
    chair("address.b");
    chair("request.speak");
    chair("request.refuse");
    const std::uint64_t seen = now();
    // The chair spoke the second request, and it was refused, while the clerk tapped the same one.
    chair("request.speak");
    chair("request.refuse");
    EXPECT_EQ(do_event("request.speak", seen), "changed-meanwhile");
    EXPECT_EQ(do_event("request.speak", now()), "ok");
}

TEST_F(AskedTest, ConfirmsNoPauseThatItDidNotSee) {
    chair("meeting.open");
    chair("broadcast.start");
    chair("broadcast.pause");
    const std::uint64_t seen = now();
    chair("broadcast.paused");
    chair("broadcast.resume");
    chair("broadcast.pause");
    EXPECT_EQ(do_event("broadcast.paused", seen), "changed-meanwhile");
    EXPECT_EQ(do_event("broadcast.paused", now()), "ok");
}

TEST_F(AskedTest, IsHeldUpByNothingThatDoesNotConcernIt) {
    chair("meeting.open");
    chair("broadcast.start");
    chair("broadcast.pause");
    const std::uint64_t seen = now();
    chair("meeting.suspend");
    ASSERT_EQ(test::run(session, Command{AddNote{"x"}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(do_event("broadcast.paused", seen), "ok");
}

TEST_F(AskedTest, StandsOnNothingThatWasTakenBackOrSetOtherwise) {
    chair("meeting.open");
    chair("disturbance.report");
    std::uint64_t seen = now();
    ASSERT_EQ(test::run(session, Command{Undo{}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(do_event("security.call", seen), "changed-meanwhile");
    seen = now();
    ASSERT_EQ(test::run(session, Command{Deviate{{{"police", "called"}}, "x"}, {}, "chair"}, clock), "ok");
    EXPECT_EQ(do_event("police.arrive", seen), "changed-meanwhile");
    EXPECT_EQ(ask(R"({"do":"note","with":{"text":"x"}})", 0), "ok") << "a note is right whatever came in between";
}

TEST_F(AskedTest, StandsOnNoLineThatIsNotThereYet) {
    chair("meeting.open");
    EXPECT_EQ(do_event("security.call", now() + 1), "changed-meanwhile");
}

}  // namespace
}  // namespace hamer
