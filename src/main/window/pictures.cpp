#include "main/window/pictures.h"

#include "base/attempt.h"
#include "ui/shell/app.h"
#include "ui/surface/offscreen.h"

#include <fmt/format.h>

namespace hamer {

Status CardPictures::draw(MeetingService& service) {
    const Card* card = service.session().card();
    const std::string id = card ? card->id : "outside";
    if (id == last_card_) return {};
    last_card_ = id;
    if (!offscreen_) {
        ASSIGN_OR_RETURN(auto opened, ui::Offscreen::open());
        offscreen_ = std::move(opened);
        std::error_code code;
        std::filesystem::create_directories(folder_, code);
    }
    // A fresh stage for each card: no guard, no focus, as one who sits down before it.
    ui::Stage stage(ui::Display{}, ui::Look{});
    ui::App app(service);
    const auto draw_app = [&](ui::Ui& ui) { app.draw(ui); };
    constexpr std::int64_t settling_frames = 4;  // scroll areas and new glyphs need one each
    for (std::int64_t i = 0; i < settling_frames; ++i) stage.frame(i * 16, draw_app);
    ASSIGN_OR_RETURN(const auto picture, offscreen_->picture(stage, settling_frames * 16, draw_app));
    ++count_;
    return ui::write_png(folder_ / fmt::format("{:02}-{}.png", count_, id), picture);
}

}  // namespace hamer
