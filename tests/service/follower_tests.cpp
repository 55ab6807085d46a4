// A window that only looks on: always what the journal says, from what was added alone, and never a trace.
#include "follower_scene.h"

namespace hamer {
namespace {

using Thoroughness = Follower::Thoroughness;

bool reads(const Follower& looking, std::string_view words) {
    return looking.has_session() && as_text(looking.session()).find(words) != std::string::npos;
}

TEST_F(FollowerTest, WaitsUntilAMeetingBeginsAndThenShowsEveryStepAsItIsRecorded) {
    Follower looking = follower();
    looking.poll();
    EXPECT_FALSE(looking.has_session());
    begin();
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.has_session());
    EXPECT_EQ(looking.session_id(), service->session_id());
    for (const char* event : {"meeting.open", "disturbance.report", "meeting.suspend"}) {
        run(Do{event, {}});
        EXPECT_TRUE(looking.poll()) << event;
        EXPECT_TRUE(as_text(looking.session()) == as_text(service->session()));
        EXPECT_EQ(looking.session().situation(), service->session().situation());
        EXPECT_FALSE(looking.poll()) << "nothing changed since";
    }
}

TEST_F(FollowerTest, EveryPrefixOfAJournalReadsAsItsWholeLines) {
    play();
    const std::string journal = files.get(in_session("journal"));
    const auto lines = lines_of(journal);
    ASSERT_GE(lines.size(), 12u);
    const std::filesystem::path copy = "other/drills/" + service->session_id();
    files.put(copy / "procedure.json", test::leiden_text());
    files.put(copy / "private.jsonl", files.get(in_session("private.jsonl")));

    // What a fold of the first lines is, line by line.
    std::vector<std::string> folds;
    std::vector<std::map<std::string, std::string>> situations;
    std::string whole;
    for (const std::string& line : lines) {
        whole += line;
        files.put(copy / "journal", whole);
        const auto stored = read_session(files, "other/drills", service->session_id());
        ASSERT_TRUE(stored);
        folds.push_back(as_text(stored->session));
        situations.push_back(stored->session.situation());
    }

    // One that sees it grow byte by byte.
    files.put(copy / "journal", "");
    Follower looking = follower("other");
    std::size_t count = 0;
    for (std::size_t size = 1; size <= journal.size(); ++size) {
        files.put(copy / "journal", journal.substr(0, size));
        const bool completes = journal[size - 1] == '\n';
        if (completes) ++count;
        EXPECT_EQ(looking.poll(), completes) << "at byte " << size;
        ASSERT_EQ(looking.has_session() ? looking.session().entries().size() : 0, count) << "at byte " << size;
        ASSERT_TRUE(looking.at_ease()) << "at byte " << size;
        if (!completes) continue;
        EXPECT_TRUE(as_text(looking.session()) == folds[count - 1]) << "line " << count;
        EXPECT_EQ(looking.session().situation(), situations[count - 1]);
    }
    EXPECT_TRUE(as_text(looking.session()) == as_text(service->session()));

    // And one that comes in at each of them.
    for (std::size_t size = lines.front().size(); size <= journal.size(); size += 37) {
        files.put(copy / "journal", journal.substr(0, size));
        Follower fresh = follower("other");
        fresh.poll();
        const std::string seen = journal.substr(0, size);
        const auto expected = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), '\n'));
        ASSERT_TRUE(fresh.has_session());
        EXPECT_TRUE(as_text(fresh.session()) == folds[expected - 1]);
    }
}

TEST_F(FollowerTest, AnAddedLineCostsNoReadingOfTheOthers) {
    begin();
    for (int i = 0; i < 300; ++i) run(AddNote{"notitie"});
    Follower looking = follower();
    looking.poll();
    const std::size_t before = files.bytes_read();
    run(AddNote{"nog een"});
    EXPECT_TRUE(looking.poll(Thoroughness::Everything));
    EXPECT_TRUE(as_text(looking.session()) == as_text(service->session()));
    EXPECT_LT(files.bytes_read() - before, 2000u);
    const std::size_t calls = files.calls();
    EXPECT_FALSE(looking.poll());
    EXPECT_LE(files.calls() - calls, 5u);
    EXPECT_LT(files.bytes_read() - before, 2000u);
}

