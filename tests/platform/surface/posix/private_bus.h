// A session's bus of the test's own, and programs on it that the test stops and ends.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace hamer::test {

// A program that the test talks with by lines. It ends with this.
class Program {
  public:
    explicit Program(const std::vector<std::string>& words);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // The next line that it prints, without its end; empty when it ended, or says nothing for half a minute.
    [[nodiscard]] std::string line();
    void tell(const std::string& line) const;
    void stop() const;  // SIGSTOP, and it has stopped
    void go_on() const;
    void kill();

  private:
    pid_t process_ = -1;
    int to_ = -1;
    int from_ = -1;
};

// Its address is in the environment for as long as it lives; no other bus is.
class PrivateBus {
  public:
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;

    Program daemon;
};

}  // namespace hamer::test
