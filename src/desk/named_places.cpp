#include "desk/named_places.h"

#include "codec/record_json.h"
#include "codec/record_texts.h"
#include "desk/draft_folder.h"
#include "desk/erasing.h"
#include "desk/rescue.h"
#include "desk/session_folder.h"
#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

using Match = NameForms::Match;
using Kind = NamedPlace::Kind;

// Two texts with one value in both.
LocalText with(fmt::format_string<const std::string&> nl, fmt::format_string<const std::string&> en,
               const std::string& value) {
    return {fmt::format(nl, value), fmt::format(en, value)};
}

std::string day_of_session(const StoredSession& stored, Language language) {
    const auto& entries = stored.session.entries();
    return entries.empty() ? stored.id : long_date(entries.front().when(), language);
}

// A calendar folds its lines: what goes on on the next one begins there with a space.
std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

Mentions mentions_in(std::string_view bytes, const NameForms& names) {
    Mentions found;
    if (const auto here = names.first_in(bytes, Match::WithSurname)) found.add(mention_of(bytes, *here));
    return found;
}

bool is_text(const std::filesystem::path& file) {
    const std::string ending = file.extension().string();
    return ending == ".txt" || ending == ".csv" || ending == ".json" || ending == ".ics";
}

// Whether the file of a paper names them: read where it is a text, and known from what it is of where it is not.
bool may_name(FileSystem& files, const Paper& paper, const std::set<std::string>& records,
              const std::set<std::string>& sessions, const NameForms& names, Mentions& mentions) {
    if (is_text(paper.file) && !names.empty()) {
        const auto bytes = files.read(paper.file);
        if (bytes && *bytes) mentions = mentions_in(unfolded(**bytes), names);
        if (bytes && *bytes) return !mentions.empty();
        return paper.record.empty() || records.contains(paper.record);
    }
    return (!paper.record.empty() && records.contains(paper.record)) ||
           (!paper.session.empty() && sessions.contains(paper.session));
}

void search_drop(FileSystem& files, const std::filesystem::path& drop, const std::set<std::string>& records,
                 const NameSearch& search) {
    const auto listed = files.list(drop);
    if (!listed) {
        search.found.beyond.push_back(with("{}: deze map kon niet worden bekeken. Kijk daar zelf.",
                                           "{}: this folder could not be looked into. Look there yourself.",
                                           drop.string()));
        return;
    }
    const auto add = [&](const std::string& name, Mentions mentions) {
        search.found.places.push_back(
            {.kind = Kind::File,
             .id = (drop / name).string(),
             .where = with("Klaargelegd voor de ontvanger, nog niet opgehaald: {}",
                           "Put ready for the receiver, not taken yet: {}", (drop / name).string()),
             .mentions = std::move(mentions)});
    };
    std::set<std::string> named;  // without their ending
    for (const std::string& name : *listed) {
        const std::filesystem::path file = drop / name;
        if (file.extension() != ".json") continue;
        const auto bytes = files.read(file);
        const auto record = bytes && *bytes ? read_record(**bytes, file.string()) : tl::unexpected<Error>(Error{});
        if (!record) continue;  // not one of Hamer's
        const Mentions mentions = hamer::mentions_in(*record, search.names);
        if (mentions.empty() && !(search.names.empty() && records.contains(record->id))) continue;
        named.insert(file.stem().string());
        add(name, mentions);
    }
    for (const std::string& name : *listed) {
        const std::filesystem::path file = drop / name;
        if (file.extension() != ".pdf") continue;
        const std::string stem = file.stem().string();
        const bool is_alone = std::ranges::find(*listed, stem + ".json") == listed->end();
        const bool is_of_one =
            std::ranges::any_of(records, [&](const std::string& record) { return stem.starts_with(record + "-r"); });
        if (named.contains(stem) || (is_alone && is_of_one)) add(name, {});
    }
}

}  // namespace

