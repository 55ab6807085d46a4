// Dossier on a register whose server takes a connection and then says nothing, or a byte a second: each frame is drawn
// without waiting for it.
#include "platform/system_files.h"
#include "scene.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"
#include "support/own_work.h"
#include "support/sanitized.h"
#include "ui/clerk/dossier_app.h"

#include <algorithm>
#include <arpa/inet.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace hamer::ui {
namespace {

constexpr double longest_frame_ms = 16.0 * test::slower;

// On loopback. It takes the first connection, and the next ones wait at its door.
class Server {
  public:
    Server() : door_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(door_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(door_, 4), 0);
        EXPECT_EQ(::getsockname(door_, reinterpret_cast<sockaddr*>(&address), &size), 0);
        port_ = ntohs(address.sin_port);
    }
    ~Server() { close(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Waits for somebody who says something.
    void take() {
        link_ = ::accept(door_, nullptr, nullptr);
        char said = 0;
        EXPECT_EQ(::recv(link_, &said, 1, MSG_PEEK), 1);
    }
    void say(char byte) { (void)::send(link_, &byte, 1, MSG_NOSIGNAL); }
    // Whoever waits for it is told that nobody is there.
    void close() {
        for (int* socket : {&link_, &door_}) {
            if (*socket >= 0) ::close(std::exchange(*socket, -1));
        }
    }
    [[nodiscard]] std::string register_place() const {
        return "postgresql://clerk@127.0.0.1:" + std::to_string(port_) + "/hamer?connect_timeout=0";
    }

  private:
    int door_;
    int link_ = -1;
    int port_ = 0;
};

std::filesystem::path new_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "hamer-silence-XXXXXX").string();
    return ::mkdtemp(name.data());
}

class RegisterSilence : public testing::Test {
  protected:
    RegisterSilence() {
        driver.settle();
        server.take();
    }
    ~RegisterSilence() override {
        server.close();
        while (worker.busy()) {
            worker.await();
            worker.take();
        }
        std::filesystem::remove_all(folder);
    }
    Result<ClerkService> open() {
        ClerkService::Options options{.settings = {}, .data = folder, .user = "griffier"};
        options.settings.municipality = test::municipality();
        options.settings.register_place = server.register_place();
        return ClerkService::open(std::move(options), files, clock);
    }
    void draw(Ui& ui) {
        longest = std::max(longest, test::OwnWork::of([&] { app.draw(ui); }));
        ++frames;
    }
    // What a clerk does meanwhile, in frames one after another.
    void work_for_a_second() {
        for (const char* key : {"list.1", "list.3", "list.4", "list.0", "search"})
            EXPECT_TRUE(driver.click(key)) << key;
        driver.type("naam");
        driver.settle();
        clock.advance(1000);
        driver.pass(1000);
    }

    Server server;
    std::filesystem::path folder = new_folder();
    SystemFiles files;
    StillClock clock;
    double longest = 0;
    int frames = 0;
    ClerkWorker worker{[this] { return open(); }, [] {}, clock};
    DossierApp app{worker, Language::Dutch, {.name = "griffier", .clock = &clock}};
    Driver driver{[this](Ui& ui) { draw(ui); }};
};

TEST_F(RegisterSilence, AServerThatTakesTheConnectionAndSaysNothingHoldsUpNoFrame) {
    for (int second = 0; second < 10; ++second) work_for_a_second();
    EXPECT_TRUE(worker.busy()) << "it was never answered";
    EXPECT_TRUE(driver.shows("waiting"));
    EXPECT_GT(frames, 100);
    EXPECT_LT(longest, longest_frame_ms);
}

// First that it does without encryption; then an answer to the login, which never is one.
TEST_F(RegisterSilence, AServerThatAnswersAByteASecondHoldsUpNoFrame) {
    const std::string answer = std::string("NR\0\0\x10\0", 6) + std::string(14, 'x');
    for (const char byte : answer) {
        server.say(byte);
        work_for_a_second();
    }
    EXPECT_TRUE(worker.busy()) << "it was never answered";
    EXPECT_TRUE(driver.shows("waiting"));
    EXPECT_GT(frames, 200);
    EXPECT_LT(longest, longest_frame_ms);
}

}  // namespace
}  // namespace hamer::ui
