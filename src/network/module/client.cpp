// One connection to a keeper, on a thread of its own that nobody waits for.
#include "base/attempt.h"
#include "base/mutex.h"
#include "base/text.h"
#include "base/version.h"
#include "network/host_rules.h"
#include "network/module/network_module.h"
#include "network/module/page_answer.h"
#include "network/module/tls.h"
#include "network/module/wire.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
constexpr int no_binary = 1003, too_slow = 4010;

// The thread holds it until it is done, so that who made it need not wait.
class Dialogue : public std::enable_shared_from_this<Dialogue> {
  public:
    explicit Dialogue(LinkClientOptions options)
        : options_(std::move(options)), tls_(asio::ssl::context::tls_client), resolver_(io_), wire_(io_), timer_(io_) {}

    Status begin() {
        if (options_.address.encrypted) RETURN_IF_ERROR(use_roots(tls_, options_.roots));
        within(options_.connect_ms, "the keeper does not answer");
        resolver_.async_resolve(options_.address.host, options_.address.port,
                                [this](Failed failed, Tcp::resolver::results_type found) {
                                    if (failed) return lose(failed.message());
                                    connect(found);
                                });
        std::thread([self = shared_from_this()] { self->run(); }).detach();
        return {};
    }

    // From here on nobody is told anything.
    void leave() {
        {
            const MutexLock lock(telling_);
            told_ = false;
        }
        asio::post(io_, [this] { io_.stop(); });
    }

    std::vector<LinkEvent> take() {
        // Not holding this: what is posted behind the end never runs, and would hold what it stands in for ever.
        asio::post(io_, [this] {
            if (is_open_) read();
        });
        const MutexLock lock(mutex_);
        untaken_bytes_ = 0;
        return std::exchange(events_, {});
    }

    template <typename Work>
    void ask(Work work) {
        asio::post(io_, [this, work = std::move(work)]() mutable { work(*this); });
    }

    void send(std::string text) {
        if (!is_open_ || close_with_) return;
        unsent_bytes_ += text.size();
        unsent_.push_back(std::move(text));
        if (unsent_bytes_ > options_.limits.unsent) {
            unsent_.resize(writing_ ? 1 : 0);
            return close(too_slow);
        }
        if (!writing_) write();
    }

    void close(int code) {
        if (close_with_ || lost_) return;
        if (!is_open_) return lose("it was given up");
        close_with_ = code;
        within(options_.limits.closing_ms, "the keeper does not answer the close");
        if (!writing_) write_close();
    }

  private:
    using Link = websocket::stream<Wire&, false>;

    void run() {
        for (;;) {
            try {
                io_.run();
                return;
            } catch (const std::exception& thrown) {
                lose(thrown.what());
            }
        }
    }

    void within(std::int64_t milliseconds, const char* why) {
        timer_.expires_after(std::chrono::milliseconds(milliseconds));
        timer_.async_wait([this, why](Failed stopped) {
            if (!stopped) lose(why);
        });
    }

    void connect(const Tcp::resolver::results_type& found) {
        asio::async_connect(wire_.socket(), found, [this](Failed failed, const Tcp::endpoint& reached) {
            if (failed) return lose(failed.message());
            // A name such as localhost may be pointed elsewhere.
            if (!options_.address.encrypted && !is_loopback(reached.address().to_string()))
                return lose("without encryption only to this machine itself");
            Failed ignored;
            wire_.socket().set_option(Tcp::no_delay(true), ignored);
            if (options_.address.encrypted)
                encrypt();
            else
                upgrade();
        });
    }

    void encrypt() {
        const std::string& host = options_.address.host;
        auto& encrypted = wire_.encrypt(tls_);
        encrypted.set_verify_callback(asio::ssl::host_name_verification(host));
        Failed no_number;
        asio::ip::make_address(host, no_number);
        // RFC 6066, 3: a name alone.
        if (no_number) SSL_set_tlsext_host_name(encrypted.native_handle(), host.c_str());
        encrypted.async_handshake(asio::ssl::stream_base::client, [this](Failed failed) {
            if (failed) return lose(failed.message());
            upgrade();
        });
    }

