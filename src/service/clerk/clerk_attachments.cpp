// Files beside a record, in the clerk's hands.
#include "base/attempt.h"
#include "base/text.h"
#include "base/typed_time.h"
#include "platform/input_file.h"
#include "platform/zone.h"
#include "record/attachments.h"
#include "service/clerk/clerk_service.h"
#include "service/store/draft_folder.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_remark = 2000;

std::size_t most_attached(const Settings& settings) {
    return static_cast<std::size_t>(settings.attachment_megabytes) << 20U;
}

// What was typed in the record, and is not saved, names it too.
Status erase_in_draft(FileSystem& files, const std::filesystem::path& data, const std::string& record,
                      const std::string& attachment) {
    ASSIGN_OR_RETURN(auto draft, find_draft(files, data, record));
    if (!draft) return {};
    for (Attachment& one : draft->dossier.attachments) {
        if (one.id == attachment) one = erased(one);
    }
    return keep_draft(files, data, *draft);
}

}  // namespace

Result<SavedRecord> ClerkService::attach(const std::string& id, const std::filesystem::path& file,
                                         const std::string& remark) {
    progress_->begin({"Bestand lezen", "Reading the file"});
    ASSIGN_OR_RETURN(const std::string bytes, read_input_file(file, most_attached(options_.settings)));
    if (bytes.empty()) {
        return fail(ErrorKind::Refused, file.string(), LocalText{"dit bestand is leeg", "this file is empty"},
                    {"Kies een ander bestand", "Choose another file"}, Trouble::WrongInput);
    }
    RETURN_IF_ERROR(progress_->go_on());
    return put_attachment(id,
                          {.name = printable(file.filename().string(), longest_name),
                           .type = std::string(media_type_of(bytes)),
                           .remark = printable(remark, longest_remark)},
                          bytes);
}

Result<SavedRecord> ClerkService::attach_picture(const std::string& id, const std::string& picture) {
    const Say say{options_.language};
    const std::size_t most = most_attached(options_.settings);
    if (media_type_of(picture) != "image/png" || picture.size() > most) {
        return fail(ErrorKind::Refused, std::string(say("klembord", "clipboard")),
                    picture.size() > most ? LocalText{"deze afbeelding is te groot", "this picture is too large"}
                                          : LocalText{"dit is geen afbeelding", "this is no picture"},
                    {"Bewaar haar als bestand, en voeg dat toe", "Save it as a file, and add that"},
                    Trouble::WrongInput);
    }
    const Instant at = in_zone(now(), SystemZone());
    std::string time = shown_time(at);
    std::ranges::replace(time, ':', '.');  // as the name of a file may have it
    return put_attachment(
        id,
        {.name = fmt::format("{} {} {}.png", say("Afbeelding", "Picture"), shown_day(at), time), .type = "image/png"},
        picture);
}

Result<SavedRecord> ClerkService::put_attachment(const std::string& id, Attachment attachment,
                                                 const std::string& bytes) {
    progress_->finish({"Bewaren", "Saving"});
    attachment.at = now();
    attachment.by = options_.user;
    auto saved = register_.attach(id, std::move(attachment), bytes, now());
    if (!saved) return saved;
    RETURN_IF_ERROR(note("attach", id));
    return saved;
}

Result<std::string> ClerkService::attachment(const std::string& id, const std::string& attachment) {
    auto bytes = register_.attachment(id, attachment);
    if (!bytes) return bytes;
    RETURN_IF_ERROR(note("export", id));
    return bytes;
}

Result<std::filesystem::path> ClerkService::write_attachment(const IncidentRecord& record,
                                                             const std::string& attachment,
                                                             const std::filesystem::path& to) {
    const Attachment* one = record.dossier ? record.dossier->attachment(attachment) : nullptr;
    ASSIGN_OR_RETURN(const auto bytes, this->attachment(record.id, attachment));
    progress_->finish({"Wegschrijven", "Writing it"});
    const std::string name = file_name_of(one ? *one : Attachment{.id = attachment});
    return put_report(to, name, {.record = record.id, .revision = record.revision}, bytes);
}

Result<Erasure> ClerkService::erase_attachment(const std::string& id, const std::string& attachment) {
    progress_->finish({"Wissen", "Erasing"});
    ASSIGN_OR_RETURN(const auto record, register_.record(id));
    RETURN_IF_ERROR(check_not_held(id, record.source.session));
    RETURN_IF_ERROR(mark_stale(*files_, options_.data, id, record.source.session));
    RETURN_IF_ERROR(erase_reports(*files_, options_.data, id));
    RETURN_IF_ERROR(erase_in_draft(*files_, options_.data, id, attachment));
    return register_.erase_attachment(id, attachment, options_.user, now());
}

}  // namespace hamer
