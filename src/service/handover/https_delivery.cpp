// A record to a server of the municipality's, as an event.
#include "base/attempt.h"
#include "codec/record/cloud_event.h"
#include "platform/text_file.h"
#include "service/handover/delivery_way.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t longest_answer = 1u << 16;  // bytes; what it says in words stands in its beginning

}  // namespace

Result<DeliveryOutcome> deliver_over_https(const DeliveryParts& parts, const Delivery& delivery,
                                           const std::string& body) {
    const HttpsTarget& target = *parts.settings.deliver.https;
    const std::string id = name_of(delivery);
    // The same bytes at each attempt, so that the server can compare them: the time is that of the record.
    ASSIGN_OR_RETURN(const auto record, read_record(body, delivery.record));
    ASSIGN_OR_RETURN(auto event, cloud_event(body, id, delivery.record, target.source, made(record)));
    HttpRequest request{.url = target.url, .headers = {}, .body = std::move(event), .ca_file = target.ca_file};
    request.stop = parts.stop;
    request.total_ms = 1000L * target.timeout_seconds;
    request.keep_bytes = longest_answer;
    request.headers = {fmt::format("Content-Type: {}; charset=utf-8", event_media_type),
                       fmt::format("Idempotency-Key: \"{}\"", id)};
    if (!target.token_file.empty()) {
        const auto token = read_secret_file(target.token_file);
        if (!token) return parts.waits_for(token.error());
        request.headers.push_back("Authorization: Bearer " + *token);
    }
    return outcome_of(ask(request), parts.settings.language);
}

}  // namespace hamer
