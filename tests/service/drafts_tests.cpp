// What is typed and not saved is on disk, for its owner alone, and found again until it goes.
#include "memory_file_system.h"
#include "platform/system_files.h"
#include "service/store/draft_folder.h"
#include "service/store/drafts.h"

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace hamer {
namespace {

class DraftsTest : public testing::Test {
  protected:
    std::shared_ptr<SystemFiles> files = std::make_shared<SystemFiles>();
    std::filesystem::path data = std::filesystem::path(testing::TempDir()) / ("drafts-" + std::to_string(::getpid()));

    DraftsTest() { std::filesystem::remove_all(data); }
    ~DraftsTest() override { std::filesystem::remove_all(data); }

    static Draft draft(const std::string& record, const std::string& reason) {
        Draft made{.record = record, .revision = 2};
        made.dossier.reason = reason;
        return made;
    }
};

TEST_F(DraftsTest, AreForTheirOwnerAloneAndGoAgain) {
    ASSERT_TRUE(keep_draft(*files, data, draft("20260312T191405Z-1", "woningbouw")));
    ASSERT_TRUE(keep_draft(*files, data, draft("", "elders")));
    const auto file = draft_file(data, "20260312T191405Z-1");
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(std::filesystem::status(drafts_folder(data)).permissions(), std::filesystem::perms::owner_all);
    EXPECT_EQ(*find_draft(*files, data, "20260312T191405Z-1"), draft("20260312T191405Z-1", "woningbouw"));
    EXPECT_EQ(*find_draft(*files, data, ""), draft("", "elders"));
    EXPECT_EQ(*records_with_draft(*files, data), std::vector<std::string>{"20260312T191405Z-1"});
    ASSERT_TRUE(remove_draft(*files, data, "20260312T191405Z-1"));
    ASSERT_TRUE(remove_draft(*files, data, "20260312T191405Z-1")) << "twice is once";
    EXPECT_EQ(*find_draft(*files, data, "20260312T191405Z-1"), std::nullopt);
    EXPECT_EQ(*records_with_draft(*files, data), std::vector<std::string>{});
}

TEST_F(DraftsTest, NoIdLeadsOutOfTheFolder) {
    for (const std::string& id :
         std::vector<std::string>{"../../x", "/etc/x", "new", ".", "a b", std::string(500, 'x')}) {
        EXPECT_EQ(draft_file(data, id).parent_path(), drafts_folder(data)) << id;
        EXPECT_NE(draft_file(data, id), draft_file(data, "")) << id;
        ASSERT_TRUE(keep_draft(*files, data, draft(id, id))) << id;
        EXPECT_EQ(*find_draft(*files, data, id), draft(id, id));
    }
}

TEST_F(DraftsTest, OneThatIsDamagedIsKeptAsideAndSaid) {
    ASSERT_TRUE(keep_draft(*files, data, draft("a", "woningbouw")));
    std::ofstream(draft_file(data, "a")) << "{\"format\": 1, \"rec";
    const auto found = find_draft(*files, data, "a");
    ASSERT_FALSE(found);
    EXPECT_NE(describe(found.error()).find("a.json"), std::string::npos) << describe(found.error());
    EXPECT_TRUE(std::filesystem::exists(drafts_folder(data) / "a.json.broken"));
    EXPECT_EQ(*find_draft(*files, data, "a"), std::nullopt) << "said once";
}

TEST_F(DraftsTest, TheLastOneIsOnDiskWhenTheWindowHasGone) {
    {
        Drafts drafts(files, data, [] {});
        for (int i = 0; i < 100; ++i) drafts.keep(draft("a", std::to_string(i)));
        drafts.keep(draft("b", "blijft"));
        drafts.keep(draft("c", "gaat"));
        drafts.drop("c");
        EXPECT_EQ(drafts.find("a").value()->dossier.reason, "99") << "wherever it is";
        EXPECT_EQ(drafts.find("c").value(), std::nullopt);
    }
    EXPECT_EQ(find_draft(*files, data, "a").value()->dossier.reason, "99");
    EXPECT_EQ(find_draft(*files, data, "b").value()->dossier.reason, "blijft");
    EXPECT_EQ(*find_draft(*files, data, "c"), std::nullopt);
}

TEST_F(DraftsTest, WhatCannotBeWrittenIsSaidAndFoundAllTheSame) {
    std::filesystem::create_directories(data);
    std::ofstream(drafts_folder(data)) << "in the way";
    std::mutex mutex;
    std::condition_variable came;
    Drafts drafts(files, data, [&] {
        const std::lock_guard hold(mutex);
        came.notify_all();
    });
    const auto until_problem = [&](bool there) {
        std::unique_lock hold(mutex);
        came.wait(hold, [&] { return drafts.problem().has_value() == there; });
    };
    drafts.keep(draft("a", "woningbouw"));
    until_problem(true);
    EXPECT_FALSE(drafts.is_done());
    EXPECT_EQ(drafts.find("a").value()->dossier.reason, "woningbouw");
    std::filesystem::remove(drafts_folder(data));
    drafts.keep(draft("b", "huur"));
    until_problem(false);
    EXPECT_TRUE(drafts.is_done());
    EXPECT_EQ(find_draft(*files, data, "a").value()->dossier.reason, "woningbouw") << "with the next one";
}

}  // namespace
}  // namespace hamer
