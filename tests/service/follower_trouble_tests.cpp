// A window that only looks on, where what it reads is damaged, gone or slow: it says so and keeps what it had.
// goes on.
#include "follower_scene.h"
#include "journal/line.h"

namespace hamer {
namespace {

using Thoroughness = Follower::Thoroughness;

TEST_F(FollowerTest, ANewSegmentIsFollowedAndTakesThePlaceOfWhatWasNeverAcknowledged) {
    begin();
    run(Do{"meeting.open", {}});
    run(Do{"disturbance.report", {}});
    Follower looking = follower();
    looking.poll();
    ASSERT_EQ(looking.session().entries().size(), 3u);
    // Entry 3 could not be acknowledged; the next segment begins with another one in its place.
    const auto stored = read_session(files, "data/drills", service->session_id());
    ASSERT_TRUE(stored);
    const JournalRecord& second = stored->journal.records[1];
    const JournalRecord& third = stored->journal.records[2];
    LineMaker maker;
    const std::string line(maker.make({second.seq, second.hash}, third.payload));
    files.put(in_session("journal.2"), line.substr(0, 40));
    looking.poll();
    EXPECT_EQ(looking.session().entries().size(), 3u) << "the new line is not whole yet";
    files.put(in_session("journal.2"), line);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session().entries().size(), 3u);
    const std::string more = line + std::string(maker.make(maker.made(), third.payload));
    files.put(in_session("journal.2"), more);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session().entries().size(), 4u);
    EXPECT_EQ(looking.followed().lost(), 0u);
}

TEST_F(FollowerTest, DamageKeepsWhatStandsBeforeItAndIsTriedAgain) {
    play();
    Follower looking = follower();
    looking.poll();
    const std::string good = files.get(in_session("journal"));
    const std::size_t entries = looking.session().entries().size();
    files.put(in_session("journal"), good + "J1 99 geen regel\n");
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session().entries().size(), entries);
    EXPECT_EQ(looking.followed().journal().state(), JournalState::Damaged);
    EXPECT_FALSE(looking.at_ease());
    // A network may show a line before it is whole there.
    files.put(in_session("journal"), good);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.followed().journal().state(), JournalState::Whole);
    EXPECT_TRUE(looking.at_ease());
    run(AddNote{"verder"});
}

TEST_F(FollowerTest, AChangedLineAmongThoseAlreadyReadDoesNotMatterButAShorterJournalIsSaid) {
    play();
    Follower looking = follower();
    looking.poll();
    const auto lines = lines_of(files.get(in_session("journal")));
    std::string shorter;
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) shorter += lines[i];
    files.put(in_session("journal"), shorter);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session().entries().size(), lines.size() - 2);
    EXPECT_EQ(looking.followed().lost(), 2u);
}

TEST_F(FollowerTest, AFolderThatIsGoneIsSaidWithTheTimeAndWhatWasReadStays) {
    play();
    Follower looking = follower();
    looking.poll();
    const std::size_t entries = looking.session().entries().size();
    const std::string journal = files.get(in_session("journal"));
    const Instant before = clock.now().at;
    files.fail_at_call(1, Mishap::InputOutputError);
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.out_of_date());
    EXPECT_GT(looking.out_of_date()->since, before);
    EXPECT_EQ(looking.session().entries().size(), entries);
    EXPECT_FALSE(looking.at_ease());
    EXPECT_TRUE(looking.poll());
    EXPECT_FALSE(looking.out_of_date()) << "it could be read again";
    EXPECT_TRUE(looking.at_ease());

    ASSERT_TRUE(files.remove(in_session("journal")));
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.out_of_date());
    const Instant since = looking.out_of_date()->since;
    looking.poll();
    EXPECT_EQ(looking.out_of_date()->since, since);
    EXPECT_EQ(looking.session().entries().size(), entries);
    files.put(in_session("journal"), journal);
    EXPECT_TRUE(looking.poll());
    EXPECT_FALSE(looking.out_of_date());
}

TEST_F(FollowerTest, ANewMeetingIsShownAlsoWhereTheFormerOneCannotBeReadAnyMore) {
    play();
    Follower looking = follower();
    looking.poll();
    close();
    const auto former = in_session("journal");
    ASSERT_TRUE(service->put_away());
    ASSERT_TRUE(files.remove(former));
    begin();
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session_id(), service->session_id());
    EXPECT_FALSE(looking.out_of_date());
}

TEST_F(FollowerTest, ASessionWhoseProcedureCannotBeReadIsSaidAndTriedAgain) {
    begin();
    files.put(in_session("procedure.json"), "{\"format\": 1");
    Follower looking = follower();
    looking.poll();
    EXPECT_FALSE(looking.newer_unreadable()) << "it may be written at this moment";
    EXPECT_FALSE(looking.at_ease());
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.newer_unreadable());
    EXPECT_NE(describe(*looking.newer_unreadable()).find("procedure.json"), std::string::npos);
    EXPECT_FALSE(looking.has_session());
    files.put(in_session("procedure.json"), test::leiden_text());
    EXPECT_TRUE(looking.poll());
    EXPECT_FALSE(looking.newer_unreadable());
    EXPECT_TRUE(looking.has_session());
}

TEST_F(FollowerTest, AnotherProcedureThanTheSessionWasOpenedWithIsNoticed) {
    begin();
    files.put(in_session("procedure.json"), test::leiden_text() + "\n");
    Follower looking = follower();
    looking.poll();
    ASSERT_TRUE(looking.has_session());
    EXPECT_FALSE(looking.followed().procedure_matches());
}

TEST_F(FollowerTest, AMissingFolderIsNoReasonToStop) {
    Follower looking = follower("nowhere");
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.out_of_date());
    EXPECT_NE(describe(looking.out_of_date()->why).find("nowhere"), std::string::npos);
    EXPECT_FALSE(looking.poll());
}

TEST_F(FollowerTest, AFolderThatDoesNotAnswerIsSaidUntilItDoes) {
    play();
    Follower looking = follower();
    looking.poll();
    const std::uint64_t version = looking.version();
    looking.does_not_answer(clock.now().at);
    EXPECT_TRUE(looking.is_silent());
    EXPECT_FALSE(looking.at_ease());
    EXPECT_NE(looking.version(), version);
    EXPECT_TRUE(looking.poll());
    EXPECT_FALSE(looking.out_of_date());
    EXPECT_TRUE(looking.at_ease());
}

TEST_F(FollowerTest, AnErrorAtAnyCallIsOverAtTheNextPoll) {
    play();
    for (std::size_t call = 1; call <= 14; ++call) {
        Follower looking = follower();
        files.fail_at_call(call, Mishap::InputOutputError);
        for (int i = 0; i < 3; ++i) looking.poll(Thoroughness::Everything);
        ASSERT_TRUE(looking.has_session()) << "failing call " << call;
        EXPECT_TRUE(as_text(looking.session()) == as_text(service->session())) << "failing call " << call;
        EXPECT_TRUE(looking.at_ease()) << "failing call " << call;
    }
}

}  // namespace
}  // namespace hamer
