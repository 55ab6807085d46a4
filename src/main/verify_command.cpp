#include "desk/session_folder.h"
#include "desk/time_stamp.h"
#include "desk/vouchers.h"
#include "journal/posix_file.h"
#include "main/clerk_commands.h"
#include "main/commands.h"
#include "main/output.h"
#include "main/witness_work.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace hamer {

namespace {

// By its id, in the meetings or else in the drills of the data folder; or the folder itself.
std::filesystem::path folder_of(const std::filesystem::path& data, const std::string& session) {
    if (!is_session_id(session)) return session;
    std::error_code code;
    const auto drill = sessions_folder(data, true) / session;
    return std::filesystem::is_directory(drill, code) ? drill : sessions_folder(data, false) / session;
}

void say_journal(const JournalContents& contents, Language language) {
    const bool dutch = language == Language::Dutch;
    for (const SegmentVerdict& verdict : contents.segments) {
        say("{}: {} ({} {})\n", segment_name(verdict.segment), describe(verdict).in(language), verdict.entries,
            dutch ? "regels" : "entries");
    }
    for (const std::string& copy : contents.torn_copies) {
        say("{}: {}\n", copy, dutch ? "onvolledige regel, apart bewaard" : "incomplete line, kept aside");
    }
    say("{} {}, {} {}\n", contents.head().seq, dutch ? "regels" : "entries", dutch ? "hoofdhash" : "head hash",
        contents.head().hash);
}

// What stands beside the journal: signatures and time stamps. True when all of it fits.
bool say_vouchers(FileSystem& files, const std::filesystem::path& folder, const SessionChain& chain,
                  const Testimony& testimony, const std::string& ca_file, Language language) {
    const bool dutch = language == Language::Dutch;
    auto vouchers = read_vouchers(files, folder, chain.session_id);
    if (!vouchers) return report(vouchers.error()) == 0;
    // Of a session in the data folder these marks are among the witnesses already.
    const bool beside_asked = std::ranges::any_of(
        testimony.heard, [](const Testimony::Heard& heard) { return heard.witness.name == marks_beside(); });
    for (const SessionMark& mark : vouchers->marks) {
        if (!beside_asked && !chain.passes_through(mark)) {
            vouchers->wrong.push_back(difference(chain, mark, {mark_file_name(mark.seq), mark_file_name(mark.seq)}));
        }
        if (mark.key.empty()) continue;
        say("{} {}: {} {}\n", dutch ? "regel" : "entry", mark.seq,
            dutch ? "ondertekend met sleutel" : "signed by the key", mark.key);
    }
    const auto is_signed = [](const SessionMark& mark) { return !mark.key.empty(); };
    if (std::ranges::none_of(vouchers->marks, is_signed)) {
        say("{}\n", dutch ? "geen handtekening naast het logboek" : "no signature beside the journal");
    }
    for (const std::string& name : vouchers->stamps) {
        const auto mark = files.read(folder / name.substr(0, name.find('.')));
        const auto stamp = files.read(folder / name);
        const auto time = read_time_stamp(stamp && *stamp ? **stamp : "", mark && *mark ? **mark : "", ca_file, name);
        if (time) {
            say("{}: {} {} UTC\n", name, dutch ? "tijdstempel van" : "time stamp of", to_rfc3339(*time));
        } else {
            const std::string told = describe(time.error(), language);
            vouchers->wrong.push_back({told, told});
        }
    }
    for (const Testimony::Heard& heard : testimony.heard) {
        std::ranges::move(missing_signatures(*vouchers, heard.witness.marks, heard.witness.name),
                          std::back_inserter(vouchers->wrong));
    }
    for (const LocalText& one : vouchers->wrong) say("{}: {}\n", dutch ? "KLOPT NIET" : "WRONG", one.in(language));
    return vouchers->wrong.empty();
}

}  // namespace

int verify_command(const CommonOptions& common, const std::string& session, const std::string& marks_file,
                   const std::string& ca_file) {
    PosixFileSystem files;
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
    const auto contents = read_session_journal(files, folder);
    if (!contents) return report(contents.error());
    const Language language = language_of(common);
    say_journal(*contents, language);
    const WitnessWork work(common, files, *data, marks_file);
    // A folder named with a slash at its end has no name behind it.
    const auto named = folder.filename().empty() ? folder.parent_path() : folder;
    const SessionChain chain = chain_of(named.filename().string(), *contents);
    const Testimony testimony = hold_against(chain, work.witnesses().ask(chain.session_id));
    const bool agree = say_testimony(testimony, language);
    const std::string ca =
        ca_file.empty() && work.settings().time_stamp ? work.settings().time_stamp->ca_file : ca_file;
    const bool vouched = say_vouchers(files, folder, chain, testimony, ca, language);
    return agree && vouched && contents->state() == JournalState::Whole && !contents->segments.empty() ? 0 : 1;
}

}  // namespace hamer
