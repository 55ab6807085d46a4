// What an answer of the server means, and what to do about it. Of the module hamer-postgresql.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace hamer {

// `state` is an SQLSTATE (PostgreSQL's appendix A); empty or spaces where the link broke. `message` is told only where
// it is about the link: others hold values, which are personal data.
[[nodiscard]] Error explain_state(const std::string& where, const std::string& state, const std::string& message);

// Of a server that let nobody in. `states` are what its hosts answered, one each, as far as they did.
[[nodiscard]] Error explain_closed_door(const std::string& where, const std::vector<std::string>& states,
                                        const std::string& message);

}  // namespace hamer
