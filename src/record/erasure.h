// What came of erasing personal data (AVG, right to erasure).
#pragma once

#include "base/text.h"

#include <cstddef>
#include <vector>

namespace hamer {

struct Erasure {
    std::size_t texts = 0;  // that were taken away
    // Where some of it still is, why, and what to do about it. Never with the words themselves. None: it is gone.
    std::vector<LocalText> left{};

    [[nodiscard]] bool is_done() const { return left.empty(); }
    void add(Erasure other) {
        texts += other.texts;
        for (LocalText& one : other.left) left.push_back(std::move(one));
    }
};

}  // namespace hamer
