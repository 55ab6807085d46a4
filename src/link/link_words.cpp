#include "link/link_words.h"

#include <fmt/format.h>

namespace hamer {

namespace {

std::string named(const LinkRefused& refused, const char* name) {
    const auto found = refused.with.find(name);
    return found == refused.with.end() ? "?" : printable(found->second, 300);
}

LocalText of_the_connection(const LinkRefused& refused) {
    switch (refused.code) {
        case LinkCode::NotPaired:
            return {"dit apparaat is hier niet (meer) gekoppeld. Koppel het opnieuw met een code",
                    "this device is not paired here (any more). Pair it again with a code"};
        case LinkCode::Version:
            return {fmt::format("de griffier spreekt versie {} van de verbinding, dit apparaat {}. Werk de oudste bij",
                                named(refused, "speaks"), link_protocol),
                    fmt::format("the keeper speaks version {} of the link, this device {}. Renew the older one",
                                named(refused, "speaks"), link_protocol)};
        case LinkCode::Forbidden:
            return {"dit apparaat is voor iets anders gekoppeld. Koppel het opnieuw met de goede rol",
                    "this device was paired for something else. Pair it again with the right role"};
        case LinkCode::CodeWrong:
            return {"deze code is niet goed, of geldt niet meer. Vraag een nieuwe",
                    "this code is not right, or holds no longer. Ask for a new one"};
        case LinkCode::TooMany:
            return {"er kwam te veel tegelijk. Probeer het zo nog eens",
                    "too much came at once. Try again in a moment"};
        case LinkCode::TooLarge:
            return {fmt::format("een regel is te groot om te versturen (grens: {} bytes). Hij staat op dit apparaat",
                                named(refused, "limit")),
                    fmt::format("a line is too large to be sent (limit: {} bytes). It is on this device",
                                named(refused, "limit"))};
        case LinkCode::Silent:
            return {"de andere kant is niet te horen", "the other side is not heard"};
        case LinkCode::Replaced:
            return {"hetzelfde apparaat heeft een nieuwe verbinding", "the same device has a new connection"};
        case LinkCode::Slow:
            return {"dit apparaat leest te langzaam", "this device reads too slowly"};
        default:
            return {"de andere kant stuurde iets wat hier niet past. Controleer of beide dezelfde Hamer hebben",
                    "the other side sent what does not fit here. See that both have the same Hamer"};
    }
}

}  // namespace

LinkRefusal no_command(NoCommand why) {
    switch (why) {
        case NoCommand::NotYours:
            return {"not-yours", {"dit kan alleen de voorzitter", "only the chair can do this"}};
        case NoCommand::SwitchedOff:
            return {"switched-off",
                    {"de voorzitter neemt nu niets aan van andere schermen",
                     "the chair takes nothing from other screens now"}};
        case NoCommand::OtherSession:
            // Its journal is not looked at, so nothing is said of what stands in it.
            return {
                "other-session",
                {"dit was voor een andere vergadering dan die er nu is. Kijk in het log daarvan of het is vastgelegd",
                 "this was for another meeting than the one that is there now. See in its log whether it was "
                 "recorded"}};
        case NoCommand::OtherRun:
            return {
                "other-run",
                {"het scherm van de voorzitter begon intussen opnieuw, en dit is niet vastgelegd. Kijk, en tik zo "
                 "nodig nog eens",
                 "the chair's screen began anew meanwhile, and this was not recorded. Look, and tap again if need be"}};
        case NoCommand::ChangedMeanwhile:
            return {"changed-meanwhile",
                    {"er veranderde intussen iets. Kijk, en tik zo nodig nog eens",
                     "something changed meanwhile. Look, and tap again if need be"}};
        case NoCommand::TooMany:
            break;
    }
    return {"too-many-commands", {"er is te veel gevraagd in deze vergadering", "too much was asked in this meeting"}};
}

LocalText sentence_of(const LinkRefused& refused) {
    switch (refused.code) {
        case LinkCode::Storage:
            return {fmt::format("de griffier kan het niet opslaan ({}). Kijk daar naar de schijf",
                                named(refused, "problem")),
                    fmt::format("the keeper cannot store it ({}). Look at the disk there", named(refused, "problem"))};
        case LinkCode::Gap:
            return {"de regels sluiten niet aan op wat de griffier heeft. Het wordt opnieuw vergeleken",
                    "the lines do not follow on what the keeper has. It is compared again"};
        case LinkCode::Damaged:
            return {fmt::format("regel {} kwam niet heel aan. Hij wordt opnieuw gestuurd", named(refused, "seq")),
                    fmt::format("line {} did not come whole. It is sent again", named(refused, "seq"))};
        case LinkCode::TooManyForks:
            return {"de griffier heeft al te veel verschillende versies van deze vergadering. Zoek uit hoe dat komt",
                    "the keeper has too many versions of this meeting already. Find out how that came"};
        case LinkCode::OtherDevice:
            return {"een ander apparaat legt deze vergadering nu vast", "another device records this meeting now"};
        case LinkCode::UnknownSession:
            return {"deze vergadering is daar niet", "this meeting is not there"};
        case LinkCode::SessionOpen:
            return {"de vergadering is nog open. Wissen kan daarna", "the meeting is still open. Erasing is for later"};
        default:
            return of_the_connection(refused);
    }
}

LocalText band_words(const LinkStatus& status) {
    switch (status.band) {
        case LinkBand::NotReached:
            return {"op dit apparaat; de griffier is niet te bereiken", "on this device; the keeper is not reached"};
        case LinkBand::CatchingUp:
            if (status.behind == 0)
                return {"op dit apparaat; de griffier vergelijkt", "on this device; the keeper compares"};
            return {fmt::format("op dit apparaat; nog {} naar de griffier", status.behind),
                    fmt::format("on this device; {} to go to the keeper", status.behind)};
        case LinkBand::There:
            return {"op dit apparaat en bij de griffier", "on this device and at the keeper"};
        case LinkBand::ThereApart:
            return {"op dit apparaat, en apart bij de griffier: daar is ook een ander verloop",
                    "on this device, and apart at the keeper: another course is there too"};
        case LinkBand::MoreThere:
            return {"de griffier heeft regels die op dit apparaat ontbreken",
                    "the keeper has lines that are missing on this device"};
        case LinkBand::CannotBeKept:
            break;
    }
    const LocalText why = status.why ? sentence_of(*status.why) : LocalText{};
    return {"op dit apparaat; " + why.nl, "on this device; " + why.en};
}

LocalText loss_words(const LinkStatus& status) {
    if (!status.lost) return {};
    return {fmt::format("de griffier had al tot en met regel {}, en daarvan alleen nog tot en met {}: een oudere kopie",
                        status.lost->had, status.lost->has),
            fmt::format("the keeper had all up to line {}, and of that only up to {} any more: an older copy",
                        status.lost->had, status.lost->has)};
}

}  // namespace hamer
