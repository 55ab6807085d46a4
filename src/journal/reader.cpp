#include "journal/reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>

namespace hamer {

namespace {

constexpr std::string_view first_name = "journal";
constexpr std::string_view torn_prefix = "journal.torn-";

// Adds segments to what was read of a session, one after the other.
class SessionReader {
  public:
    SessionReader() = default;
    explicit SessionReader(JournalContents contents) : contents_(std::move(contents)) {}

    void add_missing(std::uint32_t segment) {
        contents_.segments.push_back({segment, JournalState::Damaged, JournalFault::SegmentMissing, 0, 0, 0});
    }

    void add(std::uint32_t segment, std::string_view bytes) {
        contents_.records.reserve(contents_.records.size() + bytes.size() / 256);
        contents_.segments.push_back({segment, JournalState::Whole, JournalFault::None, 0, 0, 0});
        go_on(bytes);
    }

    // `bytes` are those of the last segment from its verdict's offset to its end.
    void go_on(std::string_view bytes) {
        SegmentVerdict& verdict = contents_.segments.back();
        const std::string_view text = without_zeros(bytes);
        verdict.size = verdict.offset + bytes.size();
        verdict.state = JournalState::Whole;
        verdict.fault = JournalFault::None;
        for (std::string_view rest = text; !rest.empty();) {
            const LineReading line = take_line(rest, verdict);
            rest.remove_prefix(line.size);
            if (line.found == Found::Whole) continue;
            verdict.state = line.found == Found::Beginning ? JournalState::Torn : JournalState::Damaged;
            verdict.fault = line.found == Found::Beginning ? JournalFault::StopsShort : line.fault;
            break;
        }
        if (verdict.state != JournalState::Damaged && text.size() < bytes.size()) {
            verdict.state = JournalState::Torn;
            verdict.fault = JournalFault::StopsThenZeros;
        }
    }

    JournalContents take() && { return std::move(contents_); }

  private:
    // A file system may lengthen a file before it fills it; one zero byte can also be a flipped bit, so it stays.
    static std::string_view without_zeros(std::string_view bytes) {
        const std::size_t last = bytes.find_last_not_of('\0');
        const std::size_t size = last == std::string_view::npos ? 0 : last + 1;
        return bytes.size() - size >= 2 ? bytes.substr(0, size) : bytes;
    }

    LineReading take_line(std::string_view bytes, SegmentVerdict& verdict) {
        std::vector<Record>& records = contents_.records;
        const std::uint64_t next = records.size() + 1;
        const bool may_go_back = verdict.entries == 0 && verdict.segment > 1;
        const HeaderReading header = lines_.read_header(bytes, {may_go_back ? 1 : next, next});
        if (header.found != Found::Whole) return {header.found, header.fault, {}, 0};
        const LineReading line =
            lines_.read_line(bytes, header, header.seq == 1 ? no_hash : std::string_view(records[header.seq - 2].hash));
        if (line.found != Found::Whole) return line;
        supersede_from(header.seq);
        records.push_back({header.seq, std::string(line.payload), lines_.hash(), verdict.segment, verdict.offset});
        verdict.offset += line.size;
        ++verdict.entries;
        return line;
    }

    void supersede_from(std::uint64_t seq) {
        std::vector<Record>& records = contents_.records;
        if (records.size() < seq) return;
        const auto from = records.begin() + static_cast<std::ptrdiff_t>(seq - 1);
        std::move(from, records.end(), std::back_inserter(contents_.superseded));
        records.erase(from, records.end());
    }

    JournalContents contents_;
    LineReader lines_;
};

}  // namespace

Position JournalContents::head() const {
    return records.empty() ? Position{} : Position{records.back().seq, records.back().hash};
}

JournalState JournalContents::state() const {
    JournalState worst = JournalState::Whole;
    for (const SegmentVerdict& segment : segments) worst = std::max(worst, segment.state);
    return worst;
}

std::string segment_name(std::uint32_t segment) {
    return segment == 1 ? std::string(first_name) : fmt::format("{}.{}", first_name, segment);
}

std::optional<std::uint32_t> segment_number(std::string_view name) {
    if (name == first_name) return 1;
    if (!name.starts_with("journal.")) return std::nullopt;
    const std::string_view digits = name.substr(first_name.size() + 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool all = error == std::errc() && end == digits.data() + digits.size();
    if (!all || digits.size() > 9 || digits.front() == '0' || number < 2) return std::nullopt;
    return number;
}

void read_on(JournalContents& contents, std::string_view more) {
    SessionReader session(std::move(contents));
    session.go_on(more);
    contents = std::move(session).take();
}

Result<JournalContents> read_session_journal(FileSystem& files, const std::filesystem::path& folder) {
    const auto names = files.list(folder);
    if (!names) return tl::unexpected(names.error());
    std::vector<std::uint32_t> segments;
    std::vector<std::string> torn_copies;
    for (const std::string& name : *names) {
        if (const auto number = segment_number(name)) segments.push_back(*number);
        if (name.starts_with(torn_prefix)) torn_copies.push_back(name);
    }
    std::sort(segments.begin(), segments.end());
    SessionReader session;
    std::uint32_t expected = 1;
    for (const std::uint32_t segment : segments) {
        if (segment != expected) session.add_missing(expected);
        const auto bytes = files.read(folder / segment_name(segment));
        if (!bytes) return tl::unexpected(bytes.error());
        session.add(segment, bytes->has_value() ? std::string_view(**bytes) : std::string_view());
        expected = segment + 1;
    }
    JournalContents contents = std::move(session).take();
    contents.torn_copies = std::move(torn_copies);
    return contents;
}

}  // namespace hamer
