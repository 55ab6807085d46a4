// Writing and reading a record's parts by their keys. Internal to codec/, for its .cpp files.
#pragma once

#include "base/typed_time.h"
#include "codec/json/cursor.h"
#include "codec/record/dossier_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <span>

namespace hamer {

inline constexpr std::size_t max_words = 1u << 16;  // bytes in one text

inline std::span<const std::string_view> words_of(MeetingKind) { return meeting_kind_words; }
inline std::span<const std::string_view> words_of(IncidentKind) { return incident_kind_words; }
inline std::span<const std::string_view> words_of(Approach) { return approach_words; }
inline std::span<const std::string_view> words_of(Answer) { return answer_words; }
inline std::span<const std::string_view> words_of(EndedBy) { return ended_by_words; }
inline std::span<const std::string_view> words_of(VoteOutcome) { return vote_outcome_words; }
inline std::span<const std::string_view> words_of(Consulted) { return consulted_words; }
inline std::span<const std::string_view> words_of(Conduct) { return conduct_words; }
inline std::span<const std::string_view> words_of(Channel) { return channel_words; }
inline std::span<const std::string_view> words_of(PersonRole) { return person_role_words; }
inline std::span<const std::string_view> words_of(Office) { return office_words; }
inline std::span<const std::string_view> words_of(Recipient) { return recipient_words; }
inline std::span<const std::string_view> words_of(MeasureKind) { return measure_words; }
inline std::span<const std::string_view> words_of(Repetition) { return repetition_words; }
inline std::span<const std::string_view> words_of(CareOffer) { return care_offer_words; }
inline std::span<const std::string_view> words_of(HoldReason) { return hold_reason_words; }
inline std::span<const std::string_view> words_of(SignalEnd) { return signal_end_words; }
inline std::span<const std::string_view> words_of(PrecautionKind) { return precaution_words; }
inline std::span<const std::string_view> words_of(RiskLevel) { return risk_level_words; }
inline std::span<const std::string_view> words_of(LearningKind) { return learning_kind_words; }
inline std::span<const std::string_view> words_of(Body) { return body_words; }
inline std::span<const std::string_view> words_of(DutyKind) { return duty_words; }

template <typename Value>
concept Worded = std::is_enum_v<Value>;

class RecordWriter {
  public:
    template <typename Value>
    void operator()(const char* key, const Value& value) {
        object_[key] = json(value);
    }
    template <typename Value>
    void operator()(const char* key, const std::optional<Value>& value) {
        if (value) object_[key] = json(*value);
    }
    // Left out where it has its first value.
    template <typename Value>
    void maybe(const char* key, const Value& value) {
        if (!(value == Value{})) object_[key] = json(value);
    }

    template <typename Part>
    static Json object(const Part& part) {
        RecordWriter writer;
        members(writer, part);
        return std::move(writer.object_);
    }

  private:
    static Json json(const std::string& text) { return text; }
    static Json json(bool flag) { return flag; }
    static Json json(int number) { return number; }
    static Json json(std::uint64_t number) { return number; }
    static Json json(std::int64_t number) { return number; }
    static Json json(Instant at) { return to_rfc3339(at); }
    static Json json(const std::map<std::string, std::string>& texts) {
        Json made = Json::object();
        for (const auto& [key, text] : texts) made[key] = text;
        return made;
    }
    static Json json(const Fields& fields) {
        Json made = Json::object();
        for (const auto& field : fields) {
            std::visit([&](const auto& given) { made[field.first] = given; }, field.second);
        }
        return made;
    }
    static Json json(const Worded auto& value) { return words_of(value)[static_cast<std::size_t>(value)]; }
    template <typename Part>
    static Json json(const std::vector<Part>& parts) {
        Json made = Json::array();
        for (const Part& part : parts) made.push_back(json(part));
        return made;
    }
    template <typename Part>
    static Json json(const Part& part) {
        return object(part);
    }

