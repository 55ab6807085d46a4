#include "link/lifeline.h"

namespace hamer {

void Lifeline::tend(LinkOut& out, LinkTime now) {
    if (is_silent(now)) {
        out.close = LinkCode::Silent;
        return;
    }
    if (out.messages.empty() && owes_a_beat(now)) out.messages.emplace_back(LinkBeat{});
    if (!out.messages.empty()) sent_at = now;
}

}  // namespace hamer
