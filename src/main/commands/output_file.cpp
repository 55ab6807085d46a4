#include "main/commands/output_file.h"

#include "base/attempt.h"
#include "journal/durable.h"
#include "main/commands/output.h"
#include "platform/private_files.h"
#include "platform/random.h"
#include "platform/system_files.h"
#include "service/store/papers.h"

#include <utility>

namespace hamer {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> is_there(const std::string& file) {
    return fail(ErrorKind::Usage, file, LocalText{"dit bestand is er al", "there is such a file already"},
                LocalText{"Noem een ander, of zet er --force bij om het te vervangen",
                          "Name another one, or add --force to replace it"});
}

// Without --force a second name is made, which fails where there is one; a file system that has no second names gets
// a look before.
Status give_name(FileSystem& files, const CommonOptions& common, const fs::path& beside, const std::string& file) {
    const fs::path path = fs::absolute(file);
    if (!common.force) {
        std::error_code code;
        fs::create_hard_link(beside, path, code);
        if (!code) return files.remove(beside);
        if (code == std::errc::file_exists) return is_there(file);
        RETURN_IF_ERROR(may_write_output_file(common, file));
    }
    return told_of(files.rename(beside, path), path, file);
}

}  // namespace

void say_that_others_may_read(const std::string& shown) {
    complain("hamer: {}: {}\n", shown,
             LocalText{"deze schijf kent geen rechten per gebruiker. Wie bij de map kan, kan dit lezen",
                       "this disk has no rights for each user. Whoever can get at the folder can read this"}
                 .in(spoken()));
}

Status may_write_output_file(const CommonOptions& common, const std::string& file) {
    std::error_code code;
    const auto there = fs::symlink_status(file, code);
    if (!fs::exists(there)) return {};
    // A link is replaced itself, never what it leads to.
    if (!fs::is_regular_file(there) && !fs::is_symlink(there)) {
        return fail(ErrorKind::Usage, file,
                    LocalText{"er is al iets met deze naam, en het is geen bestand",
                              "there is something of this name that is no file"},
                    LocalText{"Noem een andere naam", "Name another one"});
    }
    return common.force ? Status{} : is_there(file);
}

Status write_output_file(const CommonOptions& common, const std::string& file, std::string_view bytes) {
    RETURN_IF_ERROR(may_write_output_file(common, file));
    SystemFiles files;
    const fs::path path = fs::absolute(file);
    const fs::path beside = path.string() + "." + random_hex(4) + ".new";
    Status done = told_of(write_new_file(files, beside, bytes), beside, file);
    if (done) done = give_name(files, common, beside, file);
    if (done) {
        if (others_may_read(path)) say_that_others_may_read(file);
        return files.sync_folder(path.parent_path());
    }
    std::error_code ignored;  // it may not be there
    fs::remove(beside, ignored);
    return done;
}

Status write_paper(const CommonOptions& common, const fs::path& data, Paper what, std::string_view bytes) {
    SystemFiles files;
    const std::string file = what.file;
    const auto put =
        put_paper(files, data, std::move(what), bytes, [&] { return write_output_file(common, file, bytes); });
    if (!put) return tl::unexpected<Error>(put.error());
    if (!put->unnoted) return {};
    complain("hamer: {}: {} ({})\n", file,
             LocalText{"dit bestand kon niet worden genoteerd. Wissen vindt het later niet terug",
                       "this file could not be noted. Erasing will not find it later"}
                 .in(spoken()),
             describe(*put->unnoted, spoken()));
    return {};
}

}  // namespace hamer
