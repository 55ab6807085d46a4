#include "service/clerk/letter_shelf.h"

#include "base/attempt.h"
#include "codec/record/letter_json.h"
#include "record/person_names.h"
#include "report/letter_text.h"
#include "service/store/stray_files.h"

#include <algorithm>

namespace hamer {

namespace {

Result<LetterTemplate> read_one(FileSystem& files, const std::filesystem::path& file) {
    ASSIGN_OR_RETURN(const auto state, files.look(file));
    if (!state)
        return fail(ErrorKind::Usage, file.string(), LocalText{"dit bestand is er niet", "this file is not there"},
                    {"Is het een koppeling naar een bestand dat weg is?", "Is it a link to a file that is gone?"},
                    Trouble::WrongInput);
    if (state->size > largest_letter)
        return fail(ErrorKind::Usage, file.string(),
                    LocalText{"dit bestand is te groot voor een brief", "this file is too large for a letter"},
                    {"Een brief is hoogstens 256 kB", "A letter is 256 kB at most"}, Trouble::WrongInput);
    ASSIGN_OR_RETURN(const auto text, files.read(file));
    return read_letter_file(text.value_or(""), file.string());
}

}  // namespace

LetterShelf letters_in(FileSystem& files, const std::filesystem::path& folder) {
    LetterShelf shelf;
    if (folder.empty()) return shelf;
    auto names = files.list(folder);
    if (!names) {
        shelf.problems.push_back(names.error());
        return shelf;
    }
    std::erase_if(*names, [](const std::string& name) { return !name.ends_with(".json") || is_stray(name); });
    std::ranges::sort(*names);
    if (names->size() > most_letters) {
        names->resize(most_letters);
        shelf.problems.push_back(fail(ErrorKind::Usage, folder.string(),
                                      LocalText{"er staan meer dan honderd brieven in; de rest is weggelaten",
                                                "there are more than a hundred letters in it; the rest is left out"},
                                      {"Haal weg wat u niet gebruikt", "Take away what you do not use"},
                                      Trouble::WrongInput)
                                     .value());
    }
    for (const std::string& name : *names) {
        auto one = read_one(files, folder / name);
        if (!one) {
            shelf.problems.push_back(one.error());
        } else if (std::ranges::find(shelf.letters, one->id, &LetterTemplate::id) != shelf.letters.end()) {
            shelf.problems.push_back(fail(ErrorKind::Usage, (folder / name).string(),
                                          LocalText{"een andere brief in deze map heeft hetzelfde “id”",
                                                    "another letter in this folder has the same “id”"},
                                          {"Geef elke brief een eigen", "Give each letter one of its own"},
                                          Trouble::WrongInput)
                                         .value());
        } else {
            shelf.letters.push_back(*std::move(one));
        }
    }
    return shelf;
}

OfferedLetters offered_for(const IncidentRecord& record, const LetterShelf& shelf, Language language) {
    OfferedLetters offered;
    for (const LetterTemplate& letter : shelf.letters) {
        const auto possible = possible_addressees(letter, record);
        if (possible.empty()) continue;
        OfferedLetter one{.id = letter.id, .title = letter.title, .reader = name_of(letter.reader).in(language)};
        for (const std::string& id : possible) {
            const Person* person = record.dossier ? record.dossier->person(id) : nullptr;
            one.to.push_back({id, person ? person_in_words(*record.dossier, *person, language) : ""});
        }
        offered.letters.push_back(std::move(one));
    }
    for (const Error& problem : shelf.problems) offered.problems.push_back(describe(problem, language));
    return offered;
}

}  // namespace hamer
