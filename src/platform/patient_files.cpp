#include "platform/patient_files.h"

#include "base/mutex.h"
#include "base/worker.h"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <optional>
#include <string>
#include <utility>

namespace hamer {

namespace {

Error no_answer(const std::filesystem::path& path) {
    return {ErrorKind::Storage, path.string(), "does not answer within the time limit", "Check the disk",
            Trouble::TimedOut};
}

// What a disk gave, and the disk for as long: a call that hangs, and a closing that nobody waits for, may outlive
// everything else.
template <typename Thing>
std::shared_ptr<Thing> with_its_disk(std::shared_ptr<FileSystem> files, std::unique_ptr<Thing> thing) {
    struct Both {
        std::shared_ptr<FileSystem> files;
        std::unique_ptr<Thing> thing;  // goes first
    };
    const auto both = std::make_shared<Both>(Both{std::move(files), std::move(thing)});
    return {both, both->thing.get()};
}

}  // namespace

// One call after another. Who asks waits for its answer, or for the patience.
class PatientFiles::Calls {
  public:
    explicit Calls(std::chrono::milliseconds patience) : patience_(patience) { worker_.wait_at_the_end(patience); }

    // `call` holds copies of all that it uses.
    template <typename Value, typename Call>
    Result<Value> ask(const Path& path, Call call) {
        struct Answer {
            Mutex mutex;
            std::condition_variable_any came;
            std::optional<Result<Value>> value GUARDED_BY(mutex);
            bool awaited GUARDED_BY(mutex) = true;
        };
        if (*hangs_) return tl::unexpected(no_answer(path));
        const auto answer = std::make_shared<Answer>();
        worker_.give([answer, hangs = hangs_, call = std::move(call)]() mutable {
            std::optional<Result<Value>> value(call());
            const MutexLock hold(answer->mutex);
            if (answer->awaited)
                answer->value = std::move(value);
            else
                *hangs = false;
            answer->came.notify_all();
        });
        MutexLock hold(answer->mutex);
        if (answer->came.wait_for(hold, patience_,
                                  [&]() REQUIRES(answer->mutex) { return answer->value.has_value(); })) {
            return *std::move(answer->value);
        }
        answer->awaited = false;
        *hangs_ = true;
        return tl::unexpected(no_answer(path));
    }
    // For what nobody waits for, such as closing a file.
    void give(Worker::Job job) { worker_.give(std::move(job)); }

  private:
    std::chrono::milliseconds patience_;
    std::shared_ptr<std::atomic<bool>> hangs_ = std::make_shared<std::atomic<bool>>(false);
    Worker worker_;
};

class PatientFiles::Opened final : public File {
  public:
    Opened(std::shared_ptr<Calls> calls, std::shared_ptr<File> file)
        : File(file->path(), file->size_), calls_(std::move(calls)), file_(std::move(file)) {}
    ~Opened() override {
        calls_->give([file = std::move(file_)]() mutable { file.reset(); });
    }

  protected:
    Written write_some(std::string_view bytes) override {
        return ask<Written>({0, ETIMEDOUT},
                            [bytes = std::string(bytes)](File& file) { return file.write_some(bytes); });
    }
    int sync_data() override {
        return ask<int>(ETIMEDOUT, [](File& file) { return file.sync_data(); });
    }
    int cut(std::uint64_t size) override {
        return ask<int>(ETIMEDOUT, [size](File& file) { return file.cut(size); });
    }
    Standing standing() override {
        return ask<Standing>({false, 0, ETIMEDOUT}, [](File& file) { return file.standing(); });
    }

  private:
    template <typename Value, typename Call>
    Value ask(Value otherwise, Call call) {
        const auto done = calls_->ask<Value>(
            path(), [file = file_, call = std::move(call)]() -> Result<Value> { return call(*file); });
        return done ? *done : otherwise;
    }

