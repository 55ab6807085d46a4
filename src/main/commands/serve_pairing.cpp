#include "main/commands/serve_pairing.h"

#include "base/attempt.h"
#include "platform/random.h"

#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

constexpr auto look_every = std::chrono::milliseconds(50);
constexpr int looks = 200;  // ten seconds: a keeper may be waiting for its disk

std::filesystem::path place_in(const std::filesystem::path& folder) { return folder / "asked-code"; }

bool is_code(const std::string& text) {
    return text.size() == 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

AskedCode draw_code(LinkRole role) {
    // Of 2^64 numbers, each of the million is as likely as another but for one part in 10^13.
    const std::uint64_t number = std::stoull(random_hex(8), nullptr, 16);
    return {fmt::format("{:06}", number % 1'000'000), role};
}

Status ask_for_code(FileSystem& files, const std::filesystem::path& folder, const AskedCode& asked) {
    const auto place = place_in(folder);
    const auto made = place_in(folder).concat("." + random_hex(4));
    {
        ASSIGN_OR_RETURN(const auto file, files.create(made));
        RETURN_IF_ERROR(file->write(fmt::format("{} {}\n", word(asked.role), asked.code)));
    }
    RETURN_IF_ERROR(files.rename(made, place));
    for (int i = 0; i < looks; ++i) {
        ASSIGN_OR_RETURN(const auto there, files.look(place));
        if (!there) return {};
        std::this_thread::sleep_for(look_every);
    }
    (void)files.remove(place);
    return fail(
        ErrorKind::Refused, folder.string(),
        LocalText{"de bewaarder die hier loopt geeft geen antwoord", "the keeper that runs here does not answer"},
        {"Kijk of het programma nog werkt", "See whether the program still works"}, Trouble::InUse);
}

std::optional<AskedCode> take_asked_code(FileSystem& files, const std::filesystem::path& folder) {
    const auto place = place_in(folder);
    const auto there = files.look(place);
    if (!there || !*there || (*there)->size > 64) return std::nullopt;
    const auto text = files.read(place);
    (void)files.remove(place);
    if (!text || !*text) return std::nullopt;
    const std::size_t space = (*text)->find(' ');
    const std::size_t end = (*text)->find('\n');
    if (space == std::string::npos || end == std::string::npos || end < space) return std::nullopt;
    const auto role = link_role_from((*text)->substr(0, space));
    const std::string code = (*text)->substr(space + 1, end - space - 1);
    if (!role || !is_code(code)) return std::nullopt;
    return AskedCode{code, *role};
}

}  // namespace hamer
