// What the clerk's subcommands share.
#pragma once

#include "main/commands/clerk_commands.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/clerk/record_report.h"

namespace hamer {

// The clerk service for one command.
class ClerkWork {
  public:
    explicit ClerkWork(const CommonOptions& common) : service_(open_clerk_service(common, files_, clock_)) {}

    // Runs `work` on the service; an error of either is said, and gives the exit status.
    template <typename Do>
    int operator()(const Do& work) {
        if (!service_) return hamer::report(service_.error());
        // Named, and in no other's way.
        for (const Error& one : service_->left_out()) hamer::report(one);
        if (service_->unusable_key()) hamer::report(*service_->unusable_key());
        const Result<int> status = work(*service_);
        return status ? *status : hamer::report(status.error());
    }

  private:
    SystemFiles files_;
    SystemClock clock_;
    Result<ClerkService> service_;
};

// One line of a list.
void print_summary(const RecordSummary& record, Language language);

}  // namespace hamer
