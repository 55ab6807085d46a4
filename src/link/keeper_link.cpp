#include "link/keeper_link.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "codec/journal/entry_json.h"
#include "link/line_check.h"

#include <algorithm>
#include <type_traits>

namespace hamer {

namespace {

LinkOut refuse(LinkCode code, const std::string& session, std::map<std::string, std::string> with = {}) {
    return {{LinkRefused{code, std::move(with), session}}};
}

// The words are the system's, for the administrator; the sentence is made from the code.
LinkOut not_stored(const Error& error, const std::string& session) {
    return refuse(LinkCode::Storage, session, {{"problem", printable(error.problem, 300)}});
}

}  // namespace

LinkOut KeeperLink::receive(const LinkMessage& message, KeptSessions& kept, LinkTime now) {
    lifeline_.heard_at = now;
    LinkOut out = std::visit([&](const auto& one) { return take(one, kept); }, message);
    if (!out.messages.empty()) lifeline_.sent_at = now;
    return out;
}

LinkOut KeeperLink::tick(LinkTime now) {
    LinkOut out;
    lifeline_.tend(out, now);
    return out;
}

Result<bool> KeeperLink::has(const KeptPlace& place, const LinkPlace& line, KeptSessions& kept) const {
    if (line.seq == 0) return true;
    ASSIGN_OR_RETURN(const auto hash, kept.hash_of(place, line.seq));
    return hash == line.hash;
}

// The writer says what this keeper acknowledged last. Where that is nowhere, this is not the store that it was.
Status KeeperLink::look_for_known(const LinkOffer& offer, const std::vector<KeptCourse>& courses, KeptSessions& kept) {
    for (std::size_t i = 0; i < courses.size(); ++i) {
        ASSIGN_OR_RETURN(const bool found, has(at(static_cast<int>(i)), offer.known, kept));
        if (found) return {};
    }
    if (offer.known.seq > 0) {
        older_copy_ = OlderCopy{offer.session, offer.known.seq, courses.empty() ? 0 : courses.front().head.seq};
    }
    return {};
}

LinkOut KeeperLink::take(const LinkOffer& offer, KeptSessions& kept) {
    place_ = {};
    const auto courses = kept.courses(offer.session);
    if (!courses) return not_stored(courses.error(), offer.session);
    // What is a meeting here cannot go on as a drill, nor the other way about: it would be two sessions of one name.
    if (!courses->empty() && courses->front().drill != offer.drill) {
        return refuse(LinkCode::BadMessage, offer.session,
                      {{"place", "/drill"}, {"problem", "another kind of session is kept under this name"}});
    }
    place_ = {offer.session, offer.drill, 0};
    LinkHave have{offer.session, offer.round, {}};
    for (std::size_t i = 0; i < courses->size(); ++i) {
        const KeptCourse& course = (*courses)[i];
        Result<bool> passes = false;
        if (course.head.seq > offer.head.seq) passes = has(at(static_cast<int>(i)), offer.head, kept);
        if (!passes) return not_stored(passes.error(), offer.session);
        have.courses.push_back({place_of(course.head), *passes, course.procedure});
    }
    if (const Status looked = look_for_known(offer, *courses, kept); !looked) {
        return not_stored(looked.error(), offer.session);
    }
    return {{std::move(have)}};
}

// None where another session, or none, was offered on this connection.
Result<std::vector<KeptCourse>> KeeperLink::courses_of(const std::string& session, KeptSessions& kept) const {
    if (session != place_.session) return std::vector<KeptCourse>{};
    return kept.courses(session);
}

LinkOut KeeperLink::take(const LinkFile& file, KeptSessions& kept) {
    const auto courses = courses_of(file.session, kept);
    if (!courses) return not_stored(courses.error(), file.session);
    const auto course = static_cast<std::size_t>(file.course);
    if (file.session != place_.session || course > courses->size()) return refuse(LinkCode::Gap, file.session);
    if (sha256_hex(file.text) != file.sha256) return refuse(LinkCode::Damaged, file.session, {{"seq", "0"}});
    if (course < courses->size() && (*courses)[course].procedure) return {};  // it came before
    const Status put = kept.put_procedure(at(file.course), file.text);
    return put ? LinkOut{} : not_stored(put.error(), file.session);
}

LinkOut KeeperLink::take(const LinkLines& lines, KeptSessions& kept) {
    const auto courses = courses_of(lines.session, kept);
    if (!courses) return not_stored(courses.error(), lines.session);
    const auto course = static_cast<std::size_t>(lines.course);
    // Without its procedure nobody can fold the lines.
    if (course >= courses->size() || !(*courses)[course].procedure) return refuse(LinkCode::Gap, lines.session);
    const Position head = (*courses)[course].head;
    auto checked = check_lines(lines, head, [&](std::uint64_t seq) {
        return seq == head.seq ? head.hash : kept.hash_of(at(lines.course), seq).value_or(std::nullopt);
    });
    if (!checked) {
        const bool ends = checked.error().session.empty();
        return {{checked.error()}, ends ? std::optional(checked.error().code) : std::nullopt};
    }
    // Nothing follows on session-closed.
    if ((*courses)[course].ended && !checked->fresh.empty()) return refuse(LinkCode::Gap, lines.session);
    if (!checked->fresh.empty()) {
        const Status dropped = drop_erased(checked->fresh, lines.session, kept);
        if (!dropped) return not_stored(dropped.error(), lines.session);
        const Status added = kept.append(at(lines.course), head, checked->fresh);
        if (!added) return not_stored(added.error(), lines.session);
    }
    return {{LinkSynced{lines.session, lines.course, place_of(checked->head)}}};
}

Status KeeperLink::drop_erased(std::vector<CheckedLine>& lines, const std::string& session, KeptSessions& kept) const {
    if (std::ranges::all_of(lines, [](const CheckedLine& line) { return line.texts.empty(); })) return {};
    ASSIGN_OR_RETURN(const auto erased, kept.erased(session));
    for (CheckedLine& line : lines) {
        std::erase_if(line.texts, [&](const std::string& text) {
            const PrivateTexts read = read_private_texts({text});
            return std::ranges::any_of(erased, [&](const LinkTextName& one) {
                return read.contains({one.seq, one.name});
            });
        });
    }
    return {};
}

LinkOut KeeperLink::take(const LinkEnd& end, KeptSessions& kept) {
    const auto courses = courses_of(end.session, kept);
    if (!courses) return not_stored(courses.error(), end.session);
    const auto course = static_cast<std::size_t>(end.course);
    if (course >= courses->size() || place_of((*courses)[course].head) != end.head) {
        return refuse(LinkCode::Gap, end.session);
    }
    const Status ended = kept.end(at(end.course));
    return ended ? LinkOut{{LinkEnded{end.session, end.head}}} : not_stored(ended.error(), end.session);
}

LinkOut KeeperLink::take(const LinkErase& erase, KeptSessions& kept) {
    // By its id alone: it need not be the session that was offered on this connection.
    const auto erased = kept.erase(erase.session, erase.texts, device_);
    // What is not gone is not said to be: the sender asks again.
    if (!erased) return {{LinkErased{erase.session, erase.id, LinkCode::Storage}}};
    return {{LinkErased{erase.session, erase.id, *erased}}};
}

template <typename Other>
LinkOut KeeperLink::take(const Other&, KeptSessions&) {
    constexpr bool for_others = std::is_same_v<Other, LinkAnswer> || std::is_same_v<Other, LinkSwitch> ||
                                std::is_same_v<Other, LinkErased> || std::is_same_v<Other, LinkBeat>;
    if (for_others) return {};
    const LinkRefused why{LinkCode::BadMessage, {{"problem", "out of its turn"}}};
    return {{why}, LinkCode::BadMessage};
}

}  // namespace hamer
