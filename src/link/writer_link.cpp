#include "link/writer_link.h"

#include "base/sha256.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace hamer {

namespace {

constexpr LinkTime answer_ms = 5000;            // an answer that is not there by then is asked for anew
constexpr LinkTime wait_ms = 5000;              // after the keeper could not store something
constexpr int most_doubts = 3;                  // offers in a row; behind them it waits in between
constexpr std::size_t lines_bytes = 256 << 10;  // in one message, save that one line always goes

bool is_own(const LinkPlace& place, const OwnLines& own) {
    return place.seq <= own.head().seq && place_of(own.at(place.seq)) == place;
}

}  // namespace

WriterLink::WriterLink(WriterSetup setup, KnownPlace known) : setup_(std::move(setup)) {
    state_.known = std::move(known);
}

LinkOut WriterLink::connected(LinkTime now) {
    state_.stage = WriterStage::Greeting;
    state_.is_open = true;
    state_.doubts = 0;
    state_.why.reset();
    state_.lifeline = {now, now};
    return {{LinkHello{{link_protocol}, setup_.program, setup_.key}}};
}

void WriterLink::lost() {
    // Why it was refused stays to be read until the next connection.
    if (state_.stage != WriterStage::Refused) state_.stage = WriterStage::Away;
    state_.is_open = false;
    state_.end_sent = false;
}

LinkOut WriterLink::receive(const LinkMessage& message, const OwnLines& own, LinkTime now) {
    LinkOut out;
    state_.lifeline.heard_at = now;
    std::visit([&](const auto& one) { take(one, own, out, now); }, message);
    if (!out.messages.empty()) state_.lifeline.sent_at = now;
    return out;
}

LinkOut WriterLink::tick(const OwnLines& own, LinkTime now) {
    LinkOut out;
    if (!state_.is_open) return out;
    const bool overdue = now - state_.asked_at >= answer_ms;
    switch (state_.stage) {
        case WriterStage::Away:
        case WriterStage::Greeting:
        case WriterStage::Refused:
            break;
        case WriterStage::Comparing:
            if (overdue) offer(own, out, now);
            break;
        case WriterStage::Waiting:
            if (now - state_.asked_at >= wait_ms) offer(own, out, now);
            break;
        case WriterStage::Ahead:
            if (place_of(own.head()) != state_.offered) offer(own, out, now);
            break;
        case WriterStage::Sending:
            if ((state_.sent > state_.there.seq || (state_.end_sent && !state_.ended)) && overdue)
                offer(own, out, now);
            else
                send(own, out, now);
            break;
    }
    state_.lifeline.tend(out, now);
    return out;
}

LinkOut WriterLink::let_commands(bool on, LinkTime now) {
    state_.commands = on;
    if (!state_.is_open || state_.stage == WriterStage::Greeting) return {};
    state_.lifeline.sent_at = now;
    return {{LinkSwitch{setup_.session, setup_.run, on}}};
}

void WriterLink::take(const LinkWelcome& welcome, const OwnLines& own, LinkOut& out, LinkTime now) {
    if (state_.stage != WriterStage::Greeting || welcome.protocol != link_protocol) {
        out.close = LinkCode::BadMessage;
        return;
    }
    if (welcome.role != LinkRole::Chair) {
        refuse({LinkCode::Forbidden, {{"role", std::string(word(welcome.role))}}}, WriterStage::Refused, now);
        out.close = LinkCode::Forbidden;
        return;
    }
    if (state_.keeper != welcome.keeper) state_.there = {};
    state_.keeper = welcome.keeper;
    // What another keeper acknowledged says nothing of this one.
    if (state_.known.keeper != welcome.keeper) state_.known = {welcome.keeper, {}};
    offer(own, out, now);
}

void WriterLink::offer(const OwnLines& own, LinkOut& out, LinkTime now) {
    state_.stage = WriterStage::Comparing;
    state_.offered = place_of(own.head());
    state_.asked_at = now;
    state_.why.reset();
    // Asked again too: a keeper that was put back has not made the record.
    state_.end_sent = state_.ended = false;
    ++state_.round;
    out.messages.emplace_back(LinkOffer{setup_.session, setup_.drill, state_.round, state_.offered, state_.known.place,
                                        setup_.run, state_.commands});
}