    void upgrade() {
        link_.emplace(wire_);
        link_->set_option(
            websocket::stream_base::timeout{websocket::stream_base::none(), websocket::stream_base::none(), false});
        link_->set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(http::field::sec_websocket_protocol,
                        boost::beast::string_view(link_subprotocol.data(), link_subprotocol.size()));
            request.set(http::field::user_agent, "Hamer/" + std::string(program_version));
        }));
        link_->read_message_max(options_.limits.message);
        link_->auto_fragment(false);
        link_->text(true);
        link_->control_callback([this](websocket::frame_type, boost::beast::string_view) { heard(); });
        const LinkAddress& to = options_.address;
        link_->async_handshake(answer_, to.in_words(), to.path, [this](Failed failed) {
            if (failed && answer_.result() != http::status::switching_protocols && answer_.result_int() >= 300)
                return lose(fmt::format("the keeper answers {}", answer_.result_int()));
            if (failed) return lose(failed.message());
            if (answer_[http::field::sec_websocket_protocol] !=
                boost::beast::string_view(link_subprotocol.data(), link_subprotocol.size()))
                return lose("it is no keeper: it does not speak hamer.link");
            timer_.cancel();
            is_open_ = true;
            tell(LinkOpened{});
            read();
        });
    }

    void read() {
        if (reading_ || lost_ || is_full()) return;
        reading_ = true;
        link_->async_read_some(bytes_, 64u << 10, [this](Failed failed, std::size_t) {
            reading_ = false;
            if (failed) return lose(failed.message());
            take_part();
            read();
        });
    }

    void take_part() {
        if (close_with_) return bytes_.clear();
        if (!link_->got_text()) return close(no_binary);
        if (!link_->is_message_done()) return heard();
        const auto whole = bytes_.data();
        std::string text(static_cast<const char*>(whole.data()), whole.size());
        bytes_.clear();
        tell(LinkReceived{std::move(text)});
    }

    void heard() {
        {
            const MutexLock lock(mutex_);
            if (!events_.empty() && std::holds_alternative<LinkHeard>(events_.back())) return;
        }
        tell(LinkHeard{});
    }

    void write() {
        writing_ = true;
        link_->async_write(asio::buffer(unsent_.front()), [this](Failed failed, std::size_t) {
            writing_ = false;
            // The read knows better why.
            if (failed) return reading_ ? void() : lose(failed.message());
            unsent_bytes_ -= unsent_.front().size();
            unsent_.pop_front();
            if (!unsent_.empty()) return write();
            if (close_with_) write_close();
        });
    }

    void write_close() {
        link_->async_close(websocket::close_reason(static_cast<websocket::close_code>(*close_with_)),
                           [this](Failed) { lose("closed by this side"); });
    }

    // The end; once.
    void lose(std::string_view why) {
        if (std::exchange(lost_, true)) return;
        is_open_ = false;
        timer_.cancel();
        resolver_.cancel();
        const int code = link_ ? static_cast<int>(link_->reason().code) : 0;
        wire_.close();
        const std::string said = printable(why, 200);
        tell(LinkLost{code, Error{ErrorKind::Refused, options_.address.in_words(), said, {}, Trouble::NotReachable}});
    }

    void tell(LinkEvent event) {
        {
            const MutexLock lock(mutex_);
            if (const auto* message = std::get_if<LinkReceived>(&event)) untaken_bytes_ += message->text.size() + 1;
            events_.push_back(std::move(event));
        }
        const MutexLock lock(telling_);
        if (told_) options_.changed();
    }

    bool is_full() {
        const MutexLock lock(mutex_);
        return untaken_bytes_ > options_.limits.undone;
    }

    LinkClientOptions options_;
    asio::io_context io_{1};
    asio::ssl::context tls_;
    Tcp::resolver resolver_;
    Wire wire_;
    asio::steady_timer timer_;
    std::optional<Link> link_;
    websocket::response_type answer_;
    boost::beast::flat_buffer bytes_;
    bool is_open_ = false, reading_ = false, writing_ = false, lost_ = false;
    std::optional<int> close_with_;
    std::deque<std::string> unsent_;
    std::size_t unsent_bytes_ = 0;

    Mutex mutex_;
    std::vector<LinkEvent> events_ GUARDED_BY(mutex_);
    std::size_t untaken_bytes_ GUARDED_BY(mutex_) = 0;
    Mutex telling_;  // held while `changed` is called
    bool told_ GUARDED_BY(telling_) = true;
};

class Client final : public LinkClient {
  public:
    explicit Client(std::shared_ptr<Dialogue> dialogue) : dialogue_(std::move(dialogue)) {}
    ~Client() override { dialogue_->leave(); }
    [[nodiscard]] std::vector<LinkEvent> take() override { return dialogue_->take(); }
    void send(std::string text) override {
        dialogue_->ask([text = std::move(text)](Dialogue& it) mutable { it.send(std::move(text)); });
    }
    void close(int code) override {
        dialogue_->ask([code](Dialogue& it) { it.close(code); });
    }

  private:
    std::shared_ptr<Dialogue> dialogue_;
};

}  // namespace

Result<std::unique_ptr<LinkClient>> make_link_client(LinkClientOptions options) {
    const std::string where = options.address.in_words();
    try {
        auto dialogue = std::make_shared<Dialogue>(std::move(options));
        RETURN_IF_ERROR(dialogue->begin());
        return std::make_unique<Client>(std::move(dialogue));
    } catch (const std::exception& thrown) {  // no descriptor, no thread, no memory
        return fail(ErrorKind::Storage, where, printable(thrown.what(), 200), {}, Trouble::NotReachable);
    }
}

}  // namespace hamer
