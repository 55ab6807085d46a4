#include "desk/obs_password.h"

#include "base/text_file.h"
#include "broadcast/child_process.h"

#include <sys/stat.h>

namespace hamer {

namespace {

constexpr std::size_t longest_password = 4096;

void cut_line_end(std::string& text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
}

Result<std::string> from_file(const std::string& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) == 0 && (found.st_mode & 077) != 0) {
        return fail(ErrorKind::Refused, file, "others than its owner may read the password", "chmod 600 this file");
    }
    auto text = read_text_file(file, longest_password);
    if (text) cut_line_end(*text);
    return text;
}

}  // namespace

Result<std::string> obs_password(const ObsSettings& settings) {
    if (!settings.password_file.empty()) return from_file(settings.password_file);
    auto asked =
        run_child({"secret-tool", "lookup", "application", "hamer", "service", "obs"}, std::chrono::milliseconds(3000));
    if (!asked || asked->exit_status != 0 || asked->output.empty()) {
        return fail(ErrorKind::Refused, "keyring", "it holds no password for OBS",
                    "secret-tool store --label=OBS application hamer service obs; or name a password_file");
    }
    cut_line_end(asked->output);
    return asked->output;
}

}  // namespace hamer
