#include "desk/session_bundle.h"

#include "base/sha256.h"
#include "base/text.h"
#include "desk/archive.h"
#include "desk/session_folder.h"
#include "desk/sign_of_life.h"
#include "desk/vouchers.h"
#include "journal/durable.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace hamer {

namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr const char* sums_name = "SHA256SUMS";

// Of a session's folder all but the lock, which is nothing, the sign of life, and what a write left behind.
bool belongs(const std::string& name) {
    return name != "lock" && name != alive_name && name != sums_name && !name.ends_with(".new");
}

// What may be a file of a session: no folders, nothing hidden, nothing that a terminal or a shell takes for more.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.size() <= 100 && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

// As `sha256sum` writes and checks it.
std::string sums_of(const Files& files) {
    std::string text;
    for (const auto& [name, bytes] : files) text += fmt::format("{}  {}\n", sha256_hex(bytes), name);
    return text;
}

tl::unexpected<Error> damaged(const std::string& where, const LocalText& problem) {
    return fail(ErrorKind::Refused, where, problem,
                {"Exporteer de vergadering opnieuw en kopieer het bestand nog eens",
                 "Export the session again, and copy the file anew"},
                Trouble::Damaged);
}

fs::path parent_of(FileSystem& files, const fs::path& data, const std::string& id) {
    const auto drill = files.look(sessions_folder(data, true) / id);
    return sessions_folder(data, drill && drill->has_value());
}

// The one session in the bundle: its id, and its files without their folder.
Result<std::pair<std::string, Files>> session_in(const Files& packed, const std::string& where) {
    std::string id;
    Files session;
    for (const auto& [path, bytes] : packed) {
        const auto slash = path.find('/');
        const std::string folder = path.substr(0, slash);
        const std::string name = slash == std::string::npos ? "" : path.substr(slash + 1);
        if (!is_session_id(folder) || !is_plain_name(name) || (!id.empty() && folder != id)) {
            const std::string shown = printable(path, 100);
            return damaged(where, {fmt::format("“{}” hoort niet bij een vergadering", shown),
                                   fmt::format("“{}” is no file of a session", shown)});
        }
        id = folder;
        session[name] = bytes;
    }
    const auto sums = session.extract(sums_name);
    if (!sums)
        return damaged(where, {fmt::format("de lijst met controlesommen ontbreekt ({})", sums_name),
                               fmt::format("its list of sums, {}, is missing", sums_name)});
    if (sums.mapped() != sums_of(session)) {
        return damaged(where, {fmt::format("de bestanden kloppen niet met de lijst in {}", sums_name),
                               fmt::format("its files are not those that {} lists", sums_name)});
    }
    return std::pair(id, session);
}

// Nobody gets a session that was not held against the witnesses.
Result<std::string> packed(FileSystem& files, const fs::path& folder, const ProvenJournal& journal) {
    const std::string& id = journal.chain().session_id;
    const auto names = files.list(folder);
    if (!names) return tl::unexpected<Error>(names.error());
    Files session;
    for (const std::string& name : *names) {
        if (!belongs(name)) continue;
        auto bytes = files.read(folder / name);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        if (*bytes) session[name] = **std::move(bytes);
    }
    Files packed{{id + "/" + sums_name, sums_of(session)}};
    for (auto& [name, bytes] : session) packed[id + "/" + name] = std::move(bytes);
    return pack(packed);
}

// A folder of an import that was cut off is begun anew.
Status write_all(FileSystem& files, const fs::path& folder, const Files& session) {
    if (auto made = files.make_folder(folder); !made) return made;
    const auto left = files.list(folder);
    if (!left) return tl::unexpected<Error>(left.error());
    for (const std::string& name : *left) {
        if (auto removed = files.remove(folder / name); !removed) return removed;
    }
    for (const auto& [name, bytes] : session) {
        if (auto written = write_new_file(files, folder / name, bytes); !written) return written;
    }
    return files.sync_folder(folder);
}

}  // namespace

