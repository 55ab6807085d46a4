#include "main/commands/locations.h"

#include "base/attempt.h"
#include "codec/settings/settings_json.h"
#include "main/commands/data_place.h"
#include "main/commands/exit_status.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "platform/private_files.h"
#include "platform/text_file.h"
#include "platform/user_folders.h"
#include "register/place.h"

#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
    std::error_code code;
    return fs::is_regular_file(path, code);
}

// The program's own folder and those above it, nearest first.
std::vector<fs::path> folders_above() {
    std::vector<fs::path> folders;
    fs::path folder = program_file().parent_path();
    for (int up = 0; up < 4 && !folder.empty(); ++up, folder = folder.parent_path()) folders.push_back(folder);
    return folders;
}

// The administrator's settings, of this program: one that is being built does not take those of one that is installed
// beside it. Only below where it was installed, as in /usr/bin: in a folder further up another user could put them, and
// they name a program to start.
std::optional<fs::path> system_settings() {
    const fs::path folder = program_file().parent_path();
    if (folder.filename() != "bin") return std::nullopt;
    const fs::path prefix = folder.parent_path();
    const fs::path root = prefix.filename() == "usr" ? prefix.parent_path() : prefix;
    if (const fs::path candidate = root / "etc/hamer/hamer.json"; is_file(candidate)) return candidate;
    return std::nullopt;
}

// What settings name beside themselves, or else what comes with the program: /etc/hamer has no copy of the procedures.
fs::path named_procedure(const fs::path& settings, const std::string& name) {
    const fs::path beside = (settings.parent_path() / name).make_preferred();
    if (is_file(beside) || fs::path(name).is_absolute()) return beside;
    return shipped_file("config/" + name).value_or(beside);
}

}  // namespace

Result<fs::path> data_folder(const CommonOptions& options) {
    if (!options.data.empty()) return fs::path(options.data);
    if (const auto folder = user_data_folder("hamer")) return *folder;
    const std::string variable = user_folder_variable();
    return fail(ErrorKind::Usage, variable,
                LocalText{"er is geen gegevensmap, want " + variable + " is niet gezet",
                          "the data folder cannot be found, as " + variable + " is not set"},
                {"Noem er een met --data MAP", "Name one with --data DIR"});
}

Result<fs::path> shipped_file(const std::string& name) {
    for (const fs::path& folder : folders_above()) {
        for (const fs::path& candidate : {folder / name, folder / "share/hamer" / name}) {
            if (is_file(candidate)) return fs::path(candidate).make_preferred();
        }
    }
    return fail(ErrorKind::Usage, name, "this file comes with the program, but was not found beside or above it",
                "Install Hamer again, or name the file", Trouble::PartMissing);
}

Result<fs::path> settings_file(const CommonOptions& options) {
    if (!options.config.empty()) return fs::path(options.config);
    for (const fs::path& file : settings_files("hamer")) {
        if (is_file(file)) return file;
    }
    if (const auto found = system_settings()) return *found;
    return shipped_file("config/hamer.json");
}

fs::path letters_folder(const CommonOptions& options) {
    std::error_code code;
    if (const auto settings = settings_file(options)) {
        const fs::path beside = settings->parent_path() / "letters";
        // Whatever it is: what is meant for a folder and is none is said where it is read.
        if (fs::exists(fs::symlink_status(beside, code))) return beside;
    }
    const auto one = shipped_file("config/letters/waarschuwing.json");
    return one ? one->parent_path() : fs::path();
}

std::optional<Language> settings_language(const CommonOptions& options) {
    const auto file = settings_file(options);
    const auto text = file ? read_text_file(*file) : tl::unexpected<Error>(file.error());
    const auto settings = text ? read_settings(*text, file->string()) : tl::unexpected<Error>(text.error());
    return settings ? std::optional(settings->language) : std::nullopt;
}

fs::path second_place_folder() { return user_runtime_folder("hamer"); }

fs::path state_folder() { return user_state_folder("hamer").value_or(fs::path()); }

namespace {

void warn(const Error& about) { complain("hamer: {}\n", describe(about, spoken())); }

// What puts a secret, or the program itself, within reach of other users of this machine. Said once by each program;
// nothing is refused for it, as a meeting must not wait for it.
void warn_of_exposure(const fs::path& file, const Settings& settings) {
    static bool said = false;
    if (std::exchange(said, true)) return;
    const std::string name = file.string();
    if (read_place(settings.register_place).has_password && others_may_read(file)) {
        warn({ErrorKind::Refused, name, "/register holds a password, and others than you may read this file",
              fmt::format("Use: {}, or put the password in the password file (docs/register.md)", making_private(name)),
              Trouble::NotPrivate});
    }
    if (others_may_change(file)) {
        const std::string typed = keeping_from_change(name);
        warn({ErrorKind::Refused, name, "everybody on this machine may change these settings",
              fmt::format("Use: {}", typed), Trouble::NotPrivate,
              fmt::format("iedereen op deze computer kan deze instellingen wijzigen. Geef: {}", typed)});
    }
    const auto& https = settings.deliver.https;
    const auto& zgw = settings.deliver.zgw;
    const auto& obs = settings.broadcast.obs;
    for (const std::string& secret :
         {https ? https->token_file : "", zgw ? zgw->secret_file : "", obs ? obs->password_file : ""}) {
        if (secret.empty() || !others_may_read(secret)) continue;
        const std::string typed = making_private(secret);
        warn({ErrorKind::Refused, secret, "others than its owner may read this secret; it will not be used",
              fmt::format("Use: {}", typed), Trouble::NotPrivate,
              fmt::format("anderen kunnen dit bestand lezen; Hamer gebruikt het niet. Geef: {}", typed)});
    }
}

// A folder that is its owner's alone needs no look; in any other one a file is made, and taken away.
void warn_of_open_folder(const fs::path& data) {
    static bool said = false;
    if (!others_may_read(data) || std::exchange(said, true)) return;
    if (!new_files_are_private(data)) say_that_others_may_read(data.string());
}

}  // namespace

Result<MeetingServiceOptions> meeting_options(const CommonOptions& options, const std::string& procedure) {
    ASSIGN_OR_RETURN(const auto file, settings_file(options));
    ASSIGN_OR_RETURN(const auto text, read_text_file(file));
    ASSIGN_OR_RETURN(auto settings, read_settings(text, file.string()));
    if (const auto language = language_from(options.lang)) settings.language = *language;
    speak(settings.language);

    MeetingServiceOptions service;
    const fs::path procedure_file = procedure.empty() ? named_procedure(file, settings.procedure) : fs::path(procedure);
    ASSIGN_OR_RETURN(auto procedure_text, read_text_file(procedure_file));
    service.settings = std::move(settings);
    service.procedure_file = procedure_file.string();
    service.procedure_text = std::move(procedure_text);
    service.second_place = second_place_folder();
    service.state = state_folder();
    if (auto& obs = service.settings.broadcast.obs; obs && !obs->password_file.empty()) {
        obs->password_file = (file.parent_path() / obs->password_file).string();
    }
    warn_of_exposure(file, service.settings);
    if (const auto data = data_folder(options)) {
        warn_of_open_folder(*data);
        warn_of_place(*data);
    }
    return service;
}

int report(const Error& error) {
    complain("hamer: {}\n", describe(error, spoken()));
    return exit_status(error.kind);
}

}  // namespace hamer
