// One request over HTTP, through libcurl (in the module hamer-transfer). Certificates are always checked, redirections
// never followed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace hamer {

enum class HttpMethod { Get, Post };

struct HttpRequest {
    std::string url;
    std::vector<std::string> headers;  // "Name: value", without line ends
    std::string body;                  // of a POST
    std::string ca_file;               // certificates to trust instead of the system's; may be empty
    long connect_ms = 5'000;
    long total_ms = 30'000;
    std::size_t keep_bytes = 0;    // of the answer's body, the first so many; 0: it is not looked at
    std::function<bool()> stop{};  // asked about once a second; true gives it up
    HttpMethod method = HttpMethod::Post;
};

struct HttpAnswer {
    long status = 0;                  // 0: none came
    std::int64_t retry_after_ms = 0;  // as the server asked; 0: it did not
    std::string problem{};            // why none came, in libcurl's words; nothing of the body
    std::string body{};               // where it was to be kept
};

// Blocks until an answer or the time limit. Safe from any thread.
[[nodiscard]] HttpAnswer ask(const HttpRequest& request);

}  // namespace hamer
