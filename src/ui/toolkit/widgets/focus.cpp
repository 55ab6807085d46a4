#include "ui/toolkit/widgets/focus.h"

#include <algorithm>

namespace hamer::ui {
namespace {

std::vector<std::string> stops(const std::vector<ShownWidget>& seen) {
    std::vector<std::string> keys;
    for (const ShownWidget& each : seen) {
        if (each.stop) keys.push_back(each.key);
    }
    return keys;
}

}  // namespace

void Focus::by_pointer(std::string_view key) {
    key_ = key;
    shown_ = false;
}

void Focus::by_keyboard(std::string_view key) {
    key_ = key;
    shown_ = true;
    grace_ = 2;
}

bool Focus::walk(const std::vector<ShownWidget>& last, Way way) {
    const auto keys = stops(last);
    if (keys.empty()) return false;
    auto at = std::find(keys.begin(), keys.end(), key_);
    if (at == keys.end()) {
        // The widget is gone: go on from the nearest one before it that is still there.
        for (auto gone = before_.rbegin(); gone != before_.rend() && at == keys.end(); ++gone) {
            at = std::find(keys.begin(), keys.end(), *gone);
        }
        if (at != keys.end() && way == Way::Back) {
            by_keyboard(*at);
            return true;
        }
    }
    if (at == keys.end()) {
        by_keyboard(way == Way::Forward ? keys.front() : keys.back());
        return true;
    }
    if (way == Way::Forward) {
        by_keyboard(at + 1 == keys.end() ? keys.front() : *(at + 1));
    } else {
        by_keyboard(at == keys.begin() ? keys.back() : *(at - 1));
    }
    return true;
}

void Focus::settle(const std::vector<ShownWidget>& drawn) {
    const auto keys = stops(drawn);
    const auto at = std::find(keys.begin(), keys.end(), key_);
    if (at != keys.end()) {
        before_.assign(keys.begin(), at + 1);
        grace_ = 0;
    } else if (grace_ > 0) {
        --grace_;
    } else {
        key_.clear();
    }
}

}  // namespace hamer::ui
