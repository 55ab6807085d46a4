// Every card as a person last looked at it and was content: in both languages and both faces on the smallest screen,
// and the six that matter most on the others, there with every line that can stand beside them. Each is also judged.
#include "pictures/approved.h"
#include "scene.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace hamer::ui {
namespace {

constexpr std::array most_important{"running", "suspend", "address", "trespass", "police-called", "emergency-call"};
constexpr std::int64_t since_the_last_step = 42'000;

class CardPictures : public test::ApprovedPictures {
  protected:
    void agrees(const std::string& folder, const Route& route, const SceneOptions& options, Language language) {
        Scene scene(options);
        scene.begin(route.steps, language);
        scene.pass(since_the_last_step);
        ASSERT_EQ(scene.card(), route.card);
        const std::string name = folder + "/" + route.card;
        EXPECT_EQ(judged(scene), "") << name;
        ApprovedPictures::agrees("screens", name, scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        EXPECT_EQ(fmt::format("{}", fmt::join(scene.driver.beyond_tab(), " ")), "") << name;
    }

    void every_card(const std::string& folder, Face face, Language language) {
        for (const Route& route : shortest_routes()) agrees(folder, route, {.look = {.face = face}}, language);
    }

    void the_most_important(const std::string& folder, const SceneOptions& options, Language language) {
        for (const Route& route : crowded_routes()) {
            if (std::ranges::find(most_important, route.card) != most_important.end())
                agrees(folder, route, options, language);
        }
    }
};

TEST_F(CardPictures, InDutchAndLight) { every_card("nl-light", Face::Light, Language::Dutch); }
TEST_F(CardPictures, InDutchAndDark) { every_card("nl-dark", Face::Dark, Language::Dutch); }
TEST_F(CardPictures, InEnglishAndLight) { every_card("en-light", Face::Light, Language::English); }
TEST_F(CardPictures, InEnglishAndDark) { every_card("en-dark", Face::Dark, Language::English); }

TEST_F(CardPictures, InPortrait) { the_most_important("800x1280", {.display = portrait}, Language::Dutch); }
TEST_F(CardPictures, OnALargeScreen) { the_most_important("1920x1200", {.display = roomy}, Language::Dutch); }
TEST_F(CardPictures, OnADenseScreen) {
    the_most_important("2736x1824", {.display = dense, .look = {.face = Face::Dark}}, Language::English);
}

}  // namespace
}  // namespace hamer::ui
