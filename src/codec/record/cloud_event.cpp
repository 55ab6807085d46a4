#include "codec/record/cloud_event.h"

#include "base/attempt.h"
#include "codec/json/parse.h"

#include <nlohmann/json.hpp>

namespace hamer {

Result<std::string> cloud_event(const std::string& body, const std::string& id, const std::string& record,
                                const std::string& source, Instant time) {
    ASSIGN_OR_RETURN(auto data, parse_json(body, record));
    const Json event = {{"specversion", "1.0"},
                        {"id", id},
                        {"source", source},
                        {"type", event_type},
                        {"subject", record},
                        {"time", to_rfc3339(time)},
                        {"datacontenttype", "application/json"},
                        {"data", std::move(data)}};
    return event.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hamer
