// Leiden's procedure with one mistake at a time: the checker finds each of them, by the property that is there for it.
#include "codec/procedure/procedure_json.h"
#include "codec/procedure/slips.h"
#include "mutant.h"
#include "platform/text_file.h"
#include "procedure/check_parts.h"
#include "procedure/checker.h"
#include "session/values.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>
#include <set>

namespace hamer {
namespace {

using test::Json;
using test::leiden;
using test::Mutant;

const Json& original() {
    static const Json procedure = Json::parse(test::leiden_text());
    return procedure;
}

const std::vector<Mutant>& mutants() {
    static const std::vector<Mutant> table =
        test::mutants_in(Json::parse(read_text_file(test::source_path("tests/procedure/mutants.json")).value_or("{}")));
    return table;
}

CheckReport checked(const Mutant& mutant) {
    const Json changed = test::mutated(original(), mutant.change);
    EXPECT_NE(changed, original()) << mutant.what;
    const auto procedure = read_procedure(changed.dump(), "mutant.json");
    if (!procedure) {
        ADD_FAILURE() << mutant.what << ": " << describe(procedure.error());
        return {};
    }
    return check(*procedure, {std::begin(known_placeholders), std::end(known_placeholders)},
                 slips_in(changed.dump(), "mutant.json").value());
}

TEST(Mutants, EachIsCaughtByThePropertyThatIsThereForIt) {
    ASSERT_GE(mutants().size(), 200u);
    for (const Mutant& mutant : mutants()) {
        const CheckReport report = checked(mutant);
        bool caught = false;
        for (const Violation& violation : report.violations) {
            caught = caught || violation.property == mutant.caught_by;
        }
        EXPECT_TRUE(caught) << mutant.what << ": expected " << mutant.caught_by << ", found “" << test::violated(report)
                            << "”";
    }
}

// A property that no mistake breaks proves nothing, or there is a mistake that nobody has thought of.
TEST(Mutants, EveryPropertyCatchesOne) {
    std::set<std::string> catching;
    for (const Mutant& mutant : mutants()) catching.insert(mutant.caught_by);
    for (const Property& property : leiden()->properties) EXPECT_TRUE(catching.contains(property.id)) << property.id;
    for (const char* property : situation_properties) {
        // Leiden's regions can always be counted; checker_tests.cpp has one that cannot.
        if (property == std::string_view("situations-countable")) continue;
        EXPECT_TRUE(catching.contains(property)) << property;
    }
    for (const char* property : text_properties) EXPECT_TRUE(catching.contains(property)) << property;
    for (const char* property : list_properties) EXPECT_TRUE(catching.contains(property)) << property;
}

}  // namespace
}  // namespace hamer
