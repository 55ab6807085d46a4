// The link's side of a connection: a WebSocket of text messages.
#include "network/module/connection.h"

#include <utility>

namespace hamer {

namespace websocket = boost::beast::websocket;
namespace http = boost::beast::http;

namespace {

constexpr int going_on_too_slowly = 4010;
constexpr int no_binary = 1003;
// Parts of a message are told the handler as often as this, not each.
constexpr std::int64_t heard_every_ms = 500;
// Each message costs a place in the handler's line too.
constexpr std::size_t cost_of_one = 256;

}  // namespace

void Connection::set_up_link() {
    link_.emplace(wire_);
    // Time is looked at by the server (look_at_the_time), silence by the handler.
    link_->set_option(
        websocket::stream_base::timeout{websocket::stream_base::none(), websocket::stream_base::none(), false});
    link_->set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
        response.set(http::field::sec_websocket_protocol,
                     boost::beast::string_view(link_subprotocol.data(), link_subprotocol.size()));
        response.erase(http::field::server);
    }));
    link_->read_message_max(limits().greeting_message);
    link_->auto_fragment(false);
    link_->text(true);
    link_->control_callback([this](websocket::frame_type, boost::beast::string_view) { heard(); });
}

void Connection::upgrade() {
    within(limits().request_ms);
    set_up_link();
    link_->async_accept(parser_->get(), [self = shared_from_this()](Failed failed) {
        if (self->dropped_) return;
        // Beast answered what is no upgrade after all: another version, no key.
        if (failed) return self->finish();
        self->open();
    });
}

void Connection::open() {
    opened_ = true;
    within(limits().greeting_ms);
    heard_at_ = host_.now();
    host_.tell(HandlerThread::Kind::Opened, id_, {});
    // What came behind the request, before the answer to it, is no frame of anybody who waited for the answer.
    if (bytes_.size() > 0) return close(1002);
    read_link();
}

void Connection::read_link() {
    if (reading_ || undone_ > limits().undone) return;
    reading_ = true;
    link_->async_read_some(bytes_, 64u << 10, [self = shared_from_this()](Failed failed, std::size_t) {
        self->reading_ = false;
        if (self->dropped_) return;
        if (failed) return self->drop();
        self->take_part();
    });
}

void Connection::take_part() {
    if (close_with_) {  // it is only read on for the answer to the close
        bytes_.clear();
        return read_link();
    }
    if (!link_->got_text()) {
        bytes_.clear();
        close(no_binary);
    } else if (link_->is_message_done()) {
        take_message();
    } else {
        heard();
    }
    read_link();
}

void Connection::take_message() {
    const auto whole = bytes_.data();
    std::string text(static_cast<const char*>(whole.data()), whole.size());
    bytes_.clear();
    if (bytes_.capacity() > (256u << 10)) bytes_.shrink_to_fit();
    undone_ += text.size() + cost_of_one;
    heard_at_ = host_.now();
    host_.tell(HandlerThread::Kind::Received, id_, std::move(text));
}

void Connection::done(std::size_t size) {
    undone_ -= size + cost_of_one;
    if (!dropped_ && opened_) read_link();
}

void Connection::heard() {
    if (!opened_ || dropped_) return;
    const std::int64_t now = host_.now();
    if (now - heard_at_ < heard_every_ms) return;
    heard_at_ = now;
    host_.tell(HandlerThread::Kind::Heard, id_, {});
}

void Connection::let_in() {
    if (dropped_ || !opened_ || std::exchange(known_, true)) return;
    link_->read_message_max(limits().message);
    if (!close_with_) deadline_.reset();
}

void Connection::send(std::string text) {
    if (dropped_ || !opened_ || close_with_) return;
    unsent_bytes_ += text.size();
    unsent_.push_back(std::move(text));
    if (unsent_bytes_ > limits().unsent) {
        // What is on its way stays; the rest would be read by nobody.
        unsent_.resize(writing_ ? 1 : 0);
        return close(going_on_too_slowly);
    }
    if (!writing_) write();
}

void Connection::write() {
    writing_ = true;
    link_->async_write(boost::asio::buffer(unsent_.front()), [self = shared_from_this()](Failed failed, std::size_t) {
        self->writing_ = false;
        if (self->dropped_) return;
        // Where it was a close that came, the read sees it too.
        if (failed) return self->drop();
        self->unsent_bytes_ -= self->unsent_.front().size();
        self->unsent_.pop_front();
        if (!self->unsent_.empty()) return self->write();
        if (self->close_with_) return self->write_close();
        self->host_.tell(HandlerThread::Kind::Sent, self->id_, {});
    });
}

void Connection::close(int code) {
    if (dropped_ || !opened_ || close_with_) return;
    close_with_ = code;
    within(limits().closing_ms);
    if (!writing_) write_close();
}

void Connection::write_close() {
    if (std::exchange(close_sent_, true)) return;
    link_->async_close(websocket::close_reason(static_cast<websocket::close_code>(*close_with_)),
                       [self = shared_from_this()](Failed) { self->drop(); });
}

}  // namespace hamer
