// The clerk's place as a person sits before it: a register in a folder of its own, and hands.
#pragma once

#include "desk/clerk_desk.h"
#include "journal/posix_file.h"
#include "scene.h"
#include "ui/dossier/dossier_app.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

inline const std::vector<std::string> a_short_disturbance = {"meeting.open", "disturbance.report", "disturbance.end",
                                                             "meeting.close"};

class DossierScene {
  public:
    explicit DossierScene(Display display = landscape, Look look = {}, Language language = Language::Dutch);
    ~DossierScene();
    DossierScene(const DossierScene&) = delete;
    DossierScene& operator=(const DossierScene&) = delete;

    // A meeting in the chamber with these events, seven seconds apart; its session's id.
    std::string meet(const std::vector<std::string>& events = a_short_disturbance);
    // Puts what another program stored before the eyes.
    void refresh();
    bool tap(std::string_view key);
    void wait();                      // until what is read a bit in each frame has been read
    bool hold(std::string_view key);  // longer than any hold asks
    bool fill(std::string_view key, std::string_view text);
    [[nodiscard]] std::string label(std::string_view key) const;
    [[nodiscard]] std::string detail(std::string_view key) const;
    [[nodiscard]] IncidentRecord record(const std::string& id);

    std::filesystem::path folder;
    PosixFileSystem files;
    StillClock clock;
    std::optional<ClerkDesk> clerk;
    int delivering = 0;  // how often it was asked
    std::optional<DossierApp> app;
    Driver driver;
};

// An evening in the chamber as the register has it, without its session; the same each time.
[[nodiscard]] IncidentRecord an_evening(int number = 1, const std::string& what = "geroep en gefluit vanaf de tribune");
// All that makes it complete.
[[nodiscard]] Dossier a_whole_dossier();

}  // namespace hamer::ui
