#include "journal/reader.h"

#include "base/attempt.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>
#include <span>

namespace hamer {

namespace {

constexpr std::string_view first_name = "journal";
constexpr std::string_view torn_prefix = "journal.torn-";

// Where the entries of a session are put as they are read.
class Entries {
  public:
    virtual ~Entries() = default;
    [[nodiscard]] virtual std::uint64_t count() const = 0;
    // The hash of one that was read before, or that of none.
    [[nodiscard]] virtual std::string_view hash_of(std::uint64_t seq) const = 0;
    // The next one, in the place of all from its number on.
    virtual void take(std::uint64_t seq, std::string_view payload, const std::string& hash,
                      const SegmentVerdict& segment) = 0;
};

class AllEntries final : public Entries {
  public:
    explicit AllEntries(JournalContents contents) : contents_(std::move(contents)) {}

    [[nodiscard]] std::uint64_t count() const override { return contents_.records.size(); }
    [[nodiscard]] std::string_view hash_of(std::uint64_t seq) const override {
        return seq == 0 ? no_hash : std::string_view(contents_.records[static_cast<std::size_t>(seq - 1)].hash);
    }
    void take(std::uint64_t seq, std::string_view payload, const std::string& hash,
              const SegmentVerdict& segment) override {
        supersede_from(seq);
        contents_.records.push_back({seq, std::string(payload), hash, segment.segment, segment.offset});
    }
    JournalContents& contents() { return contents_; }

  private:
    void supersede_from(std::uint64_t seq) {
        std::vector<JournalRecord>& records = contents_.records;
        if (records.size() < seq) return;
        const auto from = records.begin() + static_cast<std::ptrdiff_t>(seq - 1);
        std::move(from, records.end(), std::back_inserter(contents_.superseded));
        records.erase(from, records.end());
    }

    JournalContents contents_;
};

// The last entry, and of the others only the hashes that a later segment goes on from.
class LastEntry final : public Entries {
  public:
    LastEntry(std::set<std::uint64_t> kept, const EachEntry& each) : kept_(std::move(kept)), each_(each) {}

    [[nodiscard]] std::uint64_t count() const override { return last_.seq; }
    [[nodiscard]] std::string_view hash_of(std::uint64_t seq) const override {
        if (seq == 0) return no_hash;
        if (seq == last_.seq) return last_.hash;
        const auto found = hashes_.find(seq);
        return found == hashes_.end() ? std::string_view() : std::string_view(found->second);
    }
    void take(std::uint64_t seq, std::string_view, const std::string& hash, const SegmentVerdict&) override {
        last_.seq = seq;
        last_.hash = hash;
        if (kept_.contains(seq)) hashes_.insert_or_assign(seq, hash);
        each_(last_);
    }
    [[nodiscard]] const Position& last() const { return last_; }

