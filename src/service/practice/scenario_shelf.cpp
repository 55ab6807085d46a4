#include "service/practice/scenario_shelf.h"

#include "codec/drill/scenario_json.h"
#include "codec/procedure/procedure_json.h"
#include "service/store/stray_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

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

// Each procedure is read once, and only where a scenario asks for it.
class Procedures {
  public:
    explicit Procedures(const std::vector<OfferedProcedure>& all) : all_(all) {}

    // The one of this id; where there is none the first, which is the settings' own.
    const Result<Procedure>& of(const std::string& id) {
        const auto named = std::ranges::find(all_, id, &OfferedProcedure::id);
        const OfferedProcedure& one = named == all_.end() ? all_.front() : *named;
        const auto known = read_.find(one.id);
        return known != read_.end() ? known->second
                                    : read_.emplace(one.id, read_procedure(one.text, one.file)).first->second;
    }

  private:
    const std::vector<OfferedProcedure>& all_;
    std::map<std::string, Result<Procedure>> read_;
};

ShelvedScenario shelve(FileSystem& files, const std::filesystem::path& file, Procedures& procedures) {
    ShelvedScenario shelved{.file = file};
    auto read = read_one(files, file);
    if (!read) {
        shelved.problem = read.error();
        return shelved;
    }
    const auto& procedure = procedures.of(read->procedure);
    if (!procedure) {
        shelved.problem = procedure.error();
        return shelved;
    }
    if (const auto problems = check_scenario(*read, *procedure); !problems.empty()) {
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
                                               const std::vector<OfferedProcedure>& procedures) {
    std::vector<ShelvedScenario> shelf;
    Procedures known(procedures);
    for (const auto& folder : folders) {
        const auto names = files.list(folder);
        if (!names) continue;
        std::size_t count = 0;
        for (const std::string& name : *names) {
            if (!name.ends_with(".json") || is_stray(name)) continue;
            if (count++ == most_shelved) break;
            shelf.push_back(shelve(files, folder / name, known));
        }
    }
    std::ranges::stable_sort(shelf, {}, [&](const ShelvedScenario& one) {
        if (!one.scenario) return 2;
        return one.scenario->procedure == procedures.front().id ? 0 : 1;
    });
    return shelf;
}

}  // namespace hamer
