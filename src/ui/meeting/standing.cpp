#include "ui/meeting/standing.h"

#include "base/counted.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

// Whether a person recorded anything since the session was reopened. What the program brought back does not count.
bool went_on(const Session& session, const Reopened& reopened) {
    std::uint64_t by_people = 0;
    for (std::size_t i = reopened.entries; i < session.entries().size(); ++i) {
        if (session.entries()[i].actor != program_actor && ++by_people > reopened.brought_back) return true;
    }
    return false;
}

}  // namespace

std::vector<AlertView> trouble(const MeetingFacts& seen, Language language) {
    const Say say{language};
    std::vector<AlertView> alerts;
    if (const StorageHealth& health = seen.storage; health.unrecorded > 0) {
        const std::string steps = counted(health.unrecorded, {"stap", "step"}, {"stappen", "steps"}).in(language);
        const char* advice = health.second_place.empty()
                                 ? say("Schrijf mee op papier.", "Keep notes on paper.")
                                 : say("Apart bewaard; Hamer blijft het proberen.", "Kept aside; Hamer keeps trying.");
        alerts.push_back({"storage", fmt::format("{} ({}). {}", say("NIET VASTGELEGD", "NOT RECORDED"), steps, advice),
                          Tone::Danger, std::nullopt});
    }
    if (seen.reopened && seen.reopened->damaged) {
        alerts.push_back({"damaged",
                          say("Het logboek is beschadigd: wat na de schade kwam telt niet mee. Klopt het scherm niet? "
                              "Leg met Anders gegaan vast wat er echt gebeurd is.",
                              "The journal is damaged: what came after the damage does not count. Is the screen wrong? "
                              "Record with Went otherwise what really happened."),
                          Tone::Danger, std::nullopt});
    }
    if (seen.other_settings) {
        alerts.push_back({"settings",
                          say("Let op: namen en nummers zijn niet die van uw gemeente.",
                              "Mind: the names and numbers are not your municipality's."),
                          Tone::Danger, std::nullopt});
    }
    if (const Error* problem = seen.register_problem) {
        alerts.push_back({"register",
                          fmt::format("{}: {}", say("Dossier niet in het register", "Record not in the register"),
                                      describe(*problem, language)),
                          Tone::Danger, std::nullopt});
    }
    if (seen.elsewhere && !seen.elsewhere->trouble.empty()) {
        alerts.push_back({"log-elsewhere",
                          fmt::format("{} {}", say("Logboek", "Log"), seen.elsewhere->trouble.in(language)),
                          Tone::Attention, std::nullopt});
    }
    return alerts;
}

std::string reopened_notice(const MeetingFacts& seen, Language language) {
    const Say say{language};
    const Reopened* reopened = seen.reopened;
    if (!reopened || went_on(seen.session, *reopened)) return {};
    std::string notice = fmt::format("{} {}.", say("Heropend na een onderbreking:", "Reopened after an interruption:"),
                                     counted(reopened->entries, {"regel teruggevonden", "line found again"},
                                             {"regels teruggevonden", "lines found again"})
                                         .in(language));
    if (reopened->brought_back > 0) {
        notice += fmt::format(
            " {}.", counted(reopened->brought_back,
                            {"regel was apart bewaard en is terug", "line had been kept aside and is back"},
                            {"regels waren apart bewaard en zijn terug", "lines had been kept aside and are back"})
                        .in(language));
    }
    if (reopened->tail_discarded) {
        notice += say(" Een onvolledige laatste regel is apart bewaard.", " An incomplete last line was kept aside.");
    }
    return notice;
}

}  // namespace hamer::ui
