// What was erased is gone from a keeper's disk, and whoever wrote in the session is told.
#include "keep_world.h"

namespace hamer::test {
namespace {

class KeptErasing : public KeepTest {
  protected:
    const std::vector<LinkTextName> second{{2, "text"}};
};

TEST_F(KeptErasing, TakesTextsOutOfEveryCourseAndRemembersTheirNames) {
    const JournalLines other = lines_with_texts(3, "twee");
    ASSERT_TRUE(bring(3, own));
    ASSERT_TRUE(bring(3, other, 1));
    EXPECT_EQ(*kept->erase(kept_session, std::vector<LinkTextName>{{2, "text"}, {9, "why"}}, "tablet"), std::nullopt);
    for (const auto& path : {folder() / "private.jsonl", folder(1) / "private.jsonl"}) {
        EXPECT_EQ(disk.get(path).find("\"seq\":2"), std::string::npos);
        EXPECT_NE(disk.get(path).find("\"seq\":3"), std::string::npos);
    }
    EXPECT_TRUE(kept->lines(place(), 1)->at(1).texts.empty());
    EXPECT_EQ(kept->lines(place(), 1)->at(2).texts, own.texts(3));
    // What comes later stands behind it.
    ASSERT_TRUE(bring(5, own));
    EXPECT_EQ(disk.get(folder() / "private.jsonl"),
              own.texts(1)[0] + "\n" + own.texts(3)[0] + "\n" + own.texts(4)[0] + "\n" + own.texts(5)[0] + "\n");
    kept.reset();
    disk.power_cut(Survives::Nothing);
    restart();
    EXPECT_EQ(*kept->erased(kept_session), (std::vector<LinkTextName>{{2, "text"}, {9, "why"}}));
    EXPECT_EQ(disk.get(folder() / "private.jsonl").find("\"seq\":2"), std::string::npos);
    EXPECT_TRUE(kept->lines(place(), 1)->at(1).texts.empty());
}

TEST_F(KeptErasing, IsOwedToWhoWroteInTheSessionUntilItSaysSo) {
    ASSERT_TRUE(bring(2, own));
    ASSERT_TRUE(kept->append(place(0, "second"), own.at(2), checked(own, 3, 3)));
    ASSERT_TRUE(kept->erase(kept_session, second, "tablet"));
    ASSERT_TRUE(kept->erase(kept_session, second, "tablet")) << "said again";
    EXPECT_TRUE(kept->owed("tablet")->empty());
    auto owed = *kept->owed("second");
    ASSERT_EQ(owed.size(), 1u);
    EXPECT_EQ(owed[0].session, kept_session);
    EXPECT_EQ(owed[0].texts, second);
    ASSERT_TRUE(kept->erase(kept_session, std::vector<LinkTextName>{{1, "text"}}, ""));
    EXPECT_EQ(kept->owed("tablet")->size(), 1u) << "by the keeper itself";
    kept.reset();
    disk.power_cut(Survives::Nothing);
    restart();
    EXPECT_EQ(kept->owed("second")->size(), 2u);
    ASSERT_TRUE(kept->settled("tablet", owed[0].id)) << "of another device";
    EXPECT_EQ(kept->owed("second")->size(), 2u);
    ASSERT_TRUE(kept->settled("second", owed[0].id));
    restart();
    EXPECT_EQ(kept->owed("second")->size(), 1u);
}

TEST_F(KeptErasing, WaitsWhereAnotherProgramHasTheSessionOpen) {
    ASSERT_TRUE(bring(2, own));
    kept->let_go();
    kept->let_go();
    const auto lock = lock_folder(disk, folder());
    EXPECT_EQ(*kept->erase(kept_session, second, "tablet"), LinkCode::SessionOpen);
    EXPECT_TRUE(kept->erased(kept_session)->empty());
    EXPECT_NE(disk.get(folder() / "private.jsonl").find("\"seq\":2"), std::string::npos);
}

TEST_F(KeptErasing, RemembersTheNamesOfASessionThatIsNotHereYet) {
    EXPECT_EQ(*kept->erase(kept_session, second, "tablet"), std::nullopt);
    restart();
    EXPECT_EQ(*kept->erased(kept_session), second);
}

TEST_F(KeptErasing, TakesNoTextAtAllWhereTheNamesCannotBeRead) {
    ASSERT_TRUE(kept->erase(kept_session, second, "tablet"));
    disk.put(kept_data / "keeper" / "sessions" / (kept_session + ".json"), "{\"format\":9}");
    restart();
    const auto erased = kept->erased(kept_session);
    ASSERT_FALSE(erased);
    EXPECT_NE(erased.error().where.find(kept_session), std::string::npos);
    EXPECT_FALSE(begin());
}

TEST_F(KeptErasing, DyingAtAnyCallTheTextIsGoneOnceItWasSaidAndElseItIsErasedAgain) {
    for (std::size_t call = 1;; ++call) {
        SCOPED_TRACE(call);
        kept.reset();
        disk = MemoryFileSystem();
        restart();
        ASSERT_TRUE(bring(3, own));
        disk.fail_at_call(call, Mishap::Death);
        const auto erased = kept->erase(kept_session, second, "tablet");
        const bool was_dead = disk.dead();
        kept.reset();
        disk.power_cut(Survives::Nothing);
        restart();
        if (erased) {
            EXPECT_EQ(disk.get(folder() / "private.jsonl").find("\"seq\":2"), std::string::npos);
            EXPECT_EQ(*kept->erased(kept_session), second);
        }
        ASSERT_TRUE(kept->erase(kept_session, second, "tablet"));
        EXPECT_EQ(disk.get(folder() / "private.jsonl"), own.texts(1)[0] + "\n" + own.texts(3)[0] + "\n");
        EXPECT_EQ(there(), 3u);
        if (!was_dead) break;
    }
}

}  // namespace
}  // namespace hamer::test
