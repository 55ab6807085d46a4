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
        .records = {{"s-1", "2018-03-12", Conduct::Violence, 7, true}, {"s-2", "2019-04-01", {}, 5, false}},
        .left = {{"kopie: staat er nog", "copy: is still there"}}};
    const std::string text = document_as_text(destruction_statement(done, Language::Dutch));
    for (const char* part : {"Verklaring van vernietiging", "Leiden", "G. Griffier", "5 januari 2026",
                             "1 incidentdossiers", "s-1", "12 maart 2018", "D: fysiek geweld", "7 jaar", "niet bekend",
                             "kopie: staat er nog", "bereikt Hamer niet", "handtekening"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_NE(document_as_text(destruction_statement(done, Language::English)).find("copy: is still there"),
              std::string::npos);
}

}  // namespace
}  // namespace hamer
