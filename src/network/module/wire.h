// A socket with or without TLS, as Asio's and Beast's operations want it. One type for both, so that what is built on
// it is compiled once. One thread at a time.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/role.hpp>
#include <optional>
#include <utility>

namespace hamer {

using Failed = boost::system::error_code;

class Wire {
  public:
    using Socket = boost::asio::ip::tcp::socket;
    using Tls = boost::asio::ssl::stream<Socket&>;
    using executor_type = Socket::executor_type;

    explicit Wire(Socket socket) : socket_(std::move(socket)) {}
    explicit Wire(boost::asio::io_context& io) : socket_(io) {}
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    executor_type get_executor() { return socket_.get_executor(); }
    Socket& socket() { return socket_; }
    Tls& encrypt(boost::asio::ssl::context& context) { return tls_.emplace(socket_, context); }
    [[nodiscard]] bool is_encrypted() const { return tls_.has_value(); }

    template <typename Buffers, typename Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        if (tls_)
            tls_->async_read_some(buffers, std::forward<Handler>(handler));
        else
            socket_.async_read_some(buffers, std::forward<Handler>(handler));
    }
    template <typename Buffers, typename Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        if (tls_)
            tls_->async_write_some(buffers, std::forward<Handler>(handler));
        else
            socket_.async_write_some(buffers, std::forward<Handler>(handler));
    }
    // Beast names them, and calls them only in what is not used here.
    template <typename Buffers>
    std::size_t read_some(const Buffers& buffers, Failed& failed) {
        return tls_ ? tls_->read_some(buffers, failed) : socket_.read_some(buffers, failed);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers& buffers, Failed& failed) {
        return tls_ ? tls_->write_some(buffers, failed) : socket_.write_some(buffers, failed);
    }

    // No more is sent: tells the other side so (RFC 8446, 6.1), and keeps on reading.
    template <typename Handler>
    void async_end(Handler&& handler) {
        Failed ignored;
        if (tls_) return tls_->async_shutdown(std::forward<Handler>(handler));
        socket_.shutdown(Socket::shutdown_send, ignored);
        boost::asio::post(get_executor(), [handler = std::forward<Handler>(handler)]() mutable { handler(Failed()); });
    }
    void close() {
        Failed ignored;
        socket_.close(ignored);
    }

  private:
    Socket socket_;
    std::optional<Tls> tls_;
};

// What Beast asks of a stream when a WebSocket ends; whoever owns the wire has the time limit.
template <typename Handler>
void async_teardown(boost::beast::role_type, Wire& wire, Handler&& handler) {
    wire.async_end(std::forward<Handler>(handler));
}
inline void teardown(boost::beast::role_type, Wire& wire, Failed& failed) {
    failed = {};
    wire.close();
}
inline void beast_close_socket(Wire& wire) { wire.close(); }

}  // namespace hamer
