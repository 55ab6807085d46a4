// The broadcast: from the chair's tap to OBS's own confirmation, against a bare client that asks OBS the same; and a
// frame of the chair's screen while the other side is silent.
#include "broadcast/obs_link.h"
#include "measures.h"
#include "platform/clock.h"
#include "sampling.h"
#include "stored.h"
#include "support/driver/driver.h"
#include "support/leiden.h"
#include "ui/shell/app.h"

#include <arpa/inet.h>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <netinet/in.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace hamer::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr int rounds = 15;
constexpr int frames = 300;
constexpr const char* camera = "Raadzaal";
constexpr const char* slate = "Vergadering geschorst";

// Takes connections, and never says a word.
class Stalled {
  public:
    Stalled() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* at = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket_, at, size) != 0 || ::listen(socket_, 64) != 0 || ::getsockname(socket_, at, &size) != 0) {
            throw Trouble("no socket to listen on");
        }
        port_ = ntohs(address.sin_port);
    }
    ~Stalled() { ::close(socket_); }
    Stalled(const Stalled&) = delete;
    Stalled& operator=(const Stalled&) = delete;
    [[nodiscard]] int port() const { return port_; }

  private:
    int socket_;
    int port_ = 0;
};

ObsLinkOptions link_options(int port, const std::string& password, std::function<void()> changed) {
    return {.host = "127.0.0.1",
            .port = port,
            .setup = {slate, {}, {}},
            .password = [password] { return Result<std::string>(password); },
            .changed = std::move(changed)};
}

// The chair's screen while a pause is asked for; the reference has no control at all.
class Screen {
  public:
    Screen(const std::filesystem::path& data, int port) : service_(open_service(data, files_, clock_)) {
        if (port > 0) service_->set_broadcast(std::make_unique<ObsLink>(link_options(port, "", [] {}), system_));
        if (!service_->begin(test::meeting(), Language::Dutch)) throw Trouble("no session");
        for (const char* event : {"meeting.open", "broadcast.start", "disturbance.report", "address.b"}) {
            if (!service_->execute({Do{event, {}}, std::nullopt, "chair"})) throw Trouble(event);
        }
        app_.emplace(*service_);
        driver_.emplace([this](ui::Ui& ui) { app_->draw(ui); });
        driver_->settle();
    }
    double frame() {
        clock_.advance(1000);  // the timer's second, so that something is drawn
        return milliseconds([&] { driver_->frame(); });
    }

  private:
    SystemFiles files_;
    StillClock clock_;
    SystemClock system_;
    std::unique_ptr<MeetingService> service_;
    std::optional<ui::App> app_;
    std::optional<ui::Driver> driver_;
};

Measure silent_server(const Options& options) {
    const Stalled server;
    Screen stalled(options.folder / "broadcast-stalled", server.port());
    Screen alone(options.folder / "broadcast-alone", 0);
    const auto [hamer, reference] = by_turns(
        frames, [&] { return stalled.frame(); }, [&] { return alone.frame(); });
    return {.what = "frame while OBS is silent",
            .unit = "ms",
            .hamer = hamer,
            .reference = reference,
            .reference_is = "the same screen without a control of the broadcast",
            .bar = {Bar::Kind::RatioAtMost, 1.5}};
}

// From a tap to the entry that confirms it, as the window does it: on disk, and woken by the control.
class Chair {
  public:
    Chair(const std::filesystem::path& data, int port, const std::string& password)
        : service_(open_service(data, files_, clock_)) {
        service_->set_broadcast(std::make_unique<ObsLink>(link_options(port, password, [this] { wake(); }), clock_));
        until([&] { return service_->broadcast()->status().link == BroadcastStatus::Link::Ready; });
        if (!service_->begin(test::meeting(), Language::Dutch)) throw Trouble("no session");
        tap("meeting.open");
        tap("broadcast.start");
    }
    ~Chair() { service_->set_broadcast(nullptr); }  // before what its thread wakes
    Chair(const Chair&) = delete;
    Chair& operator=(const Chair&) = delete;

