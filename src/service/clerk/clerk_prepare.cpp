// Putting a gathering ready for the chair, from the estimate of its risks (5.1).
#include "base/attempt.h"
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/names.h"
#include "service/clerk/clerk_service.h"
#include "service/store/prepared_meeting_file.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// The first precaution of a kind, as its text says it, or else in the words given.
void add_precaution(std::vector<LocalText>& notes, const Dossier& dossier, PrecautionKind kind, const LocalText& label,
                    const LocalText& otherwise) {
    const auto found = std::ranges::find(dossier.precautions, kind, &Precaution::kind);
    if (found == dossier.precautions.end()) return;
    const std::string& text = found->text.empty() ? found->owner : found->text;
    notes.push_back(text.empty()
                        ? otherwise
                        : LocalText{fmt::format("{}: {}", label.nl, text), fmt::format("{}: {}", label.en, text)});
}

LocalText bans_in_words(std::size_t count) {
    if (count == 1) return {"Er loopt een verbod; de griffier weet voor wie", "A ban runs; the clerk knows for whom"};
    return {fmt::format("Er lopen {} verboden; de griffier weet voor wie", count),
            fmt::format("{} bans run; the clerk knows for whom", count)};
}

}  // namespace

Result<PreparedMeeting> ClerkService::prepare_meeting(const std::string& id) {
    ASSIGN_OR_RETURN(const auto record, look(id));
    const Dossier dossier = record.dossier.value_or(Dossier{});
    if (!dossier.estimate) {
        return fail(ErrorKind::Refused, id,
                    LocalText{"alleen een risico-inschatting gaat over een bijeenkomst die nog komt",
                              "a risk estimate alone is of a gathering to come"},
                    {"Begin er een: hamer record new --estimate DAG", "Begin one: hamer record new --estimate DAY"});
    }
    const Estimate& estimate = *dossier.estimate;
    const auto day = day_from_iso(estimate.day);
    if (!day || *day < day_of(in_zone(now(), SystemZone()))) {
        return fail(
            ErrorKind::Refused, id,
            day ? LocalText{"deze bijeenkomst is geweest", "this gathering has been"}
                : LocalText{"de dag van de bijeenkomst is niet ingevuld", "the day of the gathering is missing"},
            {"Vul de dag in, en bewaar", "Fill in the day, and save"});
    }
    PreparedMeeting made{.record = id,
                         .name = record.what,
                         .date = estimate.day,
                         .kind = estimate.kind,
                         .room = estimate.room,
                         .place = dossier.place,
                         .address = estimate.address,
                         .notes = {}};
    if (estimate.level) {
        const LocalText level = name_of(*estimate.level);
        made.notes.push_back({"Risico: " + level.nl, "Risk: " + level.en});
    }
    add_precaution(made.notes, dossier, PrecautionKind::Police, {"Politie", "Police"},
                   {"De politie weet ervan", "The police know of it"});
    add_precaution(made.notes, dossier, PrecautionKind::Spokesperson, {"Woordvoerder", "Spokesperson"},
                   {"Er is een woordvoerder", "There is a spokesperson"});
    if (const std::size_t bans = bans_on(*day).size(); bans > 0) made.notes.push_back(bans_in_words(bans));
    RETURN_IF_ERROR(keep_prepared_meeting(*files_, options_.data, made));
    RETURN_IF_ERROR(note_export(id));
    return made;
}

}  // namespace hamer
