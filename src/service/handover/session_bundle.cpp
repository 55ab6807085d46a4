#include "service/handover/session_bundle.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "base/sha256.h"
#include "base/text.h"
#include "codec/journal/entry_json.h"
#include "codec/journal/session_origin_json.h"
#include "journal/durable.h"
#include "journal/line_file.h"
#include "service/store/archive.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"
#include "service/store/sign_of_life.h"
#include "service/store/stray_files.h"
#include "service/store/vouchers.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>

namespace hamer {

namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr const char* sums_name = "SHA256SUMS";

// Of a session's folder all but the lock, which is nothing, the sign of life, what a write left behind, and what other
// programs did.
bool belongs(const std::string& name) {
    return name != "lock" && name != alive_name && name != sums_name && !name.ends_with(".new") &&
           !is_stray_in_session(name);
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
    // An older Hamer packed them too.
    std::erase_if(session, [](const auto& file) { return is_stray_in_session(file.first); });
    return std::pair(id, session);
}

// Nobody gets a session that was not held against the witnesses.
Result<std::string> packed(FileSystem& files, const fs::path& folder, const ProvenJournal& journal,
                           const SessionOrigin& here) {
    const std::string& id = journal.chain().session_id;
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    Files session;
    for (const std::string& name : names) {
        if (!belongs(name)) continue;
        ASSIGN_OR_RETURN(auto bytes, files.read(folder / name));
        if (bytes) session[name] = *std::move(bytes);
    }
    // One that came from elsewhere goes on as it came.
    session.try_emplace(std::string(origin_name), write_session_origin(here));
    Files packed{{id + "/" + sums_name, sums_of(session)}};
    for (auto& [name, bytes] : session) packed[id + "/" + name] = std::move(bytes);
    return pack(packed);
}

Status remove_all(FileSystem& files, const fs::path& folder) {
    ASSIGN_OR_RETURN(const auto left, files.list(folder));
    for (const std::string& name : left) {
        RETURN_IF_ERROR(files.remove(folder / name));
    }
    return {};
}

// A session that is not in its place yet, with the texts in it: nothing of it is left behind when it does not get
// there.
class Waiting {
  public:
    Waiting(FileSystem& files, fs::path parent, const std::string& id)
        : files_(files), parent_(std::move(parent)), folder_(parent_ / id) {}
    ~Waiting() {
        if (!written_ || !remove_all(files_, folder_)) return;
        for (const fs::path& left : {folder_, parent_}) {
            [[maybe_unused]] const Status removed = files_.remove(left);  // the latter while it is empty
        }
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    // A folder of an import that was cut off is begun anew.
    Status write(const Files& session) {
        RETURN_IF_ERROR(files_.make_folder(folder_));
        written_ = true;
        RETURN_IF_ERROR(remove_all(files_, folder_));
        for (const auto& [name, bytes] : session) {
            RETURN_IF_ERROR(write_new_file(files_, folder_ / name, bytes));
        }
        return files_.sync_folder(folder_);
    }
    Status move_to(const fs::path& parent) {
        RETURN_IF_ERROR(files_.make_folder(parent));
        RETURN_IF_ERROR(files_.rename(folder_, parent / folder_.filename()));
        written_ = false;
        return files_.sync_folder(parent);
    }
    [[nodiscard]] const fs::path& parent() const { return parent_; }
    [[nodiscard]] const fs::path& folder() const { return folder_; }

  private:
    FileSystem& files_;
    fs::path parent_;
    fs::path folder_;
    bool written_ = false;
};

tl::unexpected<Error> nothing_to_import(const std::string& where, LocalText problem) {
    return fail(ErrorKind::Refused, where, std::move(problem),
                {"Er valt niets te importeren", "There is nothing to import"}, Trouble::NotNow);
}

// The texts of a longer copy, without those that were here before and are erased since.
std::string without_erased(const std::string& texts, const std::vector<std::string>& kept, std::uint64_t known) {
    std::string left;
    std::istringstream lines(texts);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        const PrivateTexts named = read_private_texts({line});
        const bool was_here = std::ranges::any_of(named, [&](const auto& one) { return one.first.first <= known; });
        if (!was_here || std::ranges::find(kept, line) != kept.end()) left += line + "\n";
    }
    return left;
}

// In which order files take the place of shorter ones, so that the folder is a whole session at each moment: texts
// before the entries that name them, and a segment before those that go on behind it.
std::vector<std::string> in_order(const Files& session) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : session) {
        if (name != origin_name) names.push_back(name);
    }
    const auto rank = [](const std::string& name) {
        constexpr std::uint32_t last = UINT32_MAX;
        return name == "private.jsonl" ? 0 : segment_number(name).value_or(last);
    };
    std::ranges::stable_sort(names, {}, rank);
    return names;
}

