// A code lets one device in, and a stored key nobody.
#include "base/sha256.h"
#include "link/pairing.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Pairing, ACodeLetsOneDeviceInForTheRoleThatItWasShownFor) {
    PairingCode code;
    EXPECT_FALSE(code.take("", 0)) << "none is shown";
    EXPECT_FALSE(code.take("062025", 0));
    code.show("062025", LinkRole::Clerk, 1000);
    EXPECT_TRUE(code.is_shown(1000));
    EXPECT_EQ(code.take("062025", 2000), LinkRole::Clerk);
    EXPECT_FALSE(code.is_shown(2000));
    EXPECT_FALSE(code.take("062025", 2000));
}

TEST(Pairing, ACodeHoldsForTwoMinutes) {
    PairingCode code;
    code.show("062025", LinkRole::Chair, 1000);
    EXPECT_FALSE(code.take("062025", 121'000));
    code.show("062025", LinkRole::Chair, 1000);
    EXPECT_EQ(code.take("062025", 120'999), LinkRole::Chair);
}

TEST(Pairing, ACodeHoldsForFiveTriesOfAllDevicesTogether) {
    PairingCode code;
    code.show("062025", LinkRole::Chair, 0);
    for (const char* wrong : {"062024", "000000", "06202", ""}) EXPECT_FALSE(code.take(wrong, 1));
    EXPECT_EQ(code.tries_left(), 1);
    PairingCode last = code;
    EXPECT_TRUE(last.take("062025", 1));
    EXPECT_FALSE(code.take("162025", 1));
    EXPECT_FALSE(code.is_shown(1));
    EXPECT_FALSE(code.take("062025", 1));
    code.show("111111", LinkRole::Chair, 2);
    EXPECT_EQ(code.tries_left(), 5);
    EXPECT_FALSE(code.take("062025", 2)) << "the former one";
}

TEST(Pairing, ADeviceThatCouldNotSayHelloUsesUpNoCode) {
    PairingCode code;
    code.show("062025", LinkRole::Chair, 0);
    const auto other = let_in({{2, 3}, "hamer 9", "062025", "iPad"}, code, 1);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, LinkCode::Version);
    EXPECT_EQ(other.error().with.at("speaks"), "1");
    EXPECT_EQ(code.tries_left(), 5);
    EXPECT_EQ(let_in({{1}, "hamer 1", "062024", "iPad"}, code, 1).error().code, LinkCode::CodeWrong);
    EXPECT_EQ(let_in({{2, 1}, "hamer 1", "062025", "iPad"}, code, 1), LinkRole::Chair);
    EXPECT_EQ(let_in({{1}, "hamer 1", "062025", "iPad"}, code, 1).error().code, LinkCode::CodeWrong);
}

TEST(Pairing, AStoredKeyOpensNothingAndARevokedOneNeither) {
    const LinkPair pair{{1}, "hamer 1", "062025", "iPad raadzaal"};
    const NewDevice made = new_device(pair, LinkRole::Clerk, "d-1", std::string(64, 'a'));
    EXPECT_EQ(made.answer, (LinkPaired{"d-1", LinkRole::Clerk, std::string(64, 'a')}));
    EXPECT_EQ(made.stored.name, "iPad raadzaal");
    std::vector<KnownDevice> devices{made.stored};
    const auto owner = owner_of(std::string(64, 'a'), devices);
    ASSERT_TRUE(owner);
    EXPECT_EQ(owner->device, "d-1");
    EXPECT_EQ(owner->role, LinkRole::Clerk);
    EXPECT_EQ(made.stored.key_sha256, sha256_hex(std::string(64, 'a')));
    EXPECT_FALSE(owner_of(made.stored.key_sha256, devices));
    EXPECT_FALSE(owner_of("", devices));
    devices.clear();
    EXPECT_FALSE(owner_of(std::string(64, 'a'), devices));
}

}  // namespace
}  // namespace hamer
