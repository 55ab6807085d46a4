// What a keeper tells one writer of the texts that were erased (docs/link.md, "Erasing reaches it").
#pragma once

#include "link/kept_sessions.h"
#include "link/link_out.h"

#include <map>
#include <string>

namespace hamer {

inline constexpr LinkTime erasure_repeat_ms = 60'000;  // to a writer that could not yet
inline constexpr std::size_t most_erasures_at_once = 16;

class ErasureTelling {
  public:
    // Those that are due on this connection, a few at a time: an answer brings the next. What could not be looked up is
    // asked for again later.
    [[nodiscard]] LinkOut tell(const std::string& device, KeptSessions& kept, LinkTime now);
    [[nodiscard]] bool is_due(LinkTime now) const { return now >= again_at_; }
    // The writer said that it is done, or why not yet. What it says of others than it was told is not looked at.
    [[nodiscard]] Status answered(const LinkErased& erased, const std::string& device, KeptSessions& kept);

  private:
    std::map<std::string, LinkTime> told_;  // by id; since when
    LinkTime again_at_ = 0;
};

}  // namespace hamer
