// What persons and steps of a record are called: never by the ids of files.
#include "play.h"
#include "record/person_names.h"
#include "record/step_names.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(PersonNames, AreTheNameAndTheRoleNumberedOnlyWhereThereAreMore) {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .role = PersonRole::Disturber},
                       {.id = "p7", .role = PersonRole::Affected, .name = "A. Bakker"},
                       {.id = "p3", .role = PersonRole::Disturber, .name = "Zebediah Quist"}};
    const auto said = [&](std::size_t i, Language language) {
        return person_in_words(dossier, dossier.persons[i], language);
    };
    EXPECT_EQ(said(0, Language::Dutch), "verstoorder 1");
    EXPECT_EQ(said(1, Language::Dutch), "A. Bakker (betrokkene)");
    EXPECT_EQ(said(2, Language::English), "Zebediah Quist (disturber 2)");
}

TEST(StepNames, AreThoseOfTheProcedureAndNeverAnEventsId) {
    const auto procedure = a_procedure();
    const Event& event = procedure->events.front();
    EXPECT_EQ(step_in_words(procedure.get(), event.id, Language::Dutch), event.label.nl);
    EXPECT_EQ(step_in_words(nullptr, event.id, Language::Dutch), "stap");
    EXPECT_EQ(step_in_words(procedure.get(), "no.such", Language::English), "step");
    EXPECT_EQ(step_in_words(procedure.get(), "note", Language::Dutch), "notitie");
    EXPECT_EQ(step_in_words(nullptr, "deviation", Language::Dutch), "afwijking");
}

}  // namespace
}  // namespace hamer::test
