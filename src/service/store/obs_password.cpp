#include "service/store/obs_password.h"

#include "platform/child_process.h"
#include "platform/text_file.h"

namespace hamer {

Result<std::string> obs_password(const ObsSettings& settings) {
    if (!settings.password_file.empty()) return read_secret_file(settings.password_file);
    auto asked =
        run_child({"secret-tool", "lookup", "application", "hamer", "service", "obs"}, std::chrono::milliseconds(3000));
    if (!asked || asked->exit_status != 0 || asked->output.empty()) {
        return fail(ErrorKind::Refused, "keyring", "it holds no password for OBS",
                    "secret-tool store --label=OBS application hamer service obs; or name a password_file",
                    Trouble::UnknownName);
    }
    return clean_secret(std::move(asked->output), "keyring");
}

}  // namespace hamer
