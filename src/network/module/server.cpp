// The server's thread, its listener, and who is connected.
#include "base/attempt.h"
#include "base/text.h"
#include "network/module/connection.h"
#include "network/module/network_module.h"
#include "network/module/tls.h"
#include "platform/socket.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>
#include <map>
#include <thread>

namespace hamer {

namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
constexpr auto look_every = std::chrono::milliseconds(50);
// Where the system has no descriptor left, it has none at once either.
constexpr auto accept_again_after = std::chrono::milliseconds(100);
constexpr int going_away = 1001;

class Server final : public LinkServer, private ServerHost {
  public:
    Server(LinkServerOptions options, LinkHandler& handler, const Clock& clock)
        : options_(std::move(options)),
          clock_(clock),
          tls_(asio::ssl::context::tls_server),
          acceptor_(io_),
          timer_(io_),
          again_(io_),
          handler_(handler) {}

    ~Server() override {
        if (!thread_.joinable()) return;
        asio::post(io_, [this] { end(); });
        thread_.join();
        for (const auto& one : everyone()) one->drop();
        teller_.reset();
    }

    Status listen() {
        if (options_.tls) RETURN_IF_ERROR(use_certificate(tls_, *options_.tls));
        Failed failed;
        const auto address = asio::ip::make_address(options_.address, failed);
        if (failed) {
            return fail(ErrorKind::Usage, printable(options_.address, 100),
                        LocalText{"verwacht: een IP-adres van deze computer", "expected an IP address of this machine"},
                        {"Bijvoorbeeld 127.0.0.1, of 0.0.0.0 voor alle", "Such as 127.0.0.1, or 0.0.0.0 for all"},
                        Trouble::WrongInput);
        }
        RETURN_IF_ERROR(may_listen());
        const Tcp::endpoint at(address, static_cast<unsigned short>(options_.port));
        acceptor_.open(at.protocol(), failed);
        if (!failed && !claim_port(static_cast<std::uintptr_t>(acceptor_.native_handle())))
            failed = asio::error::access_denied;
        if (!failed) acceptor_.bind(at, failed);
        if (!failed) acceptor_.listen(asio::socket_base::max_listen_connections, failed);
        if (failed) return cannot_listen(failed);
        port_ = acceptor_.local_endpoint(failed).port();
        rules_.emplace(names(), port_, options_.tls.has_value() || options_.behind_proxy);
        return {};
    }

    void start() override {
        teller_.emplace(handler_, [this](PeerId peer, std::size_t size) {
            asio::post(io_, [this, peer, size] {
                if (const auto found = find(peer)) found->done(size);
            });
        });
        accept();
        look();
        thread_ = std::thread([this] { run(); });
    }

    [[nodiscard]] int port() const override { return port_; }
    void send(PeerId peer, std::string text) override {
        asio::post(io_, [this, peer, text = std::move(text)]() mutable {
            if (const auto found = find(peer)) found->send(std::move(text));
        });
    }
    void close(PeerId peer, int code) override {
        asio::post(io_, [this, peer, code] {
            if (const auto found = find(peer)) found->close(code);
        });
    }
    void let_in(PeerId peer) override {
        asio::post(io_, [this, peer] {
            if (const auto found = find(peer)) found->let_in();
        });
    }

  private:
    [[nodiscard]] std::int64_t now() const override { return clock_.now().monotonic_ms; }
    [[nodiscard]] const LinkServerOptions& options() const override { return options_; }
    [[nodiscard]] const HostRules& rules() const override { return *rules_; }
    void tell(HandlerThread::Kind kind, PeerId peer, std::string text) override {
        teller_->tell(kind, peer, now(), std::move(text));
    }
    void gone(PeerId peer) override {
        const auto found = connections_.find(peer);
        if (found == connections_.end()) return;
        const auto counted = per_address_.find(found->second->address());
        if (--counted->second == 0) per_address_.erase(counted);
        connections_.erase(found);
        if (ending_ && connections_.empty()) io_.stop();
    }

    Status may_listen() const {
        if (options_.tls || options_.behind_proxy || is_loopback(options_.address)) return {};
        return fail(ErrorKind::Usage, options_.address,
                    LocalText{"zonder versleuteling luistert Hamer alleen op deze computer zelf",
                              "without encryption Hamer listens on this machine itself alone"},
                    {"Geef --certificate en --key, of --behind-proxy als een proxy de versleuteling doet",
                     "Give --certificate and --key, or --behind-proxy where a proxy does the encryption"},
                    Trouble::WrongInput);
    }

