#include "service/clerk/dossier_requests.h"

#include "base/attempt.h"
#include "codec/record/record_texts.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"
#include "service/store/drafts.h"

#include <utility>

namespace hamer {

namespace {

Result<ErasedRecord> erase_in(ClerkService& service, const std::string& id) {
    // Asked while it is still known what was made of it.
    ASSIGN_OR_RETURN(auto made, service.named({}, id));
    ASSIGN_OR_RETURN(auto erased, service.erase_record(id));
    return ErasedRecord{std::move(made), std::move(erased)};
}

Result<ErasedPerson> erase_person_in(ClerkService& service, const std::string& id, const std::string& person) {
    ASSIGN_OR_RETURN(auto names, service.names_of(id, person));
    ASSIGN_OR_RETURN(auto elsewhere, service.names_elsewhere(id, person));
    ASSIGN_OR_RETURN(auto erased, service.erase_person(id, person));
    ASSIGN_OR_RETURN(auto record, service.open_record(id));
    return ErasedPerson{std::move(names), std::move(elsewhere), std::move(erased), std::move(record)};
}

// A draft goes by way of who keeps drafts: it may have a later one than the disk.
Result<Erasure> clear_in(ClerkService& service, const std::shared_ptr<Drafts>& drafts, const NamedPlace& place,
                         const NameForms& names) {
    if (place.kind != NamedPlace::Kind::Draft || !drafts) return service.clear(place, names);
    ASSIGN_OR_RETURN(const auto draft, drafts->find(place.id));
    if (!draft) return Erasure{};
    ASSIGN_OR_RETURN(auto rest, without_person(*draft, {}, names, NameForms::Match::WithSurname));
    drafts->keep(std::move(rest));
    return Erasure{.texts = 1};
}

}  // namespace

DossierRequests::DossierRequests(ClerkWorker& clerk, std::shared_ptr<Drafts> drafts)
    : clerk_(clerk), drafts_(std::move(drafts)) {}

DossierRequests::~DossierRequests() = default;

void DossierRequests::lists(const WantedLists& wanted, Then<ReadLists> then) {
    clerk_.ask<ReadLists>(
        [wanted, drafts = drafts_](ClerkService& service) {
            auto read = service.lists(wanted);
            if (!read || !drafts) return read;
            auto with_draft = drafts->records();
            if (with_draft)
                read->drafts = *std::move(with_draft);
            else
                read->problem = with_draft.error();
            return read;
        },
        std::move(then));
}

void DossierRequests::open(const std::string& id, Then<OpenedRecord> then) {
    clerk_.ask<OpenedRecord>(
        [id, drafts = drafts_](ClerkService& service) {
            return service.open_record(id, drafts ? drafts->find(id) : std::optional<Draft>());
        },
        std::move(then));
}

void DossierRequests::open_meeting(const std::string& session, Then<OpenedMeeting> then) {
    clerk_.ask<OpenedMeeting>([session](ClerkService& service) { return service.open_meeting(session); },
                              std::move(then));
}

void DossierRequests::compare(const std::string& id, int from, int to, Then<ComparedRevisions> then) {
    clerk_.ask<ComparedRevisions>([id, from, to](ClerkService& service) { return service.compare(id, from, to); },
                                  std::move(then));
}

void DossierRequests::find_name(const std::string& name, Then<std::vector<RecordSummary>> then) {
    constexpr int most = 20;
    clerk_.ask<std::vector<RecordSummary>>([name](ClerkService& service) { return service.search(name, most); },
                                           std::move(then));
}

void DossierRequests::save(TypedRecord typed, Then<OpenedRecord> then) {
    clerk_.ask<OpenedRecord>([typed = std::move(typed)](ClerkService& service) { return service.save(typed); },
                             std::move(then));
}

void DossierRequests::complete(TypedRecord typed, TypedSince since, Then<OpenedRecord> then) {
    clerk_.ask<OpenedRecord>(
        [typed = std::move(typed), since](ClerkService& service) { return service.complete(typed, since); },
        std::move(then));
}

void DossierRequests::tick_off(const DueDuty& duty, Then<StoredRecord> then) {
    clerk_.ask<StoredRecord>(
        [duty](ClerkService& service) {
            const DutyDone done{duty.kind, duty.person, service.now(), service.options().user, ""};
            return service.tick_off(duty.record, done);
        },
        std::move(then));
}

void DossierRequests::begin(ReportedIncident incident, Then<StoredRecord> then) {
    clerk_.ask<StoredRecord>(
        [incident = std::move(incident)](ClerkService& service) { return service.report(incident); }, std::move(then));
}

void DossierRequests::import(const std::filesystem::path& bundle, Then<std::uint64_t> then) {
    clerk_.ask<std::uint64_t>(
        [bundle](ClerkService& service) -> Result<std::uint64_t> {
            ASSIGN_OR_RETURN(const auto taken, service.import(bundle));
            return taken.entries;
        },
        std::move(then));
}

void DossierRequests::deliver_again(Then<int> then) {
    clerk_.ask<int>([](ClerkService& service) { return service.retry(); }, std::move(then));
}

void DossierRequests::erase(const std::string& id, Then<ErasedRecord> then) {
    clerk_.ask<ErasedRecord>([id](ClerkService& service) { return erase_in(service, id); }, std::move(then));
}

void DossierRequests::erase_person(const std::string& id, const std::string& person, Then<ErasedPerson> then) {
    clerk_.ask<ErasedPerson>([id, person](ClerkService& service) { return erase_person_in(service, id, person); },
                             std::move(then));
}

void DossierRequests::past_retention(int limit, Then<PastRetention> then) {
    clerk_.ask<PastRetention>([limit](ClerkService& service) { return service.old_and_held(limit); }, std::move(then));
}

void DossierRequests::destroy(std::set<std::string> records, FilePlace statement, Then<DestroyedOld> then) {
    clerk_.ask<DestroyedOld>(
        [records = std::move(records), to = std::move(statement)](ClerkService& service) -> Result<DestroyedOld> {
            if (to.taken == FilePlace::Taken::OnlyNew) {
                RETURN_IF_ERROR(service.check_free(to.file));
            }
            return service.destroy_past_retention(records, [&](const Document& document, Instant at) {
                return service.put_statement(document, at, to.file);
            });
        },
        std::move(then));
}

void DossierRequests::named(const NameForms& names, const std::string& of_record, Then<NamedElsewhere> then) {
    clerk_.ask<NamedElsewhere>([names, of_record](ClerkService& service) { return service.named(names, of_record); },
                               std::move(then));
}

void DossierRequests::clear(const NamedPlace& place, const NameForms& names, Then<Erasure> then) {
    clerk_.ask<Erasure>(
        [place, names, drafts = drafts_](ClerkService& service) { return clear_in(service, drafts, place, names); },
        std::move(then));
}

void DossierRequests::write(FilePlace to, FileWork work, ThenFile then) {
    clerk_.ask<std::filesystem::path>(
        [to = std::move(to), work = std::move(work)](ClerkService& service) -> Result<std::filesystem::path> {
            if (to.taken == FilePlace::Taken::OnlyNew) {
                RETURN_IF_ERROR(service.check_free(to.file));
            }
            return work(service, to.file);
        },
        std::move(then));
}

void DossierRequests::write_report(const std::string& id, int revision, PaperFor reader, FilePlace to, ThenFile then) {
    const auto work = [id, revision, reader](ClerkService& service, const auto& file) -> Result<std::filesystem::path> {
        ASSIGN_OR_RETURN(const auto record, service.look(id, revision));
        return service.write_report(record, file, reader);
    };
    write(std::move(to), work, std::move(then));
}

void DossierRequests::write_letter(const std::string& id, int revision, AskedLetter asked, FilePlace to,
                                   Then<MadeLetter> then) {
    clerk_.ask<MadeLetter>(
        [id, revision, asked = std::move(asked), to = std::move(to)](ClerkService& service) -> Result<MadeLetter> {
            if (to.taken == FilePlace::Taken::OnlyNew) {
                RETURN_IF_ERROR(service.check_free(to.file));
            }
            ASSIGN_OR_RETURN(const auto record, service.look(id, revision));
            return service.write_letter(record, asked, to.file);
        },
        std::move(then));
}

void DossierRequests::write_calendar(FilePlace to, ThenFile then) {
    write(
        std::move(to), [](ClerkService& service, const auto& file) { return service.write_calendar(file); },
        std::move(then));
}

void DossierRequests::write_cases(int year, FilePlace to, ThenFile then) {
    write(
        std::move(to), [year](ClerkService& service, const auto& file) { return service.write_cases(year, file); },
        std::move(then));
}

void DossierRequests::prepare_meeting(const std::string& id, Then<PreparedMeeting> then) {
    clerk_.ask<PreparedMeeting>([id](ClerkService& service) { return service.prepare_meeting(id); }, std::move(then));
}

void DossierRequests::attach(const std::string& id, const std::filesystem::path& file, Then<OpenedRecord> then) {
    clerk_.ask<OpenedRecord>(
        [id, file](ClerkService& service) -> Result<OpenedRecord> {
            RETURN_IF_ERROR(without_value(service.attach(id, file)));
            return service.open_record(id);
        },
        std::move(then));
}

void DossierRequests::attach_picture(const std::string& id, std::string picture, Then<OpenedRecord> then) {
    clerk_.ask<OpenedRecord>(
        [id, picture = std::move(picture)](ClerkService& service) -> Result<OpenedRecord> {
            RETURN_IF_ERROR(without_value(service.attach_picture(id, picture)));
            return service.open_record(id);
        },
        std::move(then));
}

void DossierRequests::write_attachment(const std::string& id, const std::string& attachment, FilePlace to,
                                       ThenFile then) {
    const auto work = [id, attachment](ClerkService& service, const auto& file) -> Result<std::filesystem::path> {
        ASSIGN_OR_RETURN(const auto record, service.look(id));
        return service.write_attachment(record, attachment, file);
    };
    write(std::move(to), work, std::move(then));
}

void DossierRequests::erase_attachment(const std::string& id, const std::string& attachment,
                                       Then<ErasedAttachment> then) {
    clerk_.ask<ErasedAttachment>(
        [id, attachment](ClerkService& service) -> Result<ErasedAttachment> {
            ASSIGN_OR_RETURN(auto erased, service.erase_attachment(id, attachment));
            ASSIGN_OR_RETURN(auto record, service.open_record(id));
            return ErasedAttachment{std::move(erased), std::move(record)};
        },
        std::move(then));
}

void DossierRequests::write_year(int year, YearForm form, FilePlace to, ThenFile then) {
    write(
        std::move(to),
        [year, form](ClerkService& service, const auto& file) { return service.write_year(year, form, file); },
        std::move(then));
}

void DossierRequests::export_session(const std::string& session, FilePlace to, ThenFile then) {
    write(
        std::move(to),
        [session](ClerkService& service, const auto& file) { return service.export_session(session, file); },
        std::move(then));
}

}  // namespace hamer
