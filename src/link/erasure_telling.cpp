#include "link/erasure_telling.h"

#include <algorithm>

namespace hamer {

LinkOut ErasureTelling::tell(const std::string& device, KeptSessions& kept, LinkTime now) {
    LinkOut out;
    again_at_ = now + erasure_repeat_ms;
    const auto owed = kept.owed(device);
    if (!owed) return out;
    std::erase_if(told_, [&](const auto& one) {
        return std::ranges::none_of(*owed, [&](const LinkErase& erase) { return erase.id == one.first; });
    });
    auto waiting = static_cast<std::size_t>(
        std::ranges::count_if(told_, [&](const auto& one) { return now - one.second < erasure_repeat_ms; }));
    for (const LinkErase& erase : *owed) {
        if (waiting >= most_erasures_at_once) break;
        const auto told = told_.find(erase.id);
        if (told != told_.end() && now - told->second < erasure_repeat_ms) continue;
        told_[erase.id] = now;
        out.messages.emplace_back(erase);
        ++waiting;
    }
    return out;
}

Status ErasureTelling::answered(const LinkErased& erased, const std::string& device, KeptSessions& kept) {
    if (erased.code || !told_.contains(erased.id)) return {};
    return kept.settled(device, erased.id);
}

}  // namespace hamer
