// Either end of the link's network, for tests that are the other end:
//
//     network_peer serve [address=…] [page=…] [certificate=… key=…] [host=…] [proxy=yes] [limit=number]…
//     network_peer connect ADDRESS [roots=…] [limit=number]…
//
// The server answers each message with its size, but for "let me in", "close CODE" and "send SIZE COUNT"; it ends with
// its standard input. The client sends each line of its standard input. Both print what happens, a line each.
#include "network/host_rules.h"
#include "network/link_client.h"
#include "network/link_server.h"
#include "platform/clock.h"
#include "platform/text_file.h"

#include <condition_variable>
#include <iostream>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>

namespace {

using namespace hamer;

std::mutex printing;
void print(const std::string& line) {
    const std::lock_guard lock(printing);
    std::cout << line << std::endl;
}

template <typename Value>
Value expect(Result<Value> value) {
    if (value) return *std::move(value);
    print("error " + describe(value.error()));
    std::exit(1);
}

using Words = std::multimap<std::string, std::string>;
Words words_of(int argc, char** argv, int first) {
    Words words;
    for (int i = first; i < argc; ++i) {
        const std::string word = argv[i];
        const auto equals = word.find('=');
        words.emplace(word.substr(0, equals), word.substr(equals + 1));
    }
    return words;
}
std::string one(const Words& words, const std::string& name) {
    const auto found = words.find(name);
    return found == words.end() ? "" : found->second;
}
std::string file(const Words& words, const std::string& name) {
    return one(words, name).empty() ? "" : expect(read_text_file(one(words, name)));
}

LinkLimits limits_of(const Words& words) {
    LinkLimits limits;
    const auto set = [&](const char* name, auto& limit) {
        if (!one(words, name).empty())
            limit = static_cast<std::decay_t<decltype(limit)>>(std::stoull(one(words, name)));
    };
    set("connections", limits.connections);
    set("per_address", limits.per_address);
    set("unsent", limits.unsent);
    set("request_ms", limits.request_ms);
    set("greeting_ms", limits.greeting_ms);
    set("closing_ms", limits.closing_ms);
    return limits;
}

class Answering final : public LinkHandler {
  public:
    LinkServer* server = nullptr;
    void opened(PeerId peer, std::int64_t) override { print("opened " + std::to_string(peer)); }
    void lost(PeerId peer, std::int64_t) override { print("lost " + std::to_string(peer)); }
    void heard(PeerId peer, std::int64_t) override { print("heard " + std::to_string(peer)); }
    void sent(PeerId, std::int64_t) override {}
    void tick(std::int64_t) override {}
    void received(PeerId peer, std::string text, std::int64_t) override {
        std::istringstream words(text.substr(0, 100));
        std::string what;
        std::size_t number = 0, count = 0;
        words >> what >> number >> count;
        if (text == "let me in") server->let_in(peer);
        if (what == "close") return server->close(peer, static_cast<int>(number));
        if (what == "send") {
            for (std::size_t i = 0; i < count; ++i) server->send(peer, std::string(number, 'x'));
            return;
        }
        server->send(peer, "got " + std::to_string(text.size()));
    }
};

int serve(const Words& words) {
    LinkServerOptions options;
    if (!one(words, "address").empty()) options.address = one(words, "address");
    if (!one(words, "page").empty()) options.site = expect(read_site(one(words, "page")));
    if (!one(words, "certificate").empty())
        options.tls = ServerTls{file(words, "certificate"), file(words, "key"), one(words, "certificate")};
    options.behind_proxy = !one(words, "proxy").empty();
    for (auto [at, end] = words.equal_range("host"); at != end; ++at) options.hosts.push_back(at->second);
    options.limits = limits_of(words);
    const SystemClock clock;
    Answering handler;
    auto server = expect(open_link_server(std::move(options), handler, clock));
    handler.server = server.get();
    print("listening " + std::to_string(server->port()));
    server->start();
    for (std::string line; std::getline(std::cin, line);) {
    }
    server.reset();
    print("ended");
    return 0;
}

std::string in_words(const LinkEvent& event) {
    if (const auto* received = std::get_if<LinkReceived>(&event)) return "received " + received->text;
    if (const auto* lost = std::get_if<LinkLost>(&event))
        return "lost " + std::to_string(lost->code) + " " + describe(lost->why);
    return std::holds_alternative<LinkOpened>(event) ? "opened" : "heard";
}

int connect(const std::string& address, const Words& words) {
    LinkClientOptions options{.address = expect(read_link_address(address)), .roots = file(words, "roots")};
    options.limits = limits_of(words);
    std::mutex mutex;
    std::condition_variable changed;
    bool news = false;
    options.changed = [&] {
        const std::lock_guard lock(mutex);
        news = true;
        changed.notify_one();
    };
    const auto client = expect(open_link_client(options));
    std::thread([&client = *client] {
        for (std::string line; std::getline(std::cin, line);) client.send(line);
        client.close(1000);
    }).detach();
    for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return std::exchange(news, false); });
        lock.unlock();
        for (const LinkEvent& event : client->take()) {
            print(in_words(event));
            if (std::holds_alternative<LinkLost>(event)) std::_Exit(0);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "serve") return serve(words_of(argc, argv, 2));
    if (what == "connect" && argc > 2) return connect(argv[2], words_of(argc, argv, 3));
    return 2;
}
