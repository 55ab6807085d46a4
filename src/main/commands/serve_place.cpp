#include "main/commands/serve_place.h"

#include "base/attempt.h"
#include "network/host_rules.h"
#include "platform/input_file.h"
#include "platform/private_files.h"

#include <charconv>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t largest_pem = 256u << 10;

// "ADDRESS:PORT"; an IPv6 address in brackets.
Status read_listen(const std::string& text, LinkServerOptions& place) {
    const std::size_t colon = text.rfind(':');
    const bool whole = colon != std::string::npos && colon > 0;
    const std::string port = whole ? text.substr(colon + 1) : "";
    const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), place.port);
    if (!whole || failed != std::errc() || end != port.data() + port.size() || place.port < 0 || place.port > 65535) {
        return fail(ErrorKind::Usage, "--listen " + text,
                    LocalText{"verwacht: een IP-adres en een poort, zoals 127.0.0.1:8470",
                              "expected an IP address and a port, such as 127.0.0.1:8470"},
                    {"Geef beide", "Give both"}, Trouble::WrongInput);
    }
    place.address = text.substr(0, colon);
    if (place.address.starts_with('[') && place.address.ends_with(']'))
        place.address = place.address.substr(1, place.address.size() - 2);
    return {};
}

Result<std::string> read_key(const std::string& file) {
    RETURN_IF_ERROR(expect_file(file));
    if (others_may_use(file)) {
        const std::string typed = making_private(file);
        return fail(ErrorKind::Refused, file,
                    LocalText{"anderen dan de eigenaar mogen deze sleutel lezen of wijzigen",
                              "others than its owner may read or change this key"},
                    LocalText{fmt::format("Geef: {}", typed), fmt::format("Use: {}", typed)}, Trouble::NotPrivate);
    }
    return read_input_file(file, largest_pem);
}

// Who listens for all addresses, or behind another, is asked by a name that nobody can guess.
Status expect_names(const ServeOptions& options, const LinkServerOptions& place) {
    const bool all = place.address == "0.0.0.0" || place.address == "::";
    if (!options.hosts.empty() || (!all && !options.behind_proxy)) return {};
    return fail(ErrorKind::Usage, "--host",
                LocalText{"verwacht: de naam waaronder dit in de browser staat, gevonden: niets",
                          "expected the name by which it is in the browser, found nothing"},
                {"Geef bijvoorbeeld --host griffie.voorbeeld.nl", "Give for instance --host griffie.example.nl"},
                Trouble::WrongInput);
}

}  // namespace

Result<LinkServerOptions> listening_place(const ServeOptions& options) {
    LinkServerOptions place;
    RETURN_IF_ERROR(read_listen(options.listen, place));
    place.behind_proxy = options.behind_proxy;
    place.hosts = options.hosts;
    RETURN_IF_ERROR(expect_names(options, place));
    if (!options.certificate.empty()) {
        ASSIGN_OR_RETURN(std::string certificate, read_input_file(options.certificate, largest_pem));
        ASSIGN_OR_RETURN(std::string key, read_key(options.key));
        place.tls = ServerTls{std::move(certificate), std::move(key), options.certificate + ", " + options.key};
    }
    if (!options.page.empty()) {
        ASSIGN_OR_RETURN(place.site, read_site(options.page));
    }
    return place;
}

std::string shown_address(const LinkServerOptions& place, bool encrypted, int port) {
    std::string name = place.hosts.empty() ? place.address : place.hosts.front();
    if (place.hosts.empty() && name.find(':') != std::string::npos) name = "[" + name + "]";
    if (place.behind_proxy) return "https://" + name;
    const bool has_port = !place.hosts.empty() && name.find(':', name.find(']') + 1) != std::string::npos;
    return fmt::format("{}://{}{}", encrypted ? "https" : "http", name, has_port ? "" : fmt::format(":{}", port));
}

}  // namespace hamer
