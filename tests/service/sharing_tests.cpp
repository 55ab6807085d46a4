// What a meeting sends a keeper, and what the clerk asks through it.
#include "sharing_scene.h"

namespace hamer {
namespace {

TEST_F(SharingTest, EveryLineOfAMeetingIsAtTheKeeperByteForByte) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    ASSERT_TRUE(service->execute({Do{"meeting.open", {}}, {}, "chair"}));
    const auto link = writer(*service);
    settle(*link);
    EXPECT_EQ(link->status().band, LinkBand::There);
    ASSERT_TRUE(service->execute({AddNote{"Een man roept."}, {}, "clerk"}));
    (void)listener->wait_for(service->session().entries().size());
    settle(*link);
    EXPECT_EQ(at_keeper(), on_disk(*service));
    // The words of the note went apart, with their line.
    EXPECT_EQ(at_keeper().find("roept"), std::string::npos);
    ASSERT_EQ(keeper.kept.all.at(0).lines.back().texts.size(), 1u);
    EXPECT_NE(keeper.kept.all.at(0).lines.back().texts[0].find("Een man roept."), std::string::npos);
    EXPECT_EQ(keeper.kept.all.at(0).procedure, test::leiden_text());
}

TEST_F(SharingTest, AMeetingThatGoesOnBringsWhatWasRecordedBefore) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        ASSERT_TRUE(service->execute({AddNote{"Voor het uitvallen."}, {}, "clerk"}));
        id = service->session_id();
    }
    const auto service = open();
    ASSERT_TRUE(service->reopen(id));
    const auto link = writer(*service);
    settle(*link);
    EXPECT_EQ(at_keeper(), on_disk(*service));
    const auto& lines = keeper.kept.all.at(0).lines;
    ASSERT_EQ(lines.at(1).texts.size(), 1u);
    EXPECT_NE(lines.at(1).texts[0].find("Voor het uitvallen."), std::string::npos);
}

TEST_F(SharingTest, AfterACutItConnectsAnewLaterEachTimeAndCatchesUp) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    const auto link = writer(*service);
    settle(*link);
    keeper.is_down = true;
    keeper.cut();
    link->step(++now);
    EXPECT_EQ(link->status().band, LinkBand::NotReached);
    ASSERT_TRUE(service->execute({Do{"meeting.open", {}}, {}, "chair"}));
    (void)listener->wait_for(service->session().entries().size());
    for (const LinkTime wait : {500, 1000, 2000, 4000, 8000, 15'000, 15'000}) {
        const int before = keeper.connections;
        keeper.is_down = false;
        link->step(now + wait - 1);
        EXPECT_EQ(keeper.connections, before) << wait;
        keeper.is_down = true;
        now += wait;
        link->step(now);
    }
    keeper.is_down = false;
    now += 15'000;
    settle(*link);
    EXPECT_EQ(link->status().band, LinkBand::There);
    EXPECT_EQ(at_keeper(), on_disk(*service));
}

TEST_F(SharingTest, AMeetingThatWasPutAwayIsBroughtToItsEndAndThenLetGo) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    const auto link = writer(*service);
    settle(*link);
    for (const char* event : {"meeting.open", "meeting.close"})
        ASSERT_TRUE(service->execute({Do{event, {}}, {}, "chair"})) << event;
    const std::uint64_t lines = service->session().entries().size() + 1;
    ASSERT_TRUE(service->put_away());
    EXPECT_EQ(listener->closed, lines);
    link->put_away(lines);
    (void)listener->wait_for(lines);
    settle(*link);
    EXPECT_TRUE(keeper.kept.all.at(0).ended);
    EXPECT_EQ(keeper.closed_with(), 1001);
    EXPECT_TRUE(link->is_over());
    const int before = keeper.connections;
    now += 60'000;
    settle(*link);
    EXPECT_EQ(keeper.connections, before);
}

