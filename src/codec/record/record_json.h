// An incident record as JSON (config/schema/record.schema.json).
//
// Equal records give equal bytes: keys in a fixed order, two spaces of indentation, a newline at the end. Reading
// refuses what is missing, unknown or of another format, and says where.
#pragma once

#include "base/calendar.h"
#include "base/result.h"
#include "record/incident.h"

#include <string>
#include <string_view>

namespace hamer {

constexpr int first_record_format = 1;  // of records to which the clerk added nothing
constexpr int record_format = 2;

[[nodiscard]] std::string write_record(const IncidentRecord& record);
// The record as it is stored, and as one is compared with another: without the revision's number and how far the
// journal went. Both of one writing.
struct RecordTexts {
    std::string stored;
    std::string compared;
};
[[nodiscard]] RecordTexts write_record_texts(const IncidentRecord& record);
// `where` names the file or row in errors.
[[nodiscard]] Result<IncidentRecord> read_record(std::string_view text, const std::string& where);

// What the clerk added, with a JSON merge patch (RFC 7396) put over it: a key replaces what was there, null takes it
// away, a list is replaced as a whole. Days and moments may be written as people do (base/typed_time.h), on the clocks
// of `zone`, with `today` also without their year. Refused as a whole where the result would not be a dossier.
[[nodiscard]] Result<Dossier> patch_dossier(const Dossier& dossier, std::string_view patch, const std::string& where,
                                            const Zone& zone, std::optional<Day> today = std::nullopt);
[[nodiscard]] std::string write_dossier(const Dossier& dossier);

}  // namespace hamer
