#include "codec/json/file_kind.h"

#include "base/attempt.h"
#include "codec/json/parse.h"

#include <nlohmann/json.hpp>

namespace hamer {

Result<FileKind> file_kind(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    if (json.is_object() && (json.contains("regions") || json.contains("guide"))) return FileKind::Procedure;
    if (json.is_object() && json.contains("injects")) return FileKind::Scenario;
    if (json.is_object() && json.contains("municipality")) return FileKind::Settings;
    if (json.is_object() && json.contains("reader")) return FileKind::Letter;
    return fail(ErrorKind::Usage, file,
                "expected a procedure (with “regions”), settings (with “municipality”), a scenario (with “injects”) or "
                "a letter (with “reader”)",
                "Is it the right file?", Trouble::WrongShape);
}

}  // namespace hamer