TEST_F(SharingTest, WhatIsNoMessageEndsTheConnectionAndATextOfAnOpenMeetingIsNotErasedYet) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    const auto link = writer(*service);
    settle(*link);
    keeper.say(LinkErase{service->session_id(), "e1", {{2, "text"}}});
    settle(*link);
    ASSERT_EQ(keeper.answers.size(), 1u);
    EXPECT_EQ(keeper.answers[0], LinkMessage(LinkErased{service->session_id(), "e1", LinkCode::SessionOpen}));
    keeper.say(LinkWelcome{.protocol = 1, .program = "x", .keeper = "k", .device = "d"});  // out of its turn
    settle(*link);
    EXPECT_EQ(keeper.closed_with(), 4000);
}

// As another program with the same key does to it, or a keeper that refuses what it welcomed.
TEST_F(SharingTest, AConnectionThatIsEndedAtOnceIsNoReasonToComeBackAtOnce) {
    const auto service = open();
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    const auto link = writer(*service);
    settle(*link);
    for (const LinkTime wait : {500, 1000, 2000}) {
        keeper.cut();
        link->step(++now);
        const int before = keeper.connections;
        link->step(now + wait - 1);
        EXPECT_EQ(keeper.connections, before) << wait;
        now += wait;
        link->step(now);
        EXPECT_EQ(keeper.connections, before + 1) << wait;
        settle(*link);
        EXPECT_EQ(link->status().band, LinkBand::There);
    }
    now += longest_retry_ms;
    keeper.cut();
    link->step(now);
    const int before = keeper.connections;
    link->step(now + 500);
    EXPECT_EQ(keeper.connections, before + 1) << "it stood for long";
}

// It died between the two: what is recorded next has that number, and not those words.
TEST_F(SharingTest, ATextWhoseLineNeverCameIsNotGiven) {
    std::string id;
    {
        const auto service = open();
        ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
        id = service->session_id();
    }
    const auto path = sessions_folder("data", true) / id / "private.jsonl";
    const std::uint64_t next = read_session(files, sessions_folder("data", true), id)->session.next_seq();
    files.put(path, files.read(path).value().value_or("") + "{\"seq\":" + std::to_string(next) +
                        ",\"name\":\"text\",\"salt\":\"s\",\"text\":\"verweesd\"}\n");
    const auto service = open();
    ASSERT_TRUE(service->reopen(id));
    ASSERT_TRUE(service->execute({Do{"meeting.open", {}}, {}, "chair"}));
    const auto lines = listener->wait_for(next);
    EXPECT_TRUE(lines->texts(next).empty());
}

