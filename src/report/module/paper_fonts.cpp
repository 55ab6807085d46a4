#include "report/module/paper_fonts.h"

#include "platform/user_folders.h"

#include <fontconfig/fontconfig.h>
#include <memory>
#include <system_error>

namespace hamer {

namespace {

using Config = std::unique_ptr<FcConfig, void (*)(FcConfig*)>;

// File by file: a folder as a whole would have fontconfig look for a place to keep what it read of it, and complain on
// the user's terminal that there is none.
bool read_fonts(FcConfig* config, const std::filesystem::path& folder) {
    bool found = false;
    std::error_code code;
    using Files = std::filesystem::directory_iterator;
    for (Files file(folder, code); !code && file != Files(); file.increment(code)) {
        const std::string name = file->path().string();
        found = FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(name.c_str())) == FcTrue || found;
    }
    return found;
}

}  // namespace

Status take_fonts(const std::optional<std::filesystem::path>& folder) {
    if (!folder) return {};
    const Config config(FcConfigCreate(), &FcConfigDestroy);
    if (!read_fonts(config.get(), *folder)) {
        return fail(ErrorKind::Storage, folder->string(),
                    LocalText{"hier horen de lettertypen van de papieren te staan; er is er geen een",
                              "expected the fonts that papers are drawn with, found none"},
                    LocalText{"Installeer Hamer opnieuw, en start het daarna weer",
                              "Install Hamer again, and then start it again"},
                    Trouble::PartMissing);
    }
    FcConfigSetCurrent(config.get());
    return {};
}

const Status& paper_fonts() {
    static const Status taken = take_fonts(program_fonts());
    return taken;
}

}  // namespace hamer