  private:
    std::set<std::uint64_t> kept_;
    std::map<std::uint64_t, std::string> hashes_;
    Position last_;
    const EachEntry& each_;
};

// Takes the line at the start of `bytes`; not when it is not whole.
LineReading take_line(LineReader& lines, std::string_view bytes, SegmentVerdict& verdict, Entries& entries) {
    const std::uint64_t next = entries.count() + 1;
    const bool may_go_back = verdict.entries == 0 && verdict.segment > 1;
    const HeaderReading header = lines.read_header(bytes, {may_go_back ? 1 : next, next});
    if (header.found != Found::Whole) return {header.found, header.fault, {}, 0};
    const LineReading line = lines.read_line(bytes, header, entries.hash_of(header.seq - 1));
    if (line.found != Found::Whole) return line;
    entries.take(header.seq, line.payload, lines.hash(), verdict);
    verdict.offset += line.size;
    ++verdict.entries;
    return line;
}

// A file system may lengthen a file before it fills it; one zero byte can also be a flipped bit, so it stays.
constexpr std::uint64_t fewest_zeros = 2;

// Of the line where reading stopped, which `line` is, with so many zero bytes behind it at the segment's end.
void judge(SegmentVerdict& verdict, const LineReading& line, std::uint64_t zeros) {
    verdict.state = JournalState::Whole;
    verdict.fault = JournalFault::None;
    if (line.found != Found::Whole) {
        verdict.state = line.found == Found::Beginning ? JournalState::Torn : JournalState::Damaged;
        verdict.fault = line.found == Found::Beginning ? JournalFault::StopsShort : line.fault;
    }
    if (verdict.state != JournalState::Damaged && zeros > 0) {
        verdict.state = JournalState::Torn;
        verdict.fault = JournalFault::StopsThenZeros;
    }
}

// `bytes` are those of the segment from its verdict's offset to its end.
void read_rest(std::string_view bytes, SegmentVerdict& verdict, Entries& entries) {
    const std::size_t last = bytes.find_last_not_of('\0');
    const std::size_t size = last == std::string_view::npos ? 0 : last + 1;
    const std::size_t zeros = bytes.size() - size >= fewest_zeros ? bytes.size() - size : 0;
    verdict.size = verdict.offset + bytes.size();
    LineReader lines;
    LineReading line{Found::Whole, JournalFault::None, {}, 0};
    std::string_view rest = bytes.substr(0, bytes.size() - zeros);
    while (!rest.empty() && line.found == Found::Whole) {
        line = take_line(lines, rest, verdict, entries);
        rest.remove_prefix(line.size);
    }
    judge(verdict, line, zeros);
}

SegmentVerdict missing_segment(std::uint32_t segment) {
    return {segment, JournalState::Damaged, JournalFault::SegmentMissing, 0, 0, 0};
}

struct Names {
    std::vector<std::uint32_t> segments;  // in order
    std::vector<std::string> torn_copies;
};

Result<Names> journal_names(FileSystem& files, const std::filesystem::path& folder) {
    ASSIGN_OR_RETURN(const auto all, files.list(folder));
    Names names;
    for (const std::string& name : all) {
        if (const auto number = segment_number(name)) names.segments.push_back(*number);
        if (name.starts_with(torn_prefix)) names.torn_copies.push_back(name);
    }
    std::sort(names.segments.begin(), names.segments.end());
    return names;
}

// A segment's bytes as they pass by, some at a time.
class Passing {
  public:
    Passing(FileSystem& files, std::filesystem::path path) : files_(files), path_(std::move(path)) {}

    [[nodiscard]] std::string_view bytes() const { return {window_.data() + begin_, end_ - begin_}; }
    [[nodiscard]] bool at_end() const { return at_end_; }
    void pass(std::size_t count) { begin_ += count; }
    // Up to the longest line.
    [[nodiscard]] Status read_more() {
        std::copy(window_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  window_.begin() + static_cast<std::ptrdiff_t>(end_), window_.begin());
        end_ -= begin_;
        begin_ = 0;
        if (end_ == window_.size()) window_.resize(window_.size() * 2);
        const std::span<char> room(window_.data() + end_, window_.size() - end_);
        ASSIGN_OR_RETURN(const auto count, files_.read_into(path_, offset_, room));
        const std::size_t read = count.value_or(0);
        offset_ += read;
        end_ += read;
        at_end_ = read < room.size();
        return {};
    }
    // What the segment is from here on: its size, and how many zero bytes end it.
    struct Tail {
        std::uint64_t size = 0;
        std::uint64_t zeros = 0;
    };
    [[nodiscard]] Result<Tail> tail() {
        Tail tail{offset_, zeros_at_end(bytes())};
        std::vector<char> part(first_window);
        std::uint64_t before = end_ - begin_;  // bytes seen from here on
        for (;;) {
            ASSIGN_OR_RETURN(const auto count, files_.read_into(path_, tail.size, part));
            const std::string_view read(part.data(), count.value_or(0));
            const std::uint64_t zeros = zeros_at_end(read);
            tail.zeros = zeros == read.size() ? tail.zeros + zeros : zeros;
            before += read.size();
            tail.size += read.size();
            if (read.size() < part.size()) break;
        }
        tail.zeros = std::min(tail.zeros, before);
        return tail;
    }

  private:
    static constexpr std::size_t first_window = 1 << 18;
    static std::uint64_t zeros_at_end(std::string_view bytes) {
        const std::size_t last = bytes.find_last_not_of('\0');
        return bytes.size() - (last == std::string_view::npos ? 0 : last + 1);
    }

