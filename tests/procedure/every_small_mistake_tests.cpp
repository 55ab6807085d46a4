// Every small mistake of a kind, made by the program rather than thought of: each part of a guard dropped, each raise,
// each way out of a state, each button… The checker finds them all, save those that survivors.json names with a reason.
#include "codec/procedure/procedure_json.h"
#include "mutant.h"
#include "platform/text_file.h"
#include "procedure/checker.h"
#include "session/values.h"
#include "support/leiden.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace hamer {
namespace {

using test::Json;

class Mistakes {
  public:
    explicit Mistakes(const Json& procedure) {
        for (const auto& [region, body] : procedure["regions"].items()) {
            for (const auto& [state, inside] : body["states"].items()) {
                const std::string at = "/regions/" + region + "/states/" + state;
                if (inside.contains("tags")) all_of(at + "/tags", inside["tags"]);
                if (!inside.contains("on")) continue;
                for (const auto& [event, transitions] : inside["on"].items()) {
                    dropped(at + "/on/" + event);
                    transition(at + "/on/" + event + "/0", transitions[0], body["states"]);
                }
            }
        }
        for (const auto& [event, body] : procedure["events"].items()) {
            if (body.contains("fields")) fields("/events/" + event + "/fields/", body["fields"]);
        }
        for (const Json& card : procedure["guide"]) {
            const std::string at = "/guide/" + card["id"].get<std::string>();
            dropped(at);
            if (card.contains("say")) dropped(at + "/say");
            all_of(at + "/do", card["do"]);
        }
        all_of("/corner", procedure["corner"]);
    }

    [[nodiscard]] const std::map<std::string, Json>& changes() const { return changes_; }

  private:
    void dropped(const std::string& at) { changes_[at + " dropped"] = {{"at", at}, {"drop", true}}; }

    void all_of(const std::string& at, const Json& array) {
        for (std::size_t i = 0; i < array.size(); ++i) dropped(at + "/" + std::to_string(i));
    }

    void transition(const std::string& at, const Json& transition, const Json& states) {
        if (transition.contains("actions")) dropped(at + "/actions");
        if (transition.contains("guard")) {
            dropped(at + "/guard");
            guard(at + "/guard", transition["guard"]);
        }
        if (!transition.contains("target")) return;
        dropped(at + "/target");
        if (!std::getenv("HAMER_TEST_LONG")) return;
        for (const auto& [state, body] : states.items()) {
            if (state == transition["target"]) continue;
            changes_[at + "/target " + state] = {{"at", at + "/target"}, {"put", state}};
        }
    }

    void guard(const std::string& at, const Json& guard) {
        if (!guard.contains("guards")) return;
        all_of(at + "/guards", guard["guards"]);
        for (std::size_t i = 0; i < guard["guards"].size(); ++i) {
            this->guard(at + "/guards/" + std::to_string(i), guard["guards"][i]);
        }
    }

    void fields(const std::string& at, const Json& fields) {
        for (const Json& field : fields) {
            for (const char* mark : {"required", "private", "must", "default"}) {
                if (field.contains(mark)) dropped(at + field["id"].get<std::string>() + "/" + mark);
            }
        }
    }

    std::map<std::string, Json> changes_;
};

// By the reason why: each is dropped without harm.
std::set<std::string> no_mistakes() {
    std::set<std::string> names;
    const Json table = Json::parse(read_text_file(test::source_path("tests/procedure/survivors.json")).value_or("{}"));
    for (const auto& [reason, places] : table.items()) {
        for (const Json& place : places) names.insert(place);
    }
    return names;
}

TEST(EverySmallMistake, IsCaughtSaveThoseThatAreNone) {
    const Json original = Json::parse(test::leiden_text());
    const std::set<std::string> survivors = no_mistakes();
    const Mistakes mistakes(original);
    EXPECT_GT(mistakes.changes().size(), 200u);
    std::size_t survived = 0;
    for (const auto& [what, change] : mistakes.changes()) {
        const auto procedure = read_procedure(test::mutated(original, change).dump(), "mistake.json");
        ASSERT_TRUE(procedure) << what << ": " << describe(procedure.error());
        const bool caught = !check(*procedure, {std::begin(known_placeholders), std::end(known_placeholders)}).holds();
        EXPECT_NE(caught, survivors.contains(what)) << what;
        if (!caught) ++survived;
    }
    RecordProperty("mistakes", static_cast<int>(mistakes.changes().size()));
    RecordProperty("survived", static_cast<int>(survived));
}

}  // namespace
}  // namespace hamer