// The course to go on with: the session if it is a beginning of what is here, else the longest fork that is, else a new
// one. False: there is none, and the stage says why.
bool WriterLink::choose_course(const LinkHave& have, const OwnLines& own) {
    const auto& courses = have.courses;
    std::size_t best = courses.size();
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (!is_own(courses[i].head, own)) continue;
        if (best == courses.size() || courses[i].head.seq > courses[best].head.seq) best = i;
        if (i == 0) break;
    }
    // A fork that ends before what is here must not hide that another course goes on behind it.
    const bool ends_before = best == courses.size() || (best > 0 && courses[best].head.seq < state_.offered.seq);
    if (ends_before) {
        for (const LinkCourse& course : courses) {
            if (!course.passes) continue;
            state_.stage = WriterStage::Ahead;
            // Said of what was offered: a line that was added since is a fork.
            if (place_of(own.head()) != state_.offered) return false;
            state_.there = place_of(own.head());
            state_.sent = state_.there.seq;
            return false;
        }
    }
    const bool is_new = best == courses.size();
    state_.course = static_cast<int>(best);
    state_.there = is_new ? LinkPlace{} : courses[best].head;
    state_.sent = state_.there.seq;
    state_.procedure_there = !is_new && courses[best].procedure;
    return true;
}

// Whether the keeper still has what it acknowledged. Only of lines that are still here: where this device lost them, it
// is not the keeper that has less.
void WriterLink::compare_with_known(const OwnLines& own) {
    const LinkPlace known = state_.known.place;
    if (known.seq > state_.there.seq && is_own(known, own)) {
        const std::uint64_t had = state_.lost ? std::max(state_.lost->had, known.seq) : known.seq;
        state_.lost = LostThere{had, state_.there.seq};
    }
    state_.known.place = state_.there;
}

void WriterLink::take(const LinkHave& have, const OwnLines& own, LinkOut& out, LinkTime now) {
    // One that comes late says how it was.
    if (state_.stage != WriterStage::Comparing || have.session != setup_.session || have.round != state_.round) return;
    if (!choose_course(have, own)) {
        if (place_of(own.head()) == state_.offered)
            compare_with_known(own);
        else
            offer(own, out, now);
        return;
    }
    if (state_.course >= max_courses) {
        refuse({LinkCode::TooManyForks, {}, setup_.session}, WriterStage::Refused, now);
        return;
    }
    compare_with_known(own);
    state_.stage = WriterStage::Sending;
    send(own, out, now);
}

void WriterLink::take(const LinkSynced& synced, const OwnLines& own, LinkOut& out, LinkTime now) {
    if (state_.stage != WriterStage::Sending || synced.session != setup_.session || synced.course != state_.course) {
        return;
    }
    if (synced.head.seq <= state_.there.seq) return;  // said before
    if (!is_own(synced.head, own)) {
        doubt({LinkCode::Gap, {}, setup_.session}, own, out, now);
        return;
    }
    state_.there = synced.head;
    state_.known.place = synced.head;
    state_.sent = std::max(state_.sent, synced.head.seq);
    state_.doubts = 0;
    send(own, out, now);
}

void WriterLink::take(const LinkEnded& ended, const OwnLines& own, LinkOut&, LinkTime) {
    const bool is_closed = state_.closed > 0 && own.head().seq >= state_.closed;
    if (ended.session == setup_.session && is_closed && ended.head == place_of(own.head())) state_.ended = true;
}

void WriterLink::take(const LinkRefused& refused, const OwnLines& own, LinkOut& out, LinkTime now) {
    if (refused.session.empty()) {
        refuse(refused, WriterStage::Refused, now);
        out.close = refused.code;
        return;
    }
    if (refused.session != setup_.session || state_.stage == WriterStage::Greeting) return;
    const bool of_lines = refused.code == LinkCode::Gap || refused.code == LinkCode::Damaged;
    if (of_lines && state_.stage != WriterStage::Sending) return;  // of lines before the last offer
    if (of_lines) {
        doubt(refused, own, out, now);
        return;
    }
    const bool passes = refused.code == LinkCode::Storage || refused.code == LinkCode::OtherDevice;
    refuse(refused, passes ? WriterStage::Waiting : WriterStage::Refused, now);
}

