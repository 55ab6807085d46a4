// The screens' own words in both languages, side by side where they are used.
#pragma once

#include "base/text.h"

#include <string_view>

namespace hamer::ui {

struct Say {
    Language language = Language::Dutch;
    [[nodiscard]] std::string_view operator()(std::string_view nl, std::string_view en) const {
        return language == Language::Dutch ? nl : en;
    }
};

}  // namespace hamer::ui
