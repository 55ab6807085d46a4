#include "base/session_id.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/witness_work.h"
#include "platform/input_file.h"
#include "platform/system_files.h"
#include "service/store/device_key.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"
#include "service/store/time_stamp.h"
#include "service/store/vouchers.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>

namespace hamer {

namespace {

// By its id, in the meetings or else in the drills of the data folder; or the folder itself.
std::filesystem::path folder_of(const std::filesystem::path& data, const std::string& session) {
    if (!is_session_id(session)) return session;
    std::error_code code;
    const auto drill = sessions_folder(data, true) / session;
    return std::filesystem::is_directory(drill, code) ? drill : sessions_folder(data, false) / session;
}

void say_journal(const JournalOutline& contents, Language language) {
    const Say word{language};
    for (const SegmentVerdict& verdict : contents.segments) {
        say("{}: {} ({} {})\n", segment_name(verdict.segment), describe(verdict).in(language), verdict.entries,
            word("regels", "entries"));
    }
    for (const std::string& copy : contents.torn_copies) {
        say("{}: {}\n", copy, word("onvolledige regel, apart bewaard", "incomplete line, kept aside"));
    }
    say("{} {}, {} {}\n", contents.head.seq, word("regels", "entries"), word("hoofdhash", "head hash"),
        contents.head.hash);
}

// Of the entries that pass by, the hashes that somebody has a mark of.
class MarkedHashes {
  public:
    void look_for(const std::vector<SessionMark>& marks) {
        for (const SessionMark& mark : marks) {
            if (mark.seq == 0)
                heads_.insert(mark.head);
            else
                seqs_.insert(mark.seq);
        }
    }
    void pass(const Position& entry) {
        if (entry.seq <= last_) hashes_.erase(hashes_.lower_bound(entry.seq), hashes_.end());
        last_ = entry.seq;
        if (seqs_.contains(entry.seq) || (!heads_.empty() && heads_.contains(entry.hash)))
            hashes_[entry.seq] = entry.hash;
    }
    [[nodiscard]] SessionChain chain(const std::string& session, const Position& head) {
        if (head.seq > 0) hashes_[head.seq] = head.hash;
        return {session, std::move(hashes_)};
    }

  private:
    std::set<std::uint64_t> seqs_;
    std::set<std::string, std::less<>> heads_;
    std::map<std::uint64_t, std::string> hashes_;
    std::uint64_t last_ = 0;
};

// What stands beside the journal: signatures and time stamps. True when all of it fits.
bool say_vouchers(FileSystem& files, const std::filesystem::path& folder, Result<Vouchers> vouchers,
                  const SessionChain& chain, const Testimony& testimony, const std::string& ca_file,
                  Language language) {
    const Say word{language};
    if (!vouchers) return report(vouchers.error()) == 0;
    // Of a session in the data folder these marks are among the witnesses already.
    const bool beside_asked = std::ranges::any_of(
        testimony.heard, [](const Testimony::Heard& heard) { return heard.witness.name == marks_beside(); });
    for (const SessionMark& mark : vouchers->marks) {
        if (!beside_asked && !chain.passes_through(mark)) {
            vouchers->wrong.push_back(difference(chain, mark, {mark_file_name(mark.seq), mark_file_name(mark.seq)}));
        }
        if (mark.key.empty()) continue;
        say("{} {}: {} {}\n", word("regel", "entry"), mark.seq, word("ondertekend met sleutel", "signed by the key"),
            mark.key);
    }
    const auto is_signed = [](const SessionMark& mark) { return !mark.key.empty(); };
    if (std::ranges::none_of(vouchers->marks, is_signed)) {
        say("{}\n", word("geen handtekening naast het logboek", "no signature beside the journal"));
    }
    for (const std::string& name : vouchers->stamps) {
        const auto mark = files.read(folder / name.substr(0, name.find('.')));
        const auto stamp = files.read(folder / name);
        const auto time = read_time_stamp(stamp && *stamp ? **stamp : "", mark && *mark ? **mark : "", ca_file, name);
        if (time) {
            say("{}: {} {} UTC\n", name, word("tijdstempel van", "time stamp of"), to_rfc3339(*time));
        } else {
            const std::string told = describe(time.error(), language);
            vouchers->wrong.push_back({told, told});
        }
    }
    for (const Testimony::Heard& heard : testimony.heard) {
        std::ranges::move(missing_signatures(*vouchers, heard.witness.marks, heard.witness.name),
                          std::back_inserter(vouchers->wrong));
    }
    for (const LocalText& one : vouchers->wrong) say("{}: {}\n", word("KLOPT NIET", "WRONG"), one.in(language));
    return vouchers->wrong.empty();
}

}  // namespace

int verify_command(const CommonOptions& common, const std::string& session, const std::string& marks_file,
                   const std::string& ca_file) {
    SystemFiles files;
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const auto folder = folder_of(*data, session);
    std::error_code code;
    if (!std::filesystem::is_directory(folder, code)) {
        return report(fail(ErrorKind::Usage, folder.string(),
                           LocalText{"deze sessie is er niet", "there is no such session"},
                           LocalText{"`hamer sessions` noemt ze", "`hamer sessions` lists them"}, Trouble::UnknownName)
                          .value());
    }
    for (const std::string& given : {marks_file, ca_file}) {
        if (given.empty()) continue;
        if (const Status is_file = expect_file(given); !is_file) return report(is_file.error());
    }
    // A folder named with a slash at its end has no name behind it.
    const std::string named = (folder.filename().empty() ? folder.parent_path() : folder).filename().string();
    // Asked first, so that of a journal of any length only what they speak of is kept.
    const WitnessWork work(common, files, *data, marks_file);
    std::vector<Witness> witnesses = work.witnesses().ask(named);
    auto vouchers = read_vouchers(files, folder, named);
    MarkedHashes marked;
    for (const Witness& witness : witnesses) marked.look_for(witness.marks);
    if (vouchers) marked.look_for(vouchers->marks);
    const auto outline = read_journal_outline(files, folder, [&](const Position& entry) { marked.pass(entry); });
    if (!outline) return report(outline.error());
    const Language language = language_of(common);
    if (const auto origin = origin_of(files, folder); origin && *origin) {
        say("{} {}\n", Say{language}("alleen te lezen, van", "only to be read, of"),
            origin_in_words(**origin).in(language));
    }
    say_journal(*outline, language);
    const SessionChain chain = marked.chain(named, outline->head);
    const Testimony testimony = hold_against(chain, std::move(witnesses));
    const bool agree = say_testimony(testimony, language);
    const std::string ca =
        ca_file.empty() && work.settings().time_stamp ? work.settings().time_stamp->ca_file : ca_file;
    // Nothing is wrong with the session for it, but who reads on should know why its next mark is not signed.
    const auto state = work.witnesses().places().state;
    if (const auto unusable = state.empty() ? std::nullopt : unusable_key(files, state)) report(*unusable);
    const bool vouched = say_vouchers(files, folder, std::move(vouchers), chain, testimony, ca, language);
    return agree && vouched && outline->state() == JournalState::Whole && !outline->segments.empty() ? 0 : 1;
}

}  // namespace hamer
