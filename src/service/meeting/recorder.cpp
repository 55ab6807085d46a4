#include "service/meeting/recorder.h"

#include "base/attempt.h"
#include "base/counted.h"
#include "base/mutex.h"
#include "base/packed_lines.h"
#include "base/worker.h"
#include "codec/journal/second_copy_json.h"
#include "journal/line.h"
#include "journal/reader.h"
#include "service/store/second_copy.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <fmt/format.h>
#include <thread>
#include <utility>
#include <vector>

namespace hamer {

tl::unexpected<Error> not_on_disk(const StorageHealth& health, const std::filesystem::path& folder) {
    const LocalText waiting = counted(health.unrecorded, {"stap staat nog niet op schijf", "entry is not on disk yet"},
                                      {"stappen staan nog niet op schijf", "entries are not on disk yet"});
    return fail(ErrorKind::Storage, folder.string(),
                LocalText{fmt::format("{}: {}", waiting.nl, describe(health.cause, Language::Dutch)),
                          fmt::format("{}: {}", waiting.en, health.reason)},
                {{}, "Mend that first"}, health.cause.trouble);
}

namespace {

constexpr char entry_mark = 'E', private_mark = 'P';
constexpr int most_doublings = 3;  // of the time between two tries

}  // namespace

// Held by the thread too, so that one which waits for a disk that hangs can be left behind.
class Recorder::Work {
  public:
    Work(FileSystem& files, RecorderOptions options, std::unique_ptr<SessionJournal> journal,
         std::optional<Writer> writer);

    void run();
    [[nodiscard]] bool end();  // false: left behind
    Recorded record(std::uint64_t seq, EncodedEntry entry);
    [[nodiscard]] StorageHealth health() const;
    [[nodiscard]] std::optional<Regained> take_regained();
    void clear_second_place();
    [[nodiscard]] Position head() const;

  private:
    struct Waiting {
        std::uint64_t seq = 0;
        EncodedEntry entry;
        std::string after{};  // the hash that it will be chained to
        bool in_second_place = false;
    };
    void write_all() REQUIRES(mutex_);
    void write_first() REQUIRES(mutex_);
    Status write(const Waiting& item);
    Status begin_segment();
    void keep_all_elsewhere() REQUIRES(mutex_);
    void keep_elsewhere(Waiting& item) REQUIRES(mutex_);
    void keep_recorded_elsewhere() REQUIRES(mutex_);
    void tell_of_found();
    void remember(const EncodedEntry& entry);
    [[nodiscard]] std::vector<EncodedEntry> recorded() const;

    FileSystem& files_;
    RecorderOptions options_;
    FileSystem& second_files_;

    // The thread's own.
    std::unique_ptr<SessionJournal> journal_;
    std::optional<Writer> writer_;
    std::string segment_;  // the writer's, or the one that it goes on from
    std::optional<LineFile> private_file_;
    std::uint64_t private_written_for_ = 0;  // the seq whose private lines are on disk already

