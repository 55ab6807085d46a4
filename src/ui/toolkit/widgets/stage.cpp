#include "ui/toolkit/widgets/stage.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>

namespace hamer::ui {
namespace {

constexpr float swept_mm = 1;

// Makes a context current and puts back the one before.
class Current {
  public:
    explicit Current(ImGuiContext* context) : before_(ImGui::GetCurrentContext()) { ImGui::SetCurrentContext(context); }
    ~Current() { ImGui::SetCurrentContext(before_); }
    Current(const Current&) = delete;
    Current& operator=(const Current&) = delete;

  private:
    ImGuiContext* before_;
};

void move_pointer(ImGuiIO& io, float x, float y) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMousePosEvent(x, y);
#else
    io.MousePos = ImVec2(x, y);
#endif
}

void press_pointer(ImGuiIO& io, bool down) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseButtonEvent(0, down);
#else
    io.MouseDown[0] = down;
#endif
}

void turn_wheel(ImGuiIO& io, float steps) {
#if IMGUI_VERSION_NUM >= 18700
    io.AddMouseWheelEvent(0, steps);
#else
    io.MouseWheel += steps;
#endif
}

void prepare_fonts(ImGuiIO& io) {
#if IMGUI_VERSION_NUM >= 19200
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#else
    // Without a renderer the atlas only has to be built.
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
#endif
}

}  // namespace

Stage::Stage(Display display, Look look)
    : display_(display),
      look_(look),
      theme_(display, look),
      context_(ImGui::CreateContext(theme_.fonts().atlas())),
      ui_(theme_) {
    const Current current(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    prepare_fonts(io);
    move_pointer(io, -FLT_MAX, -FLT_MAX);
    theme_.style();
}

Stage::~Stage() {
    ImGuiContext* before = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    ImGui::DestroyContext(context_);
    if (before != context_) ImGui::SetCurrentContext(before);
}

void Stage::pointer_to(Point at) {
    pointer_ = at;
    if (!queue_.empty()) {
        if (auto* last = std::get_if<PointerTo>(&queue_.back())) {
            last->at = at;
            return;
        }
    }
    queue_.emplace_back(PointerTo{at});
}

void Stage::pointer_press(bool down) { queue_.emplace_back(PointerPress{down}); }
void Stage::wheel(float steps) { queue_.emplace_back(Wheel{steps}); }
void Stage::key(Key key, bool down, Modifiers with, Press press) {
    queue_.emplace_back(KeyChange{KeyPress{key, with, press}, down});
}
void Stage::typed(char32_t character) { queue_.emplace_back(Typed{character}); }

void Stage::dropped(std::vector<std::string> files) { queue_.emplace_back(Dropped{std::move(files)}); }

void Stage::input_lost() {
    for (const Key key : down_) queue_.emplace_back(KeyChange{KeyPress{key, {}, Press::First}, false});
    const Point at = pointer_;
    pointer_to({-FLT_MAX, -FLT_MAX});
    pointer_press(false);
    pointer_to(at);
}

Input Stage::next_input() {
    ImGuiIO& io = ImGui::GetIO();
    Input input;
    bool edge = false;
    // A press that has gone further is seen there before it ends: a swipe that is over within a frame taps nothing.
    const bool pressed = io.MouseDown[0];
    const Point before{io.MousePos.x, io.MousePos.y};
    bool swept = false;
    while (!queue_.empty()) {
        const Event& event = queue_.front();
        const auto* press = std::get_if<PointerPress>(&event);
        const auto* key = std::get_if<KeyChange>(&event);
        const bool typing = std::holds_alternative<Typed>(event);
        const bool is_edge = press != nullptr || (key != nullptr && key->down);
        if (swept && press != nullptr && !press->down) break;
        if (edge && (is_edge || std::holds_alternative<PointerTo>(event))) break;
        if (is_edge && !input.typed.empty()) break;
        // A character belongs to the key pressed just before it, never to Backspace or Enter.
        if (typing && !input.presses.empty() && static_cast<int>(input.presses.back().key) >= 128) break;
        edge = edge || is_edge;
        if (press != nullptr) {
            press_pointer(io, press->down);
            input.pointer_used = true;
        } else if (key != nullptr) {
            std::erase(down_, key->press.key);
            if (key->down) {
                down_.push_back(key->press.key);
                input.presses.push_back(key->press);
            }
        } else if (const auto* to = std::get_if<PointerTo>(&event)) {
            move_pointer(io, to->at.x, to->at.y);
            const bool somewhere = to->at.x > -FLT_MAX && before.x > -FLT_MAX;
            const float far = std::hypot(to->at.x - before.x, to->at.y - before.y);
            swept = pressed && somewhere && far > theme_.metrics().mm(swept_mm);
        } else if (const auto* turn = std::get_if<Wheel>(&event)) {
            turn_wheel(io, turn->steps);
        } else if (const auto* text = std::get_if<Typed>(&event)) {
            input.typed.push_back(text->character);
        } else if (const auto* files = std::get_if<Dropped>(&event)) {
            input.dropped.insert(input.dropped.end(), files->files.begin(), files->files.end());
        }
        queue_.pop_front();
    }
    input.down = down_;
    return input;
}

void Stage::prepare() {
    const Current current(context_);
    if (ui_.wished_look()) look_ = *ui_.wished_look();
    if (theme_.adopt(display_, look_)) prepare_fonts(ImGui::GetIO());
    theme_.style();
}

void Stage::frame(std::int64_t now_ms, const Draw& draw) {
    prepare();
    const Current current(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(display_.width, display_.height);
    const std::int64_t passed = last_ms_ == 0 ? 16 : now_ms - last_ms_;
    io.DeltaTime = static_cast<float>(std::clamp<std::int64_t>(passed, 1, 1000)) / 1000;
    last_ms_ = now_ms;
    Input input = next_input();
#if IMGUI_VERSION_NUM >= 19200
    ImFontAtlasUpdateNewFrame(io.Fonts, ImGui::GetFrameCount() + 1, true);  // the theme owns the atlas, not the context
#endif
    ImGui::NewFrame();
    ui_.begin(now_ms, std::move(input));
    draw(ui_);
    ui_.end();
    ImGui::Render();
}

ImDrawData* Stage::drawn() const {
    const Current current(context_);
    return ImGui::GetDrawData();
}

std::optional<std::int64_t> Stage::wake() const {
    if (pending() || ui_.wished_look() || theme_.fonts().stale()) return last_ms_;
    return ui_.wake();
}

bool Stage::outdated() const {
    const auto next = wake();
    return next && *next <= last_ms_;
}

}  // namespace hamer::ui
