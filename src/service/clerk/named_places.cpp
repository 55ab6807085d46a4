#include "service/clerk/named_places.h"

#include "base/attempt.h"
#include "codec/record/record_texts.h"
#include "journal/reader.h"
#include "report/date_text.h"
#include "service/clerk/erasing.h"
#include "service/store/draft_folder.h"
#include "service/store/second_copy.h"
#include "service/store/session_folder.h"
#include "service/store/value_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

using Match = NameForms::Match;
using Kind = NamedPlace::Kind;

std::string day_of_session(const StoredSession& stored, Language language) {
    const auto& entries = stored.session.entries();
    return entries.empty() ? stored.id : long_date(entries.front().when(), language);
}

// What another program left beside a log, or a machine that died; and where the log cannot be read all that is there.
void search_strays(FileSystem& files, const std::filesystem::path& folder, bool is_readable, const NameSearch& search) {
    const auto names = files.list(folder);
    if (!names) return;  // the log says so
    for (const std::string& name : *names) {
        const bool is_hamers = segment_number(name) || name == "private.jsonl" || name == "procedure.json";
        if (is_readable && is_hamers) continue;
        const auto bytes = files.read(folder / name);
        if (!bytes || !*bytes) continue;
        Mentions mentions = mentions_in(**bytes, search.names);
        if (mentions.empty()) continue;
        search.found.places.push_back(
            {.kind = Kind::File,
             .id = (folder / name).string(),
             .where = with("Een bestand bij een logboek: {}", "A file beside a log: {}", (folder / name).string()),
             .mentions = std::move(mentions),
             .held = LocalText{"Hamer laat dit staan. Kijk zelf, en wis het daar.",
                               "Hamer leaves this alone. Look yourself, and erase it there."}});
    }
}

}  // namespace

Status search_logs(FileSystem& files, const std::filesystem::path& data, const std::filesystem::path& second_place,
                   const Municipality& municipality, const NameSearch& search) {
    for (const bool drill : {false, true}) {
        const auto folder = sessions_folder(data, drill);
        ASSIGN_OR_RETURN(const auto ids, list_sessions(files, folder));
        search.progress.begin(drill ? LocalText{"Oefeningen doorzoeken", "Searching the drills"}
                                    : LocalText{"Logboeken doorzoeken", "Searching the logs"},
                              ids.size());
        ReadProcedures procedures;
        for (const std::string& id : ids) {
            RETURN_IF_ERROR(search.progress.step());
            if (id == search.of_session) continue;  // it goes with its record
            const auto stored = read_session(files, folder, id, &procedures);
            search_strays(files, folder / id, stored.has_value(), search);
            if (!stored) {
                search.found.beyond.push_back(with("{}: dit logboek kon niet worden gelezen. Kijk daar zelf.",
                                                   "{}: this log could not be read. Look there yourself.",
                                                   (folder / id).string()));
                continue;
            }
            Mentions mentions;
            for (const TypedText& one : typed_texts(stored->session, municipality)) {
                const auto here =
                    search.names.first_in(one.text, is_of_others(one.name) ? Match::WholeOnly : Match::WithSurname);
                if (here) mentions.add(mention_of(one.text, *here));
            }
            if (!mentions.empty()) {
                search.found.places.push_back(
                    {.kind = Kind::Log,
                     .id = id,
                     .where = {fmt::format("Het logboek van de {} van {}", drill ? "oefening" : "vergadering",
                                           day_of_session(*stored, Language::Dutch)),
                               fmt::format("The log of the {} of {}", drill ? "drill" : "meeting",
                                           day_of_session(*stored, Language::English))},
                     .mentions = mentions});
            }
            if (second_place.empty()) continue;
            const auto second_copy = second_place_for(second_place, id);
            const auto bytes = files.read(second_copy);
            const Mentions kept = bytes && *bytes ? mentions_in(**bytes, search.names) : Mentions{};
            if (kept.empty()) continue;
            search.found.places.push_back({.kind = Kind::File,
                                           .id = second_copy.string(),
                                           .where = with("Stappen die niet in het logboek kwamen: {}",
                                                         "Steps that did not reach the log: {}", second_copy.string()),
                                           .mentions = kept,
                                           .held = LocalText{"Open de vergadering en berg haar op; zoek dan nog eens.",
                                                             "Open the meeting and put it away; then search again."}});
        }
    }
    return {};
}

Status search_drafts(FileSystem& files, const std::filesystem::path& data, const NameSearch& search) {
    search.progress.begin({"Concepten doorzoeken", "Searching the drafts"});
    ASSIGN_OR_RETURN(auto records, records_with_draft(files, data));
    records.push_back({});  // of an incident without a record
    for (const std::string& record : records) {
        RETURN_IF_ERROR(search.progress.go_on());
        if (!record.empty() && record == search.of_record) continue;
        const auto draft = find_draft(files, data, record);
        if (!draft) continue;  // damaged: it was put aside, and is found there
        const Mentions mentions = *draft ? mentions_in(**draft, search.names) : Mentions{};
        if (mentions.empty()) continue;
        search.found.places.push_back(
            {.kind = Kind::Draft,
             .id = record,
             .where = record.empty() ? LocalText{"Het concept van een nieuw incident", "The draft of a new incident"}
                                     : with("Wat is getypt en niet bewaard bij dossier {}",
                                            "What was typed and not saved with record {}", record),
             .mentions = mentions});
    }
    for (const std::filesystem::path& file : damaged_drafts(files, data)) {
        const auto bytes = files.read(file);
        Mentions mentions = bytes && *bytes ? mentions_in(**bytes, search.names) : Mentions{};
        if (mentions.empty()) continue;
        search.found.places.push_back(
            {.kind = Kind::File,
             .id = file.string(),
             .where = with("Een beschadigd concept: {}", "A damaged draft: {}", file.string()),
             .mentions = std::move(mentions)});
    }
    return {};
}

}  // namespace hamer
