// One connection to the server: TLS, then requests for the page, and for some then a WebSocket. All on the server's
// thread. A deadline is looked at from outside: whatever is under way when it is over, the connection is dropped.
#pragma once

#include "network/module/page_answer.h"
#include "network/module/server_host.h"
#include "network/module/wire.h"

#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace hamer {

class Connection : public std::enable_shared_from_this<Connection> {
  public:
    // `address`: of who connects, for counting.
    Connection(ServerHost& host, PeerId id, Wire::Socket socket, std::string address);

    // `tls`: nothing where it is not encrypted.
    void begin(boost::asio::ssl::context* tls);
    void look_at_the_time(std::int64_t now);
    void drop();

    void send(std::string text);
    // Behind what waits to be sent.
    void close(int code);
    void let_in();
    // The handler has done with a message of that size.
    void done(std::size_t size);

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] bool is_link() const { return link_.has_value(); }

  private:
    using Link = boost::beast::websocket::stream<Wire&, false>;  // false: no compression

    void within(std::int64_t milliseconds) { deadline_ = host_.now() + milliseconds; }
    [[nodiscard]] const LinkLimits& limits() const { return host_.options().limits; }
    // The page.
    void read_request();
    void take_request();
    void answer(PageAnswer made, bool go_on);
    void answer_unreadable(const Failed& failed);
    void finish();
    void drain();
    // The link.
    void upgrade();
    void set_up_link();
    void open();
    void read_link();
    void take_part();
    void take_message();
    void heard();
    void write();
    void write_close();

    ServerHost& host_;
    const PeerId id_;
    const std::string address_;
    Wire wire_;
    bool dropped_ = false;
    std::optional<std::int64_t> deadline_;

    boost::beast::flat_buffer bytes_;  // what was read: of a request, then of a message
    std::optional<boost::beast::http::request_parser<boost::beast::http::empty_body>> parser_;
    std::optional<PageAnswer> answer_;
    std::optional<boost::beast::http::response_serializer<boost::beast::http::span_body<const char>>> serializer_;
    std::array<char, 512> rest_{};

    std::optional<Link> link_;
    bool opened_ = false;
    bool known_ = false;
    bool reading_ = false;
    bool writing_ = false;
    std::optional<int> close_with_;
    bool close_sent_ = false;
    std::deque<std::string> unsent_;
    std::size_t unsent_bytes_ = 0;
    std::size_t undone_ = 0;
    std::int64_t heard_at_ = 0;
};

}  // namespace hamer