template <typename Other>
void WriterLink::take(const Other&, const OwnLines&, LinkOut& out, LinkTime) {
    // What the caller hands to others.
    constexpr bool for_others = std::is_same_v<Other, LinkAsked> || std::is_same_v<Other, LinkErase> ||
                                std::is_same_v<Other, LinkErased> || std::is_same_v<Other, LinkBeat>;
    if (!for_others || state_.stage == WriterStage::Greeting) out.close = LinkCode::BadMessage;
}

void WriterLink::doubt(LinkRefused why, const OwnLines& own, LinkOut& out, LinkTime now) {
    if (++state_.doubts <= most_doubts)
        offer(own, out, now);
    else
        refuse(std::move(why), WriterStage::Waiting, now);
}

void WriterLink::refuse(LinkRefused why, WriterStage stage, LinkTime now) {
    state_.why = std::move(why);
    state_.stage = stage;
    state_.asked_at = now;
}

std::optional<LinkLines> WriterLink::next_lines(const OwnLines& own) {
    LinkLines lines{setup_.session, state_.course, {}};
    std::size_t bytes = 0;
    for (std::uint64_t seq = state_.there.seq + 1; seq <= own.head().seq && lines.lines.size() < max_link_lines;
         ++seq) {
        LinkLine line{own.line(seq), own.texts(seq)};
        std::size_t size = line.line.size();
        for (const std::string& text : line.texts) size += text.size();
        if (!lines.lines.empty() && bytes + size > lines_bytes) break;
        if (size > max_link_line) return std::nullopt;
        bytes += size;
        lines.lines.push_back(std::move(line));
    }
    return lines;
}

// What is not there yet, one message at a time: whoever catches up takes turns with the others at the keeper.
void WriterLink::send(const OwnLines& own, LinkOut& out, LinkTime now) {
    if (state_.sent > state_.there.seq) return;
    if (state_.there.seq < own.head().seq) {
        auto lines = next_lines(own);
        std::string text = state_.procedure_there ? std::string() : own.procedure();
        if (!lines || text.size() > max_link_file) {
            refuse({LinkCode::TooLarge,
                    {{"limit", std::to_string(lines ? max_link_file : max_link_line)}},
                    setup_.session},
                   WriterStage::Refused, now);
            return;
        }
        if (!std::exchange(state_.procedure_there, true)) {
            std::string sum = sha256_hex(text);
            out.messages.emplace_back(LinkFile{setup_.session, state_.course, std::move(sum), std::move(text)});
        }
        state_.sent = state_.there.seq + lines->lines.size();
        out.messages.emplace_back(*std::move(lines));
    } else if (state_.closed > 0 && state_.there.seq >= state_.closed && !state_.ended &&
               !std::exchange(state_.end_sent, true)) {
        out.messages.emplace_back(LinkEnd{setup_.session, state_.course, state_.there});
    } else {
        return;
    }
    state_.asked_at = now;
}

LinkStatus WriterLink::status(const OwnLines& own) const {
    LinkStatus status{LinkBand::NotReached, 0, state_.there.seq, state_.why, state_.lost, state_.ended};
    const std::uint64_t head = own.head().seq;
    status.behind = head > status.there ? head - status.there : 0;
    switch (state_.stage) {
        case WriterStage::Away:
        case WriterStage::Greeting:
            break;
        case WriterStage::Comparing:
        case WriterStage::Sending:
            if (status.behind > 0 || state_.stage == WriterStage::Comparing)
                status.band = LinkBand::CatchingUp;
            else
                status.band = state_.course == 0 ? LinkBand::There : LinkBand::ThereApart;
            break;
        case WriterStage::Ahead:
            status.band = LinkBand::MoreThere;
            break;
        case WriterStage::Waiting:
        case WriterStage::Refused:
            status.band = LinkBand::CannotBeKept;
            break;
    }
    return status;
}

}  // namespace hamer
