#include "link/reader_feed.h"

#include "base/attempt.h"

#include <utility>

namespace hamer {

void ReaderFeed::follow(const LinkFollow& follow) {
    asked_ = follow;
    session_ = follow.session;
    state_.reset();
    sent_ = follow.head;
    is_stale_ = is_full_ = false;
}

LinkOut ReaderFeed::tick(LinkTime now) {
    LinkOut out;
    lifeline_.tend(out, now);
    return out;
}

// Who follows what runs stays with a session while it is written, and while no other is.
void ReaderFeed::choose(const SessionBoard& board) {
    if (!asked_->session.empty() || board.writer_of(session_) != 0) return;
    auto running = board.running(role_ == LinkRole::Trainer);
    if (!running || *running == session_) return;
    const bool is_another = !session_.empty();
    session_ = *std::move(running);
    state_.reset();
    if (is_another) sent_ = {};
}

LinkOut ReaderFeed::refuse(LinkRefused why) {
    asked_.reset();
    state_.reset();
    return {{std::move(why)}};
}

LinkOut ReaderFeed::feed(const SessionBoard& board, KeptSessions& kept) {
    if (!asked_) return {};
    choose(board);
    if (session_.empty()) return {};
    const auto not_read = [&](const Error& error) {
        return refuse({LinkCode::Storage, {{"problem", printable(error.problem, 300)}}, session_});
    };
    const auto courses = kept.courses(session_);
    if (!courses) return not_read(courses.error());
    const OfferedSession* offered = board.find(session_);
    const bool drill = courses->empty() ? offered && offered->drill : courses->front().drill;
    // A trainer leads drills: to that role no meeting is there.
    if ((courses->empty() && !offered) || (role_ == LinkRole::Trainer && !drill)) {
        return refuse({LinkCode::UnknownSession, {}, session_});
    }
    const KeptPlace place{session_, drill, 0};
    const Position head = courses->empty() ? Position{} : courses->front().head;
    if (const Status begun = begin(place, head, kept); !begun) return not_read(begun.error());
    LinkOut out;
    say_state({session_, drill, offered ? offered->run : std::string(), offered && offered->writer != 0,
               offered && offered->commands, role_ == LinkRole::Clerk || role_ == LinkRole::Trainer, place_of(head)},
              out);
    if (const Status said = say_lines(place, head, kept, out); !said) return not_read(said.error());
    return out;
}

// Whether what the screen has is a beginning of what is here. Else it is of another course, or this is an older copy.
Status ReaderFeed::begin(const KeptPlace& place, const Position& head, KeptSessions& kept) {
    if (sent_.seq == 0 || sent_ == place_of(head)) return {};
    std::optional<std::string> hash;
    if (sent_.seq < head.seq) {
        ASSIGN_OR_RETURN(hash, kept.hash_of(place, sent_.seq));
    }
    if (hash != sent_.hash) is_stale_ = true;
    return {};
}

// The head alone is no news: the lines bring it.
void ReaderFeed::say_state(const LinkState& now, LinkOut& out) {
    if (is_stale_) {
        // Whatever a screen has behind the head that it is told, it drops.
        LinkState before = now;
        before.head = {};
        out.messages.emplace_back(std::move(before));
        sent_ = {};
        state_.reset();
        is_stale_ = false;
    }
    if (state_) {
        state_->head = now.head;
        if (*state_ == now) return;
    }
    state_ = now;
    out.messages.emplace_back(now);
}

Status ReaderFeed::say_lines(const KeptPlace& place, const Position& head, KeptSessions& kept, LinkOut& out) {
    if (is_full_ || sent_.seq >= head.seq) return {};
    LinkLines lines{place.session, 0, {}};
    ASSIGN_OR_RETURN(lines.lines, kept.lines(place, sent_.seq + 1));
    if (lines.lines.empty()) return {};
    const std::uint64_t last = sent_.seq + lines.lines.size();
    ASSIGN_OR_RETURN(const auto hash, kept.hash_of(place, last));
    if (!hash) return {};
    if (!state_->texts) {
        for (LinkLine& line : lines.lines) line.texts.clear();
    }
    sent_ = {last, *hash};
    is_full_ = last < head.seq;
    out.messages.emplace_back(std::move(lines));
    return {};
}

}  // namespace hamer