Status search_logs(FileSystem& files, const std::filesystem::path& data, const std::filesystem::path& second_place,
                   const Municipality& municipality, const NameSearch& search) {
    for (const bool drill : {false, true}) {
        const auto folder = sessions_folder(data, drill);
        const auto ids = list_sessions(files, folder);
        if (!ids) return tl::unexpected<Error>(ids.error());
        search.progress.begin(drill ? LocalText{"Oefeningen doorzoeken", "Searching the drills"}
                                    : LocalText{"Logboeken doorzoeken", "Searching the logs"},
                              ids->size());
        ReadProcedures procedures;
        for (const std::string& id : *ids) {
            if (auto on = search.progress.step(); !on) return on;
            const auto stored = read_session(files, folder, id, &procedures);
            if (!stored) {
                search.found.beyond.push_back(with("{}: dit logboek kon niet worden gelezen.",
                                                   "{}: this log could not be read.", (folder / id).string()));
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
            const auto rescue = second_place_for(second_place, id);
            const auto bytes = files.read(rescue);
            const Mentions kept = bytes && *bytes ? mentions_in(**bytes, search.names) : Mentions{};
            if (kept.empty()) continue;
            search.found.places.push_back({.kind = Kind::File,
                                           .id = rescue.string(),
                                           .where = with("Stappen die niet in het logboek kwamen: {}",
                                                         "Steps that did not reach the log: {}", rescue.string()),
                                           .mentions = kept,
                                           .held = LocalText{"Open de vergadering en berg haar op; zoek dan nog eens.",
                                                             "Open the meeting and put it away; then search again."}});
        }
    }
    return {};
}

Status search_drafts(FileSystem& files, const std::filesystem::path& data, const NameSearch& search) {
    search.progress.begin({"Concepten doorzoeken", "Searching the drafts"});
    auto records = records_with_draft(files, data);
    if (!records) return tl::unexpected<Error>(records.error());
    records->push_back({});  // of an incident without a record
    for (const std::string& record : *records) {
        if (auto on = search.progress.go_on(); !on) return on;
        if (!record.empty() && record == search.of_record) continue;
        const auto draft = find_draft(files, data, record);
        if (!draft) {
            search.found.beyond.push_back(
                {describe(draft.error(), Language::Dutch), describe(draft.error(), Language::English)});
            continue;
        }
        const Mentions mentions = *draft ? hamer::mentions_in(**draft, search.names) : Mentions{};
        if (mentions.empty()) continue;
        search.found.places.push_back(
            {.kind = Kind::Draft,
             .id = record,
             .where = record.empty() ? LocalText{"Het concept van een nieuw incident", "The draft of a new incident"}
                                     : with("Wat is getypt en niet bewaard bij dossier {}",
                                            "What was typed and not saved with record {}", record),
             .mentions = mentions});
    }
    return {};
}

Status search_files(FileSystem& files, const std::filesystem::path& data, const std::filesystem::path& drop,
                    const std::set<std::string>& records, const std::set<std::string>& sessions,
                    const NameSearch& search) {
    const auto all = papers(files, data);
    if (!all) return tl::unexpected<Error>(all.error());
    search.progress.begin({"Bestanden doorzoeken", "Searching the files"}, all->size());
    for (const Paper& paper : *all) {
        if (auto on = search.progress.step(); !on) return on;
        Mentions mentions;
        if (!may_name(files, paper, records, sessions, search.names, mentions)) continue;
        const auto state = state_of(files, paper);
        if (!state || *state == PaperState::Gone) {
            search.found.beyond.push_back(with(
                "{} is niet meer waar Hamer het maakte. Is het verplaatst of gekopieerd, wis het dan daar.",
                "{} is not where Hamer made it any more. Where it was moved or copied, erase it there.", paper.file));
            continue;
        }
        NamedPlace place{.kind = Kind::File,
                         .id = paper.file,
                         .where = with("Gemaakt met Hamer: {}", "Made by Hamer: {}", paper.file),
                         .mentions = mentions};
        if (*state == PaperState::Changed) {
            place.held = LocalText{"Het is veranderd sinds Hamer het maakte. Kijk zelf, en wis het daar.",
                                   "It was changed since Hamer made it. Look yourself, and erase it there."};
        }
        search.found.places.push_back(std::move(place));
    }
    const auto offered = data / last_meeting_name;
    const auto meeting = files.read(offered);
    const Mentions mentions = meeting && *meeting ? mentions_in(**meeting, search.names) : Mentions{};
    if (!mentions.empty()) {
        search.found.places.push_back({.kind = Kind::File,
                                       .id = offered.string(),
                                       .where = with("Wat de volgende vergadering wordt aangeboden: {}",
                                                     "What the next meeting is offered: {}", offered.string()),
                                       .mentions = mentions});
    }
    if (!drop.empty()) search_drop(files, drop, records, search);
    return {};
}

}  // namespace hamer
