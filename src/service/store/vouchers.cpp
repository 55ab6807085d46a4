#include "service/store/vouchers.h"

#include "base/attempt.h"
#include "journal/durable.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace hamer {

namespace {

namespace fs = std::filesystem;
constexpr std::string_view mark_begin = "mark-";
constexpr std::size_t short_length = 16;  // of a fingerprint, in names

std::string short_of(const std::string& fingerprint) { return fingerprint.substr(0, short_length); }
std::string key_file_name(std::string_view short_fingerprint) {
    return fmt::format("device-{}.pem", short_fingerprint);
}

std::string text_of(const SessionMark& mark) { return mark_line({mark.session_id, mark.seq, mark.head, {}}) + "\n"; }

Status put_once(FileSystem& files, const fs::path& path, std::string_view bytes) {
    ASSIGN_OR_RETURN(const auto there, files.look(path));
    return there ? Status{} : replace_file(files, path, bytes);
}

class Reading {
  public:
    Reading(FileSystem& files, const fs::path& folder, const std::string& session_id)
        : files_(files), folder_(folder), session_id_(session_id) {}

    void read_mark(const std::string& name, std::uint64_t seq) {
        const std::string text = bytes(name);
        const auto mark =
            text.ends_with('\n') ? mark_from_line(std::string_view(text).substr(0, text.size() - 1)) : std::nullopt;
        if (!mark || mark->session_id != session_id_ || mark->seq != seq || text != text_of(*mark)) {
            found_.wrong.push_back({fmt::format("{} is niet het merk dat de naam noemt", name),
                                    fmt::format("{} is not the mark that its name says", name)});
            return;
        }
        found_.marks.push_back(*mark);
    }

    void read_signature(const std::string& name) {
        const std::string_view rest = std::string_view(name).substr(0, name.size() - 4);
        const std::size_t dot = rest.find('.');
        const std::string data(rest.substr(0, dot));
        const std::string short_key(dot == std::string_view::npos ? "" : rest.substr(dot + 1));
        const std::string key = key_file_name(short_key);
        const std::string pem = bytes(key);
        const std::string fingerprint = fingerprint_of(pem);
        const auto seq = mark_number(data);
        const auto mark =
            std::ranges::find_if(found_.marks, [&](const SessionMark& m) { return seq && m.seq == *seq; });
        const bool named = !short_key.empty() && fingerprint.starts_with(short_key);
        if (mark == found_.marks.end() || !named || !verify_signature(pem, bytes(data), bytes(name))) {
            found_.wrong.push_back({fmt::format("de handtekening {} is niet van {} met de sleutel {}", name, data, key),
                                    fmt::format("the signature {} is not of {} by the key {}", name, data, key)});
            return;
        }
        SessionMark signed_mark = *mark;
        signed_mark.key = fingerprint;
        found_.marks.push_back(signed_mark);
    }

    void add_stamp(const std::string& name) { found_.stamps.push_back(name); }
    Vouchers take() && { return std::move(found_); }

  private:
    // Nothing where it cannot be read: then nothing is verified by it.
    std::string bytes(const std::string& name) {
        const auto read = files_.read(folder_ / name);
        return read && *read ? **read : std::string();
    }

    FileSystem& files_;
    const fs::path& folder_;
    const std::string& session_id_;
    Vouchers found_;
};

}  // namespace

std::optional<std::uint64_t> mark_number(std::string_view name) {
    if (!name.starts_with(mark_begin)) return std::nullopt;
    const std::string_view digits = name.substr(mark_begin.size());
    std::uint64_t seq = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seq);
    const bool all = error == std::errc() && end == digits.data() + digits.size();
    if (!all || digits.front() == '0' || digits.size() > 18) return std::nullopt;
    return seq;
}

std::string mark_file_name(std::uint64_t seq) { return fmt::format("{}{}", mark_begin, seq); }
std::string stamp_file_name(std::uint64_t seq) { return mark_file_name(seq) + ".tsr"; }

LocalText marks_beside() { return {"de merken naast het logboek", "the marks beside the journal"}; }

Status put_mark(FileSystem& files, const fs::path& folder, const SessionMark& mark) {
    return put_once(files, folder / mark_file_name(mark.seq), text_of(mark));
}

Status put_signature(FileSystem& files, const fs::path& folder, const SessionMark& mark, const DeviceKey& key) {
    const std::string short_key = short_of(key.fingerprint());
    ASSIGN_OR_RETURN(const auto signature, key.sign(text_of(mark)));
    RETURN_IF_ERROR(put_once(files, folder / key_file_name(short_key), key.public_pem()));
    return put_once(files, folder / fmt::format("{}.{}.sig", mark_file_name(mark.seq), short_key), signature);
}

Result<Vouchers> read_vouchers(FileSystem& files, const fs::path& folder, const std::string& session_id) {
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    Reading reading(files, folder, session_id);
    for (const std::string& name : names) {
        if (const auto seq = mark_number(name)) reading.read_mark(name, *seq);
    }
    for (const std::string& name : names) {
        if (!name.starts_with(mark_begin)) continue;
        if (name.ends_with(".sig")) reading.read_signature(name);
        if (name.ends_with(".tsr")) reading.add_stamp(name);
    }
    return std::move(reading).take();
}

std::vector<LocalText> missing_signatures(const Vouchers& vouchers, const std::vector<SessionMark>& known,
                                          const LocalText& origin) {
    std::vector<LocalText> missing;
    for (const SessionMark& mark : known) {
        const bool there = std::ranges::any_of(
            vouchers.marks, [&](const SessionMark& found) { return found.seq == mark.seq && found.key == mark.key; });
        if (mark.key.empty() || there) continue;
        missing.push_back({fmt::format("de handtekening van regel {} met de sleutel {} is hier niet, volgens: {}",
                                       mark.seq, mark.key, origin.nl),
                           fmt::format("the signature of entry {} by the key {} is not here, according to: {}",
                                       mark.seq, mark.key, origin.en)});
    }
    return missing;
}

}  // namespace hamer
