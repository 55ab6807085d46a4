// An incident record as JSON (config/schema/record.schema.json).
//
// Equal records give equal bytes: keys in a fixed order, two spaces of indentation, a newline at the end. Reading
// refuses what is missing, unknown or of another format, and says where.
#pragma once

#include "base/result.h"
#include "record/incident.h"

#include <string>
#include <string_view>

namespace hamer {

constexpr int record_format = 1;

[[nodiscard]] std::string write_record(const IncidentRecord& record);
// `where` names the file or row in errors.
[[nodiscard]] Result<IncidentRecord> read_record(std::string_view text, const std::string& where);

}  // namespace hamer
