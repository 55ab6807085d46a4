#include "platform/child_process.h"

#include "platform/error_number.h"
#include "platform/random.h"
#include "platform/user_folders.h"
#include "platform/windows/command_line.h"
#include "platform/windows/system_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hamer {

namespace {

constexpr std::size_t most_output = 64u << 10;
constexpr auto look_every = std::chrono::milliseconds(100);
constexpr int killed = 128 + 9;  // as a shell gives it
constexpr int crashed = 128 + 11;

// Windows gives the number of an exception for a program that broke.
int status_of(HANDLE process) {
    DWORD code = 0;
    if (::GetExitCodeProcess(process, &code) == 0) return killed;
    return code >= 0xC0000000 ? crashed : static_cast<int>(code & 0x7FFFFFFF);
}

SECURITY_ATTRIBUTES inherited() { return {sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE}; }

Handle nothing(DWORD access) {
    SECURITY_ATTRIBUTES attributes = inherited();
    return Handle(
        ::CreateFileW(L"NUL", access, FILE_SHARE_READ | FILE_SHARE_WRITE, &attributes, OPEN_EXISTING, 0, nullptr));
}

// One of this program's own, for a child; not valid where there is none.
Handle own_stream(DWORD which) {
    const HANDLE own = ::GetStdHandle(which);
    HANDLE copy = nullptr;
    if (own == nullptr || own == INVALID_HANDLE_VALUE ||
        ::DuplicateHandle(::GetCurrentProcess(), own, ::GetCurrentProcess(), &copy, 0, TRUE, DUPLICATE_SAME_ACCESS) ==
            0) {
        return Handle();
    }
    return Handle(copy);
}

// A pipe whose end here can be waited for, which those of CreatePipe cannot.
struct Pipe {
    Handle reading;
    Handle writing;
};
Pipe make_pipe() {
    const std::wstring name = L"\\\\.\\pipe\\hamer-" + to_wide(random_hex(16));
    constexpr DWORD room = 64u << 10;
    Pipe pipe;
    pipe.reading = Handle(
        ::CreateNamedPipeW(name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                           PIPE_TYPE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, room, room, 0, nullptr));
    if (!pipe.reading.valid()) return pipe;
    SECURITY_ATTRIBUTES attributes = inherited();
    pipe.writing = Handle(
        ::CreateFileW(name.c_str(), GENERIC_WRITE, 0, &attributes, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    return pipe;
}

struct Streams {
    Handle input;
    Handle output;
    Handle errors;
};

// Only these three go to the child, and nothing else that is open here.
class Inherited {
  public:
    explicit Inherited(const Streams& streams) {
        for (const Handle* each : {&streams.input, &streams.output, &streams.errors}) {
            if (each->valid()) handles_[count_++] = each->get();
        }
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        room_.resize(size);
        list_ = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(room_.data());
        if (::InitializeProcThreadAttributeList(list_, 1, 0, &size) == 0) list_ = nullptr;
        if (list_ != nullptr && count_ > 0) {
            ::UpdateProcThreadAttribute(list_, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                                        count_ * sizeof(HANDLE), nullptr, nullptr);
        }
    }
    ~Inherited() {
        if (list_ != nullptr) ::DeleteProcThreadAttributeList(list_);
    }
    Inherited(const Inherited&) = delete;
    Inherited& operator=(const Inherited&) = delete;

    [[nodiscard]] LPPROC_THREAD_ATTRIBUTE_LIST list() const { return list_; }
    [[nodiscard]] bool any() const { return count_ > 0; }

  private:
    std::array<HANDLE, 3> handles_{};
    std::size_t count_ = 0;
    std::string room_;
    LPPROC_THREAD_ATTRIBUTE_LIST list_ = nullptr;
};

struct Started {
    Handle process;
    Handle thread;
};

tl::unexpected<Error> cannot_start(const std::string& program, DWORD error, const char* before) {
    return fail(ErrorKind::Refused, program, before + words_for(error_number_of(error)),
                "See that it is there and may be run", Trouble::ProgramFailed);
}

// `flags`: of CreateProcessW. It may have no console window of its own.
Result<Started> start(const std::vector<std::string>& words, const std::map<std::string, std::string>& changes,
                      const Streams& streams, DWORD flags) {
    const auto program = program_of(words[0]);
    if (!program) return tl::unexpected(program.error());
    std::wstring line = command_line_of(words);
    std::wstring environment = environment_with(changes);
    const Inherited inheriting(streams);
    STARTUPINFOEXW about{};
    about.StartupInfo.cb = sizeof about;
    about.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    about.StartupInfo.hStdInput = streams.input.valid() ? streams.input.get() : nullptr;
    about.StartupInfo.hStdOutput = streams.output.valid() ? streams.output.get() : nullptr;
    about.StartupInfo.hStdError = streams.errors.valid() ? streams.errors.get() : nullptr;
    about.lpAttributeList = inheriting.list();
    flags |= CREATE_UNICODE_ENVIRONMENT | EXTENDED_STARTUPINFO_PRESENT;
    PROCESS_INFORMATION made{};
    if (::CreateProcessW(program->c_str(), line.data(), nullptr, nullptr, inheriting.any() ? TRUE : FALSE, flags,
                         environment.data(), nullptr, &about.StartupInfo, &made) == 0) {
        return cannot_start(words[0], ::GetLastError(), "cannot be started: ");
    }
    return Started{Handle(made.hProcess), Handle(made.hThread)};
}

// A child and all that it starts: they end when this is closed, so also when this program dies.
Handle make_job() {
    Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

// What a child writes, as far as it came.
class Reading {
  public:
    explicit Reading(Handle pipe) : pipe_(std::move(pipe)), came_(::CreateEventW(nullptr, TRUE, FALSE, nullptr)) {
        ask();
    }
    ~Reading() { stop(); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    // Set when there is something to take.
    [[nodiscard]] HANDLE came() const { return came_.get(); }
    [[nodiscard]] bool open() const { return open_; }
    // What there is now, without waiting; whether there was anything.
    bool take(std::string& into) {
        DWORD count = 0;
        if (!open_) return false;
        if (::GetOverlappedResult(pipe_.get(), &pending_, &count, FALSE) == 0) {
            if (::GetLastError() == ERROR_IO_INCOMPLETE) return false;
            stop();
            return false;
        }
        into.append(buffer_.data(), count);
        if (into.size() >= most_output) {
            stop();  // who goes on writing is told so by it
        } else {
            ask();
        }
        return true;
    }

  private:
    void ask() {
        ::ResetEvent(came_.get());
        pending_ = {};
        pending_.hEvent = came_.get();
        open_ = ::ReadFile(pipe_.get(), buffer_.data(), static_cast<DWORD>(buffer_.size()), nullptr, &pending_) != 0 ||
                ::GetLastError() == ERROR_IO_PENDING;
    }
    void stop() {
        if (!pipe_.valid()) return;
        DWORD count = 0;
        // What was asked for writes into this until it has ended.
        if (open_ && ::CancelIoEx(pipe_.get(), &pending_) != 0) {
            ::GetOverlappedResult(pipe_.get(), &pending_, &count, TRUE);
        }
        open_ = false;
        pipe_.close();
    }

    Handle pipe_;
    Handle came_;
    OVERLAPPED pending_{};
    std::array<char, 4096> buffer_{};
    bool open_ = false;
};

}  // namespace

Result<ChildResult> run_child(const std::vector<std::string>& words, std::chrono::milliseconds limit,
                              const std::function<bool()>& give_up) {
    Pipe pipe = make_pipe();
    if (!pipe.writing.valid()) return cannot_start(words[0], ::GetLastError(), "");
    Streams streams{nothing(GENERIC_READ), std::move(pipe.writing), own_stream(STD_ERROR_HANDLE)};
    if (!streams.errors.valid()) streams.errors = nothing(GENERIC_WRITE);
    const Handle job = make_job();
    // Not running yet, so that nothing that it starts escapes from the job.
    auto started = start(words, {}, streams, CREATE_NO_WINDOW | CREATE_SUSPENDED);
    if (!started) return tl::unexpected(started.error());
    ::AssignProcessToJobObject(job.get(), started->process.get());
    ::ResumeThread(started->thread.get());
    streams = {};

    ChildResult result;
    Reading reading(std::move(pipe.reading));
    auto left = limit;
    while (true) {
        const HANDLE awaited[] = {started->process.get(), reading.came()};
        const auto wait = static_cast<DWORD>(std::max<std::int64_t>(0, std::min(left, look_every).count()));
        const DWORD woken = ::WaitForMultipleObjects(reading.open() ? 2 : 1, awaited, FALSE, wait);
        if (woken == WAIT_OBJECT_0) {
            while (reading.take(result.output)) {
            }
            result.exit_status = status_of(started->process.get());
            return result;
        }
        if (woken == WAIT_OBJECT_0 + 1) {
            reading.take(result.output);
            continue;
        }
        left -= look_every;
        if (left > std::chrono::milliseconds(0) && !give_up()) continue;
        ::TerminateJobObject(job.get(), static_cast<UINT>(killed));
        ::TerminateProcess(started->process.get(), static_cast<UINT>(killed));
        ::WaitForSingleObject(started->process.get(), INFINITE);
        result.stopped = true;
        result.exit_status = killed;
        return result;
    }
}

struct StartedProgram::Process {
    Handle handle;
    std::optional<int> status{};
};

StartedProgram::StartedProgram(std::unique_ptr<Process> process) : process_(std::move(process)) {}
StartedProgram::StartedProgram(StartedProgram&&) noexcept = default;
StartedProgram::~StartedProgram() = default;

std::optional<int> StartedProgram::ended() {
    if (!process_->status && ::WaitForSingleObject(process_->handle.get(), 0) == WAIT_OBJECT_0) {
        process_->status = status_of(process_->handle.get());
    }
    return process_->status;
}

Result<StartedProgram> start_program(const std::vector<std::string>& words, const StartOptions& with) {
    const bool shared = with.streams == StartOptions::Streams::Shared;
    const Streams streams =
        shared ? Streams{own_stream(STD_INPUT_HANDLE), own_stream(STD_OUTPUT_HANDLE), own_stream(STD_ERROR_HANDLE)}
               : Streams{nothing(GENERIC_READ), nothing(GENERIC_WRITE), nothing(GENERIC_WRITE)};
    // Out of reach of a Ctrl+C that is meant for this one, and of a job that ends with it where that is allowed.
    const DWORD flags = CREATE_NEW_PROCESS_GROUP | (shared ? 0 : CREATE_NO_WINDOW);
    auto started = start(words, with.environment, streams, flags | CREATE_BREAKAWAY_FROM_JOB);
    if (!started) started = start(words, with.environment, streams, flags);
    if (!started) return tl::unexpected(started.error());
    auto process = std::make_unique<StartedProgram::Process>();
    process->handle = std::move(started->process);
    return StartedProgram(std::move(process));
}

std::string this_program() { return to_utf8(program_file().native()); }

}  // namespace hamer
