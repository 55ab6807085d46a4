#include "main/commands/serve_command.h"

#include "base/attempt.h"
#include "base/version.h"
#include "journal/durable.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/data_place.h"
#include "main/commands/exit_status.h"
#include "main/commands/output.h"
#include "main/commands/serve_keeper.h"
#include "main/commands/serve_place.h"
#include "platform/clock.h"
#include "platform/interruption.h"
#include "platform/random.h"
#include "platform/system_files.h"
#include "service/keep/device_file.h"
#include "service/keep/kept_folders.h"

#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

namespace fs = std::filesystem;
constexpr auto look_every = std::chrono::milliseconds(100);

// Stays with the folder, wherever that goes: devices know the keeper by it.
Result<std::string> name_of_keeper(FileSystem& files, const fs::path& folder) {
    const fs::path path = folder / "name";
    ASSIGN_OR_RETURN(const auto text, files.read(path));
    if (text) {
        const std::string name = text->substr(0, text->find('\n'));
        if (name.size() == 32 && name.find_first_not_of("0123456789abcdef") == std::string::npos) return name;
        return fail(ErrorKind::Usage, path.string(),
                    LocalText{"verwacht: 32 hexadecimale cijfers", "expected 32 hexadecimal digits"},
                    {"Zet het bestand van een back-up terug", "Put the file back from a backup"}, Trouble::Damaged);
    }
    std::string name = random_hex(16);
    RETURN_IF_ERROR(replace_file(files, path, name + "\n"));
    return name;
}

// From the server's thread, and before it is started from the main one.
void log_line(const Clock& clock, const LocalText& text) {
    say("{} {}\n", to_rfc3339(clock.now().at), text.in(spoken()));
    flush_out();
}

void show_code(const AskedCode& asked) {
    const Say say_in{spoken()};
    say("{}: {}  ({}, {})\n", say_in("koppelcode", "pairing code"), asked.code, word(asked.role),
        say_in("twee minuten geldig, voor één apparaat", "valid for two minutes, for one device"));
    flush_out();
}

int list_devices(DeviceFile& devices) {
    const auto entries = devices.entries();
    if (!entries) return report(entries.error());
    const Say say_in{spoken()};
    if (entries->empty()) say("{}\n", say_in("er is geen apparaat gekoppeld", "no device is paired"));
    for (const DeviceEntry& one : *entries) {
        say("{}  {}  {}  {} {}  {} {}\n", one.device, word(one.role), one.name, say_in("gekoppeld", "paired"),
            on_wall(one.paired), say_in("gehoord", "heard"), on_wall(one.heard));
    }
    return 0;
}

int revoke(DeviceFile& devices, const std::string& device) {
    if (const auto revoked = devices.revoke(device); !revoked) return report(revoked.error());
    say("{}\n", Say{spoken()}("dit apparaat komt er niet meer in", "this device does not come in any more"));
    return 0;
}

Error in_use(const fs::path& data) {
    return fail(ErrorKind::Refused, data.string(),
                LocalText{"op deze gegevensmap loopt al een `hamer serve`",
                          "a `hamer serve` runs on this data folder already"},
                {"Gebruik die, of stop die eerst", "Use that one, or end it first"}, Trouble::InUse)
        .value();
}

class Serving {
  public:
    Serving(SystemFiles& files, const SystemClock& clock, fs::path data, DeviceFile& devices)
        : files_(files), clock_(clock), data_(std::move(data)), devices_(devices) {}

    int run(const ServeOptions& options, LinkServerOptions place) {
        const fs::path folder = data_ / "keeper";
        auto name = name_of_keeper(files_, folder);
        if (!name) return report(name.error());
        // One that was asked for when nobody was there to take it.
        (void)take_asked_code(files_, folder);
        KeptFolders kept(files_, {data_, [this](const std::string& device) { return devices_.name_of(device); }, {}});
        KeeperHub hub({*std::move(name), fmt::format("hamer {}", program_version)}, devices_, kept);
        ServeKeeper keeper(hub, files_, folder,
                           {[this](const LocalText& text) { log_line(clock_, text); }, [&kept] { kept.let_go(); }});
        const LinkServerOptions shown{
            .address = place.address, .behind_proxy = place.behind_proxy, .hosts = place.hosts};
        const bool encrypted = place.tls.has_value();
        auto server = open_link_server(std::move(place), keeper, clock_);
        if (!server) return report(server.error());
        keeper.speaks_by(**server);
        const std::string address = shown_address(shown, encrypted, (*server)->port());
        log_line(clock_, {fmt::format("Hamer {} luistert op {}", program_version, address),
                          fmt::format("Hamer {} listens at {}", program_version, address)});
        if (!options.pair.empty()) {
            const AskedCode asked = draw_code(*link_role_from(options.pair));
            keeper.show(asked, clock_.now().monotonic_ms);
            show_code(asked);
        }
        (*server)->start();
        while (!interrupted()) std::this_thread::sleep_for(look_every);
        server->reset();
        log_line(clock_,
                 {"Hamer is gestopt; wat bevestigd is, staat hier", "Hamer ended; what was acknowledged is here"});
        return 0;
    }

  private:
    SystemFiles& files_;
    const SystemClock& clock_;
    fs::path data_;
    DeviceFile& devices_;
};

}  // namespace

int serve_command(const CommonOptions& common, const ServeOptions& options) {
    speak(language_of(common));
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const fs::path folder = *data / "keeper";
    SystemFiles files;
    const SystemClock clock;
    DeviceFile devices(files, folder / devices_name, clock);
    if (options.devices) return list_devices(devices);
    if (!options.revoke.empty()) return revoke(devices, options.revoke);
    if (const auto made = files.make_folder(folder); !made) return report(made.error());
    const auto lock = lock_folder(files, folder);
    if (!lock && lock.error().trouble == Trouble::InUse && !options.pair.empty()) {
        const AskedCode asked = draw_code(*link_role_from(options.pair));
        if (const auto taken = ask_for_code(files, folder, asked); !taken) return report(taken.error());
        show_code(asked);
        return 0;
    }
    if (!lock) return report(lock.error().trouble == Trouble::InUse ? in_use(*data) : lock.error());
    auto place = listening_place(options);
    if (!place) return report(place.error());
    warn_of_place(*data);
    note_interruption();
    return Serving(files, clock, *data, devices).run(options, *std::move(place));
}

}  // namespace hamer
