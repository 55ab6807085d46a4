#include "platform/desktop_files.h"

#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

LocalText words_of(ChooserTrouble trouble) {
    switch (trouble) {
        case ChooserTrouble::None:
            return {"dit bureaublad heeft geen venster om een bestand te kiezen", "this desktop has no file chooser"};
        case ChooserTrouble::Silent:
            return {"het venster om een bestand te kiezen komt niet", "the file chooser does not come"};
        case ChooserTrouble::Stopped:
            return {"het venster om een bestand te kiezen is gestopt", "the file chooser stopped"};
        case ChooserTrouble::Unknown:
            return {"het venster gaf een antwoord dat Hamer niet begrijpt",
                    "the file chooser gave an answer that Hamer does not understand"};
        case ChooserTrouble::NotLocal:
            break;
    }
    return {"dit staat niet in een map van deze computer", "this is not in a folder of this machine"};
}

std::string with(const std::string& words, const std::string& cause) {
    return cause.empty() ? words : fmt::format("{} ({})", words, cause);
}

Error error_of(std::string where, const LocalText& problem, const LocalText& advice, const std::string& cause,
               Trouble kind = Trouble::ProgramFailed) {
    return fail(ErrorKind::Refused, std::move(where), LocalText{with(problem.nl, cause), with(problem.en, cause)},
                advice, kind)
        .value();
}

}  // namespace

Error chooser_error(ChooserTrouble trouble, FileChoice::Kind kind, const std::string& cause) {
    const LocalText advice = kind == FileChoice::Kind::Open
                                 ? LocalText{"Typ waar het bestand staat", "Type where the file is"}
                                 : LocalText{"Probeer het nog eens", "Try again"};
    const bool has_none = trouble == ChooserTrouble::None || trouble == ChooserTrouble::Silent;
    return error_of({}, words_of(trouble), advice, cause, has_none ? Trouble::PartMissing : Trouble::ProgramFailed);
}

Error opening_error(const std::filesystem::path& file, const std::string& cause) {
    return error_of(file.string(), {"het bureaublad kan dit niet openen", "the desktop cannot open this"},
                    {"Open het zelf, met het programma ervoor", "Open it yourself, with the program for it"}, cause);
}

bool NoDesktopFiles::choose(FileChoice choice, std::function<void(ChosenFile)> then) {
    if (chosen_) return false;
    chosen_ = [kind = choice.kind, then = std::move(then)] {
        then(tl::unexpected(chooser_error(ChooserTrouble::None, kind, {})));
    };
    return true;
}

void NoDesktopFiles::open(const std::filesystem::path& file, std::function<void(Status)> then) {
    opened_.emplace_back([file, then = std::move(then)] { then(tl::unexpected(opening_error(file, {}))); });
}

bool NoDesktopFiles::take() {
    // Taken out first, as each may ask again.
    auto answers = std::exchange(opened_, {});
    if (chosen_) answers.push_back(std::exchange(chosen_, nullptr));
    for (const auto& answer : answers) answer();
    return !answers.empty();
}

void NoDesktopFiles::leave_off() {
    chosen_ = nullptr;
    opened_.clear();
}

}  // namespace hamer
