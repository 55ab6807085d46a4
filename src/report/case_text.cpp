#include "report/case_text.h"

#include "base/counted.h"
#include "record/names.h"
#include "report/date_text.h"

#include <fmt/format.h>

namespace hamer {

std::string case_line(const AnonymousCase& one, Language language) {
    const Say say{language};
    std::string line = fmt::format("{}  {}", month_in_words(one.month, language), name_of(one.kind).in(language));
    const auto add = [&](const std::string& more) { line += "; " + more; };
    const auto add_if = [&](bool holds, const char* nl, const char* en) {
        if (holds) add(say(nl, en));
    };
    if (one.conduct) add(name_of(*one.conduct).in(language));
    if (one.channel) add(name_of(*one.channel).in(language));
    if (one.scenario != Scenario::None)
        add(fmt::format("scenario {}", scenario_words[static_cast<std::size_t>(one.scenario)]));
    if (one.requests > 0)
        add(counted(static_cast<std::uint64_t>(one.requests), {"verzoek", "request"}, {"verzoeken", "requests"})
                .in(language));
    add_if(one.suspended, "geschorst", "suspended");
    add_if(one.room_cleared, "zaal ontruimd", "room cleared");
    add_if(one.police_called, "politie gebeld", "police called");
    add_if(one.emergency, "noodsituatie", "emergency");
    add_if(one.injury, "letsel", "injury");
    add_if(one.damage == true, "schade", "damage");
    for (const Office each : one.affected)
        add(fmt::format("{}: {}", say("betrokken", "affected"), name_of(each).in(language)));
    if (one.repetition) add(name_of(*one.repetition).in(language));
    for (const MeasureKind each : one.measures) add(name_of(each).in(language));
    if (!one.charges.empty()) add(charges_name(one.charges).in(language));
    add(fmt::format("{} min", one.minutes));
    return line;
}

}  // namespace hamer
