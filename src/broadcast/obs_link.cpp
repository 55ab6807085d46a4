#include "broadcast/obs_link.h"

#include "base/mutex.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <deque>
#include <fmt/format.h>
#include <optional>
#include <thread>
#include <utility>

namespace hamer {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Link = BroadcastStatus::Link;
using Failed = boost::system::error_code;

constexpr auto handshake_limit = std::chrono::seconds(5);
constexpr auto tick_every = std::chrono::milliseconds(100);
constexpr std::size_t largest_message = 8u << 20;
constexpr std::int64_t keep_again_ms = 5000;
constexpr std::int64_t first_pause_ms = 500, longest_pause_ms = 5000, refused_pause_ms = 30'000;
// Close codes of obs-websocket 5.
constexpr int wrong_password = 4009, thrown_out = 4011;

}  // namespace

// One connection after another. Everything but the public functions happens on the thread.
class ObsLink::Wire {
  public:
    Wire(ObsLinkOptions options, const Clock& clock)
        : options_(std::move(options)),
          clock_(clock),
          director_(options_.setup),
          kept_(options_.setup.owed),
          timer_(io_),
          resolver_(io_) {
        status_ = director_.status();
        asio::post(io_, [this] {
            connect();
            tick();
        });
        thread_ = std::thread([this] { run(); });
    }

    ~Wire() {
        stopping_ = true;
        io_.stop();
        thread_.join();
    }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    template <typename Change>
    void direct(Change change) {
        asio::post(io_, [this, change = std::move(change)] {
            change(director_, clock_.now());
            flush();
        });
    }

    void want(BroadcastWish wish) {
        {
            const MutexLock lock(mutex_);
            if (wished_ == wish) return;
            wished_ = wish;
            // What is read before the thread comes to it must not say that the new wish is reached.
            status_.wish = wish;
            status_.reached = status_.overdue = status_.overridden = false;
            ++offset_;
        }
        direct([wish](ObsDirector& director, const Stamp& now) { director.want(wish, now); });
    }

    void again() {
        asio::post(io_, [this] {
            if (!socket_) connect_now();
            director_.again(clock_.now());
            flush();
        });
    }

    BroadcastStatus status() const {
        const MutexLock lock(mutex_);
        told_ = false;
        BroadcastStatus read = status_;
        read.version += offset_;
        return read;
    }

    std::vector<BroadcastReport> take_reports() {
        const MutexLock lock(mutex_);
        told_ = false;
        return std::exchange(reports_, {});
    }

  private:
    // Whatever goes wrong while a message is worked on ends the link and not the program.
    void run() {
        for (;;) {
            try {
                io_.run();
                return;
            } catch (const std::exception& error) {
                lose(error.what());
            }
        }
    }

    struct Connection {
        explicit Connection(asio::io_context& io) : stream(io) {}
        websocket::stream<beast::tcp_stream> stream;
        beast::flat_buffer buffer;
        std::deque<std::string> out;
        bool writing = false;
        bool greeted = false;     // Hello came
        bool identified = false;  // and Identified
        std::int64_t began = 0;
    };
    using Socket = std::shared_ptr<Connection>;

    void connect_now() {
        connect_at_.reset();
        connect();
    }

    void connect() {
        socket_ = std::make_shared<Connection>(io_);
        socket_->began = clock_.now().monotonic_ms;
        const Socket mine = socket_;
        resolver_.async_resolve(options_.host, std::to_string(options_.port), [this, mine](Failed failed, auto found) {
            if (mine != socket_) return;
            if (failed) return lose(failed.message());
            beast::get_lowest_layer(mine->stream).expires_after(handshake_limit);
            beast::get_lowest_layer(mine->stream).async_connect(found, [this, mine](Failed no, const auto&) {
                if (mine != socket_) return;
                if (no) return lose(no.message());
                shake_hands(mine);
            });
        });
    }

