#include "platform/posix/input_devices.h"

#include <gtest/gtest.h>
#include <sstream>

namespace hamer {
namespace {

// As Linux 6.1 lists them.
constexpr const char* mouse =
    "I: Bus=0003 Vendor=046d Product=c077 Version=0111\n"
    "N: Name=\"Logitech USB Optical Mouse\"\n"
    "B: PROP=0\nB: EV=17\nB: KEY=70000 0 0 0 0\nB: REL=903\nB: MSC=10\n\n";
constexpr const char* touch_pad =
    "N: Name=\"SynPS/2 Synaptics TouchPad\"\n"
    "B: PROP=5\nB: EV=b\nB: KEY=e520 10000 0 0 0 0\nB: ABS=660800011000003\n\n";
constexpr const char* pen =
    "N: Name=\"Wacom HID 5218 Pen\"\n"
    "B: PROP=2\nB: EV=1b\nB: KEY=1c03 0 0 0 0 0\nB: ABS=1000d000003\n\n";
constexpr const char* touch_screen =
    "N: Name=\"ELAN Touchscreen\"\n"
    "B: PROP=2\nB: EV=b\nB: KEY=400 0 0 0 0 0\nB: ABS=3273800000000003\n\n";

bool among(const std::string& devices) {
    std::istringstream list(devices);
    return lists_touch_screen(list);
}

TEST(InputDevices, HaveATouchScreenWhereOneShowsWhatIsPointedAtAndTellsFingersApart) {
    EXPECT_TRUE(among(touch_screen));
    EXPECT_TRUE(among(std::string(mouse) + touch_pad + touch_screen + pen));
}

TEST(InputDevices, HaveNoneWhereOnlyAMouseATouchPadAndAPenAreThere) {
    EXPECT_FALSE(among(""));
    EXPECT_FALSE(among(std::string(mouse) + touch_pad + pen)) << "what one has does not count for the other";
}

}  // namespace
}  // namespace hamer
