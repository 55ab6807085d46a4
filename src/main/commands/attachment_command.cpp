// hamer record attach, hamer record attachments: files beside a record.
#include "base/attempt.h"
#include "codec/record/listing_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"

#include <fmt/format.h>

namespace hamer {

namespace {

void list(const std::vector<Attachment>& attachments, Language language) {
    const Say word{language};
    for (const Attachment& one : attachments) {
        if (one.sha256.empty()) {
            say("{}  {}\n", one.id, word("gewist", "erased"));
            continue;
        }
        say("{}  {}  {}  {} {}{}{}\n", one.id, one.name, one.type, one.size, word("bytes", "bytes"),
            one.remark.empty() ? "" : "  ", one.remark);
    }
}

}  // namespace

int record_attach_command(const CommonOptions& common, const std::string& id, const std::string& file,
                          const std::string& remark) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto saved, service.attach(id, file, remark));
        say("{}\n", saved.record.dossier->attachments.back().id);
        return 0;
    });
}

int record_attachments_command(const CommonOptions& common, const std::string& id, const std::string& attachment,
                               const std::string& file, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        if (attachment.empty() != (file == "-")) {
            return fail(ErrorKind::Usage, "hamer record attachments",
                        LocalText{"bij een bijlage hoort een bestand", "an attachment goes with a file"},
                        {"Geef haar id en -o BESTAND, of geen van beide", "Give its id and -o FILE, or neither"},
                        Trouble::WrongInput);
        }
        if (attachment.empty()) {
            ASSIGN_OR_RETURN(const auto record, service.look(id));
            const auto all = record.dossier ? record.dossier->attachments : std::vector<Attachment>{};
            if (format == Format::Json)
                say_json(as_json(all));
            else
                list(all, service.options().language);
            return 0;
        }
        RETURN_IF_ERROR(may_write_output_file(common, file));
        ASSIGN_OR_RETURN(const auto bytes, service.attachment(id, attachment));
        RETURN_IF_ERROR(write_paper(common, service.options().data, {.file = file, .record = id}, bytes));
        return 0;
    });
}

}  // namespace hamer
