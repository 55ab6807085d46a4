#include "main/output.h"

#include <cstdio>

namespace hamer {

void write_out(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

void flush_out() { std::fflush(stdout); }

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
