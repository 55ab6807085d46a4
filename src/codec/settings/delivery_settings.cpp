#include "codec/settings/delivery_settings.h"

#include "base/uri.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hamer {

namespace {

// A connection that others can listen to is good for this machine alone.
bool is_safe(const std::string& url) {
    if (url.starts_with("https://")) return true;
    for (const char* own : {"http://127.0.0.1:", "http://127.0.0.1/", "http://[::1]:", "http://[::1]/"}) {
        if (url.starts_with(own)) return true;
    }
    return false;
}

// Where something of the record goes, or what names something there.
std::string read_address(const Cursor& at) {
    std::string url = at.string(2000);
    if (!is_safe(url)) at.fail("expected an address that begins with https://", "Deliver over an encrypted connection");
    check_address(at, url);
    if (url.find('@') != std::string::npos) {
        at.fail("expected an address without user and password", "Put a secret in a file of its own");
    }
    return url;
}

// CloudEvents 1.0 asks for a URI reference, and a receiver may refuse every event that has none.
void check_source(const Cursor& at, const std::string& source) {
    if (source.empty() || !is_uri_reference(source)) {
        at.fail(LocalText{"verwacht: een URI die zegt wie er afzendt, zonder spaties, zoals "
                          "urn:nld:oin:00000001234567890000:systeem:hamer",
                          "expected a URI that says who sends, without spaces, such as "
                          "urn:nld:oin:00000001234567890000:systeem:hamer"},
                LocalText{"Neem het OIN van de gemeente, of een webadres van haar",
                          "Take the municipality's OIN, or a web address of hers"});
    }
}

int read_timeout(const Cursor& at, int otherwise) {
    return at.has("timeout_seconds") ? static_cast<int>(at.at("timeout_seconds").integer(1, 600)) : otherwise;
}

HttpsTarget read_https(const Cursor& at) {
    at.keys({"url", "source"}, {"token_file", "ca_file", "timeout_seconds"});
    HttpsTarget target{read_address(at.at("url")), at.at("source").string(300), at.string_or("token_file", {}),
                       at.string_or("ca_file", {})};
    target.timeout_seconds = read_timeout(at, target.timeout_seconds);
    check_source(at.at("source"), target.source);
    return target;
}

// Nine digits, of which nine times the first, eight times the second and so on, less the last, is a multiple of eleven:
// what the case system checks too.
bool is_rsin(std::string_view text) {
    const bool digits = text.size() == 9 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return false;
    int sum = 0;
    for (int place = 0; place < 8; ++place) sum += (9 - place) * (text[static_cast<std::size_t>(place)] - '0');
    return (sum - (text.back() - '0')) % 11 == 0;
}

constexpr std::array<std::string_view, 8> confidentialities = {
    "openbaar",      "beperkt_openbaar", "intern", "zaakvertrouwelijk",
    "vertrouwelijk", "confidentieel",    "geheim", "zeer_geheim"};

std::string read_confidentiality(const Cursor& at) {
    std::string word = at.string(40);
    if (std::ranges::find(confidentialities, word) == confidentialities.end()) {
        at.fail(
            LocalText{"verwacht: openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, "
                      "confidentieel, geheim of zeer_geheim",
                      "expected openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, "
                      "confidentieel, geheim or zeer_geheim"});
    }
    return word;
}

// The base of an API, to which "/zaken" comes.
std::string read_api(const Cursor& at) {
    std::string url = read_address(at);
    if (url.find_first_of("?#") != std::string::npos)
        at.fail(
            LocalText{"verwacht: het adres van de API zelf, zoals https://zaaksysteem.example.nl/zaken/api/v1",
                      "expected the address of the API itself, such as https://zaaksysteem.example.nl/zaken/api/v1"});
    while (url.ends_with('/')) url.pop_back();
    return url;
}

// What is of which kind, by its address in the Catalogi API; the standard has room for so many characters.
std::string read_type(const Cursor& at, std::size_t longest) {
    (void)at.string(longest);
    return read_address(at);
}

std::string read_filled(const Cursor& at) {
    std::string text = at.string();
    if (text.empty()) at.fail(LocalText{"verwacht: een tekst die niet leeg is", "expected a text that is not empty"});
    return text;
}

ZgwTarget read_zgw(const Cursor& at) {
    at.keys({"zaken", "documenten", "rsin", "zaaktype", "informatieobjecttype", "client_id", "secret_file"},
            {"statustype", "vertrouwelijkheidaanduiding", "ca_file", "timeout_seconds"});
    ZgwTarget target;
    target.zaken = read_api(at.at("zaken"));
    target.documenten = read_api(at.at("documenten"));
    target.rsin = at.at("rsin").string(20);
    if (!is_rsin(target.rsin)) {
        at.at("rsin").fail(LocalText{"verwacht: een RSIN, negen cijfers die aan de elfproef voldoen",
                                     "expected an RSIN: nine digits that pass the check modulo eleven"},
                           LocalText{"Het RSIN van de gemeente staat in het Handelsregister",
                                     "The municipality's RSIN is in the trade register"});
    }
    target.zaaktype = read_type(at.at("zaaktype"), 1000);
    target.informatieobjecttype = read_type(at.at("informatieobjecttype"), 200);
    if (at.has("statustype")) target.statustype = read_type(at.at("statustype"), 1000);
    if (at.has("vertrouwelijkheidaanduiding"))
        target.confidentiality = read_confidentiality(at.at("vertrouwelijkheidaanduiding"));
    target.client_id = read_filled(at.at("client_id"));
    target.secret_file = read_filled(at.at("secret_file"));
    target.ca_file = at.string_or("ca_file", {});
    target.timeout_seconds = read_timeout(at, target.timeout_seconds);
    return target;
}

}  // namespace

void check_address(const Cursor& at, const std::string& url) {
    const std::string_view host = std::string_view(url).substr(std::min(url.find("//"), url.size()));
    if (!is_uri_reference(url) || host.size() < 3 || host[2] == '/' || host[2] == ':') {
        at.fail(LocalText{"verwacht: een adres zoals https://zaken.example.nl/dossiers, zonder spaties",
                          "expected an address such as https://zaken.example.nl/dossiers, without spaces"},
                LocalText{"Verbeter het adres; een bijzonder teken wordt %xx", "Mend it; a special character is %xx"});
    }
}

DeliveryTargets read_delivery_targets(const Cursor& at) {
    at.keys({}, {"folder", "https", "zgw"});
    DeliveryTargets targets;
    targets.folder = at.string_or("folder", {});
    if (at.has("https")) targets.https = read_https(at.at("https"));
    if (at.has("zgw")) targets.zgw = read_zgw(at.at("zgw"));
    return targets;
}

}  // namespace hamer
