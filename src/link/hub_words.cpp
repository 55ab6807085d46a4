#include "link/hub_words.h"

#include "link/link_words.h"

#include <fmt/format.h>

namespace hamer {

namespace {

LocalText role_words(LinkRole role) {
    switch (role) {
        case LinkRole::Chair:
            return {"voorzitter", "chair"};
        case LinkRole::Clerk:
            return {"griffier", "clerk"};
        case LinkRole::Onlooker:
            return {"meekijker", "onlooker"};
        case LinkRole::Trainer:
            break;
    }
    return {"trainer", "trainer"};
}

LocalText name_of(const PairedDevice& device) {
    const LocalText role = role_words(device.role);
    return {fmt::format("apparaat {} ({})", device.device, role.nl),
            fmt::format("device {} ({})", device.device, role.en)};
}

}  // namespace

LocalText came_words(const PairedDevice& device, const std::string& program) {
    const LocalText name = name_of(device);
    return {fmt::format("{} is verbonden, met {}", name.nl, program),
            fmt::format("{} is connected, with {}", name.en, program)};
}

LocalText paired_words(const KnownDevice& device) {
    const LocalText name = name_of(device.paired);
    return {fmt::format("{} is gekoppeld: “{}”", name.nl, device.name),
            fmt::format("{} was paired: “{}”", name.en, device.name)};
}

LocalText wrong_code_words(int tries_left) {
    if (tries_left == 0) {
        return {"vijf keer werd een verkeerde code getypt. De code geldt niet meer: vraag zo nodig een nieuwe",
                "a wrong code was typed five times. The code holds no longer: ask for a new one if need be"};
    }
    return {fmt::format("er werd een verkeerde code getypt; nog {} keer", tries_left),
            fmt::format("a wrong code was typed; tries that are left: {}", tries_left)};
}

LocalText refused_words(const std::optional<PairedDevice>& device, const LinkRefused& refused) {
    const LocalText name = device ? name_of(*device) : LocalText{"een apparaat", "a device"};
    LocalText why = sentence_of(refused);
    if (!refused.session.empty()) {
        why.nl += fmt::format(" (sessie {})", refused.session);
        why.en += fmt::format(" (session {})", refused.session);
    }
    return {fmt::format("{} kreeg als antwoord: {}", name.nl, why.nl),
            fmt::format("{} was answered: {}", name.en, why.en)};
}

LocalText older_copy_words(const OlderCopy& copy) {
    return {fmt::format("van sessie {} was hier al regel {}, en nu tot en met {}: deze map is een oudere kopie. Wat "
                        "ontbreekt komt opnieuw van het apparaat; zoek uit wat er is teruggezet",
                        copy.session, copy.had, copy.has),
            fmt::format("of session {} line {} was here before, and now all up to {}: this folder is an older copy. "
                        "What is missing comes again from the device; find out what was put back",
                        copy.session, copy.had, copy.has)};
}

LocalText not_settled_words(const Error& error) {
    return {fmt::format("een apparaat wiste wat het moest, en dat is hier niet opgeslagen: {}",
                        describe(error, Language::Dutch)),
            fmt::format("a device erased what it was told, and that could not be stored here: {}",
                        describe(error, Language::English))};
}

}  // namespace hamer
