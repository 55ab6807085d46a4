// The ways to hand a record on: each takes one revision to its target, as often as it is asked to. Internal to
// service/handover; deliverer.h says what holds for all.
#pragma once

#include "base/result.h"
#include "codec/record/record_json.h"
#include "platform/files.h"
#include "register/register.h"
#include "service/store/http_client.h"
#include "session/settings.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace hamer {

// What an attempt comes to.
struct DeliveryOutcome {
    DeliveryState state = DeliveryState::Waiting;
    std::string problem{};
    std::int64_t wait_ms = 0;  // as the other side asked; 0: it did not
};
inline DeliveryOutcome delivered() { return {DeliveryState::Delivered}; }

struct DeliveryParts {
    Register& records;
    const Settings& settings;
    const std::filesystem::path& data;
    FileSystem& files;
    const Clock& clock;
    // The report that goes beside a record; may be empty.
    const std::function<Result<std::string>(const IncidentRecord& record)>& make_report;
    const std::function<bool()>& stop;

    [[nodiscard]] DeliveryOutcome waits_for(const Error& error) const {
        return {DeliveryState::Waiting, describe(error, settings.language)};
    }
    [[nodiscard]] DeliveryOutcome parked(const LocalText& problem) const {
        return {DeliveryState::Parked, problem.in(settings.language)};
    }
};

// "20261104-193000-1a2b3c4d-1-r2": of a revision, the same at each attempt.
[[nodiscard]] std::string name_of(const Delivery& delivery);

// Ids are made by Hamer, but a register may come from elsewhere: nothing else becomes the name of a file or of a
// document.
[[nodiscard]] bool is_plain_name(std::string_view name);

using PutAttachment = std::function<DeliveryOutcome(const Attachment& attachment, const std::string& bytes)>;
// Each file beside the record that is not erased, until one is not taken.
[[nodiscard]] DeliveryOutcome each_attachment(const DeliveryParts& parts, const IncidentRecord& record,
                                              const PutAttachment& put);

// `body` is the revision as the register has it.
[[nodiscard]] Result<DeliveryOutcome> deliver_to_folder(const DeliveryParts& parts, const Delivery& delivery,
                                                        const std::string& body);
[[nodiscard]] Result<DeliveryOutcome> deliver_over_https(const DeliveryParts& parts, const Delivery& delivery,
                                                         const std::string& body);
[[nodiscard]] Result<DeliveryOutcome> deliver_to_case_system(const DeliveryParts& parts, const Delivery& delivery,
                                                             const std::string& body);

// What a server's answer means: what passes by itself waits, and a refusal is parked with the server's own reason.
[[nodiscard]] DeliveryOutcome outcome_of(const HttpAnswer& answer, Language language);

// When a revision was made: of what is complete, when it was completed.
[[nodiscard]] Instant made(const IncidentRecord& record);

}  // namespace hamer