    std::shared_ptr<Calls> calls_;
    std::shared_ptr<File> file_;
};

class PatientFiles::Held final : public Lock {
  public:
    Held(std::shared_ptr<Calls> calls, std::shared_ptr<Lock> lock) : calls_(std::move(calls)), lock_(std::move(lock)) {}
    ~Held() override {
        calls_->give([lock = std::move(lock_)]() mutable { lock.reset(); });
    }

  private:
    std::shared_ptr<Calls> calls_;
    std::shared_ptr<Lock> lock_;
};

PatientFiles::PatientFiles(std::shared_ptr<FileSystem> files, std::chrono::milliseconds patience)
    : files_(std::move(files)), calls_(std::make_shared<Calls>(patience)) {}

PatientFiles::~PatientFiles() = default;

Result<std::unique_ptr<File>> PatientFiles::open_to_append(const Path& path) {
    using Given = std::shared_ptr<File>;
    auto opened = calls_->ask<Given>(path, [files = files_, path]() -> Result<Given> {
        return files->open_to_append(path).map(
            [&](std::unique_ptr<File>&& file) { return with_its_disk(files, std::move(file)); });
    });
    if (!opened) return tl::unexpected(opened.error());
    return std::make_unique<Opened>(calls_, *std::move(opened));
}

Result<std::unique_ptr<File>> PatientFiles::create(const Path& path) {
    using Given = std::shared_ptr<File>;
    auto made = calls_->ask<Given>(path, [files = files_, path]() -> Result<Given> {
        return files->create(path).map(
            [&](std::unique_ptr<File>&& file) { return with_its_disk(files, std::move(file)); });
    });
    if (!made) return tl::unexpected(made.error());
    return std::make_unique<Opened>(calls_, *std::move(made));
}

Result<std::optional<std::string>> PatientFiles::read(const Path& path) {
    return calls_->ask<std::optional<std::string>>(path, [files = files_, path] { return files->read(path); });
}

Result<std::optional<std::string>> PatientFiles::read_from(const Path& path, std::uint64_t offset) {
    return calls_->ask<std::optional<std::string>>(
        path, [files = files_, path, offset] { return files->read_from(path, offset); });
}

Result<std::optional<FileState>> PatientFiles::look(const Path& path) {
    return calls_->ask<std::optional<FileState>>(path, [files = files_, path] { return files->look(path); });
}

Result<std::vector<std::string>> PatientFiles::list(const Path& folder) {
    return calls_->ask<std::vector<std::string>>(folder, [files = files_, folder] { return files->list(folder); });
}

Status PatientFiles::make_folder(const Path& folder) {
    return calls_->ask<void>(folder, [files = files_, folder] { return files->make_folder(folder); });
}

Status PatientFiles::make_own_folder(const Path& folder) {
    return calls_->ask<void>(folder, [files = files_, folder] { return files->make_own_folder(folder); });
}

Status PatientFiles::sync_folder(const Path& folder) {
    return calls_->ask<void>(folder, [files = files_, folder] { return files->sync_folder(folder); });
}

Status PatientFiles::write_again(const Path& path, std::uint64_t offset, std::string_view bytes) {
    return calls_->ask<void>(path, [files = files_, path, offset, bytes = std::string(bytes)] {
        return files->write_again(path, offset, bytes);
    });
}

Status PatientFiles::rename(const Path& from, const Path& to) {
    return calls_->ask<void>(to, [files = files_, from, to] { return files->rename(from, to); });
}

Status PatientFiles::remove(const Path& path) {
    return calls_->ask<void>(path, [files = files_, path] { return files->remove(path); });
}

Result<std::unique_ptr<Lock>> PatientFiles::lock(const Path& path) {
    using Given = std::shared_ptr<Lock>;
    auto locked = calls_->ask<Given>(path, [files = files_, path]() -> Result<Given> {
        return files->lock(path).map(
            [&](std::unique_ptr<Lock>&& lock) { return with_its_disk(files, std::move(lock)); });
    });
    if (!locked) return tl::unexpected(locked.error());
    return std::make_unique<Held>(calls_, *std::move(locked));
}

}  // namespace hamer
