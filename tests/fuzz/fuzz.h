// What the fuzz targets share. Each target gives what libFuzzer makes up to one reader of files or lines from outside,
// and says what must hold besides that nothing crashes: an error names its file, and what was accepted, written and
// read again is the same.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace hamer::fuzz {

// The name of the file, of which nothing else can be taken for it.
inline const std::string file = "from-outside";

inline void promise(bool holds, std::string_view what) {
    if (holds) return;
    std::cerr << "a promise is broken: " << what << '\n';
    std::abort();
}

inline void promise_named(const Error& error) {
    promise(error.where.starts_with(file), "an error names its file");
    promise(!error.problem.empty(), "an error says what is wrong");
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Takes the next line off `text`.
inline std::string_view next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

}  // namespace hamer::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
