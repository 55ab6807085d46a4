// What the clerk adds: the heaviest conduct governs, the route of 7.1, and what is missing.
#include "record/completeness.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Person affected(const std::string& id, Office office) {
    Person person{.id = id, .role = PersonRole::Affected};
    person.office = office;
    return person;
}

std::string words(const std::vector<Recipient>& route) {
    std::string text;
    for (const Recipient each : route) text += std::string(recipient_words[static_cast<std::size_t>(each)]) + " ";
    return text;
}

TEST(Conduct, TheHeaviestGoverns) {
    EXPECT_EQ(governing({}), std::nullopt);
    EXPECT_EQ(governing({.conduct = {Conduct::C}}), Conduct::C);
    EXPECT_EQ(governing({.conduct = {Conduct::B, Conduct::Violence, Conduct::Threat}}), Conduct::Violence);
    EXPECT_EQ(governing({.conduct = {Conduct::Threat, Conduct::A}}), Conduct::Threat);
}

TEST(ReportingRoute, FollowsTheOfficeOfWhoIsAffected) {
    const auto route = [](std::vector<Person> persons) {
        Dossier dossier;
        dossier.persons = std::move(persons);
        return words(reporting_route(dossier));
    };
    EXPECT_EQ(route({affected("p1", Office::CouncilMember)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::CommitteeMember)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::Alderman)}), "municipal-secretary mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::Mayor)}), "municipal-secretary clerk adviser ");
    EXPECT_EQ(route({affected("p1", Office::Alderman), affected("p2", Office::CouncilMember)}),
              "municipal-secretary mayor clerk adviser ");
    EXPECT_EQ(route({}), "clerk mayor adviser ") << "the meeting itself";
    EXPECT_EQ(route({{.id = "p1", .role = PersonRole::Witness, .office = Office::Mayor}}), "clerk mayor adviser ");
}

IncidentRecord complete_record() {
    IncidentRecord record;
    record.what = "leuzen";
    record.meeting.room = "Raadzaal";
    record.ended = Ending{};
    record.charges = ChargesDecision{.decision = "none"};
    Dossier dossier;
    dossier.conduct = {Conduct::C};
    dossier.channel = Channel::FaceToFace;
    dossier.manner = "roepen";
    dossier.reason = "woningbouw";
    dossier.persons = {{.id = "p1"}, affected("p2", Office::CouncilMember)};
    dossier.damage = false;
    dossier.repetition = Repetition::First;
    dossier.informed = {{.who = Recipient::Clerk}, {.who = Recipient::Mayor}, {.who = Recipient::Adviser}};
    dossier.no_measures = true;
    dossier.communication = Communication{.spokesperson = "woordvoerder van de raad"};
    record.dossier = dossier;
    return record;
}

std::string lacks(const IncidentRecord& record) {
    std::string text;
    for (const Missing& each : missing(record)) text += each.place + " ";
    return text;
}

TEST(Completeness, NamesEachThingThatIsMissing) {
    EXPECT_EQ(lacks(complete_record()), "");
    IncidentRecord bare = complete_record();
    bare.dossier.reset();
    bare.charges.reset();
    bare.meeting.room.clear();
    EXPECT_EQ(lacks(bare),
              "conduct channel place manner reason persons damage repetition informed/clerk informed/mayor "
              "informed/adviser measures charges communication/spokesperson ");
    const auto with = [](auto change) {
        IncidentRecord record = complete_record();
        change(record);
        return lacks(record);
    };
    EXPECT_EQ(with([](IncidentRecord& r) { r.ended.reset(); }), "ended ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.withdrawn = true; }), "ended ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.charges->decision = "later"; }), "charges ");
    EXPECT_EQ(with([](IncidentRecord& r) {
                  r.charges->decision = "later";
                  r.dossier->charges = "file";
              }),
              "")
        << "the clerk added it";
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->persons[1].office.reset(); }), "persons/1/office ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->persons[1].office = Office::Alderman; }),
              "informed/municipal-secretary ");
    EXPECT_EQ(with([](IncidentRecord& r) {
                  r.dossier->no_measures = false;
                  r.dossier->measures.push_back({.kind = MeasureKind::Ban});
              }),
              "measures/0/until ");
}

TEST(Status, ACompletedRecordIsComplete) {
    IncidentRecord record = complete_record();
    EXPECT_EQ(status(record), IncidentStatus::Ended);
    record.dossier->completed = Completion{};
    EXPECT_EQ(status(record), IncidentStatus::Complete);
    record.withdrawn = true;
    EXPECT_EQ(status(record), IncidentStatus::Withdrawn);
}

}  // namespace
}  // namespace hamer
