// Plays with a user interface as a person does: a real pointer, real keys, and time that passes only when told.
#pragma once

#include "ui/toolkit/widgets/stage.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

class Driver {
  public:
    explicit Driver(Draw draw, Display display = {}, Look look = {});

    // Frames. Each lasts 16 ms; `settle` draws until nothing waits.
    void frame();
    void settle();
    void pass(std::int64_t milliseconds);  // time goes by, with a frame at its end
    [[nodiscard]] std::int64_t now() const { return now_; }

    // What was drawn last.
    [[nodiscard]] const std::vector<ShownWidget>& shown() const { return stage_.ui().shown(); }
    [[nodiscard]] std::optional<ShownWidget> find(std::string_view key) const;
    [[nodiscard]] bool shows(std::string_view key) const { return find(key).has_value(); }
    [[nodiscard]] std::string label(std::string_view key) const;  // empty where there is no such thing
    [[nodiscard]] std::vector<std::string> keys() const;          // of everything with a key
    [[nodiscard]] std::vector<std::string> texts() const;         // every label, in order
    [[nodiscard]] bool reads(std::string_view part) const;        // whether any label holds these words
    [[nodiscard]] const std::string& focused() const { return stage_.ui().focused(); }
    [[nodiscard]] const Ui& ui() const { return stage_.ui(); }

    // Pointer. Each brings the widget into view first, by turning the wheel over its area. False when it is not there
    // or cannot be reached.
    bool click(std::string_view key);
    bool press(std::string_view key);  // and keeps it down
    void release();
    bool reveal(std::string_view key);
    void hover(Point at);
    void click_at(Point at);
    void wheel(Point at, float steps);
    void drop(std::vector<std::string> files);
    void drag(Point from, Point to);

    // Keyboard. A letter or digit also types itself, as a keyboard does.
    void key(Key key, Modifiers with = {});
    void key_down(Key key, Modifiers with = {});
    void key_up(Key key);
    void key(char letter_or_digit) { key(key_of(letter_or_digit)); }
    void type(std::string_view text);
    // Walks with Tab until the widget has the focus. False when the walk does not come there.
    bool tab_to(std::string_view key);
    // Walks all the way round with Tab. The keys of controls that it does not come to, or where the focus is out of
    // sight.
    [[nodiscard]] std::vector<std::string> beyond_tab();

    void resize(Display display);
    void set_look(Look look);
    [[nodiscard]] Stage& stage() { return stage_; }
    [[nodiscard]] const Draw& draw() const { return draw_; }

  private:
    Draw draw_;
    Stage stage_;
    std::int64_t now_ = 1'000'000;
};

}  // namespace hamer::ui
