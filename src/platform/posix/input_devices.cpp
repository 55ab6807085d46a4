#include "platform/posix/input_devices.h"

#include <cstdlib>
#include <string>
#include <string_view>

namespace hamer {

namespace {

// Of <linux/input-event-codes.h>.
constexpr unsigned points_at_what_it_shows = 0x01;  // INPUT_PROP_DIRECT
constexpr unsigned place_of_each_finger = 0x35;     // ABS_MT_POSITION_X

// A set of bits as the list writes it: words of a `long` in hexadecimal, the last one first in value.
bool has_bit(std::string_view words, unsigned bit) {
    constexpr unsigned in_a_word = sizeof(long) * 8;
    for (unsigned skip = bit / in_a_word; skip > 0; --skip) {
        const std::size_t space = words.find_last_of(' ');
        if (space == std::string_view::npos) return false;
        words = words.substr(0, space);
    }
    const std::size_t space = words.find_last_of(' ');
    const std::string word(space == std::string_view::npos ? words : words.substr(space + 1));
    return (std::strtoul(word.c_str(), nullptr, 16) >> bit % in_a_word & 1) != 0;
}

}  // namespace

// Each device is some lines, and an empty one.
bool lists_touch_screen(std::istream& devices) {
    bool direct = false;
    bool fingers = false;
    std::string line;
    while (std::getline(devices, line)) {
        constexpr std::string_view properties = "B: PROP=";
        constexpr std::string_view axes = "B: ABS=";
        const std::string_view text = line;
        if (text.empty()) direct = fingers = false;
        if (text.starts_with(properties)) direct = has_bit(text.substr(properties.size()), points_at_what_it_shows);
        if (text.starts_with(axes)) fingers = has_bit(text.substr(axes.size()), place_of_each_finger);
        if (direct && fingers) return true;
    }
    return false;
}

}  // namespace hamer
