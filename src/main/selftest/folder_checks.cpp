#include "main/commands/data_place.h"
#include "main/selftest/checks.h"
#include "platform/private_files.h"

#include <fmt/format.h>

namespace hamer {

namespace {

const LocalText of_rights{"rechten", "rights"};
const LocalText of_room{"ruimte", "room"};
const LocalText of_place{"plaats", "place"};

constexpr double bytes_in_a_gigabyte = 1e9;
constexpr std::uintmax_t least_bytes = 100'000'000;  // many meetings; a disk that is that full is full soon
constexpr std::uintmax_t wanted_bytes = 1'000'000'000;

LocalText make_private() {
    // The report may name no folder.
    return {fmt::format("Geef, met de gegevensmap op de plaats van <map>: {}", making_folder_private("<map>")),
            fmt::format("Use, with the data folder in the place of <folder>: {}", making_folder_private("<folder>"))};
}

}  // namespace

Finding check_rights(const std::filesystem::path& data, const std::filesystem::path& scratch) {
    if (others_may_change(data)) {
        return {FindingKind::Failed,
                of_rights,
                {"anderen op deze computer kunnen de gegevens wijzigen", "others on this machine can change the data"},
                make_private()};
    }
    if (!new_files_are_private(scratch)) {
        return {FindingKind::Mind,
                of_rights,
                {"deze schijf kent geen rechten per gebruiker: wie bij de map kan, kan alles lezen",
                 "this disk has no rights for each user: whoever can get at the folder can read all"},
                {"Zet de gegevens op een schijf die ze kent", "Put the data on a disk that has them"}};
    }
    if (others_may_read(data)) {
        return {FindingKind::Mind,
                of_rights,
                {"anderen op deze computer kunnen in de gegevensmap kijken",
                 "others on this machine can look into the data folder"},
                make_private()};
    }
    return {
        FindingKind::Good, of_rights, {"de gegevens zijn van deze gebruiker alleen", "the data is this user's alone"}};
}

Finding check_room(const std::filesystem::path& data) {
    std::error_code code;
    const auto space = std::filesystem::space(data, code);
    if (code) {
        return not_tried(of_room,
                         {"deze schijf zegt niet hoeveel ruimte er is", "this disk does not say how much room it has"});
    }
    const LocalText free = figure(static_cast<double>(space.available) / bytes_in_a_gigabyte, 1);
    Finding finding{
        FindingKind::Good, of_room, {fmt::format("{} GB vrij", free.nl), fmt::format("{} GB free", free.en)}};
    if (space.available < wanted_bytes) {
        finding.kind = space.available < least_bytes ? FindingKind::Failed : FindingKind::Mind;
        finding.advice = {"Maak ruimte op deze schijf", "Make room on this disk"};
    }
    return finding;
}

Finding check_place(const std::filesystem::path& data) {
    const FolderPlace place = place_of(data);
    if (const auto doubt = doubt_about({}, place)) {
        Finding finding = failed_by(of_place, *doubt);
        finding.kind = FindingKind::Mind;
        return finding;
    }
    const std::string name = place.name.empty() ? "" : fmt::format(" ({})", place.name);
    if (place.kind == FolderKind::Unknown) {
        return not_tried(of_place, {fmt::format("dit systeem zegt niet op wat voor schijf de gegevensmap ligt{}", name),
                                    fmt::format("this system does not tell on what disk the data folder is{}", name)});
    }
    if (place.kind == FolderKind::Memory) {
        return {FindingKind::Mind,
                of_place,
                {fmt::format("in het geheugen{}: weg als de computer uitgaat", name),
                 fmt::format("in memory{}: gone when the machine is switched off", name)},
                {"Kies met --data MAP een map op een schijf", "With --data DIR choose a folder on a disk"}};
    }
    if (place.kind == FolderKind::Removable) {
        return {FindingKind::Mind,
                of_place,
                {fmt::format("op een schijf die uit de computer kan worden getrokken{}", name),
                 fmt::format("on a disk that can be pulled out of the machine{}", name)},
                {"Kies met --data MAP een map op de schijf van deze computer",
                 "With --data DIR choose a folder on a disk of this machine"}};
    }
    return {FindingKind::Good,
            of_place,
            {fmt::format("op een schijf van deze computer{}", name), fmt::format("on a disk of this machine{}", name)}};
}

}  // namespace hamer
