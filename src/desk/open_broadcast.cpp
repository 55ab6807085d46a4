#include "desk/open_broadcast.h"

#include "broadcast/command_broadcast.h"
#include "broadcast/obs_link.h"
#include "codec/broadcast_owed_json.h"
#include "desk/obs_password.h"
#include "journal/durable.h"

namespace hamer {

namespace {

BroadcastOwed read_owed(FileSystem& files, const std::filesystem::path& file) {
    const auto text = files.read(file);
    if (!text || !*text) return {};
    if (const auto owed = read_broadcast_owed(**text, file.string())) return *owed;
    auto aside = file;
    aside += ".broken";
    [[maybe_unused]] const auto kept = keep_copy(files, aside, **text);
    return {};
}

// A convenience of the resuming: when it cannot be written the pause goes on all the same.
void keep_owed(FileSystem& files, const std::filesystem::path& file, const BroadcastOwed& owed) {
    [[maybe_unused]] const Status written = replace_file(files, file, write_broadcast_owed(owed));
}

}  // namespace

std::unique_ptr<BroadcastControl> open_broadcast(BroadcastWay way, const BroadcastSettings& settings,
                                                 const std::filesystem::path& data, std::shared_ptr<FileSystem> files,
                                                 const Clock& clock, std::function<void()> changed) {
    const auto file = data / "broadcast.json";
    if (way == BroadcastWay::Obs && settings.obs) {
        const ObsSettings& obs = *settings.obs;
        ObsLinkOptions options{.host = obs.host,
                               .port = obs.port,
                               .setup = {obs.scene, obs.mute, read_owed(*files, file)},
                               .password = [obs] { return obs_password(obs); },
                               .password_expected = !obs.password_file.empty(),
                               .keep = [files, file](const BroadcastOwed& owed) { keep_owed(*files, file, owed); },
                               .changed = std::move(changed)};
        return std::make_unique<ObsLink>(std::move(options), clock);
    }
    if (way == BroadcastWay::Command && settings.command) {
        CommandOptions options{.program = settings.command->program,
                               .limit = std::chrono::seconds(settings.command->seconds),
                               .owed = read_owed(*files, file).resume,
                               .keep = [files, file](bool owed) { keep_owed(*files, file, {.resume = owed}); },
                               .changed = std::move(changed)};
        return std::make_unique<CommandBroadcast>(std::move(options), clock);
    }
    return nullptr;
}

}  // namespace hamer
