// hamer erase: what goes, where it went from, and where the name still is.
#include "base/attempt.h"
#include "base/session_id.h"
#include "main/commands/clerk_work.h"
#include "main/commands/output.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

struct What {
    std::string id;      // of a record or a session
    std::string person;  // of the record; empty: all of it
    bool is_session = false;
};

What what_of(const std::string& text) {
    const auto slash = text.find('/');
    What what{text.substr(0, slash), slash == std::string::npos ? "" : text.substr(slash + 1), false};
    what.is_session = what.person.empty() && is_session_id(what.id);
    return what;
}

void say_elsewhere(const NamedElsewhere& found, Language language) {
    const Say word{language};
    if (!found.places.empty()) say("{}\n", word("Ook genoemd in:", "Also named in:"));
    for (const NamedPlace& one : found.places) {
        const bool only = !one.mentions.empty() && !one.mentions.is_whole();
        say("  {}{}\n", one.where.in(language), !only ? "" : word(" (alleen de achternaam)", " (the surname alone)"));
        for (const Mention& mention : one.mentions.all()) say("    {}\n", mention.excerpt);
        if (one.held) say("    {}\n", one.held->in(language));
    }
    if (!found.beyond.empty()) say("{}\n", word("Buiten bereik:", "Beyond reach:"));
    for (const LocalText& one : found.beyond) say("  {}\n", one.in(language));
}

// Each place that can be cleared; what is left of it is said. True: nothing is.
bool clear_all(ClerkService& service, const NamedElsewhere& found, const NameForms& names) {
    const Language language = service.options().language;
    bool all = true;
    for (const NamedPlace& one : found.places) {
        const auto cleared = service.clear(one, names);
        if (!cleared) {
            complain("{}\n", describe(cleared.error(), language));
            all = false;
            continue;
        }
        for (const LocalText& left : cleared->left) complain("{}\n", left.in(language));
        all = all && cleared->is_done();
        if (cleared->is_done()) say("{}: {}\n", Say{language}("Gewist", "Erased"), one.where.in(language));
    }
    return all;
}

// A name that was typed without capitals is meant with them: then the surname alone is looked for too.
std::string with_capitals(std::string name) {
    if (std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; })) return name;
    const auto raise = [&](std::size_t at) {
        if (at < name.size() && name[at] >= 'a' && name[at] <= 'z') name[at] = static_cast<char>(name[at] - 'a' + 'A');
    };
    raise(0);
    if (const auto last = name.rfind(' '); last != std::string::npos) raise(last + 1);
    return name;
}

Result<int> erase_name(ClerkService& service, const EraseOptions& options) {
    NameForms names;
    names.add({.id = "name", .known = true, .name = with_capitals(options.name)});
    if (names.empty()) {
        return fail(ErrorKind::Usage, "--name", LocalText{"deze naam is te kort", "this name is too short"},
                    {"Noem de hele naam", "Give the whole name"}, Trouble::WrongInput);
    }
    const auto found = service.named(names);
    if (!found) return tl::unexpected<Error>(found.error());
    const Language language = service.options().language;
    say_elsewhere(*found, language);
    if (found->places.empty()) {
        say("{}\n", Say{language}("Hamer vond deze naam nergens.", "Hamer found this name nowhere."));
        return 0;
    }
    if (options.sure) return clear_all(service, *found, names) ? 0 : 1;
    say("{}\n", Say{language}("Met --yes gaat de naam uit elk van deze plaatsen, voorgoed.",
                              "With --yes the name goes from each of these places, for good."));
    return 1;
}

// A person goes before one of its id.
bool is_attachment(const IncidentRecord& record, const std::string& id) {
    return record.dossier && record.dossier->attachment(id) && !record.dossier->person(id);
}

Result<int> erase_attachment(ClerkService& service, const What& what, bool sure) {
    const Say word{service.options().language};
    if (!sure) {
        say("{}, {}: {}\n", what.id, what.person,
            word("deze bijlage wordt gewist, voorgoed. Doe het met --yes",
                 "this attachment will be erased, for good. Do it with --yes"));
        return 1;
    }
    ASSIGN_OR_RETURN(const auto erased, service.erase_attachment(what.id, what.person));
    for (const LocalText& one : erased.left) complain("{}\n", one.in(service.options().language));
    return erased.is_done() ? 0 : 1;
}

Result<int> erase_one(ClerkService& service, const EraseOptions& options) {
    const What what = what_of(options.what);
    const auto record = what.is_session ? Result<IncidentRecord>{} : service.look(what.id);
    // What was erased before may have left something behind, for which it is done once more.
    if (!record && !(options.sure && what.person.empty())) return tl::unexpected<Error>(record.error());
    if (record && is_attachment(*record, what.person)) return erase_attachment(service, what, options.sure);
    if (!what.person.empty() && !(record->dossier && record->dossier->person(what.person))) {
        return fail(
            ErrorKind::Refused, what.id,
            LocalText{fmt::format("daar staat geen persoon of bijlage “{}” in", printable(what.person, 40)),
                      fmt::format("there is no person or attachment “{}” in it", printable(what.person, 40))},
            {"`hamer record show` noemt ze met hun id, zoals p1", "`hamer record show` names them by id, such as p1"},
            Trouble::UnknownName);
    }
    const Language language = service.options().language;
    const Say word{language};
    NameForms names;
    if (!what.person.empty()) {
        ASSIGN_OR_RETURN(const auto known, service.names_elsewhere(what.id, what.person));
        names = known;
    }
    if (!options.sure) {
        const std::string gone = what.person.empty() ? what.id : fmt::format("{}, {}", what.id, what.person);
        say("{}: {}\n", gone,
            word("dit wordt gewist uit alle revisies, voorgoed. Doe het met --yes",
                 "this will be erased from all revisions, for good. Do it with --yes"));
        return 1;
    }
    // Asked, and where that is wanted cleared, before the record itself: whoever is stopped halfway can do it again, as
    // the record still says whom.
    ASSIGN_OR_RETURN(const auto found, what.is_session ? NamedElsewhere{} : service.named(names, what.id));
    const bool cleared = !options.everywhere || clear_all(service, found, names);
    const auto journals = options.with_journal ? ClerkService::Journals::Erased : ClerkService::Journals::Kept;
    const auto erased = what.is_session       ? service.erase_session(what.id, journals)
                        : what.person.empty() ? service.erase_record(what.id, journals)
                                              : service.erase_person(what.id, what.person);
    if (!options.everywhere || !cleared) say_elsewhere(found, language);
    if (options.everywhere && cleared) say_elsewhere({.beyond = found.beyond}, language);
    if (!erased) return tl::unexpected<Error>(erased.error());
    for (const LocalText& one : erased->left) complain("{}\n", one.in(language));
    return erased->is_done() && cleared ? 0 : 1;
}

}  // namespace

int erase_command(const CommonOptions& common, const EraseOptions& options) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        if (options.past_retention) return destroy_past_retention(common, service, options.sure, options.statement);
        if (!options.name.empty()) return erase_name(service, options);
        if (!options.what.empty()) return erase_one(service, options);
        return fail(ErrorKind::Usage, "hamer erase",
                    LocalText{"er staat niet bij wat er gewist wordt", "what is to be erased is missing"},
                    {"Noem een dossier, of --name NAAM", "Name a record, or --name NAME"}, Trouble::WrongInput);
    });
}

}  // namespace hamer
