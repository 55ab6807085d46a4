#include "codec/procedure/offered_json.h"

#include "base/attempt.h"
#include "codec/json/parse.h"
#include "codec/procedure/procedure_parts.h"

#include <nlohmann/json.hpp>
#include <tuple>

namespace hamer {

Result<ProcedureHead> read_procedure_head(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        std::ignore = at.at("regions");  // else it is another kind of file
        ProcedureHead head{at.at("id").word(), at.at("title").text(), {}};
        head.title = {printable(head.title.nl, 200), printable(head.title.en, 200)};
        if (at.has("meetings")) head.meetings = read_meeting_kinds(at.at("meetings"));
        return head;
    });
}

}  // namespace hamer
