#include "service/meeting/open_broadcast.h"

#include "broadcast/command_broadcast.h"
#include "broadcast/obs_link.h"
#include "codec/journal/broadcast_owed_json.h"
#include "journal/durable.h"
#include "service/store/obs_password.h"

namespace hamer {

namespace {

// Nothing where the disk does not give it.
std::optional<BroadcastOwed> read_owed(FileSystem& files, const std::filesystem::path& file) {
    const auto text = files.read(file);
    if (!text) return std::nullopt;
    if (!*text) return BroadcastOwed{};
    if (const auto owed = read_broadcast_owed(**text, file.string())) return *owed;
    auto aside = file;
    aside += ".broken";
    [[maybe_unused]] const auto kept = keep_copy(files, aside, **text);
    return BroadcastOwed{};
}

// What is owed in one way leaves what is owed in the other. Where it cannot be written the pause goes on all the same.
template <typename Change>
bool keep_owed(FileSystem& files, const std::filesystem::path& file, const Change& change) {
    std::optional<BroadcastOwed> owed = read_owed(files, file);
    if (!owed) return false;
    change(*owed);
    return replace_file(files, file, write_broadcast_owed(*owed)).has_value();
}

}  // namespace

std::unique_ptr<BroadcastControl> open_broadcast(BroadcastWay way, const BroadcastSettings& settings,
                                                 const std::filesystem::path& data, std::shared_ptr<FileSystem> files,
                                                 const Clock& clock, std::function<void()> changed) {
    const auto file = data / "broadcast.json";
    const BroadcastOwed owed = read_owed(*files, file).value_or(BroadcastOwed{});
    if (way == BroadcastWay::Obs && settings.obs) {
        const ObsSettings& obs = *settings.obs;
        ObsLinkOptions options{.host = obs.host,
                               .port = obs.port,
                               .setup = {obs.scene, obs.mute, owed.obs},
                               .password = [obs] { return obs_password(obs); },
                               .password_expected = !obs.password_file.empty(),
                               .keep =
                                   [files, file](const std::vector<ObsOwed>& there) {
                                       return keep_owed(*files, file, [&](BroadcastOwed& all) { all.obs = there; });
                                   },
                               .changed = std::move(changed)};
        return std::make_unique<ObsLink>(std::move(options), clock);
    }
    if (way == BroadcastWay::Command && settings.command) {
        CommandOptions options{
            .program = settings.command->program,
            .limit = std::chrono::seconds(settings.command->seconds),
            .owed = owed.resume,
            .keep = [files,
                     file](bool resume) { keep_owed(*files, file, [&](BroadcastOwed& all) { all.resume = resume; }); },
            .changed = std::move(changed)};
        return std::make_unique<CommandBroadcast>(std::move(options), clock);
    }
    return nullptr;
}

}  // namespace hamer
