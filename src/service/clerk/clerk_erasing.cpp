// The clerk erases: the session's files and what was written from the record first, the register last. So whoever is
// stopped halfway can do it again, as the record still says what is to go.
#include "base/attempt.h"
#include "base/session_id.h"
#include "base/typed_time.h"
#include "codec/record/record_texts.h"
#include "record/names.h"
#include "service/clerk/clerk_service.h"
#include "service/store/draft_folder.h"
#include "service/store/prepared_meeting_file.h"
#include "service/store/second_copy.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

// Texts of the meeting as a whole, which each of its records shares.
bool is_of_the_meeting(std::string_view name) { return name.starts_with("meeting."); }

// Out of what was typed in the record and is not saved.
Result<Erasure> erase_in_draft(FileSystem& files, const std::filesystem::path& data, const std::string& record,
                               const std::string& person, const NameForms& names) {
    const auto draft = find_draft(files, data, record);
    if (!draft) {
        return Erasure{0,
                       {{"Het concept van dit dossier was niet te lezen en is opzij gezet. Wis nog eens",
                         "The draft of this record could not be read and was put aside. Erase once more"}}};
    }
    if (!*draft) return Erasure{};
    ASSIGN_OR_RETURN(const auto rest, without_person(**draft, person, names));
    RETURN_IF_ERROR(keep_draft(files, data, rest));
    return Erasure{};
}

bool is_known(const Person& person) {
    return !person.name.empty() || !person.address.empty() || !person.description.empty() || !person.injury.empty();
}

}  // namespace

Status ClerkService::check_not_held(const std::string& record, const std::string& session) {
    std::set<std::string> ids;
    if (!record.empty()) ids.insert(record);
    if (is_session_id(session)) {
        ASSIGN_OR_RETURN(const auto all, register_.of_session(session));
        for (const RecordSummary& one : all) ids.insert(one.id);
    }
    for (const std::string& id : ids) {
        const auto kept = register_.record(id);
        if (!kept || !kept->dossier || !kept->dossier->hold) continue;
        const Hold& hold = *kept->dossier->hold;
        LocalText why = name_of(hold.why);
        if (!hold.since.empty()) {
            why.nl += ", sinds " + shown_day(hold.since);
            why.en += ", since " + shown_day(hold.since);
        }
        return fail(ErrorKind::Refused, id,
                    LocalText{fmt::format("dit dossier is nog nodig ({})", why.nl),
                              fmt::format("this record is still needed ({})", why.en)},
                    {"Haal dat eerst weg in het dossier", "Take that away in the record first"}, Trouble::NotNow);
    }
    return {};
}

Result<Erasure> ClerkService::erase_in_session(const std::string& session, const ErasedTexts& erased,
                                               Journals journals) {
    if (!is_session_id(session)) return Erasure{};
    auto parent = sessions_folder(options_.data, false);
    const auto drill = sessions_folder(options_.data, true);
    if (const auto held = files_->look(drill / session); held && *held) parent = drill;
    ASSIGN_OR_RETURN(const auto closed, keep_closed(*files_, parent / session));
    if (!closed) return Erasure{};  // it is on another device
    ASSIGN_OR_RETURN(const auto stored, read_session(*files_, parent, session));
    auto made = erase_texts(*files_, stored, options_.settings.municipality, erased);
    if (!made) return made;
    if (!made->is_done() && journals == Journals::Erased) {
        RETURN_IF_ERROR(erase_session_folder(*files_, parent / session));
        made->left.clear();
    }
    RETURN_IF_ERROR(SessionIndex::forget(*files_, parent, session));
    if (options_.second_place.empty()) return made;
    const auto second_copy = second_place_for(options_.second_place, session);
    ASSIGN_OR_RETURN(const auto kept, files_->look(second_copy));
    if (kept) {
        made->left.push_back(
            {fmt::format("{}: hier staan stappen die niet in het logboek kwamen. Open de vergadering, berg haar op en "
                         "wis nog eens",
                         second_copy.string()),
             fmt::format(
                 "{}: holds steps that did not reach the log. Open the meeting, put it away and erase once more",
                 second_copy.string())});
    }
    return made;
}

Result<Draft> ClerkService::without_erased(const IncidentRecord& stored, Draft draft) {
    ASSIGN_OR_RETURN(const auto erased, register_.erased_persons(stored.id));
    for (const std::string& person : erased) {
        const Person* typed = draft.dossier.person(person);
        const Person* there = stored.dossier ? stored.dossier->person(person) : nullptr;
        if (!typed || !is_known(*typed) || (there && is_known(*there))) continue;
        NameForms names;
        names.add(*typed);
        auto rest = without_person(draft, person, names);
        if (!rest) return rest;
        draft = *std::move(rest);
    }
    for (Attachment& typed : draft.dossier.attachments) {
        const Attachment* there = stored.dossier ? stored.dossier->attachment(typed.id) : nullptr;
        if (there && there->sha256.empty()) typed = *there;
    }
    return draft;
}

