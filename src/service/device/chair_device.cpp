#include "service/device/chair_device.h"

#include "base/attempt.h"
#include "codec/settings/settings_json.h"
#include "journal/durable.h"
#include "report/slate_picture.h"
#include "service/store/prepared_meeting_file.h"
#include "service/store/session_folder.h"

#include <utility>

namespace hamer {

ChairDevice::ChairDevice(FileSystem& files, const Clock& clock, std::filesystem::path data, Settings settings)
    : files_(files), clock_(clock), data_(std::move(data)), settings_(std::move(settings)), preferences_(files, data_) {
    name_times();
}

void ChairDevice::choose(const Preferences& preferences) {
    preferences_.keep(preferences);
    name_times();
}

void ChairDevice::read_chosen() {
    preferences_.read();
    name_times();
}

std::chrono::seconds ChairDevice::statement_limit() const { return hamer::statement_limit(chosen(), settings_); }

void ChairDevice::name_times() {
    settings_.municipality.statement_limit_seconds = static_cast<int>(statement_limit().count());
}

Meeting ChairDevice::last_meeting() const {
    Meeting meeting;
    if (!data_.empty()) {
        const auto text = files_.read(data_ / last_meeting_name);
        if (text && *text) meeting = read_meeting(**text, std::string(last_meeting_name)).value_or(Meeting{});
    }
    meeting.date = calendar_date(clock_.now().at);
    // A meeting elsewhere is no habit: the next one is in the municipality's own building until somebody says
    // otherwise.
    const Meeting at_home = located({}, municipality());
    if (const Meeting there = located(meeting, municipality());
        there.place != at_home.place || there.address != at_home.address) {
        meeting.room.clear();
    }
    meeting.place.clear();
    meeting.address.clear();
    return meeting;
}

std::optional<PreparedMeeting> ChairDevice::prepared_meeting() const {
    if (data_.empty()) return std::nullopt;
    auto found = find_prepared_meeting(files_, data_);
    if (!found || !*found || (*found)->date != calendar_date(clock_.now().at)) return std::nullopt;
    return std::move(*found);
}

void ChairDevice::remember(const Meeting& meeting) {
    if (data_.empty()) return;
    if (const auto prepared = prepared_meeting(); prepared && prepared->date == meeting.date) [[maybe_unused]]
        const Status removed = remove_prepared_meeting(files_, data_);
    [[maybe_unused]] const Status written = replace_file(files_, data_ / last_meeting_name, write_meeting(meeting));
}

Result<std::filesystem::path> ChairDevice::write_slate(Language language) {
    auto file = std::filesystem::absolute(data_ / "pauzebeeld.png");
    ASSIGN_OR_RETURN(const auto picture, slate_picture(municipality().name, language));
    if (auto put = replace_file(files_, file, picture); !put) {
        return tl::unexpected<Error>(put.error());
    }
    return file;
}

}  // namespace hamer
