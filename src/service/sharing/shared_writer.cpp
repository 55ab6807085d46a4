#include "service/sharing/shared_writer.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace hamer {

namespace {

constexpr int going_away = 1001;  // RFC 6455, 7.4.1

}  // namespace

SharedWriter::SharedWriter(WriterSetup setup, std::shared_ptr<const OwnJournal> own, Connect connect, Chance chance)
    : own_(std::move(own)), connect_(std::move(connect)), chance_(std::move(chance)), link_(std::move(setup)) {}

void SharedWriter::step(LinkTime now) {
    // A session without its first line is none yet.
    if (!client_ && now >= retry_at_ && own_->head().seq > 0 && !link_.state().ended) connect(now);
    if (client_) {
        for (const LinkEvent& event : client_->take()) {
            std::visit([&](const auto& one) { take(one, now); }, event);
            if (!client_) return;
        }
    }
    if (is_open_ && link_.state().ended)
        close(going_away);
    else if (is_open_)
        send(link_.tick(*own_, now));
}

void SharedWriter::connect(LinkTime now) {
    if (auto client = connect_()) {
        client_ = *std::move(client);
    } else {
        problem_ = client.error();
        wait_and_retry(now);
    }
}

void SharedWriter::take(const LinkOpened&, LinkTime now) {
    is_open_ = true;
    opened_at_ = now;
    problem_.reset();
    send(link_.connected(now));
}

void SharedWriter::take(const LinkReceived& received, LinkTime now) {
    if (!is_open_) return;
    if (const auto message = read_link_message(received.text, "link"))
        take_message(*message, now);
    else
        close(closes_with(LinkCode::BadMessage));
}

void SharedWriter::take_message(const LinkMessage& message, LinkTime now) {
    if (std::holds_alternative<LinkSynced>(message)) wait_ = first_retry_ms;
    if (const auto* asked = std::get_if<LinkAsked>(&message)) {
        link_.heard(now);
        asked_.push_back(*asked);
    } else if (const auto* erase = std::get_if<LinkErase>(&message)) {
        // It is asked again on the next connection, when the session may be over.
        link_.heard(now);
        send({{LinkErased{erase->session, erase->id, LinkCode::SessionOpen}}});
    } else {
        send(link_.receive(message, *own_, now));
    }
}

void SharedWriter::take(const LinkLost& lost, LinkTime now) {
    if (is_open_ && now - opened_at_ >= longest_retry_ms) wait_ = first_retry_ms;
    problem_ = lost.why;
    is_open_ = false;
    link_.lost();
    client_.reset();
    wait_and_retry(now);
}

void SharedWriter::answer(const LinkAnswer& answer) {
    if (is_open_) client_->send(write_link_message(answer));
}

void SharedWriter::send(const LinkOut& out) {
    if (!is_open_) return;
    for (const LinkMessage& message : out.messages) client_->send(write_link_message(message));
    if (out.close) close(closes_with(*out.close));
}

// Its end comes as LinkLost.
void SharedWriter::close(int code) {
    is_open_ = false;
    client_->close(code);
    link_.lost();
}

void SharedWriter::wait_and_retry(LinkTime now) {
    retry_at_ = now + wait_ - static_cast<LinkTime>(static_cast<double>(wait_) * chance_() / 2);
    wait_ = std::min(2 * wait_, longest_retry_ms);
}

}  // namespace hamer