Result<Erasure> ClerkService::erase_person(const std::string& id, const std::string& person) {
    progress_->finish({"Wissen", "Erasing"});
    ASSIGN_OR_RETURN(const auto record, register_.record(id));
    RETURN_IF_ERROR(check_not_held(id, record.source.session));
    ASSIGN_OR_RETURN(const auto names, register_.names_of(id, person));
    const auto names_them = [&](std::uint64_t, std::string_view name, std::string_view text) {
        return names.is_in(text, is_of_others(name) ? NameForms::Match::WholeOnly : NameForms::Match::WithParts);
    };
    RETURN_IF_ERROR(mark_stale(*files_, options_.data, id, record.source.session));
    // Without their name, nothing in the journal can be told to be of this person.
    auto made = names.empty() ? Erasure{} : erase_in_session(record.source.session, names_them, Journals::Kept);
    if (!made) return made;
    RETURN_IF_ERROR(erase_reports(*files_, options_.data, id));
    auto in_draft = erase_in_draft(*files_, options_.data, id, person, names);
    if (!in_draft) return in_draft;
    made->add(*std::move(in_draft));
    auto stored = register_.erase_person(id, person, options_.user, now());
    if (!stored) return stored;
    made->add(*std::move(stored));
    return made;
}

Result<Erasure> ClerkService::erase_record(const std::string& id, Journals journals) {
    progress_->finish({"Wissen", "Erasing"});
    Erasure made;
    if (const auto record = register_.record(id)) {
        const std::string& session = record->source.session;
        RETURN_IF_ERROR(check_not_held(id, session));
        RETURN_IF_ERROR(mark_stale(*files_, options_.data, id, session));
        std::set<std::uint64_t> entries = entries_of(*record), of_others;
        bool shared = false;
        // Records of no meeting share nothing.
        ASSIGN_OR_RETURN(const auto all,
                         is_session_id(session) ? register_.of_session(session) : std::vector<RecordSummary>{});
        for (const RecordSummary& one : all) {
            if (one.id == id) continue;
            shared = true;
            ASSIGN_OR_RETURN(const auto other, register_.record(one.id));
            of_others.merge(entries_of(other));
        }
        const auto is_gone = [&](std::uint64_t seq, std::string_view name, std::string_view) {
            return !shared || (!is_of_the_meeting(name) && entries.contains(seq) && !of_others.contains(seq));
        };
        // A journal that other records rest on stays.
        auto erased = erase_in_session(session, is_gone, shared ? Journals::Kept : journals);
        if (!erased) return erased;
        made = *std::move(erased);
        RETURN_IF_ERROR(erase_reports(*files_, options_.data, id));
    }
    RETURN_IF_ERROR(remove_draft(*files_, options_.data, id));
    const auto prepared = find_prepared_meeting(*files_, options_.data);
    // One that cannot be read may be of this record too.
    if (!prepared || (*prepared && (*prepared)->record == id))
        RETURN_IF_ERROR(remove_prepared_meeting(*files_, options_.data));
    auto stored = register_.erase_record(id, options_.user, now());
    if (!stored) return stored;
    made.add(*std::move(stored));
    return made;
}

Result<Erasure> ClerkService::erase_session(const std::string& id, Journals journals) {
    const auto records = register_.of_session(id);
    if (!records) return tl::unexpected<Error>(records.error());
    if (!records->empty()) {
        return fail(ErrorKind::Refused, id,
                    LocalText{fmt::format("van deze vergadering is er nog een dossier: {}", records->front().id),
                              fmt::format("this meeting still has a record: {}", records->front().id)},
                    {"Wis eerst de dossiers", "Erase the records first"});
    }
    ASSIGN_OR_RETURN(const auto there, files_->look(sessions_folder(options_.data, false) / id));
    if (!there) {
        return fail(ErrorKind::Refused, id, LocalText{"deze vergadering is er niet", "there is no such meeting"},
                    {"`hamer sessions` noemt ze", "`hamer sessions` lists them"}, Trouble::UnknownName);
    }
    return erase_in_session(
        id, [](std::uint64_t, std::string_view, std::string_view) { return true; }, journals);
}

}  // namespace hamer
