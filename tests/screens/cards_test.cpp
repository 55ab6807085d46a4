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

    // Where the kind of meeting makes no difference the council's picture stands for it.
    void every_kind(const std::string& folder, Face face, Language language) {
        int differing = 0;
        for (const MeetingKind kind : {MeetingKind::Committee, MeetingKind::Other}) {
            const std::string name(meeting_kind_words[static_cast<std::size_t>(kind)]);
            for (const Route& route : shortest_routes()) {
                if (words_of(route, kind, language) == words_of(route, MeetingKind::Council, language)) continue;
                agrees(folder + "/" + name, route, {.look = {.face = face}, .kind = kind}, language);
                ++differing;
            }
        }
        EXPECT_GT(differing, 8);
    }

    static std::string words_of(const Route& route, MeetingKind kind, Language language) {
        Scene scene({.kind = kind});
        scene.begin(route.steps, language);
        const ChairView view = chair_view(observe(*scene.service), language);
        std::string words =
            fmt::format("{}\n{}\n{}\n{}", view.title, view.say, view.telephone, fmt::join(view.notes, "\n"));
        for (const ButtonView& button : view.buttons) words += "\n" + button.label + "\n" + button.say;
        return words;
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

TEST_F(CardPictures, OfOtherMeetingsInDutchAndLight) { every_kind("nl-light", Face::Light, Language::Dutch); }
TEST_F(CardPictures, OfOtherMeetingsInDutchAndDark) { every_kind("nl-dark", Face::Dark, Language::Dutch); }
TEST_F(CardPictures, OfOtherMeetingsInEnglishAndLight) { every_kind("en-light", Face::Light, Language::English); }
TEST_F(CardPictures, OfOtherMeetingsInEnglishAndDark) { every_kind("en-dark", Face::Dark, Language::English); }

TEST_F(CardPictures, InPortrait) { the_most_important("800x1280", {.display = portrait}, Language::Dutch); }
TEST_F(CardPictures, OnALargeScreen) { the_most_important("1920x1200", {.display = roomy}, Language::Dutch); }
TEST_F(CardPictures, OnADenseScreen) {
    the_most_important("2736x1824", {.display = dense, .look = {.face = Face::Dark}}, Language::English);
}

}  // namespace
}  // namespace hamer::ui
