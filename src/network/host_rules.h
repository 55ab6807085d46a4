// Who may be asked for, and who may ask: the Host and Origin of a request (RFC 9110, 7.2; RFC 6454, 7; RFC 6455, 10.2).
//
// Another Host is how a page of elsewhere reaches a server on the loopback after its name was pointed there (DNS
// rebinding); another Origin is a page of elsewhere that opens a WebSocket. Both are refused before anything else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class HostRules {
  public:
    // `names`: as a person types them, with or without a port. Without one the server's own is meant, or none, as a
    // browser leaves out the usual one. `encrypted`: pages come over https, also where a proxy does that.
    HostRules(std::vector<std::string> names, int port, bool encrypted);

    // The value of the Host header, which must be there once.
    [[nodiscard]] bool may_be_asked(std::string_view host) const;
    // A page of the host that was asked. A program that is no browser sends no Origin, and is not asked this.
    [[nodiscard]] bool is_own_page(std::string_view origin, std::string_view host) const;

  private:
    [[nodiscard]] std::string with_port(std::string_view host) const;

    std::vector<std::string> allowed_;  // "name:port", in lower case
    bool encrypted_;
};

// Whether an address can only be reached from this machine: 127.0.0.0/8 and ::1.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace hamer
