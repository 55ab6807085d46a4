#include "service/handover/witnesses.h"

#include "base/attempt.h"
#include "codec/record/record_json.h"
#include "journal/line_file.h"
#include "platform/text_file.h"
#include "service/handover/handover.h"
#include "service/store/session_folder.h"
#include "service/store/stray_files.h"
#include "service/store/vouchers.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;

std::vector<SessionMark> of_session(std::vector<SessionMark> marks, const std::string& session_id) {
    std::erase_if(marks, [&](const SessionMark& mark) { return mark.session_id != session_id; });
    return marks;
}

// Since the folder was listed.
Error taken_away(const fs::path& file) {
    return fail(ErrorKind::Storage, file.string(), LocalText{"dit bestand is net verdwenen", "this file has just gone"},
                LocalText{"Probeer het nog eens", "Try again"}, Trouble::NotThere)
        .value();
}

}  // namespace

fs::path kept_marks_file(const fs::path& place, const std::string& session_id) {
    return place / "marks" / (session_id + ".marks");
}

Status keep_mark(FileSystem& files, const fs::path& place, const SessionMark& mark) {
    const fs::path file = kept_marks_file(place, mark.session_id);
    RETURN_IF_ERROR(files.make_folder(file.parent_path()));
    ASSIGN_OR_RETURN(const auto there, read_lines(files, file));
    const std::string line = mark_line(mark);
    if (std::ranges::find(there.lines, line) != there.lines.end()) return {};
    ASSIGN_OR_RETURN(auto opened, LineFile::open(files, file));
    return opened.append_line(line);
}

Witnesses::Witnesses(FileSystem& files, const Settings& settings, WitnessPlaces places, Register* opened)
    : files_(files), settings_(settings), places_(std::move(places)), opened_(opened) {}

std::vector<Witness> Witnesses::ask(const std::string& session_id) const {
    std::vector<Witness> answers;
    answers.push_back(ask_register(session_id));
    // What the session itself still says of its past: whoever rewrites the journal may forget it.
    for (const bool drill : {false, true}) {
        const fs::path folder = sessions_folder(places_.data, drill) / session_id;
        const auto there = files_.look(folder);
        if (places_.data.empty() || !there || !*there) continue;
        Witness beside{marks_beside()};
        auto vouchers = read_vouchers(files_, folder, session_id);
        if (vouchers)
            beside.marks = std::move(vouchers->marks);
        else
            beside.unreachable = vouchers.error();
        answers.push_back(std::move(beside));
    }
    if (!settings_.deliver.folder.empty()) answers.push_back(ask_deliveries(session_id));
    // Another user's folder in /tmp tells nothing.
    if (!places_.second_place.empty() && files_.make_own_folder(places_.second_place)) {
        answers.push_back(ask_file({"de tweede plek", "the second place"},
                                   kept_marks_file(places_.second_place, session_id), session_id));
    }
    if (!places_.state.empty()) {
        answers.push_back(
            ask_file({"dit apparaat", "this device"}, kept_marks_file(places_.state, session_id), session_id));
    }
    if (!places_.marks_file.empty()) {
        answers.push_back(ask_file({"het bestand", "the file"}, places_.marks_file, session_id));
        Witness& named = answers.back();
        const auto there = files_.look(places_.marks_file);
        if (!named.unreachable && there && !*there) {
            named.unreachable =
                fail(ErrorKind::Usage, places_.marks_file.string(),
                     LocalText{"dit bestand is er niet", "there is no such file"},
                     LocalText{"Noem een bestand met merken", "Name a file of marks"}, Trouble::NotThere)
                    .value();
        }
    }
    return answers;
}

Witness Witnesses::ask_register(const std::string& session_id) const {
    const std::string place = register_location(settings_, places_.data);
    const bool on_server = place.find("://") != std::string::npos;
    Witness answer{{"het register", "the register"}};
    if (!on_server) answer.name = {"het register " + place, "the register " + place};
    std::optional<Register> own;
    if (!opened_) {
        const auto there = on_server ? Result<std::optional<FileState>>(FileState{}) : files_.look(place);
        if (there && !*there) return answer;  // there is none yet, and asking makes none
        auto opened = there ? Register::open(place) : tl::unexpected<Error>(there.error());
        if (!opened) {
            answer.unreachable = opened.error();
            return answer;
        }
        own = *std::move(opened);
    }
    auto marks = (opened_ ? *opened_ : *own).marks(session_id);
    if (marks)
        answer.marks = *std::move(marks);
    else
        answer.unreachable = marks.error();
    return answer;
}

