// The parts of a dossier that is of no incident: what comes before anything happened (2, 5.1), and what is held to
// learn from (5.2). Each is of a record of its own kind alone.
#pragma once

#include "base/text.h"
#include "procedure/meeting_kind.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// 2: what is done with a signal, in the protocol's order; each on a day. Who gave it is the dossier's reporter, and
// whom it is against is among its persons, affected.
enum class SignalEnd { Closed, Incident, Estimate };
inline constexpr std::array<std::string_view, 3> signal_end_words = {"closed", "incident", "estimate"};

struct Signal {
    std::string meeting{};  // the meeting or item of an agenda that it is about
    bool confidential = false;
    std::string talked{};   // with who gave it
    std::string team{};     // team Veiligheid was consulted
    std::string adviser{};  // the adviser Veilige Publieke Taak was
    std::string mayor{};
    std::string answered{};  // who gave it was told what follows
    std::optional<SignalEnd> ended{};
    std::string why{};     // it ended so
    std::string record{};  // the id of that which it became
    bool operator==(const Signal&) const = default;
};

// What is done beforehand, for a signal or a gathering (5.1).
enum class PrecautionKind {
    Security,
    Police,
    Entrance,
    Seats,
    WayOut,
    FirstAid,  // BHV
    Livestream,
    Spokesperson,
    OtherRoom,
    TwoPersons,  // at a talk that may go wrong
    Other
};
inline constexpr std::array<std::string_view, 11> precaution_words = {
    "security",   "police",       "entrance",   "seats",       "way-out", "first-aid",
    "livestream", "spokesperson", "other-room", "two-persons", "other"};

struct Precaution {
    std::string id{};  // "v1": unique in the record
    PrecautionKind kind = PrecautionKind::Other;
    std::string text{};
    std::string owner{};
    std::string until{};  // a day; may be empty
    bool operator==(const Precaution&) const = default;
};

// As people judge it: nothing computes it.
enum class RiskLevel { Low, Middle, High };
inline constexpr std::array<std::string_view, 3> risk_level_words = {"low", "middle", "high"};

// 5.1, of a meeting or gathering, which the record's `what` and the dossier's `place` name.
struct Estimate {
    std::string day{};  // of the gathering
    std::optional<MeetingKind> kind{};
    std::string room{};           // where it is, besides the dossier's place
    std::string address{};        // of that place
    std::string item{};           // of its agenda
    std::string groups{};         // who is expected, and how many
    std::string demonstration{};  // that was announced
    std::string speakers{};       // who asked to speak
    std::optional<RiskLevel> level{};
    std::string why{};
    std::vector<std::string> considered{};  // ids of records that were weighed
    std::string afterwards{};               // what happened, beside it
    bool operator==(const Estimate&) const = default;
};

// What was held to learn from: the introduction and the trainings of 5.2, and the yearly discussion by council and
// college that 5.2 asks.
enum class LearningKind { Introduction, Training, Discussion };
inline constexpr std::array<std::string_view, 3> learning_kind_words = {"introduction", "training", "discussion"};

// Who was there, as far as it may be told to anybody.
enum class Body { Council, Committees, College, Chairs, Support, Others };
inline constexpr std::array<std::string_view, 6> body_words = {"council", "committees", "college",
                                                               "chairs",  "support",    "others"};

// Its subject is the record's `what`; what is to be better is among the dossier's improvements.
struct Learning {
    LearningKind kind = LearningKind::Introduction;
    std::string day{};
    std::string given_by{};  // "politie", "een trainer"
    std::vector<Body> bodies{};
    std::vector<std::string> present{};  // names, which no report has
    std::string concluded{};
    bool operator==(const Learning&) const = default;
};

}  // namespace hamer
