// The keeper's side of one connection of a writer, after it was welcomed (docs/link.md).
//
// What it acknowledges is durable: it speaks only of what KeptSessions said yes to. It believes no line that does not
// follow on what it has, so an old connection that still delivers does no harm, and nothing is there twice. Answers,
// switches and what erasing asks of the writer are for the caller, who knows the other connections.
#pragma once

#include "link/kept_sessions.h"
#include "link/lifeline.h"
#include "link/link_out.h"

#include <optional>
#include <string>

namespace hamer {

// This keeper does not have what it acknowledged: it was put back from an older copy, or moved without its newest
// lines.
struct OlderCopy {
    std::string session;
    std::uint64_t had = 0;
    std::uint64_t has = 0;  // in course 0
    bool operator==(const OlderCopy&) const = default;
};

class KeeperLink {
  public:
    // The connection of that device was welcomed now.
    explicit KeeperLink(LinkTime now, std::string device = {}) : device_(std::move(device)), lifeline_{now, now} {}

    [[nodiscard]] LinkOut receive(const LinkMessage& message, KeptSessions& kept, LinkTime now);
    [[nodiscard]] LinkOut tick(LinkTime now);
    // Bytes came, though no whole message: a large one on a slow line is no silence.
    void heard(LinkTime now) { lifeline_.heard_at = now; }

    // The session that was offered last; empty: none yet.
    [[nodiscard]] const std::string& session() const { return place_.session; }
    // What must be said on the keeper's own screen and in its log, once.
    [[nodiscard]] std::optional<OlderCopy> take_older_copy() { return std::exchange(older_copy_, std::nullopt); }

  private:
    [[nodiscard]] LinkOut take(const LinkOffer& offer, KeptSessions& kept);
    [[nodiscard]] LinkOut take(const LinkFile& file, KeptSessions& kept);
    [[nodiscard]] LinkOut take(const LinkLines& lines, KeptSessions& kept);
    [[nodiscard]] LinkOut take(const LinkEnd& end, KeptSessions& kept);
    [[nodiscard]] LinkOut take(const LinkErase& erase, KeptSessions& kept);
    template <typename Other>
    [[nodiscard]] LinkOut take(const Other& other, KeptSessions& kept);

    [[nodiscard]] KeptPlace at(int course) const { return {place_.session, place_.drill, course, device_}; }
    [[nodiscard]] Result<std::vector<KeptCourse>> courses_of(const std::string& session, KeptSessions& kept) const;
    [[nodiscard]] Result<bool> has(const KeptPlace& place, const LinkPlace& line, KeptSessions& kept) const;
    // Takes out what was erased: it may come again with the lines of another course.
    [[nodiscard]] Status drop_erased(std::vector<CheckedLine>& lines, const std::string& session,
                                     KeptSessions& kept) const;
    [[nodiscard]] Status look_for_known(const LinkOffer& offer, const std::vector<KeptCourse>& courses,
                                        KeptSessions& kept);

    std::string device_;
    KeptPlace place_;
    Lifeline lifeline_;
    std::optional<OlderCopy> older_copy_;
};

}  // namespace hamer
