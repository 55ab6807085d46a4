#include "ui/view/standing.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

struct Say {
    Language language;
    const char* operator()(const char* nl, const char* en) const { return language == Language::Dutch ? nl : en; }
};

// Whether a person recorded anything since the session was reopened. What the program brought back does not count.
bool went_on(const Session& session, const Reopened& reopened) {
    std::uint64_t by_people = 0;
    for (std::size_t i = reopened.entries; i < session.entries().size(); ++i) {
        if (session.entries()[i].actor != "program" && ++by_people > reopened.rescued) return true;
    }
    return false;
}

}  // namespace

std::vector<AlertView> trouble(const Observed& seen, Language language) {
    const Say say{language};
    std::vector<AlertView> alerts;
    if (const StorageHealth& health = seen.storage; health.unrecorded > 0) {
        const char* steps = health.unrecorded == 1 ? say("stap", "step") : say("stappen", "steps");
        const char* advice = health.second_place.empty()
                                 ? say("Schrijf mee op papier.", "Keep notes on paper.")
                                 : say("Apart bewaard; Hamer blijft het proberen.", "Kept aside; Hamer keeps trying.");
        alerts.push_back(
            {"storage",
             fmt::format("{} ({} {}). {}", say("NIET VASTGELEGD", "NOT RECORDED"), health.unrecorded, steps, advice),
             hamer::Tone::Danger, std::nullopt});
    }
    if (const Error* problem = seen.register_problem) {
        alerts.push_back({"register",
                          fmt::format("{}: {}", say("Dossier niet in het register", "Record not in the register"),
                                      describe(*problem)),
                          hamer::Tone::Danger, std::nullopt});
    }
    return alerts;
}

std::string reopened_notice(const Observed& seen, Language language) {
    const Say say{language};
    const Reopened* reopened = seen.reopened;
    if (!reopened || (went_on(seen.session, *reopened) && !reopened->damaged)) return {};
    std::string notice =
        fmt::format("{} {} {}.", say("Heropend na een onderbreking:", "Reopened after an interruption:"),
                    reopened->entries, say("regels teruggevonden", "lines found again"));
    if (reopened->rescued > 0) {
        notice += fmt::format(" {} {}.", reopened->rescued,
                              say("stappen kwamen van de tweede plaats", "steps came from the second place"));
    }
    if (reopened->tail_discarded) {
        notice += say(" Een onvolledige laatste regel is apart bewaard.", " An incomplete last line was kept aside.");
    }
    if (reopened->damaged) {
        notice += say(" Het logboek is beschadigd en gaat verder in een nieuw deel.",
                      " The journal is damaged and goes on in a new part.");
    }
    return notice;
}

}  // namespace hamer::ui
