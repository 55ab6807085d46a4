#include "process.h"

#include "measures.h"
#include "sampling.h"
#include "support/places.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <limits>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::bench {

namespace {

std::vector<char*> pointers(Words& words) {
    std::vector<char*> made;
    for (std::string& word : words) made.push_back(word.data());
    made.push_back(nullptr);
    return made;
}

}  // namespace

Words window_on(const std::filesystem::path& data, int frames) {
    Words words = {test::hamer_program(), "--config", test::source_directory() + "/config/hamer.json", "--data",
                   data.string()};
    if (frames > 0) {
        words.push_back("--frames");
        words.push_back(std::to_string(frames));
    }
    return words;
}

Words quietly(const Words& command) {
    Words words{"sh", "-c", "exec \"$@\" 2>/dev/null", "sh"};
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

Child::Child(const Words& command, const Words& environment) {
    Words arguments = command;
    Words variables = environment;
    for (char** each = environ; *each != nullptr; ++each) variables.emplace_back(*each);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int error = posix_spawnp(&id_, command.front().c_str(), &actions, nullptr, pointers(arguments).data(),
                                   pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw Trouble(command.front() + " cannot be started");
}

Child::~Child() {
    if (id_ < 0) return;
    kill(id_, SIGTERM);
    wait();
}

int Child::wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

double Child::memory_mb() const {
    std::ifstream file("/proc/" + std::to_string(id_) + "/smaps_rollup");
    for (std::string name; file >> name;) {
        double kilobytes = 0;
        if (name == "Pss:" && file >> kilobytes) return kilobytes / 1000;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    throw Trouble("the memory of a program cannot be read");
}

double Child::cpu_ms() const {
    std::ifstream file("/proc/" + std::to_string(id_) + "/stat");
    std::string text;
    std::getline(file, text);
    // The name, in brackets, may hold spaces; utime and stime are the 12th and 13th after it.
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string skipped_field;
    for (int i = 0; i < 11; ++i) fields >> skipped_field;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double Child::cpu_ms_without(const std::string& prefix) const {
    double total = 0;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(id_) + "/task")) {
        std::string name;
        double nanoseconds = 0;
        std::ifstream(thread.path() / "comm") >> name;
        if (!name.starts_with(prefix)) std::ifstream(thread.path() / "schedstat") >> nanoseconds;
        total += nanoseconds / 1e6;
    }
    return total;
}

double run_ms(const Words& command) {
    int status = 0;
    const double taken = milliseconds([&] { status = Child(command).wait(); });
    if (status != 0) throw Trouble(command.front() + " ended with status " + std::to_string(status));
    return taken;
}

bool is_installed(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (access((folder + "/" + name).c_str(), X_OK) == 0) return true;
    }
    return false;
}

}  // namespace hamer::bench
