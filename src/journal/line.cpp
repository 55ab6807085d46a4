#include "journal/line.h"

#include "base/crc32.h"
#include "journal/payload.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace hamer {

namespace {

constexpr std::string_view magic = "J1 ";
constexpr std::size_t hash_digits = 64;

// Takes `expected` at `at`, as far as the bytes go.
Found take_text(std::string_view bytes, std::size_t& at, std::string_view expected) {
    const std::string_view there = bytes.substr(at, expected.size());
    if (!expected.starts_with(there)) return Found::Wrong;
    at += there.size();
    return there.size() == expected.size() ? Found::Whole : Found::Beginning;
}

// A number as the writer writes it; eighteen digits are more than any file can hold entries or bytes.
std::optional<std::uint64_t> number(std::string_view digits) {
    if (digits.empty() || digits.size() > 18 || digits.front() == '0') return std::nullopt;
    std::uint64_t value = 0;
    for (const char digit : digits) value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    return value;
}

bool begins_a_number_in(NumberRange allowed, std::string_view digits, std::uint64_t value) {
    if (allowed.first == allowed.last) return fmt::format_int(allowed.last).str().starts_with(digits);
    return value <= allowed.last;
}

// Takes a number in the range and the space behind it, as far as the bytes go.
Found take_number(std::string_view bytes, std::size_t& at, NumberRange allowed, std::uint64_t& value) {
    const std::size_t begin = at;
    while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9') ++at;
    const std::string_view digits = bytes.substr(begin, at - begin);
    const bool ends = at == bytes.size();
    if (ends && digits.empty()) return Found::Beginning;
    const auto read = number(digits);
    if (!read) return Found::Wrong;
    value = *read;
    if (ends) return begins_a_number_in(allowed, digits, value) ? Found::Beginning : Found::Wrong;
    if (bytes[at] != ' ' || value < allowed.first || value > allowed.last) return Found::Wrong;
    ++at;
    return Found::Whole;
}

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

// Takes the hash and the space behind it, as far as the bytes go, without asking whether it is the right one.
Found take_hash(std::string_view bytes, std::size_t& at) {
    const std::string_view digits = bytes.substr(at, hash_digits);
    if (!std::all_of(digits.begin(), digits.end(), is_hex_digit)) return Found::Wrong;
    at += digits.size();
    return digits.size() < hash_digits ? Found::Beginning : take_text(bytes, at, " ");
}

HeaderReading header(Found found, JournalFault fault) { return {found, fault, 0, 0, {}}; }
LineReading wrong(JournalFault fault) { return {Found::Wrong, fault, {}, 0}; }
LineReading beginning() { return {Found::Beginning, JournalFault::None, {}, 0}; }

}  // namespace

bool is_payload(std::string_view bytes) {
    return !bytes.empty() && bytes.size() <= max_payload_bytes && check_payload(bytes) == PayloadCheck::Whole;
}

std::string_view LineMaker::make(const Position& after, std::string_view payload) {
    const std::uint64_t seq = after.seq + 1;
    buffer_.clear();
    buffer_.reserve(payload.size() + 128);
    fmt::format_to(std::back_inserter(buffer_), "J1 {} {}", seq, payload.size());
    const std::string crc = crc32_hex(buffer_);
    buffer_ += ' ';
    buffer_ += crc;
    made_ = {seq, sha_.add(after.hash).add(buffer_).add(payload).hex()};
    buffer_ += ' ';
    buffer_ += made_.hash;
    buffer_ += ' ';
    buffer_ += payload;
    buffer_ += '\n';
    return buffer_;
}

HeaderReading LineReader::read_header(std::string_view bytes, NumberRange allowed) const {
    std::size_t at = 0;
    if (const Found found = take_text(bytes, at, magic); found != Found::Whole) {
        return header(found, JournalFault::NotALine);
    }
    HeaderReading read{Found::Whole, JournalFault::None, 0, 0, {}};
    if (const Found found = take_number(bytes, at, allowed, read.seq); found != Found::Whole) {
        return header(found, JournalFault::WrongNumber);
    }
    if (const Found found = take_number(bytes, at, {1, max_payload_bytes}, read.length); found != Found::Whole) {
        return header(found, JournalFault::WrongLength);
    }
    const std::string crc = crc32_hex(bytes.substr(0, at - 1));
    if (const Found found = take_text(bytes, at, crc + ' '); found != Found::Whole) {
        return header(found, JournalFault::WrongChecksum);
    }
    read.text = bytes.substr(0, at - 1);
    return read;
}

LineReading LineReader::read_line(std::string_view bytes, const HeaderReading& header, std::string_view previous) {
    std::size_t at = header.text.size() + 1;
    const std::size_t hash_at = at;
    if (const Found found = take_hash(bytes, at); found != Found::Whole) {
        return found == Found::Wrong ? wrong(JournalFault::WrongHash) : beginning();
    }
    const std::string_view payload = bytes.substr(at, static_cast<std::size_t>(header.length));
    if (payload.size() < header.length) {
        return check_payload(payload) == PayloadCheck::Wrong ? wrong(JournalFault::WrongText) : beginning();
    }
    at += payload.size();
    const bool ends = at == bytes.size();
    if (!ends && bytes[at] != '\n') return wrong(JournalFault::WrongEnd);
    hash_ = sha_.add(previous).add(header.text).add(payload).hex();
    if (bytes.substr(hash_at, hash_digits) != hash_) return wrong(JournalFault::WrongHash);
    if (check_payload(payload) != PayloadCheck::Whole) return wrong(JournalFault::WrongText);
    if (ends) return beginning();
    return {Found::Whole, JournalFault::None, payload, at + 1};
}

}  // namespace hamer
