// What a helper, an onlooker or a trainer sends, and what it gets.
#include "link/keeper_hub.h"

#include <variant>

namespace hamer {

namespace {

// What a writer alone may send; of the others the keeper's own messages are nobody's to send.
bool is_of_a_writer(const LinkMessage& message) {
    return std::holds_alternative<LinkOffer>(message) || std::holds_alternative<LinkFile>(message) ||
           std::holds_alternative<LinkLines>(message) || std::holds_alternative<LinkEnd>(message) ||
           std::holds_alternative<LinkErase>(message) || std::holds_alternative<LinkErased>(message) ||
           std::holds_alternative<LinkAnswer>(message) || std::holds_alternative<LinkSwitch>(message);
}

}  // namespace

void KeeperHub::from_reader(ConnectionId id, const LinkMessage& message, LinkTime now) {
    HubConnection& connection = *find(id);
    connection.reader->heard(now);
    const auto* command = std::get_if<LinkCommand>(&message);
    if (is_of_a_writer(message) || (command && connection.device->role == LinkRole::Onlooker)) {
        close(id, {LinkCode::Forbidden, {{"kind", std::string(kind_of(message))}}}, now);
    } else if (const auto* follow = std::get_if<LinkFollow>(&message)) {
        connection.reader->follow(*follow);
        feed(id, now);
    } else if (command && !connection.reader->session().empty()) {
        relay(id, *command, now);
    } else if (!std::holds_alternative<LinkBeat>(message)) {
        close(id, {LinkCode::BadMessage, {{"problem", "out of its turn"}}}, now);
    }
}

// To who writes that session; else to who writes the one that is followed, who says that it is another one. Where
// neither is heard nothing is said: the keeper cannot know what became of it.
void KeeperHub::relay(ConnectionId id, const LinkCommand& command, LinkTime now) {
    const HubConnection& connection = *find(id);
    const OfferedSession* session = board_.find(command.session);
    // A trainer has nothing to do with meetings.
    const bool is_theirs = session && (connection.device->role != LinkRole::Trainer || session->drill);
    ConnectionId writer = is_theirs ? session->writer : 0;
    if (writer == 0) writer = board_.writer_of(connection.reader->session());
    if (writer == 0) return;
    send(writer, {{LinkAsked{command, connection.device->device, connection.device->role}}}, now);
}

void KeeperHub::feed(ConnectionId id, LinkTime now) {
    HubConnection* connection = find(id);
    if (connection && connection->reader) send(id, connection->reader->feed(board_, kept_), now);
}

void KeeperHub::feed_readers(const std::string& session, LinkTime now) {
    for (const ConnectionId id : ids()) {
        const HubConnection* connection = find(id);
        if (connection && connection->reader && connection->reader->session() == session) feed(id, now);
    }
}

void KeeperHub::drop_texts_of(const std::string& session, LinkTime now) {
    for (const ConnectionId id : ids()) {
        HubConnection* connection = find(id);
        if (!connection || !connection->reader || connection->reader->session() != session) continue;
        connection->reader->drop_all();
        feed(id, now);
    }
}

}  // namespace hamer
