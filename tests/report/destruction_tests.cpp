// The statement of destruction says which records are gone, and nothing of what stood in them.
#include "report/destruction.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Destruction, SaysWhichOnWhichGroundByWhomAndWhatIsLeft) {
    const Destruction done{
        .municipality = "Leiden",
        .by = "G. Griffier",
        .at = *from_rfc3339("2026-01-05T10:00:00+01:00"),
        .records = {{"s-1", IncidentKind::Disturbance, "2018-03-12", Conduct::Violence, 7, Gone::Yes},
                    {"s-2", IncidentKind::Reported, "2019-04-01", {}, 5, Gone::No},
                    {"s-3", IncidentKind::Signal, "2019-05-01", {}, 5, Gone::Yes},
                    {"s-4", IncidentKind::Signal, "2019-05-02", {}, 5, Gone::Yes},
                    {"s-5", IncidentKind::Estimate, "2019-06-01", {}, 5, Gone::Yes},
                    {"s-6", IncidentKind::Learning, "2019-07-01", {}, 5, Gone::Unsure}},
        .left = {{"kopie: staat er nog", "copy: is still there"}}};
    const std::string text = document_as_text(destruction_statement(done, Language::Dutch));
    for (const char* part : {"Verklaring van vernietiging", "Leiden", "G. Griffier", "5 januari 2026",
                             "4 dossiers: 1 incident, 2 signalen, 1 risico-inschatting, met alle revisies", "s-1",
                             "niet zeker", "leermoment", "12 maart 2018", "D: fysiek geweld", "7 jaar", "niet bekend",
                             "kopie: staat er nog", "bereikt Hamer niet", "handtekening"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(text.find("alleen anderen"), std::string::npos) << "a file is seen whole";
    Destruction on_server = done;
    on_server.role = "gijs";
    EXPECT_NE(document_as_text(destruction_statement(on_server, Language::Dutch)).find("alleen anderen zien"),
              std::string::npos);
    EXPECT_NE(document_as_text(destruction_statement(done, Language::English)).find("copy: is still there"),
              std::string::npos);
}

}  // namespace
}  // namespace hamer
