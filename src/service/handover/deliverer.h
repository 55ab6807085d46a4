// Takes what the register has queued to its targets: a folder, a server over HTTPS, and a case system.
//
// At least once: a delivery is settled after the other side has it, so that a crash in between repeats it. Idempotent
// by (source, id): a repeated file with the same bytes is what was wanted, and a server knows the id. Same id with
// other content is a conflict: parked and shown, never overwritten. What cannot be reached is tried again after one
// second, doubling to five minutes, less a part by chance; a refusal waits for a person.
// Diagnostic texts name records by id. A refusal quotes the receiver's own reason, shortened, in one line; where that
// names a person, erasing the person takes the name out of it. One thread; run() may take as long as the network does.
#pragma once

#include "base/time.h"
#include "platform/files.h"
#include "register/register.h"
#include "session/settings.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace hamer {

struct DeliveryOutcome;  // service/handover/delivery_way.h

struct DeliveryRun {
    int delivered = 0;
    int waiting = 0;  // to be tried again
    int parked = 0;
};

class Deliverer {
  public:
    // Makes the report that goes beside a record into the folder; nothing where there is none.
    using MakeReport = std::function<Result<std::string>(const IncidentRecord& record)>;
    // All outlive it.
    Deliverer(Register& records, const Settings& settings, const std::filesystem::path& data, FileSystem& files,
              const Clock& clock, MakeReport make_report = {});

    // Tries each delivery that is ready once, in the order of the revisions; after a failure the later revisions of
    // the same record wait for that target too. Stops early when `stop` says so, also
    // within an attempt, which then counts as one that got no answer.
    [[nodiscard]] Result<DeliveryRun> run(const std::function<bool()>& stop = [] { return false; });

  private:
    [[nodiscard]] Result<DeliveryOutcome> attempt(const Delivery& delivery);

    Register& records_;
    const Settings& settings_;
    const std::filesystem::path& data_;
    FileSystem& files_;
    const Clock& clock_;
    MakeReport make_report_;
    std::function<bool()> stop_;  // of the present run
};

// How long to wait after so many attempts: 1 s, 2 s, 4 s … 5 min, of which at most a half is taken off by what the
// delivery's name makes of it, so that many desks do not come at once.
[[nodiscard]] std::int64_t retry_delay_ms(int attempts, std::string_view name);

}  // namespace hamer
