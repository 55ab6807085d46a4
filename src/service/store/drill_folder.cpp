#include "service/store/drill_folder.h"

#include "codec/drill/drill_script.h"
#include "codec/drill/held_json.h"
#include "codec/drill/scenario_json.h"
#include "journal/durable.h"
#include "journal/line_file.h"
#include "service/store/session_origin.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr const char* scenario_name = "scenario.json";
constexpr const char* drill_name = "drill.json";
constexpr const char* acts_name = "trainer.jsonl";

Result<std::string> read_whole(FileSystem& files, const std::filesystem::path& path) {
    auto text = files.read(path);
    if (!text) return tl::unexpected<Error>(text.error());
    if (!*text)
        return fail(ErrorKind::Usage, path.string(), "is not there", "The drill has no scenario of its own",
                    Trouble::NotThere);
    return **std::move(text);
}

}  // namespace

Result<DrillFolder> DrillFolder::make(FileSystem& files, const std::filesystem::path& folder,
                                      const DrillScenario& scenario, const HeldDrill& drill) {
    if (auto put = write_new_file(files, folder / scenario_name, write_scenario(scenario)); !put) {
        return tl::unexpected<Error>(put.error());
    }
    if (auto put = write_new_file(files, folder / drill_name, write_held(drill)); !put) {
        return tl::unexpected<Error>(put.error());
    }
    return open(files, folder);
}

Result<DrillFolder> DrillFolder::open(FileSystem& files, const std::filesystem::path& folder) {
    DrillFolder opened(files, folder);
    if (auto read = opened.read_drill(); !read) return tl::unexpected<Error>(read.error());
    const auto text = read_whole(files, folder / scenario_name);
    if (!text) return tl::unexpected<Error>(text.error());
    auto scenario = read_scenario(*text, (folder / scenario_name).string());
    if (!scenario) return tl::unexpected<Error>(scenario.error());
    opened.scenario_ = at_pace(*std::move(scenario), opened.drill_.setup.pace_percent);
    if (auto read = opened.read(); !read) return tl::unexpected<Error>(read.error());
    return opened;
}

Status DrillFolder::read_drill() {
    const auto text = read_whole(*files_, folder_ / drill_name);
    if (!text) return tl::unexpected<Error>(text.error());
    auto drill = read_held(*text, (folder_ / drill_name).string());
    if (!drill) return tl::unexpected<Error>(drill.error());
    drill_ = *std::move(drill);
    return {};
}

Result<std::vector<TrainerAct>> read_trainer_acts(FileSystem& files, const std::filesystem::path& folder) {
    const auto lines = read_lines(files, folder / acts_name);
    if (!lines) return tl::unexpected<Error>(lines.error());
    std::vector<TrainerAct> all;
    for (const std::string& line : lines->lines) {
        if (auto act = read_trainer_act(line)) all.push_back(*std::move(act));
    }
    return standing_acts(all);
}

Result<bool> DrillFolder::read() {
    bool changed = false;
    const auto drill = files_->look(folder_ / drill_name);
    if (!drill) return tl::unexpected<Error>(drill.error());
    if (*drill != drill_state_) {
        if (auto read = read_drill(); !read) return tl::unexpected<Error>(read.error());
        drill_state_ = *drill;
        changed = true;
    }
    const auto acts = files_->look(folder_ / acts_name);
    if (!acts) return tl::unexpected<Error>(acts.error());
    if (*acts != acts_state_) {
        auto read = read_trainer_acts(*files_, folder_);
        if (!read) return tl::unexpected<Error>(read.error());
        acts_ = *std::move(read);
        acts_state_ = *acts;
        changed = true;
    }
    return changed;
}

Status DrillFolder::may_be_added_to() const {
    const auto origin = origin_of(*files_, folder_);
    if (!origin) return tl::unexpected<Error>(origin.error());
    if (!*origin) return {};
    const LocalText from = origin_in_words(**origin);
    return fail(ErrorKind::Refused, folder_.string(),
                LocalText{fmt::format("deze oefening komt van {} en is hier alleen te lezen", from.nl),
                          fmt::format("this drill is of {}, and only to be read here", from.en)},
                {"Voeg het daar toe", "Add it there"}, Trouble::NotNow);
}

Status DrillFolder::add(TrainerAct act) {
    if (auto may = may_be_added_to(); !may) return may;
    act.at = std::clamp<std::int64_t>(act.at, 0, longest_drill);
    auto file = LineFile::open(*files_, folder_ / acts_name);
    if (!file) return tl::unexpected<Error>(file.error());
    if (auto added = file->append_line(write_trainer_act(act)); !added) return added;
    auto all = read_trainer_acts(*files_, folder_);
    if (!all) return tl::unexpected<Error>(all.error());
    acts_ = *std::move(all);
    return {};
}

Status DrillFolder::finish(const DrillResult& result) {
    if (auto may = may_be_added_to(); !may) return may;
    drill_.result = result;
    return replace_file(*files_, folder_ / drill_name, write_held(drill_));
}

std::vector<std::filesystem::path> DrillFolder::watched() const { return {folder_ / drill_name, folder_ / acts_name}; }

std::vector<std::string> attendance_of(const HeldDrill& drill, const std::vector<TrainerAct>& acts) {
    std::vector<std::string> names = drill.setup.attendance;
    for (const TrainerAct& act : acts) {
        const bool known = std::ranges::find(names, act.text) != names.end();
        if (act.kind == TrainerAct::Kind::Attend && !known) names.push_back(act.text);
    }
    return names;
}

}  // namespace hamer