    Json object_ = Json::object();
};

class RecordReader {
  public:
    RecordReader(const Cursor& at, const Zone& zone) : at_(at), zone_(zone) {}

    template <typename Value>
    void operator()(const char* key, Value& value) {
        keys_.emplace_back(key);
        read(at_.at(key), value);
    }
    template <typename Value>
    void operator()(const char* key, std::optional<Value>& value) {
        keys_.emplace_back(key);
        if (at_.has(key)) read(at_.at(key), value.emplace());
    }
    template <typename Value>
    void maybe(const char* key, Value& value) {
        keys_.emplace_back(key);
        if (at_.has(key)) read(at_.at(key), value);
    }

    // `zone`: the place whose clocks a typed moment may name; what it means there is only said in a refusal.
    template <typename Part>
    static void object(const Cursor& at, Part& part, const Zone& zone, std::vector<std::string> besides = {}) {
        const auto given = at.members();  // fails when it is no object
        RecordReader reader(at, zone);
        reader.keys_ = std::move(besides);
        members(reader, part);
        for (const auto& [key, value] : given) {
            if (std::ranges::find(reader.keys_, key) != reader.keys_.end()) continue;
            at.fail(fmt::format("unknown key “{}”", printable(key, 80)), "Use a newer Hamer, or take it away");
        }
    }

  private:
    void read(const Cursor& at, std::string& text) const { text = at.string(max_words); }
    void read(const Cursor& at, bool& flag) const { flag = at.boolean(); }
    void read(const Cursor& at, int& number) const {
        number = static_cast<int>(at.integer(0, std::numeric_limits<int>::max()));
    }
    void read(const Cursor& at, std::uint64_t& number) const {
        number = static_cast<std::uint64_t>(at.integer(0, std::numeric_limits<std::int64_t>::max()));
    }
    void read(const Cursor& at, std::int64_t& number) const {
        using Limits = std::numeric_limits<std::int64_t>;
        number = at.integer(Limits::min(), Limits::max());
    }
    void read(const Cursor& at, Instant& instant) const {
        const std::string text = at.string();
        const auto read_instant = from_rfc3339(text);
        if (!read_instant) {
            const auto typed = moment_typed(text, zone_);
            const LocalText why = typed ? LocalText{} : typed.error();
            at.fail(LocalText{"verwacht: een tijd zoals 2026-03-12T20:14:05.120+01:00. " + why.nl,
                              "expected a time such as 2026-03-12T20:14:05.120+01:00. " + why.en});
        }
        instant = *read_instant;
    }
    void read(const Cursor& at, std::map<std::string, std::string>& texts) const {
        for (const auto& [key, value] : at.members()) texts[key] = value.string(max_words);
    }
    void read(const Cursor& at, Fields& fields) const {
        for (const auto& [id, value] : at.members()) {
            if (value.is_boolean())
                fields[id] = value.boolean();
            else
                fields[id] = value.string(max_words);
        }
    }
    // Before there was such a word this was a flag, and false what nobody had been asked.
    void read(const Cursor& at, Consulted& value) const {
        if (at.is_boolean())
            value = at.boolean() ? Consulted::Yes : Consulted::NotAsked;
        else
            read_word(at, value);
    }
    void read(const Cursor& at, Worded auto& value) const { read_word(at, value); }
    void read_word(const Cursor& at, Worded auto& value) const {
        const auto words = words_of(value);
        const auto found = std::ranges::find(words, at.string());
        if (found == words.end()) at.fail(fmt::format("expected one of: {}", fmt::join(words, ", ")));
        value = static_cast<std::remove_reference_t<decltype(value)>>(found - words.begin());
    }
    template <typename Part>
    void read(const Cursor& at, std::vector<Part>& parts) const {
        for (const Cursor& item : at.items()) read(item, parts.emplace_back());
    }
    template <typename Part>
    void read(const Cursor& at, Part& part) const {
        object(at, part, zone_);
    }

    Cursor at_;
    const Zone& zone_;
    std::vector<std::string> keys_;
};

}  // namespace hamer
