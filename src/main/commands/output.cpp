#include "main/commands/output.h"

#include <cerrno>
#include <cstdio>

namespace hamer {

namespace {

int failure = 0;  // the first errno; what comes after it may be written, or not

void note(bool good) {
    if (!good && failure == 0) failure = errno;
}

}  // namespace

void write_out(std::string_view bytes) { note(std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()); }

void flush_out() { note(std::fflush(stdout) == 0); }

int close_out() {
    // A library may have written there too.
    if (std::ferror(stdout) != 0 && failure == 0) failure = EIO;
    flush_out();
    note(std::fclose(stdout) == 0);  // some file systems tell only now
    return failure;
}

void write_err(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stderr); }

namespace {

Language& chosen() {
    static Language language = Language::Dutch;
    return language;
}

}  // namespace

void speak(Language language) { chosen() = language; }

Language spoken() { return chosen(); }

}  // namespace hamer