TEST_F(FollowerTest, NeverOpensAFileToWriteNorMakesRenamesOrLocksOne) {
    play();
    Follower looking = follower();
    const std::size_t before = files.changing_calls();
    for (int i = 0; i < 3; ++i) looking.poll(Thoroughness::Everything);
    ASSERT_TRUE(looking.has_session());
    // Also where there is damage, or nothing that can be read.
    files.put(in_session("journal"), files.get(in_session("journal")) + "geen regel\n");
    looking.poll(Thoroughness::Everything);
    files.put(in_session("procedure.json"), "{");
    Follower unreadable = follower();
    for (int i = 0; i < 3; ++i) unreadable.poll(Thoroughness::Everything);
    Follower nowhere = follower("nowhere");
    nowhere.poll(Thoroughness::Everything);
    EXPECT_EQ(files.changing_calls(), before);
}

TEST_F(FollowerTest, ASessionThatIsPutAwayStaysUntilTheNextOneBegins) {
    play();
    Follower looking = follower();
    looking.poll();
    close();
    const std::string first = service->session_id();
    ASSERT_TRUE(service->put_away());
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.has_session());
    EXPECT_TRUE(looking.session().is_put_away());
    EXPECT_EQ(looking.session_id(), first);
    begin();
    EXPECT_TRUE(looking.poll());
    EXPECT_NE(looking.session_id(), first);
    EXPECT_EQ(looking.session_id(), service->session_id());
    EXPECT_EQ(looking.session().entries().size(), 1u);
}

TEST_F(FollowerTest, OneThatComesAfterTheEndWaitsForTheNextMeeting) {
    play();
    close();
    ASSERT_TRUE(service->put_away());
    Follower looking = follower();
    looking.poll();
    EXPECT_FALSE(looking.has_session());
    begin();
    looking.poll();
    EXPECT_TRUE(looking.has_session());
}

TEST_F(FollowerTest, ATextThatComesLaterThanItsLineIsShownWhenItIsThere) {
    play();
    const std::string texts = files.get(in_session("private.jsonl"));
    files.put(in_session("private.jsonl"), "");
    Follower looking = follower();
    looking.poll();
    EXPECT_TRUE(reads(looking, erased_text));
    files.put(in_session("private.jsonl"), texts.substr(0, texts.size() / 2));
    looking.poll();
    const std::uint64_t edition = looking.edition();
    files.put(in_session("private.jsonl"), texts);
    EXPECT_TRUE(looking.poll());
    EXPECT_TRUE(as_text(looking.session()) == as_text(service->session()));
    EXPECT_NE(looking.edition(), edition);
}

TEST_F(FollowerTest, AnErasedTextIsGoneFromTheScreen) {
    play();
    Follower looking = follower();
    looking.poll();
    ASSERT_TRUE(reads(looking, "Drie personen"));
    std::string left;
    for (const std::string& line : lines_of(files.get(in_session("private.jsonl")))) {
        if (line.find("Drie personen") == std::string::npos) left += line;
    }
    files.put(in_session("private.jsonl"), left);
    EXPECT_TRUE(looking.poll());
    EXPECT_FALSE(reads(looking, "Drie personen"));
    EXPECT_TRUE(reads(looking, erased_text));
}

TEST_F(FollowerTest, TheStatementMayLastAsLongAsTheChairChose) {
    begin();
    Follower looking = follower();
    looking.poll();
    EXPECT_EQ(observe(looking).statement_limit, std::chrono::seconds(120));
    Preferences chosen;
    chosen.statement_limit_seconds = 180;
    service->device().choose(chosen);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(observe(looking).statement_limit, std::chrono::seconds(180));
}

}  // namespace
}  // namespace hamer
