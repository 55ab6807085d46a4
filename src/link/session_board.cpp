#include "link/session_board.h"

#include <algorithm>

namespace hamer {

const OfferedSession* SessionBoard::find(const std::string& session) const {
    const auto found = sessions_.find(session);
    return found == sessions_.end() ? nullptr : &found->second;
}

ConnectionId SessionBoard::writer_of(const std::string& session) const {
    const OfferedSession* found = find(session);
    return found ? found->writer : 0;
}

std::optional<std::string> SessionBoard::running(bool drills_only) const {
    const std::pair<const std::string, OfferedSession>* last = nullptr;
    for (const auto& one : sessions_) {
        if (one.second.writer == 0 || (drills_only && !one.second.drill)) continue;
        if (!last || one.second.turn > last->second.turn) last = &one;
    }
    return last ? std::optional(last->first) : std::nullopt;
}

void SessionBoard::offered(const LinkOffer& offer, ConnectionId writer) {
    if (writer_of(offer.session) != writer) (void)gone(writer);
    const auto [place, is_new] = sessions_.try_emplace(offer.session);
    OfferedSession& session = place->second;
    if (is_new) session.turn = ++turns_;
    session.drill = offer.drill;
    session.run = offer.run;
    session.commands = offer.commands;
    session.writer = writer;
    make_room();
}

bool SessionBoard::switched(const LinkSwitch& commands, ConnectionId writer) {
    const auto found = sessions_.find(commands.session);
    if (found == sessions_.end() || found->second.writer != writer || found->second.run != commands.run) return false;
    found->second.commands = commands.on;
    return true;
}

std::optional<std::string> SessionBoard::gone(ConnectionId writer) {
    for (auto& [id, session] : sessions_) {
        if (session.writer != writer) continue;
        session.writer = 0;
        return id;
    }
    return std::nullopt;
}

// Whoever offers one session after the other must not fill the memory: the oldest that nobody writes goes.
void SessionBoard::make_room() {
    if (sessions_.size() <= most_remembered_sessions) return;
    auto oldest = sessions_.end();
    for (auto one = sessions_.begin(); one != sessions_.end(); ++one) {
        if (one->second.writer == 0 && (oldest == sessions_.end() || one->second.turn < oldest->second.turn))
            oldest = one;
    }
    if (oldest != sessions_.end()) sessions_.erase(oldest);
}

}  // namespace hamer
