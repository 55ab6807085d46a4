// What the clerk adds to an incident record: the parts of the protocol's chapters 4, 7 and 8 that no journal tells.
//
// It stands beside the journal's facts, never inside them, and is taken over when those are made again
// (docs/decisions/0004-incident-record.md). Names are for the record only: everything else speaks of a person by `id`.
#pragma once

#include "base/calendar.h"
#include "base/text.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Table 1 of chapter 4, from emotion to violence; a later one is heavier.
enum class Conduct { A, B, C, Threat, Violence };
inline constexpr std::array<std::string_view, 5> conduct_words = {"a", "b", "c", "d-threat", "d-violence"};

// 7.1: "face-to-face, schriftelijk, via e-mail of sociale media"; and the telephone.
enum class Channel { FaceToFace, Writing, Email, SocialMedia, Telephone };
inline constexpr std::array<std::string_view, 5> channel_words = {"face-to-face", "writing", "e-mail", "social-media",
                                                                  "telephone"};

enum class PersonRole { Disturber, Affected, Witness };
inline constexpr std::array<std::string_view, 3> person_role_words = {"disturber", "affected", "witness"};

// On which the reporting route of 7.1 depends.
enum class Office { CouncilMember, CommitteeMember, Alderman, Mayor, Official, Public };
inline constexpr std::array<std::string_view, 6> office_words = {"council-member", "committee-member", "alderman",
                                                                 "mayor",          "official",         "public"};

struct Person {
    std::string id{};  // "p1": unique in the record
    PersonRole role = PersonRole::Disturber;
    bool known = false;  // who it is
    std::string name{};
    std::string address{};
    std::string description{};
    std::optional<Office> office{};  // of an affected person
    bool injured = false;            // in body or mind
    // 7.4: hospital, lasting harm to health, or death.
    bool seriously = false;
    std::string injury{};

    bool operator==(const Person&) const = default;
};

enum class Recipient { Clerk, MunicipalSecretary, Mayor, Adviser, KingsCommissioner, Police, Prosecutor, Council };
inline constexpr std::array<std::string_view, 8> recipient_words = {
    "clerk", "municipal-secretary", "mayor", "adviser", "kings-commissioner", "police", "prosecutor", "council"};

struct Informed {
    Recipient who = Recipient::Clerk;
    Instant at{};
    std::string by{};
    bool operator==(const Informed&) const = default;
};

// 7.2, and the ban of article 26(2) of the Gemeentewet.
enum class MeasureKind {
    SpokenWarning,
    WrittenWarning,
    Talk,
    Restriction,
    Ban,
    CouncilBan,
    Report,
    Charges,
    Recovery,
    Other
};
inline constexpr std::array<std::string_view, 10> measure_words = {
    "spoken-warning", "written-warning", "talk",    "restriction", "ban",
    "council-ban",    "police-report",   "charges", "recovery",    "other"};

struct Measure {
    MeasureKind kind = MeasureKind::Other;
    std::string person{};  // its id
    std::string from{};    // a day, "2026-03-12"; may be empty
    std::string until{};
    std::string condition{};
    std::string decided_by{};
    std::string text{};
    bool operator==(const Measure&) const = default;
};

enum class Repetition { First, Repeated };
inline constexpr std::array<std::string_view, 2> repetition_words = {"first", "repeated"};

struct Communication {
    std::string spokesperson{};
    std::optional<bool> agreed_with_affected{};
    bool prosecutor_leads = false;  // a criminal case runs: the OM communicates
    std::string text{};
    bool operator==(const Communication&) const = default;
};

// What has a due moment; see duties.h.
enum class DutyKind { FirstTalk, SecondTalk, ThirdTalk, LabourInspectorate, PoliceReport, ChargesDecision };
inline constexpr std::array<std::string_view, 6> duty_words = {
    "first-talk", "second-talk", "third-talk", "labour-inspectorate", "police-report", "charges-decision"};

// A duty that was done, or offered and declined.
struct DutyDone {
    DutyKind kind = DutyKind::FirstTalk;
    std::string person{};  // whose talk; empty for the others
    Instant at{};
    std::string by{};
    std::string remark{};
    bool operator==(const DutyDone&) const = default;
};

struct Completion {
    Instant at{};
    std::string by{};
    bool operator==(const Completion&) const = default;
};

struct Dossier {
    std::vector<Conduct> conduct{};  // as observed
    std::optional<Channel> channel{};
    std::string place{};      // where the record has no meeting, or more precisely
    std::string with_what{};  // waarmee
    std::string manner{};     // welke wijze
    std::string reason{};     // waarom
    std::vector<Person> persons{};
    std::optional<bool> damage{};  // whether there is any; nothing: not looked at
    std::string damage_text{};
    std::optional<Repetition> repetition{};
    std::vector<Informed> informed{};
    std::vector<Measure> measures{};
    bool no_measures = false;  // decided
    std::string charges{};     // a decision that no journal has, or the one it put off: file, report, none
    std::optional<Communication> communication{};
    std::vector<DutyDone> done{};
    std::optional<Completion> completed{};

    [[nodiscard]] const Person* person(std::string_view id) const;
    bool operator==(const Dossier&) const = default;
};

// "Als er meerdere type gedragingen van toepassing zijn, wordt altijd de zwaarste als uitgangspunt genomen."
[[nodiscard]] std::optional<Conduct> governing(const Dossier& dossier);

// 7.1: who is to be informed, for all affected persons together, in the order of the protocol. The adviser always is.
[[nodiscard]] std::vector<Recipient> reporting_route(const Dossier& dossier);

}  // namespace hamer
