// What the clerk's subcommands share.
#pragma once

#include "main/commands/clerk_commands.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/clerk/record_report.h"

namespace hamer {

// A clerk's desk for one command.
class ClerkWork {
  public:
    explicit ClerkWork(const CommonOptions& common) : desk_(open_clerk_desk(common, files_, clock_)) {}

    // Runs `work` on the desk; an error of either is said, and gives the exit status.
    template <typename Do>
    int operator()(const Do& work) {
        if (!desk_) return hamer::report(desk_.error());
        // Named, and in no other's way.
        for (const Error& one : desk_->left_out()) hamer::report(one);
        const Result<int> status = work(*desk_);
        return status ? *status : hamer::report(status.error());
    }

  private:
    SystemFiles files_;
    SystemClock clock_;
    Result<ClerkDesk> desk_;
};

// One line of a list.
void print_summary(const RecordSummary& record, Language language);

}  // namespace hamer
