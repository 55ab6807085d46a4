#include "network/host_rules.h"

#include <algorithm>

namespace hamer {

namespace {

std::string lower(std::string_view text) {
    std::string made(text);
    for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return made;
}

// Where the port begins, with its colon; npos: none is named. An IPv6 address has colons of its own, in brackets.
std::size_t port_at(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    const std::size_t bracket = host.rfind(']');
    if (colon == std::string_view::npos) return colon;
    return bracket != std::string_view::npos && colon < bracket ? std::string_view::npos : colon;
}

}  // namespace

HostRules::HostRules(std::vector<std::string> names, int port, bool encrypted) : encrypted_(encrypted) {
    for (const std::string& name : names) {
        if (port_at(name) != std::string_view::npos) {
            allowed_.push_back(lower(name));
        } else {
            allowed_.push_back(lower(name) + ":" + std::to_string(port));
            allowed_.push_back(with_port(lower(name)));
        }
    }
}

std::string HostRules::with_port(std::string_view host) const {
    if (port_at(host) != std::string_view::npos) return std::string(host);
    return std::string(host) + (encrypted_ ? ":443" : ":80");
}

bool HostRules::may_be_asked(std::string_view host) const {
    return !host.empty() && std::find(allowed_.begin(), allowed_.end(), with_port(lower(host))) != allowed_.end();
}

bool HostRules::is_own_page(std::string_view origin, std::string_view host) const {
    const std::string asked = lower(origin);
    const std::string_view scheme = encrypted_ ? "https://" : "http://";
    return asked.starts_with(scheme) &&
           with_port(std::string_view(asked).substr(scheme.size())) == with_port(lower(host));
}

bool is_loopback(std::string_view address) {
    if (address == "::1") return true;
    // Asio has read it as an address before anybody listens there.
    return address.starts_with("127.") && address.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace hamer