// Whether a bundle has more of a session of another device than stands here, and nothing else.
Status has_more(const std::string& id, const JournalContents& here, const JournalContents& bundle,
                const std::string& where) {
    const auto end_of = [&](const JournalContents& journal) {
        return SessionMark{id, journal.head().seq, journal.head().hash, {}};
    };
    if (here.head() == bundle.head()) {
        return nothing_to_import(where, {fmt::format("deze vergadering staat hier al ({})", id),
                                         fmt::format("session {} is here already", id)});
    }
    if (chain_of(id, here).passes_through(end_of(bundle))) {
        return nothing_to_import(
            where, {fmt::format("hier staat al meer van deze vergadering: {} regels, en in het bestand {} ({})",
                                here.head().seq, bundle.head().seq, id),
                    fmt::format("there is more of session {} here: {} entries, and in the file {}", id, here.head().seq,
                                bundle.head().seq)});
    }
    if (here.head().seq > 0 && !chain_of(id, bundle).passes_through(end_of(here))) {
        return fail(ErrorKind::Refused, where,
                    LocalText{fmt::format("dit is een ander verloop dan hier staat ({})", id),
                              fmt::format("session {} went otherwise here", id)},
                    LocalText{"Bewaar beide, en zoek uit hoe het komt dat ze verschillen",
                              "Keep both, and find out how they came to differ"},
                    Trouble::Damaged);
    }
    return {};
}

// Adds what was added on its own device since it came here.
Status bring_up_to_date(FileSystem& files, const fs::path& folder, const std::string& id, Files session,
                        const JournalContents& longer, const std::string& where) {
    // Until all of it is in its place: nobody else erases a text or adds to it meanwhile.
    ASSIGN_OR_RETURN(const auto lock, lock_folder(files, folder));
    ASSIGN_OR_RETURN(const auto here, read_session_journal(files, folder));
    RETURN_IF_ERROR(has_more(id, here, longer, where));
    ASSIGN_OR_RETURN(const auto kept, read_lines(files, folder / "private.jsonl"));
    if (const auto texts = session.find("private.jsonl"); texts != session.end())
        texts->second = without_erased(texts->second, kept.lines, here.head().seq);
    for (const std::string& name : in_order(session)) {
        RETURN_IF_ERROR(replace_file(files, folder / name, session.at(name)));
    }
    return {};
}

// Where this session is on this device already; nothing where it is not. This device's own takes nothing from a bundle.
Result<std::optional<fs::path>> copy_here(FileSystem& files, const fs::path& data, const std::string& id,
                                          const std::string& where) {
    std::optional<fs::path> here;
    for (const bool drill : {false, true}) {
        const fs::path folder = sessions_folder(data, drill) / id;
        ASSIGN_OR_RETURN(const auto there, files.look(folder));
        if (!there) continue;
        ASSIGN_OR_RETURN(const auto origin, origin_of(files, folder));
        if (!origin) {
            return nothing_to_import(where,
                                     {fmt::format("deze vergadering staat hier al ({}): ze is van dit apparaat", id),
                                      fmt::format("session {} is here already: it is of this device", id)});
        }
        here = folder;
    }
    return here;
}

// A torn end, or one that was left for a next segment, is how a machine that died or a full disk looks: nothing that
// was acknowledged is missing, and it is as it was exported.
Status is_whole(const StoredSession& read, const std::string& where) {
    if (read.unreadable) {
        return damaged(where, {describe(*read.unreadable, Language::Dutch),
                               fmt::format("session {}: {}", read.id, read.unreadable->problem)});
    }
    if (read.journal.state() == JournalState::Damaged || read.session.entries().empty()) {
        return damaged(where, {"het logboek is beschadigd", fmt::format("session {}: its journal is {}", read.id,
                                                                        state_name(read.journal.state()))});
    }
    if (!read.procedure_matches) {
        return damaged(where, {"de werkwijze is een andere dan waarmee de vergadering begon",
                               fmt::format("session {}: its procedure is another one", read.id)});
    }
    return {};
}

