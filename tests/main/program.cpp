#include "program.h"

#include "support/places.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::test {

namespace {

pid_t start(const std::vector<std::string>& arguments, const std::vector<std::string>& environment, int in, int out,
            int err) {
    const pid_t child = fork();
    if (child != 0) return child;
    dup2(in, 0);
    dup2(out, 1);
    dup2(err, 2);
    for (int fd = 3; fd < 64; ++fd) close(fd);
    for (const std::string& variable : environment) {
        const std::size_t equals = variable.find('=');
        const std::string name = variable.substr(0, equals);
        if (equals + 1 == variable.size())
            unsetenv(name.c_str());
        else
            setenv(name.c_str(), variable.substr(equals + 1).c_str(), 1);
    }
    std::vector<char*> argv;
    std::string program = hamer_program();
    std::vector<std::string> copies = arguments;
    argv.push_back(program.data());
    for (std::string& copy : copies) argv.push_back(copy.data());
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
}

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Ran run_program(const std::vector<std::string>& arguments, const std::string& input,
                const std::vector<std::string>& environment) {
    const Folder folder;
    std::ofstream(folder / "in", std::ios::binary) << input;
    const int in = open((folder / "in").c_str(), O_RDONLY | O_CLOEXEC);
    const int out = open((folder / "out").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const int err = open((folder / "err").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const pid_t child = start(arguments, environment, in, out, err);
    int status = 0;
    waitpid(child, &status, 0);
    for (const int fd : {in, out, err}) close(fd);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(folder / "out"), file_text(folder / "err")};
}

Conversation::Conversation(const std::vector<std::string>& arguments) {
    std::signal(SIGPIPE, SIG_IGN);
    int to[2];
    int from[2];
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0) std::abort();
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    child_ = start(arguments, {}, to[0], from[1], null);
    close(to[0]);
    close(from[1]);
    close(null);
    to_ = to[1];
    from_ = from[0];
}

Conversation::~Conversation() {
    kill9();
    if (to_ >= 0) close(to_);
    close(from_);
}

bool Conversation::say(const std::string& line) {
    const std::string bytes = line + "\n";
    return write(to_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
}

std::string Conversation::hear() {
    while (true) {
        if (const std::size_t end = unread_.find('\n'); end != std::string::npos) {
            std::string line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        char buffer[4096];
        const ssize_t got = read(from_, buffer, sizeof buffer);
        if (got <= 0) return {};
        unread_.append(buffer, static_cast<std::size_t>(got));
    }
}

void Conversation::kill9() {
    if (child_ < 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = -1;
}

int Conversation::finish() {
    close(to_);
    to_ = -1;
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "hamer-test-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    path_ = name;
}

Folder::~Folder() {
    std::error_code code;
    std::filesystem::remove_all(path_, code);
}

}  // namespace hamer::test