    [[nodiscard]] Status cannot_listen(const Failed& failed) const {
        const std::string where = fmt::format("{}:{}", options_.address, options_.port);
        if (failed == asio::error::address_in_use) {
            return fail(ErrorKind::Refused, where,
                        LocalText{"een ander programma luistert al op deze poort",
                                  "another program listens at this port already"},
                        {"Sluit dat programma, of kies een andere poort met --listen",
                         "Close that program, or choose another port with --listen"},
                        Trouble::InUse);
        }
        const std::string said = printable(failed.message(), 200);
        return fail(ErrorKind::Usage, where,
                    LocalText{"hier kan Hamer niet luisteren: " + said, "Hamer cannot listen here: " + said},
                    {"Kies een adres van deze computer, en een poort vanaf 1024",
                     "Choose an address of this machine, and a port from 1024 on"},
                    Trouble::WrongInput);
    }

    [[nodiscard]] std::vector<std::string> names() const {
        if (!options_.hosts.empty()) return options_.hosts;
        const bool v6 = options_.address.find(':') != std::string::npos;
        std::vector<std::string> known{v6 ? "[" + options_.address + "]" : options_.address};
        if (is_loopback(options_.address)) known.push_back("localhost");
        return known;
    }

    std::shared_ptr<Connection> find(PeerId peer) const {
        const auto found = connections_.find(peer);
        return found == connections_.end() ? nullptr : found->second;
    }

    // Whatever a library throws on the way ends what was under way and not the server.
    void run() {
        for (;;) {
            try {
                io_.run();
                return;
            } catch (const std::exception&) {
            }
        }
    }

    void accept() {
        acceptor_.async_accept([this](Failed failed, Tcp::socket socket) {
            if (ending_ || failed == asio::error::operation_aborted) return;
            if (failed) {
                again_.expires_after(accept_again_after);
                return again_.async_wait([this](Failed stopped) {
                    if (!stopped && !ending_) accept();
                });
            }
            take(std::move(socket));
            accept();
        });
    }

    void take(Tcp::socket socket) {
        Failed failed;
        const auto peer = socket.remote_endpoint(failed);
        if (failed || connections_.size() >= options_.limits.connections) return;
        const std::string address = peer.address().to_string();
        if (!options_.behind_proxy) {
            const auto counted = per_address_.find(address);
            if (counted != per_address_.end() && counted->second >= options_.limits.per_address) return;
        }
        socket.set_option(Tcp::no_delay(true), failed);
        const PeerId id = ++last_;
        const auto made = std::make_shared<Connection>(static_cast<ServerHost&>(*this), id, std::move(socket), address);
        ++per_address_[address];
        connections_.emplace(id, made);
        made->begin(options_.tls ? &tls_ : nullptr);
    }

    void look() {
        timer_.expires_after(look_every);
        timer_.async_wait([this](Failed failed) {
            if (failed) return;
            const std::int64_t at = now();
            for (const auto& one : everyone()) one->look_at_the_time(at);
            if (ending_ && at >= end_at_) return io_.stop();
            if (at - ticked_at_ >= options_.limits.tick_ms) {
                ticked_at_ = at;
                teller_->tell(HandlerThread::Kind::Tick, 0, at);
            }
            look();
        });
    }

    // A copy, as each may go meanwhile.
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> everyone() const {
        std::vector<std::shared_ptr<Connection>> all;
        all.reserve(connections_.size());
        for (const auto& [id, one] : connections_) all.push_back(one);
        return all;
    }

    void end() {
        ending_ = true;
        end_at_ = now() + options_.limits.ending_ms;
        Failed ignored;
        acceptor_.close(ignored);
        for (const auto& one : everyone()) {
            if (one->is_link())
                one->close(going_away);
            else
                one->drop();
        }
        if (connections_.empty()) io_.stop();
    }

    LinkServerOptions options_;
    const Clock& clock_;
    std::optional<HostRules> rules_;
    asio::io_context io_{1};
    asio::ssl::context tls_;
    Tcp::acceptor acceptor_;
    asio::steady_timer timer_;
    asio::steady_timer again_;
    int port_ = 0;
    PeerId last_ = 0;
    bool ending_ = false;
    std::int64_t end_at_ = 0;
    std::int64_t ticked_at_ = 0;
    std::map<std::string, std::size_t> per_address_;
    std::map<PeerId, std::shared_ptr<Connection>> connections_;
    LinkHandler& handler_;
    std::optional<HandlerThread> teller_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<LinkServer>> make_link_server(LinkServerOptions options, LinkHandler& handler,
                                                     const Clock& clock) {
    auto server = std::make_unique<Server>(std::move(options), handler, clock);
    RETURN_IF_ERROR(server->listen());
    return server;
}

}  // namespace hamer
