// A case system (ZGW), asked and told: each thing is first looked for by a name that is the same at every attempt, and
// made only where it is not there, so that whatever came in between is gone on from. Internal to service/handover.
#pragma once

#include "codec/record/zgw_messages.h"
#include "service/handover/delivery_way.h"

#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace hamer {

// What was asked for, or what the attempt comes to.
template <typename Value>
using Answered = tl::expected<Value, DeliveryOutcome>;

class CaseSystem {
  public:
    // `parts` outlives it, and has a ZgwTarget.
    CaseSystem(const DeliveryParts& parts, std::string secret);

    // The zaak's address.
    [[nodiscard]] Answered<std::string> zaak(const ZgwZaak& zaak) const;

    // The document, as a part of the zaak. `compare`: one that is there must have the same bytes, or else it is a
    // conflict, and left as it is.
    [[nodiscard]] DeliveryOutcome put(const std::string& zaak, const ZgwDocument& document, bool compare) const;

    // The first status, where the zaak has none: who handles it sets the next.
    [[nodiscard]] DeliveryOutcome begin(const std::string& zaak, Instant set) const;

  private:
    // Where a thing is looked for, and made.
    struct Shelf {
        std::string url;
        ZgwFields name;  // what it is found by, in the question and in the answer
    };
    [[nodiscard]] HttpAnswer send(HttpMethod method, const std::string& url, std::string body) const;
    [[nodiscard]] Answered<std::optional<ZgwFound>> find(const Shelf& shelf) const;
    [[nodiscard]] Answered<ZgwFound> find_or_make(const Shelf& shelf, const std::function<std::string()>& body) const;
    [[nodiscard]] tl::unexpected<DeliveryOutcome> not_understood(const Error& error) const;

    const DeliveryParts& parts_;
    const ZgwTarget& target_;
    std::string secret_;
};

}  // namespace hamer
