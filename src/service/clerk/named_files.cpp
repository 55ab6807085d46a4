// Files that Hamer made, and what lies ready for a receiver.
#include "base/attempt.h"
#include "codec/record/record_json.h"
#include "codec/record/record_texts.h"
#include "service/clerk/named_places.h"
#include "service/store/prepared_meeting_file.h"
#include "service/store/session_folder.h"
#include "service/store/value_text.h"

#include <algorithm>

namespace hamer {

namespace {

using Kind = NamedPlace::Kind;

// A calendar folds its lines: what goes on on the next one begins there with a space.
std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
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
    if (paper.stale) return true;
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
        const Mentions mentions = mentions_in(*record, search.names);
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

Status search_files(FileSystem& files, const std::filesystem::path& data, const std::filesystem::path& drop,
                    const std::set<std::string>& records, const std::set<std::string>& sessions,
                    const NameSearch& search) {
    std::size_t unread = 0;
    const auto listed = papers(files, data, &unread);
    if (!listed || unread > 0) {
        search.found.beyond.push_back(
            {"De lijst van bestanden die Hamer maakte (papers.jsonl) kon niet helemaal worden gelezen.",
             "The list of files that Hamer made (papers.jsonl) could not be read whole."});
    }
    const std::vector<Paper> all = listed.value_or(std::vector<Paper>{});
    search.progress.begin({"Bestanden doorzoeken", "Searching the files"}, all.size());
    for (const Paper& paper : all) {
        RETURN_IF_ERROR(search.progress.step());
        Mentions mentions;
        if (!may_name(files, paper, records, sessions, search.names, mentions)) continue;
        const auto state = state_of(files, paper);
        if (!state) {
            search.found.beyond.push_back(with("{}: dit bestand kon niet worden bekeken. Kijk daar zelf.",
                                               "{}: this file could not be looked at. Look there yourself.",
                                               paper.file));
            continue;
        }
        if (*state == PaperState::Gone) {
            search.found.beyond.push_back(with(
                "{} is niet meer waar Hamer het maakte. Is het verplaatst of gekopieerd, wis het dan daar.",
                "{} is not where Hamer made it any more. Where it was moved or copied, erase it there.", paper.file));
            continue;
        }
        NamedPlace place{.kind = Kind::File,
                         .id = paper.file,
                         .where = paper.stale ? with("Gemaakt voor er iets is gewist: {}",
                                                     "Made before something was erased: {}", paper.file)
                                              : with("Gemaakt met Hamer: {}", "Made by Hamer: {}", paper.file),
                         .mentions = mentions};
        if (*state == PaperState::Changed) {
            place.held = LocalText{"Het is veranderd sinds Hamer het maakte. Kijk zelf, en wis het daar.",
                                   "It was changed since Hamer made it. Look yourself, and erase it there."};
        }
        search.found.places.push_back(std::move(place));
    }
    for (const std::string_view name : {last_meeting_name, prepared_meeting_name}) {
        const auto offered = data / name;
        const auto meeting = files.read(offered);
        const Mentions mentions = meeting && *meeting ? mentions_in(**meeting, search.names) : Mentions{};
        if (mentions.empty()) continue;
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
