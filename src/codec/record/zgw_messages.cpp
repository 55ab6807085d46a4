#include "codec/record/zgw_messages.h"

#include "base/attempt.h"
#include "base/base64.h"
#include "base/sha256.h"
#include "base/uri.h"
#include "codec/json/parse.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hamer {

namespace {

constexpr std::size_t longest_identification = 40;
constexpr std::size_t longest_url = 1000;

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

tl::unexpected<Error> not_of_the_standard(const std::string& where) {
    return fail(
        ErrorKind::Refused, where,
        LocalText{"het antwoord is er geen van een zaaksysteem (ZGW)", "the answer is none of a case system (ZGW)"},
        LocalText{"Kijk de adressen bij deliver.zgw in de instellingen na",
                  "Check the addresses at deliver.zgw in the settings"});
}

Result<ZgwFound> found_in(const Json& thing, const std::string& where) {
    const auto url = thing.is_object() ? thing.find("url") : thing.end();
    if (!thing.is_object() || url == thing.end() || !url->is_string()) return not_of_the_standard(where);
    ZgwFound found{url->get<std::string>(), {}};
    const bool is_address =
        found.url.starts_with("http") && found.url.size() <= longest_url && is_uri_reference(found.url);
    if (!is_address) return not_of_the_standard(where);
    const auto integrity = thing.find("integriteit");
    if (integrity == thing.end() || !integrity->is_object()) return found;
    const auto algorithm = integrity->find("algoritme");
    const auto value = integrity->find("waarde");
    const bool is_sha256 = algorithm != integrity->end() && *algorithm == "sha_256" && value != integrity->end();
    if (is_sha256 && value->is_string()) found.sha256 = value->get<std::string>();
    return found;
}

bool has(const Json& thing, const ZgwFields& fields) {
    return thing.is_object() && std::ranges::all_of(fields, [&](const auto& field) {
               const auto found = thing.find(field.first);
               return found != thing.end() && found->is_string() && found->template get<std::string>() == field.second;
           });
}

}  // namespace

std::string zgw_identification(const std::string& name) {
    return name.size() <= longest_identification ? name : sha256_hex(name).substr(0, longest_identification);
}

std::string zaak_json(const ZgwZaak& zaak, const ZgwTarget& target) {
    return text_of({{"identificatie", zaak.identification},
                    {"bronorganisatie", target.rsin},
                    {"verantwoordelijkeOrganisatie", target.rsin},
                    {"omschrijving", zaak.description},
                    {"toelichting", zaak.explanation},
                    {"zaaktype", target.zaaktype},
                    {"startdatum", zaak.start},
                    {"vertrouwelijkheidaanduiding", target.confidentiality}});
}

std::string document_json(const ZgwDocument& document, const ZgwTarget& target) {
    Json json = {{"identificatie", document.identification},
                 {"bronorganisatie", target.rsin},
                 {"creatiedatum", document.day},
                 {"titel", document.title},
                 {"vertrouwelijkheidaanduiding", target.confidentiality},
                 {"auteur", document.author},
                 {"status", "definitief"},
                 {"formaat", document.media_type},
                 {"taal", "nld"},
                 {"bestandsnaam", document.file_name},
                 {"bestandsomvang", document.bytes.size()},
                 {"beschrijving", document.description},
                 // A zaak cannot be closed while a document leaves open whether rights of others rest on it.
                 {"indicatieGebruiksrecht", false},
                 {"integriteit", {{"algoritme", "sha_256"}, {"waarde", document.sha256}, {"datum", document.day}}},
                 {"informatieobjecttype", target.informatieobjecttype}};
    json["inhoud"] = to_base64(document.bytes);
    return text_of(json);
}

std::string link_json(const std::string& zaak, const std::string& document, const std::string& title) {
    return text_of({{"informatieobject", document}, {"zaak", zaak}, {"titel", title}});
}

std::string status_json(const std::string& zaak, const std::string& type, Instant set) {
    return text_of({{"zaak", zaak}, {"statustype", type}, {"datumStatusGezet", to_rfc3339(set)}});
}

std::string zgw_token(const std::string& client_id, std::string_view secret, Instant now) {
    const Json header = {{"typ", "JWT"}, {"alg", "HS256"}, {"client_identifier", client_id}};
    const Json claims = {{"iss", client_id},
                         {"iat", now.milliseconds / 1000},
                         {"client_id", client_id},
                         {"user_id", "hamer"},
                         {"user_representation", "Hamer"}};
    const std::string head = to_base64url(text_of(header)) + "." + to_base64url(text_of(claims));
    return head + "." + to_base64url(hmac_sha256(secret, head));
}

Result<ZgwFound> read_zgw_made(std::string_view answer, const std::string& where) {
    const auto json = parse_json(answer, where);
    return json ? found_in(*json, where) : not_of_the_standard(where);
}

Result<std::optional<ZgwFound>> read_zgw_list(std::string_view answer, const ZgwFields& fields,
                                              const std::string& where) {
    const auto json = parse_json(answer, where);
    if (!json) return not_of_the_standard(where);
    const Json* list = &*json;
    if (list->is_object()) {
        const auto results = list->find("results");
        if (results == list->end()) return not_of_the_standard(where);
        list = &*results;
    }
    if (!list->is_array()) return not_of_the_standard(where);
    for (const Json& one : *list) {
        if (!has(one, fields)) continue;
        ASSIGN_OR_RETURN(auto found, found_in(one, where));
        return std::optional(std::move(found));
    }
    return std::nullopt;
}

}  // namespace hamer
