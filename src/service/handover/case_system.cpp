#include "service/handover/case_system.h"

#include "base/attempt.h"
#include "base/uri.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t longest_answer = 1u << 20;  // bytes; a zaak names all that it has

std::string question(const std::string& url, const ZgwFields& name) {
    std::string made;
    for (const auto& [key, value] : name) {
        made += fmt::format("{}{}={}", made.empty() ? "?" : "&", key, percent_encoded(value));
    }
    return url + made;
}

}  // namespace

CaseSystem::CaseSystem(const DeliveryParts& parts, std::string secret)
    : parts_(parts), target_(*parts.settings.deliver.zgw), secret_(std::move(secret)) {}

Answered<std::string> CaseSystem::zaak(const ZgwZaak& zaak) const {
    const Shelf shelf{target_.zaken + "/zaken",
                      {{"identificatie", zaak.identification}, {"bronorganisatie", target_.rsin}}};
    ASSIGN_OR_RETURN(auto found, find_or_make(shelf, [&] { return zaak_json(zaak, target_); }));
    return std::move(found.url);
}

DeliveryOutcome CaseSystem::put(const std::string& zaak, const ZgwDocument& document, bool compare) const {
    const Shelf shelf{target_.documenten + "/enkelvoudiginformatieobjecten",
                      {{"identificatie", document.identification}, {"bronorganisatie", target_.rsin}}};
    const auto found = find_or_make(shelf, [&] { return document_json(document, target_); });
    if (!found) return found.error();
    if (compare && found->sha256 != document.sha256) {
        return parts_.parked(
            {fmt::format(
                 "Het zaaksysteem heeft al een document {} met een andere inhoud. Hamer liet het zoals het was.",
                 document.identification),
             fmt::format("the case system has a document {} already, with other contents; it was left as it is",
                         document.identification)});
    }
    const Shelf links{target_.zaken + "/zaakinformatieobjecten", {{"zaak", zaak}, {"informatieobject", found->url}}};
    const auto linked = find_or_make(links, [&] { return link_json(zaak, found->url, document.title); });
    return linked ? delivered() : linked.error();
}

DeliveryOutcome CaseSystem::begin(const std::string& zaak, Instant set) const {
    if (target_.statustype.empty()) return delivered();
    const Shelf shelf{target_.zaken + "/statussen", {{"zaak", zaak}}};
    const auto found = find_or_make(shelf, [&] { return status_json(zaak, target_.statustype, set); });
    return found ? delivered() : found.error();
}

HttpAnswer CaseSystem::send(HttpMethod method, const std::string& url, std::string body) const {
    HttpRequest request{.url = url, .headers = {}, .body = std::move(body), .ca_file = target_.ca_file};
    request.method = method;
    request.stop = parts_.stop;
    request.total_ms = 1000L * target_.timeout_seconds;
    request.keep_bytes = longest_answer;
    request.headers = {"Accept: application/json",
                       "Authorization: Bearer " + zgw_token(target_.client_id, secret_, parts_.clock.now().at),
                       "Accept-Crs: EPSG:4326", "Content-Crs: EPSG:4326"};
    if (method == HttpMethod::Post) request.headers.emplace_back("Content-Type: application/json");
    return ask(request);
}

Answered<std::optional<ZgwFound>> CaseSystem::find(const Shelf& shelf) const {
    const HttpAnswer answer = send(HttpMethod::Get, question(shelf.url, shelf.name), {});
    if (auto outcome = outcome_of(answer, parts_.settings.language); outcome.state != DeliveryState::Delivered)
        return tl::unexpected(std::move(outcome));
    auto found = read_zgw_list(answer.body, shelf.name, shelf.url);
    if (!found) return not_understood(found.error());
    return std::move(*found);
}

Answered<ZgwFound> CaseSystem::find_or_make(const Shelf& shelf, const std::function<std::string()>& body) const {
    ASSIGN_OR_RETURN(auto found, find(shelf));
    if (found) return std::move(*found);
    const HttpAnswer answer = send(HttpMethod::Post, shelf.url, body());
    if (auto outcome = outcome_of(answer, parts_.settings.language); outcome.state != DeliveryState::Delivered) {
        // Another desk may have made it meanwhile, and then this one is no longer unique.
        if (answer.status != 400) return tl::unexpected(std::move(outcome));
        ASSIGN_OR_RETURN(auto made, find(shelf));
        if (made) return std::move(*made);
        return tl::unexpected(std::move(outcome));
    }
    auto made = read_zgw_made(answer.body, shelf.url);
    if (!made) return not_understood(made.error());
    return std::move(*made);
}

tl::unexpected<DeliveryOutcome> CaseSystem::not_understood(const Error& error) const {
    return tl::unexpected(DeliveryOutcome{DeliveryState::Parked, describe(error, parts_.settings.language)});
}

}  // namespace hamer
