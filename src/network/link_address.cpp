#include "base/text.h"
#include "network/host_rules.h"
#include "network/link_client.h"

#include <algorithm>

namespace hamer {

namespace {

tl::unexpected<Error> no_address(std::string_view text, const LocalText& problem) {
    return fail(ErrorKind::Usage, printable(text, 200), problem,
                {"Schrijf het als wss://griffie.voorbeeld.nl", "Write it as wss://griffie.example.nl"},
                Trouble::WrongInput);
}

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == std::string_view::npos &&
           std::stoi(std::string(text)) >= 1 && std::stoi(std::string(text)) <= 65535;
}

bool is_host(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':';
    };
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), fits);
}

bool is_path(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/._-").find(c) != std::string_view::npos;
    };
    return text.size() <= 200 && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

std::string LinkAddress::in_words() const {
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return port == (encrypted ? "443" : "80") ? name : name + ":" + port;
}

Result<LinkAddress> read_link_address(std::string_view text) {
    LinkAddress address;
    std::string_view rest = text;
    address.encrypted = rest.starts_with("wss://");
    if (!address.encrypted && !rest.starts_with("ws://"))
        return no_address(text,
                          {"verwacht: een adres dat begint met wss://", "expected an address that begins with wss://"});
    rest.remove_prefix(address.encrypted ? 6 : 5);
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        if (slash + 1 < rest.size()) address.path = rest.substr(slash);
        rest = rest.substr(0, slash);
    }
    address.port = address.encrypted ? "443" : "80";
    const bool bracketed = rest.starts_with('[');
    const auto end = bracketed ? rest.find(']') : std::min(rest.find(':'), rest.size());
    if (end == std::string_view::npos) return no_address(text, {"het haakje ] ontbreekt", "the bracket ] is missing"});
    address.host = rest.substr(bracketed ? 1 : 0, end - (bracketed ? 1 : 0));
    rest.remove_prefix(end + (bracketed ? 1 : 0));
    if (rest.starts_with(':')) {
        address.port = rest.substr(1);
        rest = {};
    }
    if (!rest.empty() || !is_host(address.host) || !is_port(address.port) || !is_path(address.path))
        return no_address(text, {"hier staat geen naam, poort of pad zoals die kunnen zijn",
                                 "expected a host, a port and a path as they can be"});
    if (!address.encrypted && !is_loopback(address.host) && address.host != "localhost")
        return no_address(text, {"zonder versleuteling alleen naar deze computer zelf",
                                 "without encryption only to this machine itself"});
    return address;
}

}  // namespace hamer