// The marks that came with it. Refused where one of these, or what others kept of it, says that it went otherwise.
Result<Vouchers> vouchers_of(FileSystem& files, const fs::path& folder, const StoredSession& read,
                             const Witnesses& witnesses, const std::string& where) {
    if (const auto proven = prove(read.id, read.journal, witnesses); !proven) {
        return fail(ErrorKind::Refused, where,
                    LocalText{describe(proven.error(), Language::Dutch), describe(proven.error())},
                    LocalText{"Vraag om de vergadering zoals ze was, en hoe het komt dat ze anders is",
                              "Ask for the session as it was, and for how it came to differ"},
                    Trouble::Damaged);
    }
    ASSIGN_OR_RETURN(auto vouchers, read_vouchers(files, folder, read.id));
    for (const SessionMark& mark : vouchers.marks) {
        if (!chain_of(read.id, read.journal).passes_through(mark)) {
            return damaged(where,
                           {fmt::format("{} is van een ander logboek", mark_file_name(mark.seq)),
                            fmt::format("session {}: {} is of another journal", read.id, mark_file_name(mark.seq))});
        }
    }
    if (!vouchers.wrong.empty()) return damaged(where, vouchers.wrong.front());
    return vouchers;
}

// A bundle of before origins were named: whoever signed it last is known at least.
SessionOrigin origin_by(const Vouchers& vouchers) {
    SessionOrigin origin;
    std::uint64_t last = 0;
    for (const SessionMark& mark : vouchers.marks) {
        if (mark.key.empty() || mark.seq < last) continue;
        last = mark.seq;
        origin.key = mark.key;
    }
    return origin;
}

}  // namespace

Result<std::string> export_session(FileSystem& files, const fs::path& data, const std::string& id,
                                   const Witnesses& witnesses, Progress* progress) {
    Progress untold;
    Progress& told = progress ? *progress : untold;
    told.begin({"Logboek controleren", "Checking the log"});
    const fs::path parent = is_session_id(id) ? parent_of(files, data, id) : sessions_folder(data, false);
    RETURN_IF_ERROR(without_value(session_procedure(files, parent, id)));
    // Until it is packed: what is packed is one moment of it.
    ASSIGN_OR_RETURN(const auto lock, lock_folder(files, parent / id));
    ASSIGN_OR_RETURN(const auto journal, read_session_journal(files, parent / id));
    ASSIGN_OR_RETURN(const auto proven, prove(id, journal, witnesses));
    RETURN_IF_ERROR(told.go_on());
    told.begin({"Inpakken", "Packing"});
    return packed(files, parent / id, proven, this_device(files, witnesses.places().state));
}

Result<ImportedSession> import_session(FileSystem& files, const fs::path& data, std::string_view bundle,
                                       const std::string& where, const Witnesses& witnesses, Progress* progress) {
    Progress untold;
    Progress& told = progress ? *progress : untold;
    told.begin({"Uitpakken", "Unpacking"});
    ASSIGN_OR_RETURN(const auto packed, unpack(bundle, where));
    ASSIGN_OR_RETURN(const auto found, session_in(packed, where));
    const auto& [id, session] = found;

    ASSIGN_OR_RETURN(const auto here, copy_here(files, data, id, where));
    // Read where it can do no harm, under its own id; only a session that is whole gets its place.
    RETURN_IF_ERROR(told.go_on());
    told.begin({"Elke regel controleren", "Checking each line"});
    Waiting waiting(files, data / "imports", id);
    RETURN_IF_ERROR(waiting.write(session));
    const auto read = read_session(files, waiting.parent(), id);
    if (!read) return damaged(where, {describe(read.error(), Language::Dutch), describe(read.error())});
    RETURN_IF_ERROR(is_whole(*read, where));
    if (here) {
        // Before the witnesses speak: an older copy is no journal of which entries are gone.
        ASSIGN_OR_RETURN(const auto stands, read_session_journal(files, *here));
        RETURN_IF_ERROR(has_more(id, stands, read->journal, where));
    }
    ASSIGN_OR_RETURN(const auto vouchers, vouchers_of(files, waiting.folder(), *read, witnesses, where));
    const bool drill = read->session.opened().drill;
    RETURN_IF_ERROR(told.go_on());
    told.finish({"Op zijn plaats zetten", "Putting it in its place"});
    if (here) {
        RETURN_IF_ERROR(bring_up_to_date(files, *here, id, session, read->journal, where));
        const auto origin = origin_of(files, *here);
        return ImportedSession{id, drill, read->session.entries().size(),
                               origin ? origin->value_or(SessionOrigin{}) : SessionOrigin{}};
    }
    // Before it gets its place: there is no moment at which it could be taken for this device's own.
    const SessionOrigin origin = read->origin.value_or(origin_by(vouchers));
    RETURN_IF_ERROR(replace_file(files, waiting.folder() / origin_name, write_session_origin(origin)));
    RETURN_IF_ERROR(waiting.move_to(sessions_folder(data, drill)));
    return ImportedSession{id, drill, read->session.entries().size(), origin};
}

}  // namespace hamer
