#include "service/store/sign_of_life.h"

#include "base/mutex.h"

#include <charconv>
#include <condition_variable>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds patience_at_the_end{500};
constexpr std::string_view format_mark = "A1";

// The next word of a line, and the rest of it.
std::string_view next_word(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

}  // namespace

std::string write_sign_of_life(const SignOfLife& sign) {
    return fmt::format("{} {} {} {}\n", format_mark, sign.state == SignOfLife::State::Running ? "running" : "closed",
                       sign.beat, to_rfc3339(sign.at));
}

std::optional<SignOfLife> read_sign_of_life(std::string_view text) {
    if (!text.ends_with('\n')) return std::nullopt;  // being written just now
    if (next_word(text) != format_mark) return std::nullopt;
    SignOfLife sign;
    const std::string_view state = next_word(text);
    if (state == "closed")
        sign.state = SignOfLife::State::Closed;
    else if (state != "running")
        return std::nullopt;
    const std::string_view beat = next_word(text);
    const auto [end, error] = std::from_chars(beat.data(), beat.data() + beat.size(), sign.beat);
    if (error != std::errc() || end != beat.data() + beat.size()) return std::nullopt;
    const auto at = from_rfc3339(next_word(text));
    if (!at || !text.empty()) return std::nullopt;
    sign.at = *at;
    return sign;
}

// Held by the thread too, so that one which waits for a disk that does not answer can be left behind.
struct Heartbeat::Shared {
    Shared(std::shared_ptr<FileSystem> on, std::filesystem::path folder, const Clock& by)
        : files(std::move(on)), path(std::move(folder) / alive_name), clock(by) {}

    void beat(SignOfLife::State state) {
        if (!file) {
            const auto there = files->look(path);
            if (!there) return;
            auto opened = *there ? files->open_to_append(path) : files->create(path);
            if (!opened) return;
            file = *std::move(opened);
        }
        const std::string text = write_sign_of_life({state, ++beats, clock.now().at});
        if (!file->truncate(0) || !file->write(text)) file.reset();  // the next beat tries anew
    }

    void run(std::chrono::milliseconds every) {
        MutexLock hold(mutex);
        while (!stop) {
            hold.unlock();
            beat(SignOfLife::State::Running);
            hold.lock();
            changed.wait_for(hold, every, [this]() REQUIRES(mutex) { return stop; });
        }
        hold.unlock();
        beat(SignOfLife::State::Closed);
        hold.lock();
        done = true;
        hold.unlock();
        changed.notify_all();
    }

    std::shared_ptr<FileSystem> files;
    std::filesystem::path path;
    const Clock& clock;
    std::unique_ptr<File> file;
    std::uint64_t beats = 0;

    Mutex mutex;
    std::condition_variable_any changed;
    bool stop GUARDED_BY(mutex) = false;
    bool done GUARDED_BY(mutex) = false;
};

Heartbeat::Heartbeat(std::shared_ptr<FileSystem> files, std::filesystem::path folder, const Clock& clock,
                     std::chrono::milliseconds every)
    : shared_(std::make_shared<Shared>(std::move(files), std::move(folder), clock)) {
    std::thread([shared = shared_, every] { shared->run(every); }).detach();
}

Heartbeat::~Heartbeat() {
    MutexLock hold(shared_->mutex);
    shared_->stop = true;
    shared_->changed.notify_all();
    shared_->changed.wait_for(hold, patience_at_the_end, [this]() REQUIRES(shared_->mutex) { return shared_->done; });
}

void SignsOfLife::read(const std::optional<std::string>& text, std::int64_t monotonic_ms) {
    const auto sign = text ? read_sign_of_life(*text) : std::nullopt;
    if (!sign || sign == last_) return;
    last_ = sign;
    heard_ms_ = monotonic_ms;
}

std::optional<Silence> SignsOfLife::silence(std::int64_t monotonic_ms) const {
    if (!last_) return std::nullopt;
    if (last_->state == SignOfLife::State::Closed) return Silence{last_->at, true};
    if (monotonic_ms - heard_ms_ < silence_after_ms) return std::nullopt;
    return Silence{last_->at, false};
}

}  // namespace hamer
