#include "codec/json/file_kind.h"
#include "codec/procedure/procedure_json.h"
#include "codec/procedure/slips.h"
#include "codec/record/letter_json.h"
#include "codec/settings/settings_json.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/walk_script.h"
#include "platform/system_files.h"
#include "platform/text_file.h"
#include "procedure/checker.h"
#include "session/meeting_words.h"

#include <fmt/format.h>

namespace hamer {

namespace {

int check_procedure(const CommonOptions& common, const std::string& file, const std::string& text) {
    const auto procedure = read_procedure(text, file);
    if (!procedure) return report(procedure.error());
    // Its texts may name the numbers that the settings give.
    const auto options = meeting_options(common);
    if (!options) return report(options.error());
    const auto slips = slips_in(text, file);
    if (!slips) return report(slips.error());
    const CheckReport found = check(*procedure, placeholders_with(options->settings.municipality), *slips);
    for (const Warning& warning : found.warnings) {
        say("{}: warning: {}: {}\n", file, warning.place, warning.problem);
    }
    if (found.holds()) {
        say("{}: every situation: {}, every step: {}, properties: {} hold\n", file, found.situations, found.steps,
            found.properties);
        return 0;
    }
    for (const Violation& violation : found.violations) {
        say("{}: {} does not hold: {}\n", file, violation.property, violation.problem);
        if (violation.path.empty()) continue;
        say("    shortest way to it: {}\n", fmt::format("{}", fmt::join(violation.path, " → ")));
    }
    return 1;
}

int check_file(const CommonOptions& common, const std::string& file) {
    const auto text = read_text_file(file);
    if (!text) return report(text.error());
    if (file.ends_with(".jsonl")) return check_walk_script(common, file, *text);
    const auto kind = file_kind(*text, file);
    if (!kind) return report(kind.error());
    if (*kind == FileKind::Procedure) return check_procedure(common, file, *text);
    if (*kind == FileKind::Scenario) return check_scenario_file(common, file);
    if (*kind == FileKind::Letter) {
        const auto letter = read_letter_file(*text, file);
        if (!letter) return report(letter.error());
        say("{}: letter “{}”, {}\n", file, letter->title, name_of(letter->reader).en);
        return 0;
    }
    const auto settings = read_settings(*text, file);
    if (!settings) return report(settings.error());
    say("{}: settings of {}\n", file, settings->municipality.name);
    return 0;
}

}  // namespace

int check_command(const CommonOptions& common, const std::vector<std::string>& files) {
    std::vector<std::string> all = files;
    if (all.empty()) {
        const auto settings = settings_file(common);
        if (!settings) return report(settings.error());
        const auto options = meeting_options(common);
        if (!options) return report(options.error());
        all = {settings->string(), options->procedure_file};
        SystemFiles system;
        const auto letters = letters_folder(common);
        for (const std::string& name : system.list(letters).value_or(std::vector<std::string>())) {
            if (name.ends_with(".json")) all.push_back((letters / name).string());
        }
    }
    int worst = 0;
    for (const std::string& file : all) worst = std::max(worst, check_file(common, file));
    return worst;
}

}  // namespace hamer
