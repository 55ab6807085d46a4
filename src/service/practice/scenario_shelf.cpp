#include "service/practice/scenario_shelf.h"

#include "codec/drill/scenario_json.h"
#include "service/store/stray_files.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// The file's state first: what is too large is not read at all.
Result<DrillScenario> read_one(FileSystem& files, const std::filesystem::path& file) {
    const auto state = files.look(file);
    if (!state) return tl::unexpected<Error>(state.error());
    if (*state && (*state)->size > largest_scenario) {
        return fail(ErrorKind::Usage, file.string(),
                    fmt::format("is larger than {} bytes, which no scenario is", largest_scenario), {},
                    Trouble::TooLarge);
    }
    const auto text = files.read(file);
    if (!text) return tl::unexpected<Error>(text.error());
    if (!*text) return fail(ErrorKind::Usage, file.string(), "is not there", {}, Trouble::NotThere);
    return read_scenario(**text, file.string());
}

ShelvedScenario shelve(FileSystem& files, const std::filesystem::path& file, const Procedure& procedure) {
    ShelvedScenario shelved{.file = file};
    auto read = read_one(files, file);
    if (!read) {
        shelved.problem = read.error();
        return shelved;
    }
    if (const auto problems = check_scenario(*read, procedure); !problems.empty()) {
        shelved.problem = Error{ErrorKind::Refused,
                                fmt::format("{}: {}", file.string(), problems.front().place),
                                problems.front().problem,
                                {},
                                Trouble::WrongShape};
        return shelved;
    }
    shelved.scenario = *std::move(read);
    return shelved;
}

}  // namespace

std::vector<ShelvedScenario> shelved_scenarios(FileSystem& files, const std::vector<std::filesystem::path>& folders,
                                               const Procedure& procedure) {
    std::vector<ShelvedScenario> shelf;
    for (const auto& folder : folders) {
        const auto names = files.list(folder);
        if (!names) continue;
        std::size_t count = 0;
        for (const std::string& name : *names) {
            if (!name.ends_with(".json") || is_stray(name)) continue;
            if (count++ == most_shelved) break;
            shelf.push_back(shelve(files, folder / name, procedure));
        }
    }
    std::stable_partition(shelf.begin(), shelf.end(),
                          [](const ShelvedScenario& one) { return one.scenario.has_value(); });
    return shelf;
}

}  // namespace hamer
