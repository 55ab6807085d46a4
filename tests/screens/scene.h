// The program's screens as a person sits before them: a desk in memory, a clock that moves only when told, a window
// without a display, and hands. One window may show one meeting after another.
#pragma once

#include "memory_file_system.h"
#include "routes.h"
#include "service/meeting/meeting_service.h"
#include "support/driver/driver.h"
#include "support/leiden.h"
#include "ui/shell/app.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// Thursday 12 March 2026, 20:00:00 in Leiden; both of its clocks move when told, and only then.
class StillClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return {{start + passed_ + set_, offset_}, "boot", passed_}; }
    void advance(std::int64_t milliseconds) { passed_ += milliseconds; }
    // As an administrator does: the wall clock alone.
    void set(std::int64_t milliseconds) { set_ += milliseconds; }
    void set_offset(int minutes) { offset_ = minutes; }

  private:
    static constexpr std::int64_t start = 1'773'342'000'000;
    std::int64_t passed_ = 0;
    std::int64_t set_ = 0;
    int offset_ = 60;
};

inline constexpr Display landscape{.width = 1280, .height = 800};
inline constexpr Display portrait{.width = 800, .height = 1280};
inline constexpr Display roomy{.width = 1920, .height = 1200, .dpi = 96};
inline constexpr Display dense{.width = 2736, .height = 1824, .dpi = 267, .content_scale = 2};

struct SceneOptions {
    Display display = landscape;
    Look look{};
    bool on_disk = false;  // on the disk in `files`, as a drill: the register is left out
    bool drill = false;
    std::string procedure = test::leiden_text();
    AppOptions app{};
    BroadcastSettings broadcast{};
    MeetingKind kind = MeetingKind::Council;
    int answer_wait = 0;  // seconds; answer_test.cpp has the wait itself
};

class Scene {
  public:
    explicit Scene(SceneOptions options = {});

    // Another meeting in the same window, with these steps done: it is at once as if one came in at that moment.
    void begin(const std::vector<Do>& steps = {}, Language language = Language::Dutch);
    // Not by a hand: what happens elsewhere. The word of the refusal, or "ok".
    std::string execute(const Command& command);
    std::string execute(const std::string& event, const Fields& with = {});
    // The program ends, and starts again on what is on the disk.
    void restart();

    // Waits until the guard is over, and taps. False when there is no such thing to tap.
    bool tap(std::string_view key);
    // The same, and keeps the finger there until a hold has lasted.
    bool hold(std::string_view key);
    bool tap_all(const std::vector<std::string_view>& keys);
    [[nodiscard]] int taps() const { return taps_; }
    // By the settings panel, which is closed again.
    void choose_language(Language language);
    void pass(std::int64_t milliseconds);  // on every clock

    [[nodiscard]] const Session& session() const { return service->session(); }
    [[nodiscard]] std::string card() const;
    [[nodiscard]] std::string state(const std::string& region) const { return session().situation().at(region); }
    [[nodiscard]] std::size_t entries() const { return session().entries().size(); }
    [[nodiscard]] const Entry& last() const { return session().entries().back(); }
    // The last entry's event, its fields' texts or flags, the text of a note; empty where it is none of these.
    [[nodiscard]] std::string event() const;
    [[nodiscard]] std::string field(const std::string& id) const;
    [[nodiscard]] std::string label(std::string_view key) const;
    [[nodiscard]] std::vector<ShownWidget> buttons() const;  // the big ones, in order

    StillClock clock;
    MemoryFileSystem files;
    std::unique_ptr<MeetingService> service;
    std::optional<App> app;
    Driver driver;

  private:
    [[nodiscard]] std::unique_ptr<MeetingService> open_service();

    SceneOptions options_;
    int taps_ = 0;
};

// The sentences of the audit, one a line.
[[nodiscard]] std::string judged(const Scene& scene);

}  // namespace hamer::ui