    void shake_hands(const Socket& mine) {
        auto& stream = mine->stream;
        beast::get_lowest_layer(stream).expires_never();
        stream.set_option(websocket::stream_base::timeout{handshake_limit, std::chrono::seconds(5), true});
        stream.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(beast::http::field::sec_websocket_protocol, "obswebsocket.json");
        }));
        stream.read_message_max(largest_message);
        const std::string host = fmt::format("{}:{}", options_.host, options_.port);
        stream.async_handshake(host, "/", [this, mine](Failed failed) {
            if (mine != socket_) return;
            if (failed) return lose(failed.message());
            read(mine);
        });
    }

    void read(const Socket& mine) {
        mine->stream.async_read(mine->buffer, [this, mine](Failed failed, std::size_t) {
            if (mine != socket_) return;
            if (failed) return closed(mine, failed);
            const std::string text = beast::buffers_to_string(mine->buffer.data());
            mine->buffer.consume(mine->buffer.size());
            const auto message = read_obs_message(text);
            if (!message) return lose(message.error().problem);
            if (!understood(mine, *message)) return;
            flush();
            if (mine == socket_) read(mine);
        });
    }

    // False when the link was ended.
    bool understood(const Socket& mine, const ObsMessage& message) {
        const Stamp now = clock_.now();
        if (const auto* hello = std::get_if<ObsHello>(&message)) {
            if (mine->greeted) return lose("obs-websocket: Hello came twice"), false;
            mine->greeted = true;
            std::string authentication;
            if (hello->challenge) {
                const auto password = options_.password();
                if (!password) {
                    refuse({"Geen wachtwoord. " + describe(password.error(), Language::Dutch),
                            "No password. " + describe(password.error(), Language::English)},
                           refused_pause_ms);
                    return false;
                }
                authentication = obs_authentication(*password, *hello);
            } else if (options_.password_expected) {
                refuse({"OBS vraagt geen wachtwoord, terwijl er een is ingesteld: iedereen op deze computer kan dan "
                        "pauzeren. Zet in OBS bij WebSocket-serverinstellingen de verificatie aan.",
                        "OBS asks no password though one is set: anybody on this machine could pause. Turn on "
                        "authentication in OBS, WebSocket Server Settings."},
                       refused_pause_ms);
                return false;
            }
            send(mine, write_obs_identify(authentication));
        } else if (std::get_if<ObsIdentified>(&message)) {
            if (!mine->greeted || mine->identified) return lose("obs-websocket: Identified came out of order"), false;
            mine->identified = true;
            pause_ms_ = first_pause_ms;
            director_.connected(now);
        } else if (!mine->identified) {
            return lose("obs-websocket: a message came before Identified"), false;
        } else if (const auto* answer = std::get_if<ObsAnswer>(&message)) {
            director_.take(*answer, now);
        } else if (const auto* event = std::get_if<ObsEvent>(&message)) {
            director_.take(*event, now);
        }
        return true;
    }

    void closed(const Socket& mine, const Failed& failed) {
        const int code = mine->stream.reason().code;
        if (code == wrong_password) {
            return refuse({"OBS weigert het wachtwoord.", "OBS refuses the password."}, refused_pause_ms);
        }
        if (code == thrown_out) {
            return refuse({"OBS heeft Hamer weggestuurd. Hamer probeert het niet zelf opnieuw.",
                           "OBS threw Hamer out. Hamer does not try again by itself."},
                          0);
        }
        lose(failed.message());
    }

    // `pause_ms` 0: not until somebody asks.
    void refuse(const LocalText& why, std::int64_t pause_ms) {
        drop();
        director_.lost(Link::Refused, why, clock_.now());
        if (pause_ms > 0) connect_at_ = clock_.now().monotonic_ms + pause_ms;
        flush();
    }

    void lose(const std::string& why) {
        drop();
        const std::string text = printable(why, 200);
        director_.lost(Link::Lost, {"Geen verbinding met OBS: " + text, "No connection to OBS: " + text}, clock_.now());
        connect_at_ = clock_.now().monotonic_ms + pause_ms_;
        pause_ms_ = std::min(pause_ms_ * 2, longest_pause_ms);
        flush();
    }

    // The socket is closed without a word: whoever is silent would not hear one.
    void drop() {
        if (!socket_) return;
        Failed ignored;
        beast::get_lowest_layer(socket_->stream).socket().close(ignored);
        socket_.reset();
    }

    void tick() {
        timer_.expires_after(tick_every);
        timer_.async_wait([this](Failed failed) {
            if (failed || stopping_) return;
            const Stamp now = clock_.now();
            director_.tick(now);
            const bool slow = socket_ && !socket_->identified &&
                              now.monotonic_ms - socket_->began > std::chrono::milliseconds(handshake_limit).count();
            if (slow)
                lose("OBS does not finish the handshake");
            else if (socket_ && socket_->identified && director_.is_hung(now))
                lose("OBS does not answer");
            if (connect_at_ && now.monotonic_ms >= *connect_at_) connect_now();
            flush();
            tick();
        });
    }

    void send(const Socket& mine, std::string text) {
        mine->out.push_back(std::move(text));
        if (!mine->writing) write(mine);
    }

    void write(const Socket& mine) {
        mine->writing = true;
        mine->stream.text(true);
        mine->stream.async_write(asio::buffer(mine->out.front()), [this, mine](Failed failed, std::size_t) {
            if (mine != socket_) return;
            if (failed) return lose(failed.message());
            mine->out.pop_front();
            mine->writing = false;
            if (!mine->out.empty()) write(mine);
        });
    }

    // What is owed goes to disk before OBS is asked; then the requests, and what others may read.
    void flush() {
        if (const std::int64_t now = clock_.now().monotonic_ms; !(director_.owed() == kept_) && now >= keep_at_) {
            if (options_.keep(director_.owed()))
                kept_ = director_.owed();
            else
                keep_at_ = now + keep_again_ms;
        }
        for (auto& [id, request] : director_.take_requests()) {
            if (socket_ && socket_->identified) send(socket_, write_obs_request(request, id));
        }
        bool changed = false;
        {
            const MutexLock lock(mutex_);
            for (BroadcastReport& one : director_.take_reports()) {
                reports_.push_back(std::move(one));
                changed = true;
            }
            const BroadcastStatus& now = director_.status();
            // A wish that is still on its way to this thread is not answered by what was before it.
            if (now.wish == wished_ && now.version != published_) {
                published_ = now.version;
                status_ = now;
                changed = true;
            }
            // Told once until it is read: a flood of events makes no flood of frames.
            changed = changed && !std::exchange(told_, true);
        }
        if (changed) options_.changed();
    }

    ObsLinkOptions options_;
    const Clock& clock_;
    ObsDirector director_;
    std::vector<ObsOwed> kept_;
    std::int64_t keep_at_ = 0;  // not sooner, after a disk that did not
    asio::io_context io_;
    asio::steady_timer timer_;
    asio::ip::tcp::resolver resolver_;
    Socket socket_;
    std::optional<std::int64_t> connect_at_;
    std::int64_t pause_ms_ = first_pause_ms;
    std::atomic<bool> stopping_ = false;

    mutable Mutex mutex_;
    BroadcastWish wished_ GUARDED_BY(mutex_) = BroadcastWish::Leave;
    BroadcastStatus status_ GUARDED_BY(mutex_);
    std::uint64_t published_ GUARDED_BY(mutex_) = 0;
    std::uint64_t offset_ GUARDED_BY(mutex_) = 0;
    mutable bool told_ GUARDED_BY(mutex_) = false;
    std::vector<BroadcastReport> reports_ GUARDED_BY(mutex_);
    std::thread thread_;
};

ObsLink::ObsLink(ObsLinkOptions options, const Clock& clock)
    : wire_(std::make_unique<Wire>(std::move(options), clock)) {}
ObsLink::~ObsLink() = default;

void ObsLink::want(BroadcastWish wish) { wire_->want(wish); }
BroadcastStatus ObsLink::status() const { return wire_->status(); }
std::vector<BroadcastReport> ObsLink::take_reports() { return wire_->take_reports(); }
void ObsLink::again() { wire_->again(); }
void ObsLink::test() {
    wire_->direct([](ObsDirector& director, const Stamp& now) { director.test(now); });
}
void ObsLink::make_slate(const std::string& picture) {
    wire_->direct([picture](ObsDirector& director, const Stamp& now) { director.make_slate(picture, now); });
}
void ObsLink::stop_stream() {
    wire_->direct([](ObsDirector& director, const Stamp& now) { director.stop_stream(now); });
}
void ObsLink::forget() {
    wire_->direct([](ObsDirector& director, const Stamp& now) { director.forget(now); });
}

}  // namespace hamer