    double pause() {
        const double taken = milliseconds([&] { tap_until("broadcast.pause", "paused"); });
        tap_until("broadcast.resume", "live");
        return taken;
    }

  private:
    void tap(const char* event) {
        if (!service_->execute({Do{event, {}}, std::nullopt, "chair"})) throw Trouble(event);
    }
    void tap_until(const char* event, const char* state) {
        tap(event);
        until([&] {
            service_->tend();
            return service_->session().situation().at("broadcast") == state;
        });
    }
    void wake() {
        const std::lock_guard lock(mutex_);
        woken_ = true;
        changed_.notify_all();
    }
    template <typename Holds>
    void until(const Holds& holds) {
        while (!holds()) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait_for(lock, std::chrono::seconds(20), [&] { return woken_; })) {
                throw Trouble("OBS confirmed nothing in 20 seconds");
            }
            woken_ = false;
        }
    }

    SystemFiles files_;
    SystemClock clock_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::unique_ptr<MeetingService> service_;
};

// As little as the protocol allows.
class Bare {
  public:
    Bare(int port, const std::string& password) : stream_(io_) {
        asio::ip::tcp::resolver resolver(io_);
        asio::connect(stream_.next_layer(), resolver.resolve("127.0.0.1", std::to_string(port)));
        stream_.set_option(beast::websocket::stream_base::decorator([](beast::websocket::request_type& request) {
            request.set(beast::http::field::sec_websocket_protocol, "obswebsocket.json");
        }));
        stream_.handshake("127.0.0.1", "/");
        const auto hello = read_obs_message(read());
        send(write_obs_identify(obs_authentication(password, std::get<ObsHello>(*hello))));
        (void)read();
    }
    double pause() {
        catch_up();
        const double taken = milliseconds([&] { show(slate); });
        show(camera);
        return taken;
    }

  private:
    void show(const std::string& scene) {
        send(write_obs_request({"SetCurrentProgramScene", {{"/sceneName", scene}}}, "1"));
        for (;;) {
            const auto message = read_obs_message(read());
            const auto* event = message ? std::get_if<ObsEvent>(&*message) : nullptr;
            if (event && event->type == "CurrentProgramSceneChanged" && event->scene == scene) return;
        }
    }
    // Past what OBS said while the other one was measured.
    void catch_up() {
        send(write_obs_request({"GetCurrentProgramScene", {}}, "caught-up"));
        for (;;) {
            const auto message = read_obs_message(read());
            const auto* answer = message ? std::get_if<ObsAnswer>(&*message) : nullptr;
            if (answer && answer->id == "caught-up") return;
        }
    }
    std::string read() {
        beast::flat_buffer buffer;
        stream_.read(buffer);
        return beast::buffers_to_string(buffer.data());
    }
    void send(const std::string& text) { stream_.write(asio::buffer(text)); }

    asio::io_context io_;
    beast::websocket::stream<asio::ip::tcp::socket> stream_;
};

}  // namespace

Measures measure_broadcast(const Options& options) {
    const std::string what = "tap to OBS's confirmation";
    const char* studio = std::getenv("HAMER_BENCH_OBS");
    if (!studio)
        return {silent_server(options), skipped(what, "OBS Studio is not installed: ./dev test --obs does that")};
    int port = 0;
    std::string password;
    std::istringstream(studio) >> port >> password;
    // One after the other: each waits until OBS is as it was, so that they meet the same transition.
    Chair chair(options.folder / "broadcast", port, password);
    Bare bare(port, password);
    const auto [hamer, reference] = by_turns(
        rounds, [&] { return chair.pause(); }, [&] { return bare.pause(); });
    Measure above{.what = "the same, above the bare client",
                  .unit = "ms",
                  .hamer = hamer - reference,
                  .bar = {Bar::Kind::FigureAtMost, 100}};
    return {silent_server(options),
            {.what = what,
             .unit = "ms",
             .hamer = hamer,
             .reference = reference,
             .reference_is = "a bare WebSocket client that asks OBS for the same scene and waits for its event"},
            above};
}

}  // namespace hamer::bench
