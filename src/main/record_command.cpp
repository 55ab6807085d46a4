#include "journal/posix_file.h"
#include "main/commands.h"
#include "register/register.h"

#include <fmt/format.h>
#include <iostream>

namespace hamer {

namespace {

// The register of the data folder, brought up to date with sessions that were closed but did not reach it.
Result<Register> open_register(const CommonOptions& common) {
    const auto data = data_folder(common);
    if (!data) return tl::unexpected<Error>(data.error());
    auto options = desk_options(common);
    if (!options) return tl::unexpected<Error>(options.error());
    PosixFileSystem files;
    if (auto made = files.make_folder(*data); !made) return tl::unexpected<Error>(made.error());
    if (auto done = hand_over_waiting(files, options->settings, *data, SystemClock().now()); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return Register::open(register_location(options->settings, *data));
}

}  // namespace

int record_list_command(const CommonOptions& common) {
    auto opened = open_register(common);
    if (!opened) return report(opened.error());
    const auto records = opened->list();
    if (!records) return report(records.error());
    if (records->empty()) {
        fmt::print(stderr, "{}\n", common.lang == "en" ? "no records yet" : "nog geen dossiers");
    }
    for (const RecordSummary& record : *records) {
        fmt::print("{}  r{}  {} {}  {}  {}  ({})\n", record.id, record.revision, record.date,
                   clock_time(record.started), record.meeting, record.what,
                   incident_status_words[static_cast<std::size_t>(record.status)]);
    }
    return 0;
}

int record_show_command(const CommonOptions& common, const std::string& id, int revision) {
    auto opened = open_register(common);
    if (!opened) return report(opened.error());
    const auto text = opened->show(id, revision > 0 ? std::optional(revision) : std::nullopt);
    if (!text) return report(text.error());
    std::cout << *text;
    return 0;
}

}  // namespace hamer
