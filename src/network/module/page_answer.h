// What the server answers to a request that is not for a WebSocket, or may not become one.
#pragma once

#include "network/host_rules.h"
#include "network/site.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <optional>
#include <string_view>

namespace hamer {

using PageRequest = boost::beast::http::request<boost::beast::http::empty_body>;
using PageAnswer = boost::beast::http::response<boost::beast::http::span_body<const char>>;

inline constexpr std::string_view link_path = "/link";
inline constexpr std::string_view link_subprotocol = "hamer.link";

// The path of the target, without what comes behind a question mark.
[[nodiscard]] std::string_view path_of(const PageRequest& request);
// A sentence in English, for who tries it by hand; the connection is to be closed behind it.
[[nodiscard]] PageAnswer refusal(boost::beast::http::status status, std::string_view sentence);
// Why nothing is answered to it, whatever it asks: not HTTP/1.1, no Host, another's Host, a body.
[[nodiscard]] std::optional<PageAnswer> not_for_us(const PageRequest& request, const HostRules& rules);
// Why it becomes no WebSocket: it asks for none, a page of elsewhere, not our subprotocol.
[[nodiscard]] std::optional<PageAnswer> no_link(const PageRequest& request, const HostRules& rules);
// A file of the page, or why not. It refers to the site's bytes.
[[nodiscard]] PageAnswer page_answer(const PageRequest& request, const Site& site);

}  // namespace hamer
