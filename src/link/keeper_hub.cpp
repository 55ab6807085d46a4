#include "link/keeper_hub.h"

#include "link/hub_words.h"
#include "link/link_words.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr LinkTime look_again_ms = 1000;
constexpr std::size_t most_notices = 1000;  // that nobody took

}  // namespace

KeeperHub::KeeperHub(KeeperName name, PairedDevices& devices, KeptSessions& kept)
    : name_(std::move(name)), devices_(devices), kept_(kept) {}

HubConnection* KeeperHub::find(ConnectionId id) {
    const auto found = connections_.find(id);
    return found == connections_.end() ? nullptr : &found->second;
}

std::vector<ConnectionId> KeeperHub::ids() const {
    std::vector<ConnectionId> all;
    for (const auto& [id, connection] : connections_) all.push_back(id);
    return all;
}

bool KeeperHub::greeted(ConnectionId id) const {
    const auto found = connections_.find(id);
    return found != connections_.end() && found->second.device;
}

void KeeperHub::opened(ConnectionId id, LinkTime now) {
    connections_[id].opened_at = now;
    const auto greeting = std::ranges::count_if(connections_, [](const auto& one) { return !one.second.device; });
    if (static_cast<std::size_t>(greeting) <= most_greeting_connections) return;
    const auto oldest = std::ranges::find_if(connections_, [](const auto& one) { return !one.second.device; });
    close(oldest->first, {LinkCode::TooMany}, now);
}

void KeeperHub::received(ConnectionId id, std::string_view text, LinkTime now) {
    HubConnection* connection = find(id);
    if (!connection) return;
    if (connection->reader && !rates_[connection->device->device].take(now)) {
        close(id, {LinkCode::TooMany}, now);
        return;
    }
    const std::size_t limit = connection->device ? max_link_message : max_greeting_message;
    if (text.size() > limit) {
        close(id, {LinkCode::TooLarge, {{"limit", std::to_string(limit)}}}, now);
        return;
    }
    const auto message = read_link_message(text, "link", limit);
    if (!message) {
        const Error& why = message.error();
        close(id,
              {LinkCode::BadMessage, {{"place", printable(why.where, 300)}, {"problem", printable(why.problem, 300)}}},
              now);
    } else if (connection->writer) {
        from_writer(id, *message, now);
    } else if (connection->reader) {
        from_reader(id, *message, now);
    } else {
        greet_with(id, *message, now);
    }
}

void KeeperHub::heard(ConnectionId id, LinkTime now) {
    HubConnection* connection = find(id);
    if (!connection) return;
    // Who was not let in has its seven seconds, however slowly it writes.
    if (connection->writer) connection->writer->heard(now);
    if (connection->reader) connection->reader->heard(now);
}

void KeeperHub::drained(ConnectionId id, LinkTime now) {
    HubConnection* connection = find(id);
    if (!connection || !connection->reader) return;
    connection->reader->drained();
    feed(id, now);
}

void KeeperHub::lost(ConnectionId id, LinkTime now) {
    if (find(id)) forget(id, now);
}

void KeeperHub::tick(LinkTime now) {
    for (const ConnectionId id : ids()) tick_one(id, now);
}

void KeeperHub::tick_one(ConnectionId id, LinkTime now) {
    HubConnection* connection = find(id);
    if (!connection) return;
    if (!connection->device) {
        if (now - connection->opened_at >= link_silence_ms) close(id, {LinkCode::Silent}, now);
        return;
    }
    if (now - connection->looked_at >= look_again_ms) {
        connection->looked_at = now;
        if (!devices_.is_paired(connection->device->device)) {
            close(id, {LinkCode::NotPaired}, now);
            return;
        }
        devices_.heard(connection->device->device);
    }
    if (connection->writer) {
        if (connection->erasures.is_due(now)) tell_erasures(id, now);
        send(id, connection->writer->tick(now), now);
        return;
    }
    LinkOut out = connection->reader->tick(now);
    const bool goes_on = !out.close && connection->reader->waits();
    if (goes_on) connection->reader->drained();
    send(id, std::move(out), now);
    if (goes_on) feed(id, now);
}

void KeeperHub::send(ConnectionId id, LinkOut out, LinkTime now) {
    HubConnection* connection = find(id);
    if (!connection || (out.messages.empty() && !out.close)) return;
    if (connection->reader) connection->reader->sent(now);
    for (const LinkMessage& message : out.messages) {
        const auto* refused = std::get_if<LinkRefused>(&message);
        if (!refused || connection->noted == *refused) continue;
        connection->noted = *refused;
        note(refused_words(connection->device, *refused));
    }
    const bool ends = out.close.has_value();
    out_.push_back({id, std::move(out)});
    if (ends) forget(id, now);
}

void KeeperHub::close(ConnectionId id, LinkRefused why, LinkTime now) {
    const LinkCode code = why.code;
    send(id, {{std::move(why)}, code}, now);
}

void KeeperHub::forget(ConnectionId id, LinkTime now) {
    connections_.erase(id);
    if (const auto session = board_.gone(id)) feed_readers(*session, now);
}

void KeeperHub::note(LocalText notice) {
    if (notices_.size() < most_notices) notices_.push_back(std::move(notice));
}

Status KeeperHub::revoke(const std::string& device, LinkTime now) {
    Status revoked = devices_.revoke(device);
    if (!revoked) return revoked;
    rates_.erase(device);
    for (const ConnectionId id : ids()) {
        const HubConnection* connection = find(id);
        if (connection && connection->device && connection->device->device == device)
            close(id, {LinkCode::NotPaired}, now);
    }
    return {};
}

std::vector<HubDevice> KeeperHub::connected() const {
    std::vector<HubDevice> all;
    for (const auto& [id, connection] : connections_) {
        if (!connection.device) continue;
        all.push_back(
            {id, *connection.device, connection.writer ? connection.writer->session() : connection.reader->session()});
    }
    return all;
}

}  // namespace hamer
