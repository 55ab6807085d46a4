// A session's bundle, brought from another machine: all of it is taken in or nothing, and nothing lands elsewhere.
#include "fuzz.h"
#include "memory_file_system.h"
#include "service/handover/session_bundle.h"
#include "service/store/archive.h"
#include "service/store/session_origin.h"

#include <algorithm>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    const auto text = fuzz::text_of(data, size);
    const ArchiveLimits limits{.files = 20, .bytes = 1u << 20};
    const auto unpacked = unpack(text, fuzz::file, limits);
    if (!unpacked) {
        fuzz::promise_named(unpacked.error());
        return 0;
    }
    // Other names are refused further on, and libarchive does not write each that it reads.
    const bool plain = std::ranges::all_of(*unpacked, [](const auto& file) {
        return std::ranges::all_of(file.first, [](char c) { return c > ' ' && c < 0x7F; });
    });
    fuzz::promise(!plain || pack(*unpacked).has_value(), "what was unpacked can be packed");

    MemoryFileSystem files;
    if (!files.make_folder("data")) return 0;
    const Settings settings;
    const Witnesses witnesses(files, settings, {"data", {}, {}, {}});
    const auto imported = import_session(files, "data", text, fuzz::file, witnesses);
    if (!imported) {
        fuzz::promise_named(imported.error());
        const auto there = files.list("data");
        const bool untouched = !there || there->empty() || *there == std::vector<std::string>{"imports"};
        fuzz::promise(untouched, "what is refused leaves nothing in its place");
        return 0;
    }
    const auto exported = export_session(files, "data", imported->id, witnesses);
    fuzz::promise(exported.has_value(), "what was taken in can be given on");
    // But for whose it is, which is known from then on.
    const auto as_it_came = [&](auto files) {
        std::erase_if(files, [](const auto& file) {
            return file.first.ends_with(origin_name) || file.first.ends_with("SHA256SUMS");
        });
        return files;
    };
    fuzz::promise(as_it_came(unpack(*exported, fuzz::file).value()) == as_it_came(*unpacked),
                  "it is given on as it came");
    return 0;
}
