// A window that only looks on: always what the journal says, from what was added alone, and never a trace.
#include "desk/follower.h"
#include "journal/line.h"
#include "memory_file_system.h"
#include "support/leiden.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using Thoroughness = Follower::Thoroughness;

std::string as_text(const Session& session) { return entries_as_json(session.entries()); }

bool reads(const Follower& looking, std::string_view words) {
    return looking.has_session() && as_text(looking.session()).find(words) != std::string::npos;
}

// Every line of a journal, each with its newline.
std::vector<std::string> lines_of(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t end = bytes.find('\n', from) + 1;
        lines.push_back(bytes.substr(from, end - from));
        from = end;
    }
    return lines;
}

class FollowerTest : public testing::Test {
  protected:
    MemoryFileSystem files;
    FakeClock clock;
    std::unique_ptr<Desk> desk = open("data");

    std::unique_ptr<Desk> open(const std::string& data) {
        DeskOptions made;
        made.data = data;
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.drill = true;  // a drill never reaches the register, which is no file in memory
        made.patience = std::chrono::hours(1);
        auto opened = Desk::open(std::move(made), files, clock);
        EXPECT_TRUE(opened);
        return *std::move(opened);
    }
    Follower follower(const std::string& data = "data") {
        Settings settings;
        settings.municipality = test::municipality();
        return Follower({data, settings, true}, files, clock);
    }
    void begin() {
        clock.advance(10'000);  // ids sort by their second
        ASSERT_TRUE(desk->begin(test::meeting(), Language::Dutch));
    }
    std::uint64_t run(const decltype(Command::what)& what) {
        const auto done = desk->execute({what, std::nullopt, "chair"});
        EXPECT_TRUE(done);
        return done.value_or(0);
    }
    // A meeting with everything that a journal can hold of what people do.
    void play() {
        begin();
        for (const char* event : {"broadcast.start", "meeting.open", "disturbance.report", "meeting.suspend"})
            run(Do{event, {}});
        run(AddNote{"Drie personen op de tribune; één filmt. €"});
        run(Undo{"te vroeg"});
        run(Do{"meeting.suspend", {}});
        const std::uint64_t addressed = run(Do{"address.b", {}});
        const std::uint64_t spoken = run(Do{"request.speak", {{"speaker", "chair"}, {"to", "de man met de vlag"}}});
        run(Amend{spoken, {{"to", "de heer Jansen"}}});
        run(Deviate{{{"police", "called"}}, "al gebeurd"});
        run(Undo{"toch niet"});
        EXPECT_GT(addressed, 0u);
    }
    [[nodiscard]] std::filesystem::path in_session(const std::string& name) const {
        return desk->session_folder() / name;
    }
    void close() {
        for (const char* event : {"disturbance.end", "meeting.close"}) run(Do{event, {}});
    }
};

TEST_F(FollowerTest, WaitsUntilAMeetingBeginsAndThenShowsEveryStepAsItIsRecorded) {
    Follower looking = follower();
    looking.poll();
    EXPECT_FALSE(looking.has_session());
    begin();
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.has_session());
    EXPECT_EQ(looking.session_id(), desk->session_id());
    for (const char* event : {"meeting.open", "disturbance.report", "meeting.suspend"}) {
        run(Do{event, {}});
        EXPECT_TRUE(looking.poll()) << event;
        EXPECT_TRUE(as_text(looking.session()) == as_text(desk->session()));
        EXPECT_EQ(looking.session().situation(), desk->session().situation());
        EXPECT_FALSE(looking.poll()) << "nothing changed since";
    }
}

TEST_F(FollowerTest, EveryPrefixOfAJournalReadsAsItsWholeLines) {
    play();
    const std::string journal = files.get(in_session("journal"));
    const auto lines = lines_of(journal);
    ASSERT_GE(lines.size(), 12u);
    const std::filesystem::path copy = "other/drills/" + desk->session_id();
    files.put(copy / "procedure.json", test::leiden_text());
    files.put(copy / "private.jsonl", files.get(in_session("private.jsonl")));

    // What a fold of the first lines is, line by line.
    std::vector<std::string> folds;
    std::vector<std::map<std::string, std::string>> situations;
    std::string whole;
    for (const std::string& line : lines) {
        whole += line;
        files.put(copy / "journal", whole);
        const auto stored = read_session(files, "other/drills", desk->session_id());
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
    EXPECT_TRUE(as_text(looking.session()) == as_text(desk->session()));

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
    EXPECT_TRUE(as_text(looking.session()) == as_text(desk->session()));
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
    const std::string first = desk->session_id();
    ASSERT_TRUE(desk->put_away());
    EXPECT_TRUE(looking.poll());
    ASSERT_TRUE(looking.has_session());
    EXPECT_TRUE(looking.session().is_put_away());
    EXPECT_EQ(looking.session_id(), first);
    begin();
    EXPECT_TRUE(looking.poll());
    EXPECT_NE(looking.session_id(), first);
    EXPECT_EQ(looking.session_id(), desk->session_id());
    EXPECT_EQ(looking.session().entries().size(), 1u);
}

TEST_F(FollowerTest, OneThatComesAfterTheEndWaitsForTheNextMeeting) {
    play();
    close();
    ASSERT_TRUE(desk->put_away());
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
    EXPECT_TRUE(as_text(looking.session()) == as_text(desk->session()));
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

TEST_F(FollowerTest, ANewSegmentIsFollowedAndTakesThePlaceOfWhatWasNeverAcknowledged) {
    begin();
    run(Do{"meeting.open", {}});
    run(Do{"disturbance.report", {}});
    Follower looking = follower();
    looking.poll();
    ASSERT_EQ(looking.session().entries().size(), 3u);
    // Entry 3 could not be acknowledged; the next segment begins with another one in its place.
    const auto stored = read_session(files, "data/drills", desk->session_id());
    ASSERT_TRUE(stored);
    const Record& second = stored->journal.records[1];
    const Record& third = stored->journal.records[2];
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
    ASSERT_TRUE(desk->put_away());
    ASSERT_TRUE(files.remove(former));
    begin();
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(looking.session_id(), desk->session_id());
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

TEST_F(FollowerTest, TheStatementMayLastAsLongAsTheChairChose) {
    begin();
    Follower looking = follower();
    looking.poll();
    EXPECT_EQ(observe(looking).statement_limit, std::chrono::seconds(120));
    Preferences chosen;
    chosen.statement_limit_seconds = 180;
    desk->choose(chosen);
    EXPECT_TRUE(looking.poll());
    EXPECT_EQ(observe(looking).statement_limit, std::chrono::seconds(180));
}

TEST_F(FollowerTest, AnErrorAtAnyCallIsOverAtTheNextPoll) {
    play();
    for (std::size_t call = 1; call <= 14; ++call) {
        Follower looking = follower();
        files.fail_at_call(call, Mishap::InputOutputError);
        for (int i = 0; i < 3; ++i) looking.poll(Thoroughness::Everything);
        ASSERT_TRUE(looking.has_session()) << "failing call " << call;
        EXPECT_TRUE(as_text(looking.session()) == as_text(desk->session())) << "failing call " << call;
        EXPECT_TRUE(looking.at_ease()) << "failing call " << call;
    }
}

}  // namespace
}  // namespace hamer
