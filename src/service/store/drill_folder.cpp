#include "service/store/drill_folder.h"

#include "base/attempt.h"
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
    ASSIGN_OR_RETURN(auto text, files.read(path));
    if (!text)
        return fail(ErrorKind::Usage, path.string(), "is not there", "The drill has no scenario of its own",
                    Trouble::NotThere);
    return *std::move(text);
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
    RETURN_IF_ERROR(opened.read_drill());
    ASSIGN_OR_RETURN(const auto text, read_whole(files, folder / scenario_name));
    ASSIGN_OR_RETURN(auto scenario, read_scenario(text, (folder / scenario_name).string()));
    opened.scenario_ = at_pace(std::move(scenario), opened.drill_.setup.pace_percent);
    RETURN_IF_ERROR(without_value(opened.read()));
    return opened;
}

Status DrillFolder::read_drill() {
    ASSIGN_OR_RETURN(const auto text, read_whole(*files_, folder_ / drill_name));
    ASSIGN_OR_RETURN(auto drill, read_held(text, (folder_ / drill_name).string()));
    drill_ = std::move(drill);
    return {};
}

Result<std::vector<TrainerAct>> read_trainer_acts(FileSystem& files, const std::filesystem::path& folder) {
    ASSIGN_OR_RETURN(const auto lines, read_lines(files, folder / acts_name));
    std::vector<TrainerAct> all;
    for (const std::string& line : lines.lines) {
        if (auto act = read_trainer_act(line)) all.push_back(*std::move(act));
    }
    return standing_acts(all);
}

Result<bool> DrillFolder::read() {
    bool changed = false;
    ASSIGN_OR_RETURN(const auto drill, files_->look(folder_ / drill_name));
    if (drill != drill_state_) {
        RETURN_IF_ERROR(read_drill());
        drill_state_ = drill;
        changed = true;
    }
    ASSIGN_OR_RETURN(const auto acts, files_->look(folder_ / acts_name));
    if (acts != acts_state_) {
        ASSIGN_OR_RETURN(auto read, read_trainer_acts(*files_, folder_));
        acts_ = std::move(read);
        acts_state_ = acts;
        changed = true;
    }
    return changed;
}

Status DrillFolder::may_be_added_to() const {
    ASSIGN_OR_RETURN(const auto origin, origin_of(*files_, folder_));
    if (!origin) return {};
    const LocalText from = origin_in_words(*origin);
    return fail(ErrorKind::Refused, folder_.string(),
                LocalText{fmt::format("deze oefening komt van {} en is hier alleen te lezen", from.nl),
                          fmt::format("this drill is of {}, and only to be read here", from.en)},
                {"Voeg het daar toe", "Add it there"}, Trouble::NotNow);
}

Status DrillFolder::add(TrainerAct act) {
    RETURN_IF_ERROR(may_be_added_to());
    act.at_ms = std::clamp<std::int64_t>(act.at_ms, 0, longest_drill_ms);
    ASSIGN_OR_RETURN(auto file, LineFile::open(*files_, folder_ / acts_name));
    RETURN_IF_ERROR(file.append_line(write_trainer_act(act)));
    // It is stored, whatever comes of reading what another program stored; read() comes to that.
    if (auto all = read_trainer_acts(*files_, folder_)) {
        acts_ = *std::move(all);
    } else {
        acts_.push_back(std::move(act));
        acts_ = standing_acts(acts_);
    }
    return {};
}

Status DrillFolder::finish(const DrillResult& result) {
    RETURN_IF_ERROR(may_be_added_to());
    HeldDrill over = drill_;
    over.result = result;
    RETURN_IF_ERROR(replace_file(*files_, folder_ / drill_name, write_held(over)));
    drill_ = std::move(over);  // not before it stands there
    return {};
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
