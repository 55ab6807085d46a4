#include "base/attempt.h"
#include "journal/durable.h"
#include "main/commands/exit_status.h"
#include "main/selftest/checks.h"
#include "platform/child_process.h"
#include "platform/system_files.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience{10};

const LocalText of_lock{"slot", "lock"};
const LocalText of_replacing{"vervangen", "replacing"};
const LocalText of_names{"namen", "names"};

tl::unexpected<Error> wrong(const LocalText& problem) {
    return fail(ErrorKind::Refused, "", problem,
                {"Zet de gegevens op een schijf in deze computer", "Put the data on a disk in this machine"});
}

Result<int> status_of_second(const fs::path& folder) {
    ASSIGN_OR_RETURN(const auto ran,
                     run_child({this_program(), "--data", folder.string(), "selftest", "--part", "lock"}, patience));
    return ran.exit_status;
}

Status replace_and_look(FileSystem& files, const fs::path& folder, std::string_view former, std::string_view present) {
    RETURN_IF_ERROR(files.make_folder(folder));
    RETURN_IF_ERROR(write_new_file(files, folder / "whole", former));
    RETURN_IF_ERROR(replace_file(files, folder / "whole", present));
    ASSIGN_OR_RETURN(const auto read, files.read(folder / "whole"));
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    if (!read || *read != present || names.size() != 1) {
        return wrong(
            {"een bestand dat werd vervangen, is niet het nieuwe", "a file that was replaced is not the new one"});
    }
    return {};
}

Status write_and_find(FileSystem& files, const fs::path& folder, const std::string& name) {
    RETURN_IF_ERROR(files.make_folder(folder));
    RETURN_IF_ERROR(write_new_file(files, folder / name, name));
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    ASSIGN_OR_RETURN(const auto read, files.read(folder / name));
    if (std::ranges::find(names, name) == names.end() || read != name) {
        return wrong({fmt::format("een bestand met de naam “{}” heet daarna anders", name),
                      fmt::format("a file of the name “{}” has another one afterwards", name)});
    }
    return {};
}

}  // namespace

int try_lock(const fs::path& scratch) {
    SystemFiles files;
    const auto lock = lock_folder(files, scratch);
    return lock ? 0 : exit_status(lock.error().kind);
}

// Also that it is let in afterwards: a program that does not start is refused nothing.
Finding check_lock(FileSystem& files, const fs::path& scratch) {
    const fs::path folder = scratch / "locked";
    if (const Status made = files.make_folder(folder); !made) return failed_by(of_lock, made.error());
    auto lock = lock_folder(files, folder);
    if (!lock) return failed_by(of_lock, lock.error());
    const auto refused = status_of_second(folder);
    if (!refused) return failed_by(of_lock, refused.error());
    lock->reset();
    const auto let_in = status_of_second(folder);
    if (!let_in) return failed_by(of_lock, let_in.error());
    if (*refused != exit_status(ErrorKind::Refused) || *let_in != 0) {
        const auto found =
            wrong({fmt::format("een tweede programma werd niet geweigerd (status {}, daarna {})", *refused, *let_in),
                   fmt::format("a second program was not refused (status {}, then {})", *refused, *let_in)});
        return failed_by(of_lock, found.value());
    }
    return {FindingKind::Good,
            of_lock,
            {"een tweede programma werd geweigerd, en na vrijgave toegelaten",
             "a second program was refused, and let in after it was released"}};
}

Finding check_replacing(FileSystem& files, const fs::path& scratch) {
    constexpr std::size_t size = 100'000;
    const auto begun = std::chrono::steady_clock::now();
    const Status done =
        replace_and_look(files, scratch / "replaced", std::string(size, 'a'), std::string(size + 1, 'b'));
    if (!done) return failed_by(of_replacing, done.error());
    const LocalText took =
        figure(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count(), 1);
    return {FindingKind::Good,
            of_replacing,
            {fmt::format("een bestand is in zijn geheel vervangen, de map is duurzaam gemaakt ({} ms)", took.nl),
             fmt::format("a file was replaced as a whole, and its folder made durable ({} ms)", took.en)}};
}

// Windows' own names end at 260 characters, where a program does not ask for more.
Finding check_names(FileSystem& files, const fs::path& scratch) {
    const std::string letters = "Zelftest é ë ï ó – ’ € Ω ž 漢.txt";
    Status done = write_and_find(files, scratch / "names", letters);
    fs::path deep = scratch / "names";
    for (int i = 0; i < 6; ++i) deep /= std::string(50, static_cast<char>('a' + i));
    if (done) done = write_and_find(files, deep, letters);
    if (!done) return failed_by(of_names, done.error());
    const std::size_t length = (deep / letters).string().size();
    return {FindingKind::Good,
            of_names,
            {fmt::format("letters als é, € en 漢 in een naam, en een pad van {} tekens", length / 50 * 50),
             fmt::format("letters such as é, € and 漢 in a name, and a path of {} characters", length / 50 * 50)}};
}

}  // namespace hamer
