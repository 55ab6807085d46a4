// What a writer sends, and what others get of it.
#include "link/hub_words.h"
#include "link/keeper_hub.h"

namespace hamer {

void KeeperHub::from_writer(ConnectionId id, const LinkMessage& message, LinkTime now) {
    if (std::holds_alternative<LinkFollow>(message) || std::holds_alternative<LinkCommand>(message)) {
        close(id, {LinkCode::Forbidden, {{"kind", std::string(kind_of(message))}}}, now);
        return;
    }
    if (const auto* offer = std::get_if<LinkOffer>(&message)) {
        offered(id, *offer, now);
        return;
    }
    LinkOut out = find(id)->writer->receive(message, kept_, now);
    const bool goes_on = !out.close;
    send(id, std::move(out), now);
    if (goes_on) after_writer(id, message, now);
}

void KeeperHub::offered(ConnectionId id, const LinkOffer& offer, LinkTime now) {
    KeeperLink& writer = *find(id)->writer;
    const ConnectionId other = board_.writer_of(offer.session);
    if (other != 0 && other != id) {
        writer.heard(now);
        // Whatever it wrote before, it does not now.
        if (const auto former = board_.gone(id)) feed_readers(*former, now);
        send(id, {{LinkRefused{LinkCode::OtherDevice, {}, offer.session}}}, now);
        return;
    }
    LinkOut out = writer.receive(offer, kept_, now);
    const bool is_taken = !out.messages.empty() && std::holds_alternative<LinkHave>(out.messages.front());
    if (is_taken) {
        find(id)->noted.reset();
        board_.offered(offer, id);
    } else {
        (void)board_.gone(id);
    }
    if (const auto older = writer.take_older_copy()) note(older_copy_words(*older));
    send(id, std::move(out), now);
    // Also who waits for a session to run, and who follows what this writer wrote before.
    for (const ConnectionId reader : ids()) feed(reader, now);
}

void KeeperHub::after_writer(ConnectionId id, const LinkMessage& message, LinkTime now) {
    if (const auto* lines = std::get_if<LinkLines>(&message)) {
        if (lines->course == 0) feed_readers(lines->session, now);
    } else if (const auto* answer = std::get_if<LinkAnswer>(&message)) {
        relay(id, *answer, now);
    } else if (const auto* commands = std::get_if<LinkSwitch>(&message)) {
        if (board_.switched(*commands, id)) feed_readers(commands->session, now);
    } else if (const auto* erase = std::get_if<LinkErase>(&message)) {
        drop_texts_of(erase->session, now);
    } else if (const auto* erased = std::get_if<LinkErased>(&message)) {
        answered(id, *erased, now);
    }
}

// To the device that asked, if it is there; else it asks again.
void KeeperHub::relay(ConnectionId writer, const LinkAnswer& answer, LinkTime now) {
    if (find(writer)->writer->session().empty()) return;
    for (const ConnectionId id : ids()) {
        const HubConnection* connection = find(id);
        if (!connection || !connection->reader || connection->reader->session().empty()) continue;
        if (connection->device->device == answer.device) send(id, {{answer}}, now);
    }
}

void KeeperHub::tell_erasures(ConnectionId id, LinkTime now) {
    HubConnection* connection = find(id);
    if (connection && connection->writer)
        send(id, connection->erasures.tell(connection->device->device, kept_, now), now);
}

void KeeperHub::answered(ConnectionId id, const LinkErased& erased, LinkTime now) {
    HubConnection* connection = find(id);
    const Status settled = connection->erasures.answered(erased, connection->device->device, kept_);
    if (!settled) note(not_settled_words(settled.error()));
    // One that was refused waits for its time; another may be next.
    if (settled && !erased.code) tell_erasures(id, now);
}

Result<std::optional<LinkCode>> KeeperHub::erase(const std::string& session, std::span<const LinkTextName> texts,
                                                 LinkTime now) {
    auto erased = kept_.erase(session, texts, {});
    if (!erased || *erased) return erased;
    drop_texts_of(session, now);
    for (const ConnectionId id : ids()) tell_erasures(id, now);
    return erased;
}

}  // namespace hamer