// The same with the thread that a window has.
TEST_F(SharingTest, WhatTheClerkAsksIsDecidedOnceAndStandsInTheLog) {
    std::mutex mutex;
    std::condition_variable came;
    bool changed = false;
    const auto wait = [&] {
        std::unique_lock hold(mutex);
        came.wait(hold, [&] { return std::exchange(changed, false); });
    };
    const auto tell = [&] {
        const std::lock_guard hold(mutex);
        changed = true;
        came.notify_all();
    };
    // Everything of the keeper happens on the link's thread, save what is asked of it below.
    std::mutex wire;
    std::vector<LinkAnswer> answered;
    class Handed final : public LinkClient {
      public:
        Handed(std::mutex& wire, std::unique_ptr<LinkClient> client) : wire_(wire), client_(std::move(client)) {}
        std::vector<LinkEvent> take() override {
            const std::lock_guard hold(wire_);
            return client_->take();
        }
        void send(std::string text) override {
            const std::lock_guard hold(wire_);
            client_->send(std::move(text));
        }
        void close(int code) override {
            const std::lock_guard hold(wire_);
            client_->close(code);
        }

      private:
        std::mutex& wire_;
        std::unique_ptr<LinkClient> client_;
    };
    std::function<void()> something;
    SharingOptions options;
    options.key = std::string(64, 'a');
    options.program = "test";
    options.chance = [] { return 0.0; };
    options.clock = &clock;
    options.changed = tell;
    options.connect = [&](std::function<void()> woken) -> Result<std::unique_ptr<LinkClient>> {
        const std::lock_guard hold(wire);
        something = std::move(woken);
        return std::make_unique<Handed>(wire, keeper.connect().value());
    };
    const auto sharing = std::make_shared<Sharing>(options);
    EXPECT_FALSE(sharing->status());

    const auto service = open(sharing);
    keeper.kept.drill = true;
    {
        const std::lock_guard hold(wire);
        keeper.kept.session.clear();
    }
    ASSERT_TRUE(service->begin(test::meeting(), Language::Dutch));
    {
        const std::lock_guard hold(wire);
        keeper.kept.session = service->session_id();
    }
    while (!sharing->status() || sharing->status()->band != LinkBand::There) wait();

    const auto ask = [&](const std::string& id, const std::string& line, const std::string& run) {
        LinkAsked asked{{service->session_id(), run, id, service->session().entries().size(), line}, "laptop", {}};
        asked.role = LinkRole::Clerk;
        {
            const std::lock_guard hold(wire);
            keeper.say(asked);
        }
        something();
    };
    const auto answer_to = [&](const std::string& id) {
        while (true) {
            decide_asked(*service, *sharing);
            const std::lock_guard hold(wire);
            for (const LinkMessage& one : keeper.answers) {
                const auto* answer = std::get_if<LinkAnswer>(&one);
                if (answer && answer->id == id) return *answer;
            }
        }
    };
    ask("c1", R"({"do":"note","with":{"text":"Politie is gebeld."}})", sharing->run());
    const LinkAnswer taken = answer_to("c1");
    ASSERT_TRUE(std::holds_alternative<std::uint64_t>(taken.decision));
    const Entry& entry = service->session().entries().back();
    EXPECT_EQ(entry.seq, std::get<std::uint64_t>(taken.decision));
    EXPECT_EQ(entry.actor, "clerk");
    EXPECT_EQ(entry.asked, (AskedElsewhere{"c1", "laptop"}));
    const StoredSession stored = read_session(files, sessions_folder("data", true), service->session_id()).value();
    EXPECT_EQ(stored.session.entries().back().asked, (AskedElsewhere{"c1", "laptop"}));

    // A window decides one that is new at a time, and none twice.
    {
        const std::lock_guard hold(wire);
        for (const char* id : {"c3", "c4", "c3", "c4"}) {
            LinkAsked asked{{service->session_id(), sharing->run(), id, entry.seq, R"({"do":"undo"})"}, "laptop", {}};
            asked.role = LinkRole::Clerk;
            keeper.say(asked);
        }
    }
    something();
    std::vector<std::string> order;
    while (order.size() < 2) {
        const auto one = sharing->take_asked();
        EXPECT_LE(one.size(), 1u);
        for (const LinkAsked& asked : one) order.push_back(asked.command.id);
    }
    EXPECT_EQ(order, (std::vector<std::string>{"c3", "c4"}));
    EXPECT_TRUE(sharing->take_asked().empty());

    sharing->let_commands(false);
    ask("c2", R"({"do":"note","with":{"text":"Nog iets."}})", sharing->run());
    const LinkAnswer refused = answer_to("c2");
    ASSERT_TRUE(std::holds_alternative<LinkRefusal>(refused.decision));
    EXPECT_EQ(std::get<LinkRefusal>(refused.decision).code, "switched-off");
    EXPECT_EQ(service->session().entries().size(), entry.seq);

    // The end is recorded and the disk does not take it: nothing more comes behind it.
    sharing->let_commands(true);
    for (const char* event : {"meeting.open", "meeting.close"})
        ASSERT_TRUE(service->execute({Do{event, {}}, {}, "chair"})) << event;
    const std::size_t closed = service->session().entries().size();
    while (sharing->status()->there < closed) wait();
    files.fill("data");
    ASSERT_FALSE(service->put_away());
    ASSERT_TRUE(service->session().is_put_away());
    {
        const std::lock_guard hold(mutex);
        changed = false;
    }
    ask("c5", R"({"do":"note","with":{"text":"Te laat."}})", sharing->run());
    wait();
    decide_asked(*service, *sharing);
    EXPECT_EQ(service->session().entries().size(), closed + 1);
}

}  // namespace
}  // namespace hamer
