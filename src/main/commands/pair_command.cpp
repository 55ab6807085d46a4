// Pairs this device with a keeper (`hamer serve`), so that what is recorded here is there too.
#include "base/attempt.h"
#include "base/version.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "platform/text_file.h"
#include "platform/user_folders.h"
#include "service/sharing/paired_keeper.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds patience{20'000};

int say_whom(const PairedKeeper& paired) {
    say("{} {} ({})\n", Say{spoken()}("gekoppeld met", "paired with"), paired.address, word(paired.role));
    return 0;
}

int say_pairing(FileSystem& files, const std::filesystem::path& folder) {
    const auto paired = paired_keeper(files, folder);
    if (!paired) return report(paired.error());
    if (*paired) return say_whom(**paired);
    say("{}\n", Say{spoken()}("niet gekoppeld", "not paired"));
    return 1;
}

Result<PairedKeeper> pair_now(const PairOptions& asked) {
    ASSIGN_OR_RETURN(const LinkAddress address, read_link_address(asked.address));
    LinkClientOptions client;
    client.address = address;
    if (!asked.roots.empty()) {
        ASSIGN_OR_RETURN(client.roots, read_text_file(asked.roots, longest_roots));
    }
    ASSIGN_OR_RETURN(auto paired, pair_with_keeper(
                                      {asked.address, asked.code, asked.name, fmt::format("Hamer {}", program_version)},
                                      [&](std::function<void()> changed) {
                                          client.changed = std::move(changed);
                                          return open_link_client(client);
                                      },
                                      patience, SystemClock()));
    paired.roots = client.roots;
    if (paired.role != LinkRole::Chair) {
        return fail(ErrorKind::Refused, asked.address,
                    LocalText{fmt::format("deze code was voor een andere rol ({})", word(paired.role)),
                              fmt::format("this code was for another role ({})", word(paired.role))},
                    LocalText{"Vraag daar een code voor de voorzitter", "Ask there for a code for the chair"});
    }
    return paired;
}

}  // namespace

int pair_command(const CommonOptions& common, const PairOptions& asked) {
    if (const auto language = settings_language(common)) speak(*language);
    SystemFiles files;
    const auto folder = state_folder();
    if (folder.empty()) {
        return report({ErrorKind::Storage, "pair", "this user has no folder for what is this device's own",
                       fmt::format("Set {}", user_folder_variable()), Trouble::NotThere,
                       fmt::format("deze gebruiker heeft geen map voor wat van dit apparaat is. Zet {}",
                                   user_folder_variable())});
    }
    if (asked.forget) {
        const Status forgotten = forget_paired_keeper(files, folder);
        return forgotten ? 0 : report(forgotten.error());
    }
    if (asked.address.empty()) return say_pairing(files, folder);
    // Before the code is used up.
    if (const Status made = files.make_folder(folder); !made) return report(made.error());
    const auto paired = pair_now(asked);
    if (!paired) return report(paired.error());
    if (const Status kept = keep_paired_keeper(files, folder, *paired); !kept) return report(kept.error());
    return say_whom(*paired);
}

}  // namespace hamer
