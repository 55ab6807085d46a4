// What was recorded, in the past tense: the payload of one journal line (docs/journal-format.md).
#pragma once

#include "base/time.h"
#include "session/actor.h"
#include "session/values.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hamer {

struct SessionOpened {
    std::string procedure_id;
    int procedure_revision = 0;
    std::string procedure_sha256;
    std::string program_version;
    std::string language;  // of the words that are recorded: "nl" or "en"
    Meeting meeting;
    bool drill = false;
};

struct StepRecorded {
    std::string event;
    Fields fields;
    std::map<std::string, std::string> to;  // the regions that changed, with their new state
    std::vector<std::string> raised;        // events that followed from it
    std::string card;                       // the card that was shown, if any
    std::string said{};                     // the words that were spoken with it, where the tap itself says so
    std::string proposed{};                 // the words that stood on the screen for it
};

struct NoteAdded {
    std::string text;
};

struct StepTakenBack {
    std::uint64_t seq = 0;  // of the step or deviation taken back
    std::string why;
};

struct StepAmended {
    std::uint64_t seq = 0;  // of the step amended
    Fields fields;
};

struct DeviationRecorded {
    std::map<std::string, std::string> to;
    std::string why;
};

struct BroadcastObserved {
    std::string what;
};

// The wall clock and the monotonic clock disagree by more than two seconds since the entry before.
struct ClockJumped {
    std::int64_t milliseconds = 0;  // how far the wall clock jumped; negative: back
};

// The writer died in the middle of a line: these bytes were cut off and kept aside.
struct TailDiscarded {
    std::string file;  // where the bytes are kept
    std::uint64_t bytes = 0;
};

// The journal goes on after a part that is damaged, or after a time in which it could not be written.
struct JournalContinued {
    std::string former;            // the file that is left as it is
    std::uint64_t offset = 0;      // of the first byte there that is not used
    std::string reason;            // in words
    std::uint64_t unrecorded = 0;  // steps that waited in memory until this moment
};

// What the meeting is, as somebody put right: all of it, not only what changed. It changes no situation and is not
// undone; who was mistaken corrects again.
struct MeetingCorrected {
    Meeting meeting;
};

struct SessionClosed {};

using EntryData =
    std::variant<SessionOpened, StepRecorded, NoteAdded, StepTakenBack, StepAmended, DeviationRecorded,
                 BroadcastObserved, ClockJumped, TailDiscarded, JournalContinued, MeetingCorrected, SessionClosed>;

// Stands for a text that was taken away, or does not match what the journal has of it.
inline constexpr std::string_view erased_text = "[gewist]";

// Of what was asked for on another device than the one that records (docs/link.md, "Commands").
struct AskedElsewhere {
    std::string id;      // of the command: it is recorded once
    std::string device;  // that asked for it, as the keeper calls it
    bool operator==(const AskedElsewhere&) const = default;
};

struct Entry {
    std::uint64_t seq = 0;            // 1, 2, 3… in a session
    Stamp stamp;                      // when it was recorded
    std::optional<Instant> occurred;  // when it happened, where that differs
    std::string actor;                // session/actor.h
    EntryData data;
    std::optional<AskedElsewhere> asked{};

    // When it happened.
    [[nodiscard]] Instant when() const { return occurred.value_or(stamp.at); }

    template <typename Data>
    [[nodiscard]] const Data* as() const {
        return std::get_if<Data>(&data);
    }
};

}  // namespace hamer
