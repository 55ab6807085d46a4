// Starting the real program and talking to it.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace hamer::test {

struct Ran {
    int status = -1;  // of exit; -1 when a signal ended it
    std::string out;
    std::string err;
};

// Runs the program to its end. `environment` is added to the present one; "NAME=" takes a variable away.
[[nodiscard]] Ran run_program(const std::vector<std::string>& arguments, const std::string& input = {},
                              const std::vector<std::string>& environment = {});

// The program with a pipe on either side, for a conversation.
class Conversation {
  public:
    explicit Conversation(const std::vector<std::string>& arguments);
    ~Conversation();  // kills it if it still runs
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    // False when the program is gone.
    bool say(const std::string& line);
    // One line of its answer, without the newline; empty when it is gone.
    std::string hear();
    void kill9();
    // Closes its input and gives its exit status.
    int finish();

  private:
    pid_t child_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string unread_;
};

// An empty folder that goes away with its object.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace hamer::test
