#include "chair.h"

#include "codec/journal/entry_json.h"
#include "codec/journal/second_copy_json.h"
#include "journal/line_file.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::test {

namespace {

constexpr int tries = 4;
constexpr std::size_t steps_on_a_full_disk = 3;

std::uint64_t seq_of_report(const Session& session) {
    const auto reports = session.steps("disturbance.report");
    return reports.empty() ? 0 : reports.front()->seq;
}

}  // namespace

MeetingServiceOptions chair_options() {
    MeetingServiceOptions made;
    made.data = session_parent.parent_path();
    made.settings.municipality = municipality();
    made.procedure_file = "leiden-2025.json";
    made.procedure_text = leiden_text();
    made.drill = true;
    made.second_place = second_disk;
    // What happens comes from the disk and the chair, never from the clock.
    made.patience = std::chrono::hours(1);
    made.retry = std::chrono::hours(1);
    return made;
}

std::string lost_of(const std::vector<Entry>& promised, const Session& read) {
    if (read.entries().size() < promised.size()) {
        return fmt::format("{} entries of {} are there", read.entries().size(), promised.size());
    }
    const auto end = read.entries().begin() + static_cast<std::ptrdiff_t>(promised.size());
    if (entries_as_json({read.entries().begin(), end}) == entries_as_json(promised)) return "";
    for (std::size_t i = 0; i < promised.size(); ++i) {
        const std::string left = entries_as_json({read.entries()[i]});
        const std::string right = entries_as_json({promised[i]});
        if (left != right) return "the first entry that differs is\n" + left + "\ninstead of\n" + right;
    }
    return "the entries differ";
}

void Chair::say(const std::string& what) {
    if (wrong_.empty()) wrong_ = what;
}

template <typename Start>
bool Chair::start(Start how) {
    for (int attempt = 0; attempt < tries && !disk_.dead(); ++attempt) {
        attempts_ = attempt + 1;
        go();
        turns_.forget();
        if (attempt > 0) disk_.free_space();
        MeetingServiceOptions made = chair_options();
        made.changed = [this] { turns_.told(); };
        auto opened = MeetingService::open(std::move(made), disk_, clock_);
        if (!opened) continue;
        service_ = *std::move(opened);
        const Status started = how(*service_);
        if (disk_.dead()) return false;
        if (!started) continue;
        if (!service_->has_session()) return true;
        id_ = service_->session_id();
        await_rest(true);
        look();
        return !disk_.dead();
    }
    return false;
}

bool Chair::begin() {
    const bool begun = start([](MeetingService& service) { return service.begin(meeting(), Language::Dutch); });
    if (attempts_ > 1) say("the meeting could not begin");
    return begun;
}

bool Chair::reopen(const std::string& id) {
    return start([&](MeetingService& service) { return service.reopen(id); });
}

bool Chair::reopen_last() {
    return start([](MeetingService& service) { return service.reopen_last(); });
}

// After this the recorder's thread does nothing until something is recorded.
void Chair::await_rest(bool was_healthy) {
    const std::uint64_t unrecorded = service_->storage().unrecorded;
    const std::uint64_t newest = service_->session().entries().size();
    for (std::uint64_t seq = newest - unrecorded + 1; seq <= newest; ++seq) waited_.insert(seq);
    if (unrecorded == 0) return;
    if (was_healthy) turns_.await_told();  // it failed
    if (was_healthy && unrecorded == 1) return;
    // Something was recorded since it failed, so it tries again.
    turns_.open();
    turns_.await_told();
}

bool Chair::execute(Command command) {
    auto* amend = std::get_if<Amend>(&command.what);
    if (amend && amend->seq == 0) amend->seq = seq_of_report(service_->session());
    const bool healthy = service_->storage().unrecorded == 0;
    if (healthy) turns_.open();
    const auto done = service_->execute(command);
    if (disk_.dead()) return false;
    if (!done) say("the chair was held up: " + done.error().message.en);
    const StorageHealth told = service_->storage();
    if (healthy && told.unrecorded > 0 && told.reason.empty()) say("no reason is given for the warning");
    await_rest(healthy);
    look();
    return !disk_.dead();
}

void Chair::look() {
    if (disk_.dead()) return;
    const StorageHealth told = service_->storage();
    entries_ = service_->session().entries();
    const bool kept = told.unrecorded == 0 || !told.second_place.empty();
    promised_ = entries_.size() - (kept ? 0 : told.unrecorded);
    if (told.unrecorded == 0) return;
    // The warning against the disk itself.
    MemoryFileSystem durable = disk_.durable_copy();
    const auto journal = read_session_journal(durable, session_parent / id_);
    const std::size_t on_disk = journal ? journal->records.size() : 0;
    if (on_disk + told.unrecorded != entries_.size()) {
        say(fmt::format("{} of {} entries are on disk, and the warning counts {}", on_disk, entries_.size(),
                        told.unrecorded));
    }
    if (told.second_place.empty()) return;
    const auto lines = read_lines(durable, told.second_place);
    for (std::uint64_t seq = on_disk + 1; seq <= entries_.size(); ++seq) {
        const bool there = lines && std::ranges::any_of(lines->lines, [&](const std::string& line) {
                               const auto brought_back = read_second_copy_line(line);
                               return brought_back && brought_back->seq == seq;
                           });
        if (!there) say(fmt::format("entry {} is not in the second place", seq));
    }
}

// As the window does now and then: a gap that is over is journaled.
bool Chair::tend() {
    const bool healthy = service_->storage().unrecorded == 0;
    if (!healthy) return true;
    turns_.open();
    service_->tend();
    if (disk_.dead()) return false;
    await_rest(healthy);
    look();
    return !disk_.dead();
}

bool Chair::hold_meeting() {
    std::size_t on_a_full_disk = 0;
    for (const Command& command : whole_meeting()) {
        if (disk_.full() && ++on_a_full_disk > steps_on_a_full_disk) disk_.free_space();
        if (!execute(command)) return false;
    }
    disk_.free_space();
    return true;
}

bool Chair::put_away() {
    for (int attempt = 0; attempt < tries; ++attempt) {
        if (!tend()) return false;
        if (service_->storage().unrecorded == 0) break;
        disk_.free_space();
        if (!execute({AddNote{"Het opslaan duurde even."}, std::nullopt, "clerk"})) return false;
    }
    turns_.let_go();  // from here on the desk itself waits for the recorder
    Status away = service_->put_away();
    // Where neither place took it the chair is told so, makes room and does it again.
    if (!away && !disk_.dead() && service_->session().is_put_away()) {
        turns_.await_told();
        disk_.free_space();
        (void)service_->execute({AddNote{"Er was geen plaats meer."}, std::nullopt, "clerk"});
        turns_.await_told();
        away = service_->put_away();
    }
    if (disk_.dead()) return false;
    if (!away) say("the meeting cannot be put away: " + describe(away.error()));
    return away.has_value();
}

void Chair::go() {
    turns_.let_go();
    service_.reset();
}

std::vector<Entry> Chair::promised() const {
    return {entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(promised_)};
}

}  // namespace hamer::test
