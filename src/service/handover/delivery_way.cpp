#include "service/handover/delivery_way.h"

#include "codec/journal/refusal_reason.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// "The receiver refused this: “its own reason” (the server answered 422). What to do"
LocalText refusal(const HttpAnswer& answer, Trouble trouble) {
    const TroubleWords words = trouble_words(trouble);
    const std::string reason = refusal_reason(answer.body);
    const std::string quoted = reason.empty() ? "" : ": “" + reason + "”";
    const bool parked = trouble == Trouble::DeliveryRefused;
    const LocalText mend{"Verhelp dat, en lever het daarna opnieuw af", "Mend that, and deliver it again after that"};
    const LocalText& advice = parked && !reason.empty() ? mend : words.advice;
    return {fmt::format("{}{} (de server antwoordde {}). {}", words.problem.nl, quoted, answer.status, advice.nl),
            fmt::format("{}{} (the server answered {}). {}", words.problem.en, quoted, answer.status, advice.en)};
}

}  // namespace

std::string name_of(const Delivery& delivery) { return fmt::format("{}-r{}", delivery.record, delivery.revision); }

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

DeliveryOutcome each_attachment(const DeliveryParts& parts, const IncidentRecord& record, const PutAttachment& put) {
    for (const Attachment& one : record.dossier.value_or(Dossier{}).attachments) {
        if (!is_plain_name(one.sha256)) continue;  // it was erased, or is no hash
        const auto bytes = parts.records.attachment(record.id, one.id);
        // Erased since: the revision tells that it was there.
        if (!bytes && bytes.error().kind == ErrorKind::Refused) continue;
        if (!bytes) return parts.waits_for(bytes.error());
        if (auto done = put(one, *bytes); done.state != DeliveryState::Delivered) return done;
    }
    return delivered();
}

Instant made(const IncidentRecord& record) {
    return record.dossier && record.dossier->completed ? record.dossier->completed->at : record.started.at;
}

DeliveryOutcome outcome_of(const HttpAnswer& answer, Language language) {
    if (answer.status >= 200 && answer.status < 300) return delivered();
    if (answer.status == 0) {
        const Error unreached{ErrorKind::Storage, {}, answer.problem, {}, Trouble::NotReachable};
        return {DeliveryState::Waiting, describe(unreached, language)};
    }
    const bool passing = answer.status >= 500 || answer.status == 408 || answer.status == 409 || answer.status == 429;
    return {passing ? DeliveryState::Waiting : DeliveryState::Parked,
            refusal(answer, passing ? Trouble::DeliveryPutOff : Trouble::DeliveryRefused).in(language),
            answer.retry_after_ms};
}

}  // namespace hamer
