#include "service/handover/handover.h"

#include "base/attempt.h"
#include "record/completeness.h"
#include "record/incidents.h"
#include "register/place.h"
#include "service/store/session_folder.h"
#include "service/store/session_index.h"
#include "service/store/session_origin.h"
#include "service/store/vouchers.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

std::string register_location(const Settings& settings, const std::filesystem::path& data) {
    const std::string& place = settings.register_place;
    return read_place(place).kind == RegisterPlace::Kind::File ? (data / place).string() : place;
}

std::string shown_register(const Settings& settings, const std::filesystem::path& data) {
    return read_place(register_location(settings, data)).shown;
}

Result<Register> open_register(const Settings& settings, const std::filesystem::path& data) {
    std::vector<std::string> targets;
    if (!settings.deliver.folder.empty()) targets.emplace_back(folder_target);
    if (settings.deliver.https) targets.emplace_back(https_target);
    if (settings.deliver.zgw) targets.emplace_back(zgw_target);
    return Register::open(register_location(settings, data), std::move(targets));
}

namespace {

// Beside the journal, signed where this device has a key; a session of another device is left as it came. What cannot
// be written or signed holds nothing up.
SessionMark marked(FileSystem& files, const WitnessPlaces& places, const SessionMark& end) {
    const auto folder = sessions_folder(places.data, false) / end.session_id;
    const auto origin = origin_of(files, folder);
    if (!origin || *origin) return end;
    if (!put_mark(files, folder, end) || places.state.empty()) return end;
    const auto key = DeviceKey::open(files, places.state);
    if (!key || !put_signature(files, folder, end, *key)) return end;
    return {end.session_id, end.seq, end.head, key->fingerprint()};
}

Result<std::vector<HandedOver>> hand_over(FileSystem& files, Register& records, const Session& session,
                                          const ProvenJournal& journal, const Witnesses& witnesses,
                                          const Settings& settings, const Stamp& now) {
    // Before the register knows of it: what that says is signed is there.
    const SessionMark end = marked(files, witnesses.places(), journal.chain().end());
    const auto made = incidents(session, settings.municipality, end.session_id, end.head);
    ASSIGN_OR_RETURN(const auto stored, records.hand_over(journal.chain(), made, now.at, end.key));
    witnesses.tell(end);
    std::vector<HandedOver> handed;
    handed.reserve(stored.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (std::ranges::find(stored, made[i].id, &StoredRecord::id) != stored.end())
            handed.push_back({made[i].id, i, missing(made[i]).size()});
    }
    return handed;
}

}  // namespace

Result<std::vector<HandedOver>> hand_over_session(FileSystem& files, const Session& session, const std::string& id,
                                                  const Position& head, const Settings& settings,
                                                  const WitnessPlaces& places, const Stamp& now) {
    ASSIGN_OR_RETURN(auto opened, open_register(settings, places.data));
    const auto folder = sessions_folder(places.data, false) / id;
    auto journal = read_session_journal(files, folder);
    if (!journal) return tl::unexpected<Error>(journal.error());
    // What was recorded since then is handed over by itself.
    if (journal->records.size() > head.seq)
        journal->records.erase(journal->records.begin() + static_cast<std::ptrdiff_t>(head.seq),
                               journal->records.end());
    if (journal->head() != head) {
        const LocalText differs{
            fmt::format("het logboek op de schijf heeft bij regel {} de hash {}, en vastgelegd is regel {} met hash {}",
                        journal->head().seq, journal->head().hash, head.seq, head.hash),
            fmt::format(
                "the journal on disk has at entry {} the hash {}, and what was recorded is entry {} with hash {}",
                journal->head().seq, journal->head().hash, head.seq, head.hash)};
        return fail(ErrorKind::Refused, folder.string(), differs,
                    LocalText{"Iemand veranderde de map terwijl de vergadering open was. Zet die terug",
                              "Somebody changed the folder while the meeting was open. Put it back"});
    }
    const Witnesses witnesses(files, settings, places, &opened);
    ASSIGN_OR_RETURN(const auto proven, prove(id, *journal, witnesses));
    return hand_over(files, opened, session, proven, witnesses, settings, now);
}

std::optional<Error> ready_key(FileSystem& files, const WitnessPlaces& places) {
    if (places.state.empty()) return std::nullopt;
    const auto key = DeviceKey::open(files, places.state);
    return key ? std::nullopt : std::optional(key.error());
}

Result<std::vector<Error>> hand_over_waiting(FileSystem& files, const Settings& settings, const WitnessPlaces& places,
                                             const Stamp& now) {
    const auto parent = sessions_folder(places.data, false);
    SessionIndex index(files, parent);
    ASSIGN_OR_RETURN(const auto ids, index.ids());
    std::vector<Error> left_out;
    if (ids.empty()) return left_out;
    ASSIGN_OR_RETURN(auto opened, open_register(settings, places.data));
    ASSIGN_OR_RETURN(const auto heads, opened.session_heads());
    const Witnesses witnesses(files, settings, places, &opened);
    std::optional<Error> failure;
    for (const std::string& id : ids) {
        // One session must not keep the others waiting; one that cannot be read is for `hamer sessions` to show.
        const auto found = index.summary(id);
        if (!found || found->entries == 0) continue;
        const auto head = heads.find(id);
        const bool known = head != heads.end();
        if (known && head->second == found->head) continue;
        // A drill's folder was put here by somebody; of a session that is known, what it says of itself now counts not.
        if (!known && (found->drill || !found->closed)) continue;
        const auto stored = read_session(files, parent, id);
        if (!stored || stored->session.entries().empty()) continue;
        const Session& session = stored->session;
        const auto proven = prove(id, stored->journal, witnesses);
        const auto done = proven ? hand_over(files, opened, session, *proven, witnesses, settings, now)
                                 : tl::unexpected<Error>(proven.error());
        if (done) continue;
        if (done.error().kind == ErrorKind::Refused)
            left_out.push_back(done.error());
        else if (!failure)
            failure = done.error();
    }
    index.keep();
    if (failure) return tl::unexpected<Error>(*failure);
    return left_out;
}

}  // namespace hamer
