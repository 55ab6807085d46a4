#include "desk/handover.h"

#include "desk/session_folder.h"
#include "record/completeness.h"
#include "record/incidents.h"
#include "register/place.h"

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
    return Register::open(register_location(settings, data), std::move(targets));
}

Result<std::vector<HandedOver>> hand_over_session(const Session& session, const std::string& id, const Position& head,
                                                  const Settings& settings, const std::filesystem::path& data,
                                                  const Stamp& now) {
    auto opened = open_register(settings, data);
    if (!opened) return tl::unexpected<Error>(opened.error());
    const auto records = incidents(session, settings.municipality, id, head.hash);
    const auto stored = opened->hand_over({id, head.seq, head.hash}, records, now.at);
    if (!stored) return tl::unexpected<Error>(stored.error());
    std::vector<HandedOver> handed;
    handed.reserve(records.size());
    for (const IncidentRecord& record : records) handed.push_back({record.id, missing(record).size()});
    return handed;
}

Status hand_over_waiting(FileSystem& files, const Settings& settings, const std::filesystem::path& data,
                         const Stamp& now) {
    const auto parent = sessions_folder(data, false);
    const auto ids = list_sessions(files, parent);
    if (!ids) return tl::unexpected<Error>(ids.error());
    if (ids->empty()) return {};
    auto opened = open_register(settings, data);
    if (!opened) return tl::unexpected<Error>(opened.error());
    Status first_problem;
    for (const std::string& id : *ids) {
        // The journal alone says whether anything is new; the entries are read only then.
        const auto journal = read_session_journal(files, parent / id);
        const auto mark = opened->session_mark(id);
        if (!mark) return tl::unexpected<Error>(mark.error());
        if (!journal || (*mark && (*mark)->head == journal->head().hash)) continue;
        const auto stored = read_session(files, parent, id);
        // One session must not keep the others waiting; one that cannot be read is for `hamer sessions` to show.
        if (!stored || stored->session.entries().empty()) continue;
        const Session& session = stored->session;
        if (session.opened().drill) continue;  // somebody put its folder here
        if (!*mark && !session.procedure().is_closed(session.configuration())) continue;
        const Position head = stored->journal.head();
        const auto records = incidents(session, settings.municipality, id, head.hash);
        const auto done = opened->hand_over({id, head.seq, head.hash}, records, now.at);
        if (!done && first_problem) first_problem = tl::unexpected<Error>(done.error());
    }
    return first_problem;
}

}  // namespace hamer
