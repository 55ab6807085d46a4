#include "service/clerk/clerk_service.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "platform/input_file.h"
#include "platform/zone.h"
#include "report/duty_calendar.h"
#include "service/store/archive.h"
#include "service/store/session_folder.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t calendar_ms = 2 * 366 * 86'400'000LL;  // what is done since long needs no more telling

}  // namespace

Result<ClerkService> ClerkService::open(Options options, FileSystem& files, const Clock& clock) {
    RETURN_IF_ERROR(files.make_folder(options.data));
    const WitnessPlaces places{options.data, options.second_place, options.state, {}};
    auto unusable = ready_key(files, places);
    ASSIGN_OR_RETURN(auto left_out, hand_over_waiting(files, options.settings, places, clock.now()));
    ASSIGN_OR_RETURN(auto opened, open_register(options.settings, options.data));
    ASSIGN_OR_RETURN(const auto role, opened.role());
    if (!role.empty()) options.user = options.user.empty() ? role : fmt::format("{} ({})", options.user, role);
    ClerkService service(std::move(options), files, clock, std::move(opened));
    service.left_out_ = std::move(left_out);
    service.unusable_key_ = std::move(unusable);
    return service;
}

Status ClerkService::note(std::string_view what, const std::string& id) {
    return register_.note_access({now(), options_.user, std::string(what), id});
}

Status ClerkService::prove_session_of(const IncidentRecord& record) {
    const std::string& id = record.source.session;
    if (!is_session_id(id)) return {};
    const auto folder = sessions_folder(options_.data, false) / id;
    const auto there = files_->look(folder);
    if (there && !*there) return {};  // it is on another device
    ASSIGN_OR_RETURN(const auto journal, read_session_journal(*files_, folder));
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    const auto proven = prove(id, journal, witnesses);
    return proven ? Status{} : tl::unexpected<Error>(proven.error());
}

Result<std::string> ClerkService::calendar() {
    const Instant begins{now().milliseconds - calendar_ms, now().offset_minutes};
    ASSIGN_OR_RETURN(const auto known, register_.duties_for_calendar(begins));
    return duties_as_calendar(known, now(), options_.language);
}

Result<std::vector<HeldDrill>> ClerkService::drills() { return held_drills(*files_, options_.data); }

SessionIndex ClerkService::session_index() { return {*files_, sessions_folder(options_.data, false)}; }

Result<ImportedSession> ClerkService::import(const std::filesystem::path& bundle) {
    progress_->begin({"Bestand lezen", "Reading the file"});
    ASSIGN_OR_RETURN(const std::string bytes, read_input_file(bundle, ArchiveLimits().bytes));
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    auto imported = import_session(*files_, options_.data, bytes, bundle.string(), witnesses, progress_.get());
    if (!imported) return imported;
    progress_->finish({"Dossiers maken", "Making the records"});
    ASSIGN_OR_RETURN(auto left_out, hand_over_waiting(*files_, options_.settings, places(), clock_->now()));
    left_out_ = std::move(left_out);
    return imported;
}

Result<std::vector<RecordSummary>> ClerkService::past_retention(int limit, Register::Hold which) {
    const auto today = std::chrono::year_month_day{day_of(in_zone(now(), SystemZone()))};
    // The list is made once a year: of what began before the first of January so many years ago.
    const auto before = [&](int years) {
        const auto year = today.year() - std::chrono::years(years);
        return at_wall(Day{year / std::chrono::January / 1}, std::chrono::milliseconds(0), SystemZone());
    };
    RetentionLimits limits{.otherwise = before(options_.settings.retention_years)};
    for (std::size_t i = 0; i < conduct_words.size(); ++i) {
        const auto own = options_.settings.retention_of_class.find(conduct_words[i]);
        if (own != options_.settings.retention_of_class.end())
            limits.of_class[static_cast<Conduct>(i)] = before(own->second);
    }
    return register_.past(limits, which, limit);
}

}  // namespace hamer