    FileSystem& files_;
    std::filesystem::path path_;
    std::vector<char> window_ = std::vector<char>(first_window);
    std::size_t begin_ = 0, end_ = 0;
    std::uint64_t offset_ = 0;  // of the window's end, in the segment
    bool at_end_ = false;
};

// The longest line with all that stands before its payload.
constexpr std::size_t longest_line = max_payload_bytes + 256;

Status pass_segment(Passing& passing, SegmentVerdict& verdict, Entries& entries) {
    LineReader lines;
    for (;;) {
        const bool all_there = passing.at_end() || passing.bytes().size() >= longest_line;
        if (passing.bytes().empty() && passing.at_end()) break;
        const LineReading line = passing.bytes().empty() ? LineReading{Found::Beginning, JournalFault::None, {}, 0}
                                                         : take_line(lines, passing.bytes(), verdict, entries);
        if (line.found == Found::Whole) {
            passing.pass(line.size);
            continue;
        }
        if (all_there) break;
        RETURN_IF_ERROR(passing.read_more());
    }
    ASSIGN_OR_RETURN(const auto tail, passing.tail());
    verdict.size = tail.size;
    const std::uint64_t zeros = tail.zeros >= fewest_zeros ? tail.zeros : 0;
    const std::uint64_t without = tail.size - verdict.offset - zeros;
    const std::string_view rest =
        passing.bytes().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(without, passing.bytes().size())));
    const LineReading whole{Found::Whole, JournalFault::None, {}, 0};
    judge(verdict, rest.empty() ? whole : take_line(lines, rest, verdict, entries), zeros);
    return {};
}

// The entry before the one that a later segment says it begins with; nothing when it does not begin as one.
Result<std::uint64_t> goes_on_from(FileSystem& files, const std::filesystem::path& path) {
    std::array<char, 128> start{};
    ASSIGN_OR_RETURN(const auto count, files.read_into(path, 0, start));
    constexpr std::uint64_t any = 1'000'000'000'000;
    const HeaderReading header = LineReader().read_header({start.data(), count.value_or(0)}, {1, any});
    return header.found == Found::Whole ? header.seq - 1 : 0;
}

JournalState worst_of(const std::vector<SegmentVerdict>& segments) {
    JournalState worst = JournalState::Whole;
    for (const SegmentVerdict& segment : segments) worst = std::max(worst, segment.state);
    return worst;
}

}  // namespace

JournalState JournalOutline::state() const { return worst_of(segments); }

Position JournalContents::head() const {
    return records.empty() ? Position{} : Position{records.back().seq, records.back().hash};
}

JournalState JournalContents::state() const { return worst_of(segments); }

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
    SegmentVerdict verdict = contents.segments.back();
    AllEntries entries(std::move(contents));
    read_rest(more, verdict, entries);
    contents = std::move(entries.contents());
    contents.segments.back() = verdict;
}

Result<JournalContents> read_session_journal(FileSystem& files, const std::filesystem::path& folder) {
    ASSIGN_OR_RETURN(auto names, journal_names(files, folder));
    AllEntries entries({});
    std::uint32_t expected = 1;
    for (const std::uint32_t segment : names.segments) {
        auto& verdicts = entries.contents().segments;
        if (segment != expected) verdicts.push_back(missing_segment(expected));
        ASSIGN_OR_RETURN(const auto bytes, files.read(folder / segment_name(segment)));
        const std::string_view text = bytes.has_value() ? std::string_view(*bytes) : std::string_view();
        auto& records = entries.contents().records;
        records.reserve(records.size() + text.size() / 256);
        SegmentVerdict verdict{segment, JournalState::Whole, JournalFault::None, 0, 0, 0};
        read_rest(text, verdict, entries);
        verdicts.push_back(verdict);
        expected = segment + 1;
    }
    JournalContents contents = std::move(entries.contents());
    contents.torn_copies = std::move(names.torn_copies);
    return contents;
}

Result<JournalOutline> read_journal_outline(FileSystem& files, const std::filesystem::path& folder,
                                            const EachEntry& each) {
    ASSIGN_OR_RETURN(auto names, journal_names(files, folder));
    std::set<std::uint64_t> gone_on_from;
    for (const std::uint32_t segment : names.segments) {
        if (segment == 1) continue;
        ASSIGN_OR_RETURN(const auto seq, goes_on_from(files, folder / segment_name(segment)));
        gone_on_from.insert(seq);
    }
    LastEntry entries(std::move(gone_on_from), each);
    JournalOutline outline;
    std::uint32_t expected = 1;
    for (const std::uint32_t segment : names.segments) {
        if (segment != expected) outline.segments.push_back(missing_segment(expected));
        SegmentVerdict verdict{segment, JournalState::Whole, JournalFault::None, 0, 0, 0};
        Passing passing(files, folder / segment_name(segment));
        RETURN_IF_ERROR(pass_segment(passing, verdict, entries));
        outline.segments.push_back(verdict);
        expected = segment + 1;
    }
    outline.head = entries.last();
    outline.torn_copies = std::move(names.torn_copies);
    return outline;
}

}  // namespace hamer
