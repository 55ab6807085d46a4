#include "codec/link/link_message.h"
#include "memory_file_system.h"
#include "platform/system_files.h"
#include "service/sharing/paired_keeper.h"
#include "support/leiden.h"
#include "support/places.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace hamer {
namespace {

PairedKeeper example() {
    return {"wss://griffie.example/link", "d-1", LinkRole::Chair, std::string(64, 'a'),
            "-----BEGIN CERTIFICATE-----\n"};
}

TEST(PairedKeeper, IsKeptReadAndForgotten) {
    MemoryFileSystem files;
    EXPECT_FALSE(paired_keeper(files, "state").value());
    ASSERT_TRUE(keep_paired_keeper(files, "state", example()));
    files.power_cut(Survives::Nothing);
    EXPECT_EQ(paired_keeper(files, "state").value(), example());
    ASSERT_TRUE(forget_paired_keeper(files, "state"));
    EXPECT_FALSE(paired_keeper(files, "state").value());
    EXPECT_TRUE(forget_paired_keeper(files, "state"));
}

TEST(PairedKeeper, WhatIsNoneIsRefusedWithItsPlace) {
    for (const char* text :
         {"", "{}", R"({"format": 2})", R"({"format":1,"address":"wss://a","device":"d","role":"mayor","key":""})",
          R"({"format":1,"address":"wss://a","device":"d","role":"chair","key":"AA"})",
          R"({"format":1,"address":"wss://a","device":"d","role":"chair","key":"","more":1})"}) {
        const auto read = read_paired_keeper(text, "keeper.json");
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().where.substr(0, 11), "keeper.json") << text;
    }
}

TEST(PairedKeeper, OneThatOthersMayReadIsNotUsed) {
    SystemFiles files;
    const auto folder = test::make_temporary_folder("hamer-paired-");
    ASSERT_TRUE(keep_paired_keeper(files, folder, example()));
    EXPECT_EQ(paired_keeper(files, folder).value(), example());
    std::filesystem::permissions(folder / paired_keeper_name, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    const auto refused = paired_keeper(files, folder);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().trouble, Trouble::NotPrivate);
    std::filesystem::remove_all(folder);
}

// What a keeper says to the code that was typed.
class AnsweringKeeper final : public LinkClient {
  public:
    explicit AnsweringKeeper(std::vector<LinkEvent> answers) : answers_(std::move(answers)) {}
    std::vector<LinkEvent> take() override { return std::exchange(answers_, {}); }
    void send(std::string text) override { sent_ += text; }
    void close(int) override {}

  private:
    std::vector<LinkEvent> answers_;
    std::string sent_;
};

Result<PairedKeeper> answered(std::vector<LinkEvent> answers) {
    return pair_with_keeper(
        {"wss://griffie.example", "123456", "Tafel", "test"},
        [&](const std::function<void()>&) -> Result<std::unique_ptr<LinkClient>> {
            return std::make_unique<AnsweringKeeper>(std::move(answers));
        },
        std::chrono::milliseconds(0), test::FakeClock());
}

TEST(PairedKeeper, TheAnswerToACodeIsAKeyOrWhyNot) {
    const std::string key(64, 'b');
    const auto paired = answered(
        {LinkOpened{}, LinkReceived{write_link_message(LinkPaired{"d-7", LinkRole::Chair, key})}, LinkLost{1000, {}}});
    ASSERT_TRUE(paired) << describe(paired.error());
    EXPECT_EQ(*paired, (PairedKeeper{"wss://griffie.example", "d-7", LinkRole::Chair, key, ""}));

    const auto wrong = answered({LinkOpened{}, LinkReceived{write_link_message(LinkRefused{LinkCode::CodeWrong})}});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().kind, ErrorKind::Refused);

    EXPECT_FALSE(answered({LinkOpened{}, LinkReceived{"{"}}));
    const auto silent = answered({LinkOpened{}});
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().trouble, Trouble::TimedOut);
    EXPECT_FALSE(answered({LinkLost{0, {ErrorKind::Storage, "griffie.example", "not there", {}}}}));
}

}  // namespace
}  // namespace hamer