    mutable Mutex mutex_;
    std::condition_variable_any work_;
    std::condition_variable_any done_;
    std::deque<std::shared_ptr<Waiting>> queue_ GUARDED_BY(mutex_);
    // All that is in the journal, from 1 on, in case it is lost; only the thread changes it. What was found at the
    // beginning, and what came since: a line for each entry, and one for each of its private lines.
    std::vector<EncodedEntry> found_;
    PackedLines since_;
    bool told_of_found_ = false;
    enum class Journal { Here, Lost, LostAndKept } journal_state_ GUARDED_BY(mutex_) = Journal::Here;
    std::optional<LineFile> second_file_ GUARDED_BY(mutex_);
    StorageHealth health_ GUARDED_BY(mutex_);
    Position head_ GUARDED_BY(mutex_);
    std::uint64_t failed_count_ GUARDED_BY(mutex_) = 0;
    std::string failed_segment_ GUARDED_BY(mutex_);
    std::optional<Regained> regained_ GUARDED_BY(mutex_);
    bool failing_ GUARDED_BY(mutex_) = false;
    int failures_ GUARDED_BY(mutex_) = 0;  // in a row
    // record() was called since the last failure, so it is worth another try at once
    bool asked_ GUARDED_BY(mutex_) = false;
    bool busy_ GUARDED_BY(mutex_) = false;  // the thread is writing
    bool stop_ GUARDED_BY(mutex_) = false;
    bool ended_ GUARDED_BY(mutex_) = false;
};

Recorder::Work::Work(FileSystem& files, RecorderOptions options, std::unique_ptr<SessionJournal> journal,
                     std::optional<Writer> writer)
    : files_(files),
      options_(std::move(options)),
      second_files_(options_.second_files ? *options_.second_files : files),
      journal_(std::move(journal)),
      writer_(std::move(writer)),
      segment_(writer_ ? segment_name(writer_->segment()) : journal_->last_segment()),
      found_(journal_->take_recorded()),
      head_(writer_ ? writer_->head() : journal_->head()) {}

Recorder::Recorder(FileSystem& files, RecorderOptions options, std::unique_ptr<SessionJournal> journal,
                   std::optional<Writer> writer)
    : work_(std::make_shared<Work>(files, std::move(options), std::move(journal), std::move(writer))) {
    std::thread([work = work_] { work->run(); }).detach();
}

Recorder::~Recorder() {
    if (!work_->end()) leave_thread_behind();
}

Recorded Recorder::record(std::uint64_t seq, EncodedEntry entry) { return work_->record(seq, std::move(entry)); }
StorageHealth Recorder::health() const { return work_->health(); }
std::optional<Regained> Recorder::take_regained() { return work_->take_regained(); }
void Recorder::clear_second_place() { work_->clear_second_place(); }
Position Recorder::head() const { return work_->head(); }

bool Recorder::Work::end() {
    MutexLock lock(mutex_);
    stop_ = true;
    work_.notify_all();
    return done_.wait_for(lock, options_.patience_at_the_end, [this]() REQUIRES(mutex_) { return ended_; });
}

Recorded Recorder::Work::record(std::uint64_t seq, EncodedEntry entry) {
    MutexLock lock(mutex_);
    const auto item = std::make_shared<Waiting>(Waiting{seq, std::move(entry)});
    queue_.push_back(item);
    asked_ = true;
    // Without the lock, which the one who wakes up needs.
    lock.unlock();
    work_.notify_one();
    lock.lock();
    const auto is_done = [&]() REQUIRES(mutex_) { return head_.seq >= seq; };
    if (options_.on_failure == OnFailure::GiveUp) {
        done_.wait(lock, [&]() REQUIRES(mutex_) { return !busy_ && (is_done() || failing_); });
        if (is_done()) return Recorded::Durable;
        std::erase(queue_, item);
        health_.unrecorded = 0;
        failing_ = false;  // the next entry is a new try
        return Recorded::GivenUp;
    }
    // While storage fails, or is known to hang, nobody waits for it: the thread goes on trying.
    const auto patience = health_.reason.empty() ? options_.patience : std::chrono::milliseconds(0);
    done_.wait_for(lock, patience, [&]() REQUIRES(mutex_) { return is_done() || failing_; });
    if (is_done()) return Recorded::Durable;
    if (health_.reason.empty()) {
        health_.reason = "no answer within the time limit";
        health_.cause = {ErrorKind::Storage, {}, health_.reason, {}, Trouble::TimedOut};
    }
    health_.unrecorded = queue_.size();
    keep_all_elsewhere();
    // The screen may only say that they are kept aside when all of them are.
    const bool all_kept = std::ranges::all_of(queue_, [](const auto& waiting) { return waiting->in_second_place; });
    health_.second_place =
        all_kept && journal_state_ != Journal::Lost ? options_.second_place : std::filesystem::path{};
    return Recorded::Waiting;
}

StorageHealth Recorder::Work::health() const {
    const MutexLock lock(mutex_);
    return health_;
}

std::optional<Regained> Recorder::Work::take_regained() {
    const MutexLock lock(mutex_);
    return std::exchange(regained_, std::nullopt);
}

Position Recorder::Work::head() const {
    const MutexLock lock(mutex_);
    return head_;
}

void Recorder::Work::run() {
    if (writer_) tell_of_found();  // else it is not known to be durable yet
    MutexLock lock(mutex_);
    write_all();
    // What it has open is closed here, as that may wait for the disk too.
    lock.unlock();
    writer_.reset();
    private_file_.reset();
    journal_.reset();
    lock.lock();
    ended_ = true;
    done_.notify_all();
}

void Recorder::Work::write_all() {
    while (true) {
        if (failing_ && !stop_) {
            work_.wait_for(mutex_, options_.retry * (1 << std::clamp(failures_ - 1, 0, most_doublings)),
                           [&]() REQUIRES(mutex_) { return stop_ || asked_; });
        } else {
            work_.wait(mutex_, [&]() REQUIRES(mutex_) { return stop_ || !queue_.empty(); });
        }
        if (stop_ && queue_.empty()) return;
        while (!queue_.empty()) {
            write_first();
            if (failing_) break;
        }
        if (stop_) return;
    }
}

// Writes the first waiting entry, without holding the lock meanwhile.
void Recorder::Work::write_first() {
    const auto item = queue_.front();
    busy_ = true;
    mutex_.unlock();
    Status written = !writer_ || writer_->broken() ? begin_segment() : Status{};
    if (written) written = write(*item);
    mutex_.lock();
    busy_ = false;
    if (written) {
        remember(item->entry);
        journal_state_ = Journal::Here;
        queue_.pop_front();
        head_ = writer_->head();
        if (!health_.reason.empty() && queue_.empty()) {
            const std::uint64_t waited = options_.on_failure == OnFailure::GiveUp ? 0 : failed_count_ + 1;
            regained_ = Regained{failed_segment_, health_.reason, waited};
            health_ = {};
            failed_count_ = 0;
        } else if (!health_.reason.empty()) {
            ++failed_count_;
        }
        health_.unrecorded = health_.reason.empty() ? 0 : queue_.size();
        failing_ = false;
        failures_ = 0;
    } else {
        if (!failing_ && failed_count_ == 0) failed_segment_ = segment_;
        failing_ = true;
        ++failures_;
        asked_ = false;
        if (writer_ && writer_->lost() && journal_state_ == Journal::Here) journal_state_ = Journal::Lost;
        health_.reason = describe(written.error());
        health_.cause = written.error();
        health_.unrecorded = queue_.size();
    }
    // Only a change of health needs telling: the plain case is waited for by record().
    const bool tell = failing_ || regained_;
    mutex_.unlock();
    done_.notify_all();
    if (written && options_.durable) {
        tell_of_found();
        options_.durable(item->entry);
    }
    mutex_.lock();
    if (tell) options_.changed();
}

Status Recorder::Work::write(const Waiting& item) {
    if (private_written_for_ < item.seq && !item.entry.private_lines.empty()) {
        if (!private_file_ || private_file_->broken()) {
            auto opened = LineFile::open(files_, options_.folder / "private.jsonl");
            if (!opened) {
                const Status here = writer_->look();
                return tl::unexpected<Error>(here ? opened.error() : here.error());
            }
            private_file_ = *std::move(opened);
        }
        if (auto status = private_file_->append_lines(item.entry.private_lines); !status) {
            const Status here = writer_->look();
            return here ? status : here;
        }
    }
    private_written_for_ = item.seq;
    return without_value(writer_->append(item.entry.payload));
}

// A text whose entry never came, as the writer died between the two, is no part of what is told.
void Recorder::Work::tell_of_found() {
    if (!options_.durable || std::exchange(told_of_found_, true) || found_.empty()) return;
    EncodedEntry first = found_.front();
    std::erase_if(first.private_lines, [this](const std::string& line) {
        const PrivateTexts read = read_private_texts({line});
        return read.size() != 1 || read.begin()->first.first > found_.size();
    });
    options_.durable(first);
    std::for_each(found_.begin() + 1, found_.end(), options_.durable);
}

void Recorder::Work::remember(const EncodedEntry& entry) {
    since_.add(entry_mark + entry.payload);
    for (const std::string& line : entry.private_lines) since_.add(private_mark + line);
}

std::vector<EncodedEntry> Recorder::Work::recorded() const {
    std::vector<EncodedEntry> all = found_;
    for (std::string& line : since_.all()) {
        if (line.front() == entry_mark)
            all.push_back({line.substr(1), {}});
        else
            all.back().private_lines.push_back(line.substr(1));
    }
    return all;
}

Status Recorder::Work::begin_segment() {
    // Only this thread changes the head, and what was recorded.
    const Position last = head();
    const bool lost = writer_ && writer_->lost();
    ASSIGN_OR_RETURN(auto next, lost ? journal_->begin_anew(last, recorded()) : journal_->begin_segment(last));
    if (lost) {
        private_file_.reset();
        private_written_for_ = 0;  // what the lost file had of the entry that waits
    }
    writer_ = std::move(next);
    segment_ = segment_name(writer_->segment());
    return {};
}

// Each with the hash of the entry before it, which nothing can change any more: the entries are written in this order.
void Recorder::Work::keep_all_elsewhere() {
    if (journal_state_ == Journal::Lost) keep_recorded_elsewhere();
    Position at = head_;
    LineMaker lines;
    for (const auto& waiting : queue_) {
        waiting->after = at.hash;
        keep_elsewhere(*waiting);
        if (waiting == queue_.back()) break;
        (void)lines.make(at, waiting->entry.payload);
        at = lines.made();
    }
}

// What only the memory has now comes first, as the lines are read in their order.
void Recorder::Work::keep_recorded_elsewhere() {
    Position at;
    LineMaker lines;
    std::uint64_t seq = 0;
    for (EncodedEntry& entry : recorded()) {
        Waiting item{++seq, std::move(entry), at.hash};
        keep_elsewhere(item);
        if (!item.in_second_place) return;
        (void)lines.make(at, item.entry.payload);
        at = lines.made();
    }
    journal_state_ = Journal::LostAndKept;
    for (const auto& waiting : queue_) waiting->in_second_place = false;
}

void Recorder::Work::clear_second_place() {
    const MutexLock lock(mutex_);
    if (!queue_.empty() || !health_.reason.empty() || options_.second_place.empty()) return;
    second_file_.reset();
    [[maybe_unused]] const Status removed = second_files_.remove(options_.second_place);  // mostly there is none
}

void Recorder::Work::keep_elsewhere(Waiting& item) {
    if (item.in_second_place || options_.second_place.empty()) return;
    if (!second_file_ || second_file_->broken()) {
        auto opened = LineFile::open(second_files_, options_.second_place);
        if (!opened) return;
        second_file_ = *std::move(opened);
    }
    item.in_second_place =
        second_file_
            ->append_line(write_second_copy_line({item.seq, item.entry, folder_text(options_.folder), item.after}))
            .has_value();
}

}  // namespace hamer
