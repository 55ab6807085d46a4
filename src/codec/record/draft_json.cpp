#include "codec/record/draft_json.h"

#include "base/attempt.h"
#include "codec/record/record_visitors.h"

namespace hamer {

namespace {

constexpr int draft_format = 1;

}  // namespace

void members(auto& visit, Is<Draft> auto& part) {
    visit("record", part.record);
    visit("revision", part.revision);
    visit("dossier", part.dossier);
    visit.maybe("typed", part.typed);
}

std::string write_draft(const Draft& draft) {
    Json json = {{"format", draft_format}};
    const Json rest = RecordWriter::object(draft);
    for (const auto& [key, value] : rest.items()) json[key] = value;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Draft> read_draft(std::string_view text, const std::string& where) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, where));
    return reading(where, [&] {
        const Cursor at(json, where);
        if (at.at("format").integer(0, std::numeric_limits<int>::max()) != draft_format) {
            at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer",
                                 Trouble::OtherVersion);
        }
        Draft draft;
        RecordReader::object(at, draft, UtcZone(), {"format"});
        return draft;
    });
}

}  // namespace hamer
