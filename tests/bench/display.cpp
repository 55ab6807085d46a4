#include "display.h"

#include "process.h"

#include <cstdlib>
#include <unistd.h>

namespace hamer::bench {

namespace {

// The line with its number that the server writes when it is ready; empty when it ends without.
std::string read_line(int from) {
    std::string line;
    char c = 0;
    while (read(from, &c, 1) == 1 && c != '\n') line += c;
    return line;
}

}  // namespace

Display::Display() {
    if (const char* present = std::getenv("DISPLAY"); present != nullptr && *present != '\0') {
        there_ = true;
        name_ = std::string("DISPLAY ") + present;
        return;
    }
    if (!is_installed("Xvfb")) return;
    int ready[2];
    if (pipe(ready) != 0) return;
    server_ = std::make_unique<Child>(Words{"Xvfb", "-displayfd", std::to_string(ready[1]), "-screen", "0",
                                            "1920x1200x24", "-nolisten", "tcp", "-noreset"});
    close(ready[1]);
    const std::string number = read_line(ready[0]);
    close(ready[0]);
    if (number.empty()) return;
    setenv("DISPLAY", (":" + number).c_str(), 1);
    there_ = true;
    name_ = "Xvfb :" + number;
}

Display::~Display() = default;

}  // namespace hamer::bench
