// Whether the other side of a connection is still there (docs/link.md, "Silence"). A half-open connection takes what
// is written to it for minutes, so each side goes by what it hears.
#pragma once

#include "link/link_out.h"

namespace hamer {

inline constexpr LinkTime link_beat_ms = 2000;     // nothing sent for so long: a beat
inline constexpr LinkTime link_silence_ms = 7000;  // nothing heard for so long: it is lost

struct Lifeline {
    LinkTime heard_at = 0;
    LinkTime sent_at = 0;

    [[nodiscard]] bool is_silent(LinkTime now) const { return now - heard_at >= link_silence_ms; }
    [[nodiscard]] bool owes_a_beat(LinkTime now) const { return now - sent_at >= link_beat_ms; }
    // Adds a beat where one is due and nothing else goes; closes where nothing is heard.
    void tend(LinkOut& out, LinkTime now);
};

}  // namespace hamer