Result<std::string> export_session(FileSystem& files, const fs::path& data, const std::string& id,
                                   const Witnesses& witnesses) {
    const fs::path parent = is_session_id(id) ? parent_of(files, data, id) : sessions_folder(data, false);
    if (const auto there = session_procedure(files, parent, id); !there) return tl::unexpected<Error>(there.error());
    const auto lock = lock_folder(files, parent / id);
    if (!lock) return tl::unexpected<Error>(lock.error());
    const auto journal = read_session_journal(files, parent / id);
    if (!journal) return tl::unexpected<Error>(journal.error());
    const auto proven = prove(id, *journal, witnesses);
    if (!proven) return tl::unexpected<Error>(proven.error());
    return packed(files, parent / id, *proven);
}

Result<ImportedSession> import_session(FileSystem& files, const fs::path& data, std::string_view bundle,
                                       const std::string& where, const Witnesses& witnesses) {
    const auto packed = unpack(bundle, where);
    if (!packed) return tl::unexpected<Error>(packed.error());
    const auto found = session_in(*packed, where);
    if (!found) return tl::unexpected<Error>(found.error());
    const auto& [id, session] = *found;

    for (const bool drill : {false, true}) {
        const auto there = files.look(sessions_folder(data, drill) / id);
        if (!there) return tl::unexpected<Error>(there.error());
        if (*there) {
            return fail(ErrorKind::Refused, where,
                        LocalText{fmt::format("deze vergadering staat hier al ({})", id),
                                  fmt::format("session {} is here already", id)},
                        {"Er valt niets te importeren", "There is nothing to import"}, Trouble::NotNow);
        }
    }
    // Read where it can do no harm, under its own id; only a session that is whole gets its place.
    const fs::path waiting = data / "imports";
    if (auto written = write_all(files, waiting / id, session); !written) return tl::unexpected<Error>(written.error());
    const auto read = read_session(files, waiting, id);
    if (!read) return damaged(where, {describe(read.error(), Language::Dutch), describe(read.error())});
    // A torn end, or one that was left for a next segment, is how a machine that died or a full disk looks: nothing
    // that was acknowledged is missing, and it is as it was exported.
    if (read->journal.state() == JournalState::Damaged || read->unreadable || read->session.entries().empty()) {
        if (read->unreadable) {
            return damaged(where, {describe(*read->unreadable, Language::Dutch),
                                   fmt::format("session {}: {}", id, read->unreadable->problem)});
        }
        return damaged(where, {"het logboek is beschadigd",
                               fmt::format("session {}: its journal is {}", id, state_name(read->journal.state()))});
    }
    if (!read->procedure_matches) {
        return damaged(where, {"de werkwijze is een andere dan waarmee de vergadering begon",
                               fmt::format("session {}: its procedure is another one", id)});
    }
    if (const auto proven = prove(id, read->journal, witnesses); !proven) {
        return fail(ErrorKind::Refused, where,
                    LocalText{describe(proven.error(), Language::Dutch), describe(proven.error())},
                    LocalText{"Vraag om de vergadering zoals ze was, en hoe het komt dat ze anders is",
                              "Ask for the session as it was, and for how it came to differ"},
                    Trouble::Damaged);
    }
    const auto vouchers = read_vouchers(files, waiting / id, id);
    if (!vouchers) return tl::unexpected<Error>(vouchers.error());
    for (const SessionMark& mark : vouchers->marks) {
        if (!chain_of(id, read->journal).passes_through(mark)) {
            return damaged(where, {fmt::format("{} is van een ander logboek", mark_file_name(mark.seq)),
                                   fmt::format("session {}: {} is of another journal", id, mark_file_name(mark.seq))});
        }
    }
    if (!vouchers->wrong.empty()) return damaged(where, vouchers->wrong.front());
    const bool drill = read->session.opened().drill;
    const fs::path parent = sessions_folder(data, drill);
    if (auto made = files.make_folder(parent); !made) return tl::unexpected<Error>(made.error());
    if (auto moved = files.rename(waiting / id, parent / id); !moved) return tl::unexpected<Error>(moved.error());
    if (auto synced = files.sync_folder(parent); !synced) return tl::unexpected<Error>(synced.error());
    return ImportedSession{id, drill, read->session.entries().size()};
}

}  // namespace hamer
