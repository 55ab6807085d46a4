// What the clerk adds to an incident record: the parts of the protocol's chapters 4, 7 and 8 that no journal tells.
//
// It stands beside the journal's facts, never inside them, and is taken over when those are made again
// (docs/decisions/0004-incident-record.md). Names are for the record only: everything else speaks of a person by `id`.
#pragma once

#include "base/calendar.h"
#include "base/text.h"
#include "record/no_incident.h"

#include <array>
#include <cstdint>
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

// On which the reporting route of 7.1 depends: those of chapter 1, and who stands beside them.
enum class Office {
    CouncilMember,
    CommitteeMember,
    AuditOffice,      // rekenkamer
    ReferendumBoard,  // Referendumkamer
    Alderman,
    Mayor,
    Official,
    Public
};
inline constexpr std::array<std::string_view, 8> office_words = {
    "council-member", "committee-member", "audit-office", "referendum-board", "alderman",
    "mayor",          "official",         "public"};
// A political office: not an official's, nor the public's.
[[nodiscard]] bool is_political(Office office);

struct Person {
    std::string id{};  // "p1": unique in the record
    PersonRole role = PersonRole::Disturber;
    bool known = false;  // who it is
    std::string name{};
    std::string address{};
    std::string description{};
    std::optional<Office> office{};  // of an affected person; of a disturber where it is a member of the council
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

// 7.2, table 1, and the ban of article 26(2) of the Gemeentewet.
enum class MeasureKind {
    SpokenWarning,
    WrittenWarning,
    Talk,
    Restriction,
    Ban,  // from the buildings
    ContactBan,
    CouncilBan,
    Report,
    Charges,
    Recovery,
    Other
};
inline constexpr std::array<std::string_view, 11> measure_words = {
    "spoken-warning", "written-warning", "talk",    "restriction", "ban",  "contact-ban",
    "council-ban",    "police-report",   "charges", "recovery",    "other"};

// Somebody may not come, or not come near, for a time.
[[nodiscard]] bool is_ban(MeasureKind kind);

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

// Chapter 8.
struct Communication {
    std::string spokesperson{};
    std::optional<bool> agreed_with_affected{};
    bool prosecutor_leads = false;           // a criminal case runs: the OM communicates
    std::string text{};                      // for everybody
    std::string internal{};                  // for the council and the college, in confidence
    std::optional<bool> deputy_mayor{};      // was consulted, where it is about the mayor
    std::optional<bool> press_office{};      // of the OM: it was agreed with them, where somebody was threatened
    std::optional<bool> no_measures_told{};  // the text names no measures of safety: "nooit naar de pers"
    bool operator==(const Communication&) const = default;
};

// 7.1: who reported it. Their privacy is guarded: for the record and its readers, not for paper.
struct Reporter {
    std::string name{};
    std::optional<Office> office{};
    bool operator==(const Reporter&) const = default;
};

// In the GIR, the municipality's own register (7.1).
struct Registration {
    std::string number{};
    std::string date{};  // a day
    bool operator==(const Registration&) const = default;
};

// Chapter 3: "hoor en wederhoor".
struct Hearing {
    std::optional<bool> held{};  // the disturber could give their side
    std::string text{};
    bool operator==(const Hearing&) const = default;
};

// 7.2: "eerste of herhaald incident, zowel gericht tegen politieke ambtsdragers, als tegen ambtenaren".
struct Earlier {
    std::optional<bool> officials_too{};  // those against officials were looked for
    std::string text{};
    bool operator==(const Earlier&) const = default;
};

// 7.4: how it went to the police.
struct PoliceFile {
    std::string by{};                   // who files or filed
    bool mandated = false;              // by somebody who was mandated, on the mayor's behalf
    std::string number{};               // the police's
    std::string date{};                 // a day
    std::optional<bool> may_be_told{};  // the affected person agrees that it is spoken of
    std::optional<bool> mediation{};    // was looked into
    std::string why_not{};              // where table 1 asks for it, and it was decided otherwise
    bool operator==(const PoliceFile&) const = default;
};

enum class CareOffer { NotYet, Accepted, Declined };
inline constexpr std::array<std::string_view, 3> care_offer_words = {"not-yet", "accepted", "declined"};

// 7.3, for one affected person. For who cares for them: never on a paper for anybody else.
struct Aftercare {
    std::string person{};  // their id
    CareOffer offered = CareOffer::NotYet;
    std::string by{};           // who holds the talks
    std::string home{};         // what those at home need
    bool insurance = false;     // told of the Collegebeschermingspolis
    bool support_team = false;  // told of the Ondersteuningsteam Weerbaar Bestuur
    std::string referral{};     // to whom: victim support, a doctor
    std::string remark{};
    bool operator==(const Aftercare&) const = default;
};

// What has a due moment; see duties.h.
enum class DutyKind {
    FirstTalk,
    SecondTalk,
    ThirdTalk,
    LabourInspectorate,
    PoliceReport,
    ChargesDecision,
    Footage,
    Triangle,
    Insurance,
    Feedback,
    Evaluation,
    BanEnds,
    CouncilBanEnds,
    ContactBanEnds,
    MeasureEnds,
    Improvement,   // of the evaluation
    SignalTalk,    // with who gave a signal
    SignalAnswer,  // to them
    Precaution,
    LookBack  // at what was estimated
};
inline constexpr std::array<std::string_view, 20> duty_words = {
    "first-talk",       "second-talk", "third-talk",       "labour-inspectorate", "police-report",
    "charges-decision", "footage",     "triangle",         "insurance",           "feedback",
    "evaluation",       "ban-ends",    "council-ban-ends", "contact-ban-ends",    "measure-ends",
    "improvement",      "signal-talk", "signal-answer",    "precaution",          "look-back"};

// Who is to see to a duty, where somebody was named.
struct DutyOwner {
    DutyKind kind = DutyKind::FirstTalk;
    std::string person{};  // as in Duty
    std::string owner{};
    bool operator==(const DutyOwner&) const = default;
};

// A duty that was done, or offered and declined.
struct DutyDone {
    DutyKind kind = DutyKind::FirstTalk;
    std::string person{};  // as in Duty
    Instant at{};
    std::string by{};
    std::string remark{};
    bool operator==(const DutyDone&) const = default;
};

// Chapter 3: what was learnt of it.
struct Evaluation {
    std::string date{};     // a day: it was held
    std::string present{};  // who was there
    std::string good{};     // what went well
    std::string better{};   // what could be better
    bool operator==(const Evaluation&) const = default;
};

// What the evaluation came to: somebody does it, by a day.
struct Improvement {
    std::string id{};  // "i1": unique in the record
    std::string text{};
    std::string owner{};
    std::string until{};  // a day; may be empty
    bool operator==(const Improvement&) const = default;
};

// A picture, a recording or a letter that was put to the record. Its bytes are in the register, beside the record.
struct Attachment {
    std::string id{};        // "b3f2a90c1": unique in the record, and made by chance
    std::string name{};      // of the file that it was
    std::string type{};      // its media type: "image/png"
    std::uint64_t size = 0;  // bytes
    std::string sha256{};    // of those; empty: it was erased
    Instant at{};            // when it was added
    std::string by{};
    std::string remark{};  // what it shows, from whom it is
    bool operator==(const Attachment&) const = default;
};

// Why a record may not be erased yet: something runs for which it is needed.
enum class HoldReason { Case, Objection, Woo, Other };
inline constexpr std::array<std::string_view, 4> hold_reason_words = {"case", "objection", "woo", "other"};

struct Hold {
    HoldReason why = HoldReason::Other;
    std::string since{};  // a day
    std::string text{};
    bool operator==(const Hold&) const = default;
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
    Earlier earlier{};
    Reporter reporter{};
    std::vector<Informed> informed{};
    Registration gir{};
    Hearing hearing{};
    std::vector<Measure> measures{};
    bool no_measures = false;  // decided
    std::string no_measures_why{};
    std::string charges{};  // a decision that no journal has, or the one it put off: file, report, none
    PoliceFile police_file{};
    std::optional<Communication> communication{};
    std::vector<Aftercare> aftercare{};
    std::vector<DutyOwner> owners{};
    std::vector<DutyDone> done{};
    Evaluation evaluation{};
    std::vector<Improvement> improvements{};
    std::vector<Attachment> attachments{};
    std::optional<Signal> signal{};  // of a record of that kind alone; so are the next two
    std::optional<Estimate> estimate{};
    std::optional<Learning> learning{};
    std::vector<Precaution> precautions{};
    std::optional<Hold> hold{};
    std::optional<Completion> completed{};

    [[nodiscard]] const Person* person(std::string_view id) const;
    [[nodiscard]] const Improvement* improvement(std::string_view id) const;
    [[nodiscard]] const Attachment* attachment(std::string_view id) const;
    [[nodiscard]] const Precaution* precaution(std::string_view id) const;
    bool operator==(const Dossier&) const = default;
};

// "Als er meerdere type gedragingen van toepassing zijn, wordt altijd de zwaarste als uitgangspunt genomen."
[[nodiscard]] std::optional<Conduct> governing(const Dossier& dossier);

// Somebody who was affected holds this office.
[[nodiscard]] bool is_affected(const Dossier& dossier, Office office);
// What is arranged for this person; null: nothing was said of it.
[[nodiscard]] const Aftercare* aftercare_of(const Dossier& dossier, std::string_view person);

}  // namespace hamer
