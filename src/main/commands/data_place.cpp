#include "main/commands/data_place.h"

#include "main/commands/output.h"

#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

LocalText fear_of(const FolderPlace& place) {
    const std::string& name = place.name;
    switch (place.kind) {
        case FolderKind::Synced:
            return {fmt::format("deze map houdt {} gelijk met andere computers: een ouder logboek kan over het nieuwe "
                                "komen, en namen komen ook elders",
                                name),
                    fmt::format("{} keeps this folder the same on other machines: an older log may come over the new "
                                "one, and names get elsewhere too",
                                name)};
        case FolderKind::Network:
            return {fmt::format("deze map staat op een andere computer ({}): een stap is daar niet zeker bewaard, en "
                                "zonder netwerk kan Hamer er niet bij",
                                name),
                    fmt::format("this folder is on another machine ({}): a step is not surely kept there, and without "
                                "the network Hamer cannot get at it",
                                name)};
        case FolderKind::Program:
            return {fmt::format("deze map is van een bestandssysteem dat een programma nabootst ({}): een stap is daar "
                                "niet zeker bewaard",
                                name),
                    fmt::format("this folder is of a file system that a program makes up ({}): a step is not surely "
                                "kept there",
                                name)};
        case FolderKind::Unknown:
        case FolderKind::Local:
        case FolderKind::Removable:
        case FolderKind::Memory:
            break;
    }
    return {};
}

}  // namespace

std::optional<Error> doubt_about(const std::filesystem::path& data, const FolderPlace& place) {
    const LocalText fear = fear_of(place);
    if (fear.empty()) return std::nullopt;
    return fail(ErrorKind::Refused, data.string(), fear,
                {"Kies met --data MAP een map op de schijf van deze computer",
                 "With --data DIR choose a folder on a disk of this machine"})
        .value();
}

void warn_of_place(const std::filesystem::path& data) {
    static bool said = false;
    if (std::exchange(said, true)) return;
    if (const auto doubt = doubt_about(data, place_of(data))) complain("hamer: {}\n", describe(*doubt, spoken()));
}

}  // namespace hamer
