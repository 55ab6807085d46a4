// Where somebody who was erased from a record is named besides, and taking the name away there, place by place.
#include "base/attempt.h"
#include "base/session_id.h"
#include "codec/record/record_texts.h"
#include "report/date_text.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/named_places.h"
#include "service/store/draft_folder.h"
#include "service/store/prepared_meeting_file.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

using Kind = NamedPlace::Kind;

// "Delivered to the folder on 3 March 2026: revision 2 of the record of 12 November 2025. …"
LocalText delivered(const Delivery& delivery, const std::string& record_date) {
    const LocalText receiver = delivery.target == folder_target ? LocalText{"de map", "the folder"}
                               : delivery.target == zgw_target  ? LocalText{"het zaaksysteem", "the case system"}
                                                                : LocalText{delivery.target, delivery.target};
    const auto day = [&](Language language) {
        return delivery.delivered ? long_date(*delivery.delivered, language) : std::string("?");
    };
    return {
        fmt::format("Geleverd aan {} op {}: revisie {} van het dossier van {}. Vraag de ontvanger het te wissen.",
                    receiver.nl, day(Language::Dutch), delivery.revision, day_in_words(record_date, Language::Dutch)),
        fmt::format("Delivered to {} on {}: revision {} of the record of {}. Ask the receiver to erase it.",
                    receiver.en, day(Language::English), delivery.revision,
                    day_in_words(record_date, Language::English))};
}

NamedPlace place_of(const NamedRecord& named, const NameForms& names) {
    const std::string what = names.without(named.what, NameForms::Match::WithParts);
    return {.kind = Kind::Record,
            .id = named.id,
            .persons = named.persons,
            .where = {fmt::format("Dossier van {}: {}", long_date(named.started, Language::Dutch), what),
                      fmt::format("Record of {}: {}", long_date(named.started, Language::English), what)},
            .mentions = named.mentions};
}

}  // namespace

Result<NameForms> ClerkService::names_elsewhere(const std::string& id, const std::string& person) {
    return register_.names_of(id, person, NameForms::By::NameAndAddress);
}

Status ClerkService::add_delivered(const std::string& id, NamedElsewhere& found) {
    ASSIGN_OR_RETURN(const auto deliveries, register_.deliveries(id));
    const auto record = register_.record(id);
    const std::string day = record ? calendar_date(record->started.at) : id;
    for (const Delivery& one : deliveries) {
        if (one.state == DeliveryState::Delivered) found.beyond.push_back(delivered(one, day));
    }
    return {};
}

// In the register, on this device, and then in the files: what is known of the former two says which files those are.
Result<NamedElsewhere> ClerkService::named(const NameForms& names, const std::string& of_record) {
    NamedElsewhere found;
    const auto record = of_record.empty() ? tl::unexpected<Error>(Error{}) : register_.record(of_record);
    const std::string of_session = record ? record->source.session : std::string();
    const NameSearch search{names, *progress_, found, of_record, of_session};
    NamedRecords records;
    std::set<std::string> ids, sessions;
    if (!names.empty()) {
        ASSIGN_OR_RETURN(auto named, register_.named(names, *progress_));
        records = std::move(named);
        for (const NamedRecord& one : records.records) {
            if (one.id == of_record) continue;
            found.places.push_back(place_of(one, names));
            ids.insert(one.id);
            // Its words are shown, so it was looked at.
            RETURN_IF_ERROR(note("search", one.id));
        }
        auto done = search_logs(*files_, options_.data, options_.second_place, options_.settings.municipality, search);
        if (done) done = search_drafts(*files_, options_.data, search);
        if (!done) return tl::unexpected<Error>(done.error());
        for (const NamedPlace& one : found.places) {
            if (one.kind == Kind::Log) sessions.insert(one.id);
        }
    }
    // What was made of this record holds what is taken out of it.
    if (record) {
        ids.insert(of_record);
        if (!of_session.empty()) sessions.insert(of_session);
        if (is_elsewhere(of_session)) {
            found.beyond.push_back({"Het logboek van deze vergadering staat op een ander apparaat. Wis het daar ook.",
                                    "The log of this meeting is on another device. Erase it there too."});
        }
    }
    RETURN_IF_ERROR(search_files(*files_, options_.data, drop_folder(), ids, sessions, search));
    for (const std::string& id : ids) {
        RETURN_IF_ERROR(add_delivered(id, found));
    }
    RETURN_IF_ERROR(add_beyond(records, found));
    return found;
}

bool ClerkService::is_elsewhere(const std::string& session) {
    if (!is_session_id(session)) return false;
    const auto there = files_->look(sessions_folder(options_.data, false) / session);
    return there && !*there;
}

