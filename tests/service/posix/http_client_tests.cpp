// Posting to a server that never answers.
#include "service/store/http_client.h"
#include "support/places.h"

#include <arpa/inet.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer {
namespace {

// A socket on loopback that takes connections and says nothing.
class Silence {
  public:
    Silence() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(socket_, 4), 0);
        EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
        port_ = ntohs(address.sin_port);
    }
    ~Silence() { ::close(socket_); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

  private:
    int socket_;
    int port_ = 0;
};

TEST(HttpClient, IsGivenUpWhenAskedTo) {
    const Silence server;
    const HttpAnswer answer =
        ask({.url = server.url(), .headers = {}, .body = "{}", .ca_file = {}, .total_ms = 3'600'000, .stop = [] {
                 return true;
             }});
    EXPECT_EQ(answer.status, 0);
    EXPECT_FALSE(answer.problem.empty());
}

TEST(HttpClient, HasATimeLimit) {
    const Silence server;
    const HttpAnswer answer =
        ask({.url = server.url(), .headers = {}, .body = "{}", .ca_file = {}, .total_ms = 50, .stop = {}});
    EXPECT_EQ(answer.status, 0);
    EXPECT_FALSE(answer.problem.empty());
}

// What is there instead of the certificates may have no end, or wait for somebody to write in it.
TEST(HttpClient, TrustsNothingThatIsNoFile) {
    const auto folder = test::make_temporary_folder("hamer-ca");
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const auto& [ca, what] : {std::pair{pipe, "pipe"}, std::pair{folder, "folder"}}) {
        const HttpAnswer answer = ask({.url = "https://127.0.0.1:9/",
                                       .headers = {},
                                       .body = "{}",
                                       .ca_file = ca.string(),
                                       .total_ms = 3'600'000,
                                       .stop = {}});
        EXPECT_EQ(answer.status, 0);
        EXPECT_NE(answer.problem.find(ca.string()), std::string::npos) << answer.problem;
        EXPECT_NE(answer.problem.find(what), std::string::npos) << answer.problem;
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace hamer
