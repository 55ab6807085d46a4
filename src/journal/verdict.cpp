#include "journal/verdict.h"

#include <fmt/format.h>

namespace hamer {

const LocalText& reason(JournalFault fault) {
    static const LocalText none;
    static const LocalText stops_short{"de laatste regel houdt op voor het einde",
                                       "the last line stops before its end"};
    static const LocalText stops_then_zeros{"de laatste regel houdt op voor het einde, en er volgen nul-bytes",
                                            "the last line stops before its end and zero bytes follow"};
    static const LocalText not_a_line{"de regel begint niet als een journaalregel",
                                      "the line does not begin as a journal line"};
    static const LocalText wrong_number{"het volgnummer sluit niet aan op de vorige regel",
                                        "the sequence number does not follow on the entry before"};
    static const LocalText wrong_length{"de lengte is geen getal van 1 tot en met 16777216",
                                        "the length is not a number from 1 to 16777216"};
    static const LocalText wrong_checksum{"de controlesom past niet bij het volgnummer en de lengte",
                                          "the checksum does not fit the number and the length"};
    static const LocalText wrong_hash{"de hash past niet bij deze regel na de vorige",
                                      "the hash does not fit this line after the entry before it"};
    static const LocalText wrong_text{"de inhoud is niet één regel UTF-8-tekst",
                                      "the payload is not one line of UTF-8 text"};
    static const LocalText wrong_end{"de regel eindigt niet waar de lengte het zegt",
                                     "the line does not end where its length says"};
    static const LocalText missing{"het segment ontbreekt", "the segment is missing"};
    switch (fault) {
        case JournalFault::None:
            return none;
        case JournalFault::StopsShort:
            return stops_short;
        case JournalFault::StopsThenZeros:
            return stops_then_zeros;
        case JournalFault::NotALine:
            return not_a_line;
        case JournalFault::WrongNumber:
            return wrong_number;
        case JournalFault::WrongLength:
            return wrong_length;
        case JournalFault::WrongChecksum:
            return wrong_checksum;
        case JournalFault::WrongHash:
            return wrong_hash;
        case JournalFault::WrongText:
            return wrong_text;
        case JournalFault::WrongEnd:
            return wrong_end;
        case JournalFault::SegmentMissing:
            return missing;
    }
    return none;
}

std::string_view state_name(JournalState state) {
    switch (state) {
        case JournalState::Whole:
            return "whole";
        case JournalState::Torn:
            return "torn";
        case JournalState::Damaged:
            break;
    }
    return "damaged";
}

LocalText describe(const SegmentVerdict& verdict) {
    if (verdict.state == JournalState::Whole) return {"heel", "whole"};
    const LocalText& why = reason(verdict.fault);
    const bool torn = verdict.state == JournalState::Torn;
    return {fmt::format("{} op positie {}: {}", torn ? "afgebroken" : "beschadigd", verdict.offset, why.nl),
            fmt::format("{} at offset {}: {}", state_name(verdict.state), verdict.offset, why.en)};
}

}  // namespace hamer
