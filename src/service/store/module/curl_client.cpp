#include "service/store/module/transfer_module.h"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <string>
#include <utility>

namespace hamer {

namespace {

// An answer's body may tell nothing that Hamer uses.
std::size_t leave(char*, std::size_t size, std::size_t count, void*) { return size * count; }

struct Kept {
    std::string bytes;
    std::size_t limit = 0;
    bool full = false;
};
std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* kept) {
    auto& into = *static_cast<Kept*>(kept);
    const std::size_t room = into.limit - into.bytes.size();
    into.full = size * count > room;
    into.bytes.append(bytes, std::min(room, size * count));
    return into.full ? 0 : size * count;  // 0 ends it
}

int go_on(void* request, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const HttpRequest*>(request)->stop() ? 1 : 0;
}

struct Curl {
    Curl() { curl_global_init(CURL_GLOBAL_DEFAULT); }
};

}  // namespace

HttpAnswer ask_by_curl(const HttpRequest& request) {
    static const Curl started;
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    if (!curl) return {.problem = "libcurl could not start"};
    curl_slist* list = nullptr;
    // libcurl would wait a second for "100 Continue", which few servers send.
    list = curl_slist_append(list, "Expect:");
    for (const std::string& header : request.headers) list = curl_slist_append(list, header.c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list, &curl_slist_free_all);
    CURL* handle = curl.get();
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
    char problem[CURL_ERROR_SIZE] = "";
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTPHEADER, headers.get());
    if (request.method == HttpMethod::Post) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.c_str());
    }
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!request.ca_file.empty()) set(CURLOPT_CAINFO, request.ca_file.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS, request.connect_ms);
    set(CURLOPT_TIMEOUT_MS, request.total_ms);
    set(CURLOPT_NOSIGNAL, 1L);
    Kept kept{{}, request.keep_bytes, false};
    set(CURLOPT_WRITEFUNCTION, request.keep_bytes > 0 ? &keep : &leave);
    set(CURLOPT_WRITEDATA, &kept);
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(problem));
    if (request.stop) {
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &go_on);
        set(CURLOPT_XFERINFODATA, &request);
    }
    HttpAnswer answer;
    const CURLcode code = curl_easy_perform(handle);
    if (code != CURLE_OK && !kept.full) {
        answer.problem = *problem ? problem : curl_easy_strerror(code);
        return answer;
    }
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_off_t seconds = 0;
    curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
    answer.retry_after_ms = static_cast<std::int64_t>(seconds) * 1000;
    answer.body = std::move(kept.bytes);
    return answer;
}

}  // namespace hamer
