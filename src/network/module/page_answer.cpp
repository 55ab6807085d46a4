#include "network/module/page_answer.h"

#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace hamer {

namespace {

namespace http = boost::beast::http;

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

// Nothing but the page's own files may be loaded, run or framed; and no other page shares its process, which its
// threads need (https://web.dev/articles/coop-coep).
constexpr const char* policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

PageAnswer answer(http::status status) {
    PageAnswer made{status, 11};
    made.set("Content-Security-Policy", policy);
    made.set("Cross-Origin-Opener-Policy", "same-origin");
    made.set("Cross-Origin-Embedder-Policy", "require-corp");
    made.set("Cross-Origin-Resource-Policy", "same-origin");
    made.set("X-Content-Type-Options", "nosniff");
    made.set("Referrer-Policy", "no-referrer");
    made.set(http::field::cache_control, "no-cache");
    return made;
}

PageAnswer with_body(PageAnswer made, std::string_view bytes, std::string_view type, bool head) {
    made.set(http::field::content_type, boost::beast::string_view(type.data(), type.size()));
    made.content_length(bytes.size());
    if (!head) made.body() = boost::beast::span<const char>(bytes.data(), bytes.size());
    return made;
}

std::size_t count(const PageRequest& request, http::field name) {
    const auto [first, last] = request.equal_range(name);
    return static_cast<std::size_t>(std::distance(first, last));
}

}  // namespace

std::string_view path_of(const PageRequest& request) {
    const std::string_view target = view(request.target());
    return target.substr(0, target.find('?'));
}

PageAnswer refusal(http::status status, std::string_view sentence) {
    PageAnswer made = with_body(answer(status), sentence, "text/plain; charset=utf-8", false);
    made.set(http::field::connection, "close");
    return made;
}

std::optional<PageAnswer> not_for_us(const PageRequest& request, const HostRules& rules) {
    if (request.version() != 11) return refusal(http::status::http_version_not_supported, "HTTP/1.1 alone\n");
    if (count(request, http::field::host) != 1) return refusal(http::status::bad_request, "One Host is needed\n");
    if (!rules.may_be_asked(view(request[http::field::host])))
        return refusal(http::status::forbidden, "This is not the name of this server\n");
    if (count(request, http::field::transfer_encoding) > 0 ||
        (count(request, http::field::content_length) > 0 && request[http::field::content_length] != "0"))
        return refusal(http::status::payload_too_large, "A request has no body here\n");
    return std::nullopt;
}

std::optional<PageAnswer> no_link(const PageRequest& request, const HostRules& rules) {
    if (count(request, http::field::origin) > 1 ||
        (count(request, http::field::origin) == 1 &&
         !rules.is_own_page(view(request[http::field::origin]), view(request[http::field::host]))))
        return refusal(http::status::forbidden, "Only a page of this server may connect\n");
    if (!boost::beast::websocket::is_upgrade(request)) {
        PageAnswer made = refusal(http::status::upgrade_required, "This is for a WebSocket\n");
        made.set(http::field::upgrade, "websocket");
        made.set(http::field::sec_websocket_version, "13");
        return made;
    }
    http::token_list protocols{request[http::field::sec_websocket_protocol]};
    if (!protocols.exists(boost::beast::string_view(link_subprotocol.data(), link_subprotocol.size())))
        return refusal(http::status::bad_request, "The subprotocol hamer.link is needed\n");
    return std::nullopt;
}

PageAnswer page_answer(const PageRequest& request, const Site& site) {
    const bool head = request.method() == http::verb::head;
    if (!head && request.method() != http::verb::get) {
        PageAnswer made = refusal(http::status::method_not_allowed, "GET and HEAD alone\n");
        made.set(http::field::allow, "GET, HEAD");
        return made;
    }
    const auto found = site.find(path_of(request));
    if (found == site.end())
        return with_body(answer(http::status::not_found), "There is no such file\n", "text/plain; charset=utf-8", head);
    const std::string tag = '"' + found->second.tag + '"';
    if (view(request[http::field::if_none_match]) == tag) {
        PageAnswer made = answer(http::status::not_modified);
        made.set(http::field::etag, tag);
        return made;
    }
    PageAnswer made = with_body(answer(http::status::ok), found->second.bytes, found->second.type, head);
    made.set(http::field::etag, tag);
    return made;
}

}  // namespace hamer
