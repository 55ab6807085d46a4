// The page's side of a connection, and its time.
#include "network/module/connection.h"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace hamer {

namespace http = boost::beast::http;
namespace asio = boost::asio;

Connection::Connection(ServerHost& host, PeerId id, Wire::Socket socket, std::string address)
    : host_(host), id_(id), address_(std::move(address)), wire_(std::move(socket)) {}

void Connection::begin(asio::ssl::context* tls) {
    within(limits().request_ms);
    if (!tls) return read_request();
    wire_.encrypt(*tls).async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](Failed failed) {
        if (failed || self->dropped_) return self->drop();
        self->read_request();
    });
}

void Connection::look_at_the_time(std::int64_t now) {
    // A message that broke the rules was answered by Beast itself: what is left must end in a while.
    if (opened_ && !deadline_ && !link_->is_open()) within(limits().closing_ms);
    if (deadline_ && now >= *deadline_) drop();
}

void Connection::drop() {
    if (std::exchange(dropped_, true)) return;
    wire_.close();
    unsent_bytes_ = 0;
    if (opened_) host_.tell(HandlerThread::Kind::Lost, id_, {});
    host_.gone(id_);
}

void Connection::read_request() {
    within(limits().request_ms);
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits().header));
    // A body is refused when the header is there; nothing of it is read.
    http::async_read_header(wire_, bytes_, *parser_, [self = shared_from_this()](Failed failed, std::size_t) {
        if (self->dropped_) return;
        if (failed) return self->answer_unreadable(failed);
        self->take_request();
    });
}

void Connection::answer_unreadable(const Failed& failed) {
    if (failed == http::error::header_limit || failed == http::error::buffer_overflow)
        return answer(refusal(http::status::request_header_fields_too_large, "The request is too large\n"), false);
    if (failed == http::error::body_limit)
        return answer(refusal(http::status::payload_too_large, "A request has no body here\n"), false);
    // Anything else of this kind is what is no HTTP; the rest is a connection that ended.
    if (failed == http::error::end_of_stream || failed == http::error::partial_message ||
        failed.category() != make_error_code(http::error::bad_method).category())
        return drop();
    answer(refusal(http::status::bad_request, "This is no request\n"), false);
}

void Connection::take_request() {
    const PageRequest& request = parser_->get();
    if (auto no = not_for_us(request, host_.rules())) return answer(*std::move(no), false);
    if (path_of(request) == link_path) {
        if (auto no = no_link(request, host_.rules())) return answer(*std::move(no), false);
        return upgrade();
    }
    const bool go_on = request.keep_alive() && !boost::beast::websocket::is_upgrade(request);
    PageAnswer made = page_answer(request, host_.options().site);
    const bool ends = made[http::field::connection] == "close";
    answer(std::move(made), go_on && !ends);
}

void Connection::answer(PageAnswer made, bool go_on) {
    within(limits().answer_ms);
    answer_.emplace(std::move(made));
    answer_->keep_alive(go_on);
    serializer_.emplace(*answer_);
    http::async_write(wire_, *serializer_, [self = shared_from_this(), go_on](Failed failed, std::size_t) {
        if (failed || self->dropped_) return self->drop();
        if (go_on) return self->read_request();
        self->finish();
    });
}

// The other side may still be sending: a socket that is closed with something unread takes the answer back.
void Connection::finish() {
    within(limits().closing_ms);
    wire_.async_end([self = shared_from_this()](Failed failed) {
        if (failed || self->dropped_) return self->drop();
        self->drain();
    });
}

void Connection::drain() {
    wire_.async_read_some(asio::buffer(rest_), [self = shared_from_this()](Failed failed, std::size_t) {
        if (failed || self->dropped_) return self->drop();
        self->drain();
    });
}

}  // namespace hamer
