// A record to a case system (ZGW): a zaak for each record, and documents of it for each revision: the report, the
// record itself, and what was added. Each step first asks whether it was done, by a name that is the same at every
// attempt, so that whatever came in between is gone on from. What is there with other contents is a conflict, and is
// left as it is.
#include "base/attempt.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/typed_time.h"
#include "codec/record/zgw_messages.h"
#include "platform/text_file.h"
#include "record/attachments.h"
#include "service/handover/case_system.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// What a document is called tells of no person: neither does a file's own name go along.
ZgwDocument document_of(const DeliveryParts& parts, const IncidentRecord& record, const std::string& name,
                        std::string_view bytes) {
    const std::string& municipality = parts.settings.municipality.name;
    return {.identification = zgw_identification(name),
            .title = {},
            .author = municipality.empty() ? "Hamer" : printable(municipality, 200),
            .media_type = {},
            .file_name = {},
            .description = {},
            .day = calendar_date(made(record)),
            .bytes = bytes,
            .sha256 = sha256_hex(bytes)};
}

Result<DeliveryOutcome> put_revision(CaseSystem& system, const DeliveryParts& parts, const std::string& zaak,
                                     const Delivery& delivery, const IncidentRecord& record, const std::string& body) {
    const std::string name = name_of(delivery);
    const std::string what =
        fmt::format("Incidentdossier van {}, versie {}", shown_day(record.started.at), delivery.revision);
    if (parts.make_report) {
        const auto report = parts.make_report(record);
        if (!report) return parts.waits_for(report.error());
        ZgwDocument document = document_of(parts, record, name + "-pdf", *report);
        document.title = what;
        document.media_type = "application/pdf";
        document.file_name = name + ".pdf";
        document.description = "Om te lezen.";
        // One that is there stays: it was made of the same record, perhaps by an earlier Hamer.
        if (auto put = system.put(zaak, document, false); put.state != DeliveryState::Delivered) return put;
    }
    ZgwDocument document = document_of(parts, record, name, body);
    document.title = what + " (gegevens)";
    document.media_type = "application/json";
    document.file_name = name + ".json";
    document.description = "Om na te rekenen: de hash is die van het register.";
    return system.put(zaak, document, true);
}

DeliveryOutcome put_attachments(CaseSystem& system, const DeliveryParts& parts, const std::string& zaak,
                                const IncidentRecord& record) {
    return each_attachment(parts, record, [&](const Attachment& one, const std::string& bytes) {
        ZgwDocument document = document_of(parts, record, fmt::format("{}-{}", record.id, one.id), bytes);
        document.title = fmt::format("Bijlage {} bij incidentdossier van {}", one.id, shown_day(record.started.at));
        document.media_type = one.type;
        document.file_name = file_name_of(one);
        document.day = calendar_date(one.at);
        return system.put(zaak, document, true);
    });
}

}  // namespace

Result<DeliveryOutcome> deliver_to_case_system(const DeliveryParts& parts, const Delivery& delivery,
                                               const std::string& body) {
    const auto secret = read_secret_file(parts.settings.deliver.zgw->secret_file);
    if (!secret) return parts.waits_for(secret.error());
    ASSIGN_OR_RETURN(const auto record, read_record(body, delivery.record));
    CaseSystem system(parts, *secret);
    const auto zaak = system.zaak({.identification = zgw_identification(record.id),
                                   .description = "Incident van " + shown_day(record.started.at),
                                   .explanation = "Vastgelegd met Hamer. Het dossier is een document van deze zaak.",
                                   .start = calendar_date(record.started.at)});
    if (!zaak) return zaak.error();
    ASSIGN_OR_RETURN(auto put, put_revision(system, parts, *zaak, delivery, record, body));
    if (put.state != DeliveryState::Delivered) return put;
    put = put_attachments(system, parts, *zaak, record);
    if (put.state != DeliveryState::Delivered) return put;
    // Last: who waits for the status finds all that belongs to it.
    return system.begin(*zaak, made(record));
}

}  // namespace hamer
