// A session's journal. The first byte says how the bytes come to be:
//   'J'  as they are;
//   'L'  a right journal of the lines that follow, up to an empty one; then a change to it is made: the next three
//        bytes say where, and the rest is put over what stands there, or the journal is cut there when nothing is left.
// No byte that was changed goes unnoticed, and opening to write goes on after what could be read.
#include "fuzz.h"
#include "journal/reader.h"
#include "journal/recovery.h"
#include "memory_file_system.h"

#include <vector>

namespace hamer::fuzz {

namespace {

const std::filesystem::path folder = "sessions/s";

std::string journal_of(const std::vector<std::string>& payloads) {
    std::string bytes;
    LineMaker lines;
    Position after;
    for (const std::string& payload : payloads) {
        bytes += lines.make(after, payload);
        after = lines.made();
    }
    return bytes;
}

JournalContents read(MemoryFileSystem& files) {
    auto contents = read_session_journal(files, folder);
    promise(contents.has_value(), "bad bytes are an answer, never an error");
    return *std::move(contents);
}

// Opened to write, added to, and read again: all that could be read before is there, and the new entry after it.
void go_on(MemoryFileSystem& files, const JournalContents& before) {
    const auto recovery = recover(files, folder, before);
    promise(recovery.has_value(), "any journal can be gone on with");
    auto writer = open_writer(files, folder, *recovery);
    promise(writer.has_value() && writer->append("{\"new\":true}").has_value(), "an entry can be added");
    const JournalContents after = read(files);
    promise(after.records.size() == before.records.size() + 1, "nothing is lost, and one is new");
    for (std::size_t i = 0; i < before.records.size(); ++i) {
        promise(after.records[i].payload == before.records[i].payload, "an entry stays what it is");
    }
    promise(after.records.back().payload == "{\"new\":true}", "the new entry is the last");
}

void changed(MemoryFileSystem& files, std::string_view text) {
    std::vector<std::string> payloads;
    while (!text.empty()) {
        const std::string_view line = next_line(text);
        if (line.empty()) break;
        if (is_payload(line)) payloads.emplace_back(line);
    }
    const std::string right = journal_of(payloads);
    std::string bytes = right;
    if (text.size() >= 3) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < 3; ++i) at = at * 256 + static_cast<unsigned char>(text[i]);
        at %= bytes.size() + 1;
        text.remove_prefix(3);
        if (text.empty())
            bytes.resize(at);
        else
            bytes.replace(at, text.size(), text);
    }
    files.put(folder / "journal", bytes);
    const JournalContents contents = read(files);
    promise(contents.records.size() <= payloads.size(), "no entry comes out of nothing");
    for (std::size_t i = 0; i < contents.records.size(); ++i) {
        promise(contents.records[i].payload == payloads[i], "an entry that is given is one that was written");
    }
    const bool beginning = right.starts_with(bytes);
    if (contents.state() == JournalState::Whole) promise(beginning, "a changed journal is not whole");
    if (beginning) promise(contents.state() != JournalState::Damaged, "a journal that was cut off is torn at most");
    go_on(files, contents);
}

}  // namespace

}  // namespace hamer::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace hamer;
    if (size == 0) return 0;
    const auto text = fuzz::text_of(data + 1, size - 1);
    MemoryFileSystem files;
    if (!files.make_folder("sessions") || !files.make_folder(fuzz::folder)) return 0;
    if (data[0] == 'L') {
        fuzz::changed(files, text);
    } else if (data[0] == 'J') {
        files.put(fuzz::folder / "journal", text);
        fuzz::go_on(files, fuzz::read(files));
    }
    return 0;
}
