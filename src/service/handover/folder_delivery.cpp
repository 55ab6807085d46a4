// A record to a folder that another program reads: its report, what was added to it, and then the record itself.
#include "base/attempt.h"
#include "journal/durable.h"
#include "record/attachments.h"
#include "service/handover/delivery_way.h"

#include <fmt/format.h>

namespace hamer {

namespace {

DeliveryOutcome put_file(const DeliveryParts& parts, const std::filesystem::path& path, const std::string& bytes) {
    const auto there = parts.files.read(path);
    if (!there) return parts.waits_for(there.error());
    if (*there) {
        if (**there == bytes) return delivered();
        return parts.parked(
            {fmt::format("{} is er al, met een andere inhoud. Hamer liet het zoals het was.", path.string()),
             fmt::format("{} is there already, with other contents; it was left as it is", path.string())});
    }
    if (auto put = replace_file(parts.files, path, bytes); !put) return parts.waits_for(put.error());
    return delivered();
}

// One that is there stays: it was made of the same record, perhaps by an earlier Hamer.
std::optional<Error> put_report(const DeliveryParts& parts, const std::filesystem::path& path, const Delivery& delivery,
                                const std::string& body) {
    if (!parts.make_report) return std::nullopt;
    const auto there = parts.files.look(path);
    if (!there) return there.error();
    if (*there) return std::nullopt;
    const auto record = read_record(body, delivery.record);
    if (!record) return record.error();
    const auto report = parts.make_report(*record);
    if (!report) return report.error();
    if (auto put = replace_file(parts.files, path, *report); !put) return put.error();
    return std::nullopt;
}

// Each under its hash: the same at each attempt, and for each revision that has it.
DeliveryOutcome put_attachments(const DeliveryParts& parts, const std::filesystem::path& folder,
                                const Delivery& delivery, const std::string& body) {
    const auto record = read_record(body, delivery.record);
    if (!record) return parts.waits_for(record.error());
    return each_attachment(parts, *record, [&](const Attachment& one, const std::string& bytes) {
        const std::string ending = std::filesystem::path(file_name_of(one)).extension().string();
        return put_file(parts, folder / (one.sha256 + ending), bytes);
    });
}

}  // namespace

Result<DeliveryOutcome> deliver_to_folder(const DeliveryParts& parts, const Delivery& delivery,
                                          const std::string& body) {
    const std::string name = name_of(delivery);
    if (!is_plain_name(name))
        return parts.parked(
            {"De naam van dit dossier kan geen bestandsnaam zijn.", "this record's id cannot be the name of a file"});
    const std::filesystem::path folder = parts.data / parts.settings.deliver.folder;
    // Never made here: where a share is not mounted, its folder is missing, and a record must not go to an empty place.
    const auto there = parts.files.look(folder);
    if (!there) return parts.waits_for(there.error());
    if (!*there)
        return DeliveryOutcome{
            DeliveryState::Waiting,
            LocalText{fmt::format("De map {} is er niet. Hamer wacht tot die er is.", folder.string()),
                      fmt::format("there is no folder {}", folder.string())}
                .in(parts.settings.language)};
    // The report first: whoever watches the folder finds it there when the record appears.
    if (const auto problem = put_report(parts, folder / (name + ".pdf"), delivery, body))
        return parts.waits_for(*problem);
    if (auto put = put_attachments(parts, folder, delivery, body); put.state != DeliveryState::Delivered) return put;
    return put_file(parts, folder / (name + ".json"), body);
}

}  // namespace hamer