// The records of a session are <session>-<n>-r<revision>.json.
Witness Witnesses::ask_deliveries(const std::string& session_id) const {
    const fs::path folder = places_.data / settings_.deliver.folder;
    Witness answer{{"wat is afgeleverd in " + folder.string(), "what was delivered in " + folder.string()}};
    const auto there = files_.look(folder);
    if (there && !*there) {
        answer.unreachable =
            fail(ErrorKind::Storage, folder.string(), LocalText{"deze map is er niet", "the folder is not there"},
                 LocalText{"Is het netwerk er?", "Is the network there?"}, Trouble::NotReachable)
                .value();
        return answer;
    }
    const auto names = files_.list(folder);
    if (!names) {
        answer.unreachable = names.error();
        return answer;
    }
    for (const std::string& name : *names) {
        if (!name.starts_with(session_id + "-") || !name.ends_with(".json") || is_stray(name)) continue;
        const auto body = files_.read(folder / name);
        if (!body || !*body) {
            answer.unreachable = body ? taken_away(folder / name) : body.error();
            continue;
        }
        const auto record = read_record(**body, name);
        if (!record) {
            answer.unreachable = record.error();
            continue;
        }
        if (record->source.session == session_id) answer.marks.push_back({session_id, 0, record->source.head, {}});
    }
    return answer;
}

Witness Witnesses::ask_file(LocalText name, const fs::path& file, const std::string& session_id) const {
    Witness answer{{name.nl + " " + file.string(), name.en + " " + file.string()}};
    const auto bytes = files_.read(file);
    if (!bytes) {
        answer.unreachable = bytes.error();
    } else if (*bytes) {
        std::size_t others = 0;
        answer.marks = of_session(marks_in(**bytes, others), session_id);
        if (others > 0) {
            answer.unreachable =
                fail(ErrorKind::Refused, file.string(),
                     LocalText{fmt::format("regels die geen merk zijn en niet meetellen: {}", others),
                               fmt::format("{} of its lines are no marks and were passed over", others)},
                     LocalText{"Een merk is: sessie, nummer, hash (docs/journal-format.md)",
                               "A mark is: session, number, hash (docs/journal-format.md)"},
                     Trouble::WrongShape)
                    .value();
        }
    }
    return answer;
}

void Witnesses::tell(const SessionMark& mark) const {
    // What cannot be kept in one is kept by the others; nobody waits for it.
    const auto keep_in = [&](const fs::path& place, const Status& ready) {
        if (ready) [[maybe_unused]]
            const Status kept = keep_mark(files_, place, mark);
    };
    if (!places_.second_place.empty()) keep_in(places_.second_place, files_.make_own_folder(places_.second_place));
    if (!places_.state.empty()) keep_in(places_.state, files_.make_folder(places_.state));
}

bool Testimony::agrees() const {
    return std::ranges::all_of(heard, [](const Heard& each) { return each.differences.empty(); });
}

Testimony hold_against(const SessionChain& journal, std::vector<Witness> witnesses) {
    Testimony testimony;
    for (Witness& witness : witnesses) {
        Testimony::Heard heard{std::move(witness), {}};
        for (const SessionMark& mark : heard.witness.marks) {
            if (!journal.passes_through(mark))
                heard.differences.push_back(difference(journal, mark, heard.witness.name));
        }
        testimony.heard.push_back(std::move(heard));
    }
    return testimony;
}

SessionChain chain_of(const std::string& session_id, const JournalContents& journal) {
    SessionChain chain{session_id, {}};
    for (const JournalRecord& record : journal.records) {
        chain.hashes.emplace_hint(chain.hashes.end(), record.seq, record.hash);
    }
    return chain;
}

Result<ProvenJournal> prove(const std::string& session_id, const JournalContents& journal, const Witnesses& witnesses) {
    SessionChain chain = chain_of(session_id, journal);
    const Testimony testimony = hold_against(chain, witnesses.ask(session_id));
    std::vector<Error> unreachable;
    for (const Testimony::Heard& heard : testimony.heard) {
        if (!heard.differences.empty()) {
            return fail(
                ErrorKind::Refused, session_id,
                LocalText{"er zijn regels uit het logboek verdwenen of veranderd: " + heard.differences.front().nl,
                          "its journal lost or changed entries: " + heard.differences.front().en},
                LocalText{
                    fmt::format("Kijk met `hamer verify {}`. Laat de map zoals ze is, en zoek een kopie die ouder is",
                                session_id),
                    fmt::format("Run `hamer verify {}`. Leave the folder as it is, and look for an older copy",
                                session_id)},
                Trouble::Damaged);
        }
        if (heard.witness.unreachable) unreachable.push_back(*heard.witness.unreachable);
    }
    return ProvenJournal(std::move(chain), std::move(unreachable));
}

}  // namespace hamer
