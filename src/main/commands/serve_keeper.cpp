#include "main/commands/serve_keeper.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// Of RFC 6455: all is said; and an end that no code of the link is for.
constexpr int all_said = 1000, cannot_go_on = 1011;

// Whoever drew the digits shows them; a log is kept and read by others.
LocalText code_words(LinkRole role) {
    return {fmt::format("er geldt twee minuten een koppelcode, voor één apparaat met de rol {}", word(role)),
            fmt::format("a pairing code holds for two minutes, for one device with the role {}", word(role))};
}

}  // namespace

ServeKeeper::ServeKeeper(KeeperHub& hub, FileSystem& files, std::filesystem::path folder, Calls calls)
    : hub_(hub), files_(files), folder_(std::move(folder)), calls_(std::move(calls)) {}

void ServeKeeper::show(const AskedCode& asked, LinkTime now) {
    hub_.show_code(asked.code, asked.role, now);
    calls_.log(code_words(asked.role));
}

void ServeKeeper::opened(PeerId peer, std::int64_t at) {
    hub_.opened(peer, at);
    hand_out();
}

void ServeKeeper::received(PeerId peer, std::string text, std::int64_t at) {
    hub_.received(peer, text, at);
    hand_out();
}

void ServeKeeper::heard(PeerId peer, std::int64_t at) {
    hub_.heard(peer, at);
    hand_out();
}

void ServeKeeper::sent(PeerId peer, std::int64_t at) {
    hub_.drained(peer, at);
    hand_out();
}

void ServeKeeper::lost(PeerId peer, std::int64_t at) {
    hub_.lost(peer, at);
    hand_out();
}

void ServeKeeper::tick(std::int64_t at) {
    if (at - second_ >= 1000) {
        second_ = at;
        if (const auto asked = take_asked_code(files_, folder_)) show(*asked, at);
    }
    if (at - minute_ >= 60'000) {
        minute_ = at;
        calls_.every_minute();
    }
    hub_.tick(at);
    hand_out();
}

void ServeKeeper::hand_out() {
    for (const HubOut& one : hub_.take_out()) {
        if (hub_.greeted(one.to)) server_->let_in(one.to);
        for (const LinkMessage& message : one.out.messages) server_->send(one.to, write_link_message(message));
        if (one.out.close)
            server_->close(one.to, closes_with(*one.out.close) != 0 ? closes_with(*one.out.close) : cannot_go_on);
        else if (one.done)
            server_->close(one.to, all_said);
    }
    for (const LocalText& notice : hub_.take_notices()) calls_.log(notice);
}

}  // namespace hamer
