// Who comes in: a device with its key, or with the code that is shown.
#include "link/hub_words.h"
#include "link/keeper_hub.h"

namespace hamer {

void KeeperHub::greet_with(ConnectionId id, const LinkMessage& message, LinkTime now) {
    if (const auto* with_key = std::get_if<LinkHello>(&message)) {
        hello(id, *with_key, now);
    } else if (const auto* with_code = std::get_if<LinkPair>(&message)) {
        pair(id, *with_code, now);
    } else {
        close(id, {LinkCode::BadMessage, {{"problem", "out of its turn"}}}, now);
    }
}

void KeeperHub::hello(ConnectionId id, const LinkHello& hello, LinkTime now) {
    const auto device = devices_.owner(hello.key);
    LinkOut out = greet(hello, device, name_);
    if (!out.close) {
        // A connection that is half-open keeps nobody out.
        for (const ConnectionId other : ids()) {
            const HubConnection* former = find(other);
            if (former && former->device && former->device->device == device->device)
                close(other, {LinkCode::Replaced}, now);
        }
        HubConnection& connection = *find(id);
        connection.device = device;
        connection.looked_at = now;
        if (device->role == LinkRole::Chair)
            connection.writer.emplace(now, device->device);
        else
            connection.reader.emplace(device->role, now);
        devices_.heard(device->device);
        note(came_words(*device, hello.program));
    }
    send(id, std::move(out), now);
    tell_erasures(id, now);
}

void KeeperHub::pair(ConnectionId id, const LinkPair& pair, LinkTime now) {
    const bool was_shown = code_.is_shown(now);
    const auto role = let_in(pair, code_, now);
    if (!role) {
        const bool was_wrong = was_shown && role.error().code == LinkCode::CodeWrong;
        if (was_wrong) note(wrong_code_words(code_.is_shown(now) ? code_.tries_left() : 0));
        close(id, role.error(), now);
        return;
    }
    FreshDevice fresh = devices_.fresh();
    NewDevice made = new_device(pair, *role, std::move(fresh.device), std::move(fresh.key));
    if (const Status added = devices_.add(made.stored); !added) {
        // Its key would open nothing after a restart. The code is gone: a person asks for the next.
        close(id, {LinkCode::Storage, {{"problem", printable(added.error().problem, 300)}}}, now);
        return;
    }
    note(paired_words(made.stored));
    out_.push_back({id, {{std::move(made.answer)}}, true});
    forget(id, now);
}

}  // namespace hamer