Status ClerkService::add_beyond(const NamedRecords& records, NamedElsewhere& found) {
    for (const std::string& one : records.unreadable) {
        found.beyond.push_back({fmt::format("{}: kon niet worden gelezen.", one), fmt::format("{}: unreadable.", one)});
    }
    if (records.in_logs) {
        found.beyond.push_back({"Deze naam staat ook in het logboek van wie met het register werkte. Dat blijft.",
                                "This name is also in the log of who worked with the register. That stays."});
    }
    ASSIGN_OR_RETURN(const auto role, register_.role());
    if (!role.empty()) {
        found.beyond.push_back(
            {"Dossiers van een andere meldlijn ziet u niet. Vraag wie die behandelt ook te zoeken.",
             "You do not see records of another reporting line. Ask who handles those to search too."});
    }
    found.beyond.push_back(
        {"Wat is afgedrukt, gemaild of gekopieerd, bereikt Hamer niet. Ook reservekopieën en andere apparaten niet.",
         "What was printed, mailed or copied is beyond Hamer's reach. So are backups and other devices."});
    return {};
}

std::filesystem::path ClerkService::drop_folder() const {
    const std::string& folder = options_.settings.deliver.folder;
    return folder.empty() ? std::filesystem::path() : options_.data / folder;
}

Result<Erasure> ClerkService::clear_file(const std::filesystem::path& file) {
    ASSIGN_OR_RETURN(const auto all, papers(*files_, options_.data));
    const auto paper = std::ranges::find(all, file.string(), &Paper::file);
    if (paper != all.end()) {
        RETURN_IF_ERROR(remove_paper(*files_, options_.data, *paper));
        return Erasure{.texts = 1};
    }
    const auto there = files_->look(file);
    if (!there) return tl::unexpected<Error>(there.error());
    if (!*there) return Erasure{};  // it was taken, or went with its record
    const auto folder = file.parent_path();
    const bool is_ready = !drop_folder().empty() && folder == drop_folder();
    const bool is_damaged_draft = folder == drafts_folder(options_.data);
    const bool is_offered = file == options_.data / last_meeting_name || file == options_.data / prepared_meeting_name;
    if (!is_ready && !is_damaged_draft && !is_offered) {
        return fail(ErrorKind::Refused, file.string(),
                    LocalText{"dit is geen bestand dat Hamer maakte", "this is no file that Hamer made"},
                    {"Wis het daar zelf", "Erase it there yourself"}, Trouble::NotNow);
    }
    RETURN_IF_ERROR(files_->remove(file));
    RETURN_IF_ERROR(files_->sync_folder(file.parent_path()));
    return Erasure{.texts = 1};
}

Result<Erasure> ClerkService::clear(const NamedPlace& place, const NameForms& names) {
    using Match = NameForms::Match;
    if (place.held) return fail(ErrorKind::Refused, place.id, *place.held, {}, Trouble::NotNow);
    if (place.kind == Kind::File) return clear_file(place.id);
    if (place.kind == Kind::Log) {
        if (auto free = check_not_held({}, place.id); !free) return tl::unexpected<Error>(free.error());
        if (auto noted = mark_stale(*files_, options_.data, {}, place.id); !noted)
            return tl::unexpected<Error>(noted.error());
        return erase_in_session(
            place.id,
            [&](std::uint64_t, std::string_view name, std::string_view text) {
                return names.is_in(text, is_of_others(name) ? Match::WholeOnly : Match::WithSurname);
            },
            Journals::Kept);
    }
    if (place.kind == Kind::Draft) {
        ASSIGN_OR_RETURN(const auto draft, find_draft(*files_, options_.data, place.id));
        if (!draft) return Erasure{};
        ASSIGN_OR_RETURN(const auto rest, without_person(*draft, {}, names, Match::WithSurname));
        RETURN_IF_ERROR(keep_draft(*files_, options_.data, rest));
        return Erasure{.texts = 1};
    }
    Erasure made;
    if (auto free = check_not_held(place.id, {}); !free) return tl::unexpected<Error>(free.error());
    if (auto noted = mark_stale(*files_, options_.data, place.id, {}); !noted)
        return tl::unexpected<Error>(noted.error());
    for (const std::string& person : place.persons) {
        auto erased = erase_person(place.id, person);
        if (!erased) return erased;
        made.add(*std::move(erased));
    }
    RETURN_IF_ERROR(erase_reports(*files_, options_.data, place.id));
    auto erased = register_.erase_name(place.id, names, options_.user, now());
    if (!erased) return erased;
    made.add(*std::move(erased));
    return made;
}

}  // namespace hamer
