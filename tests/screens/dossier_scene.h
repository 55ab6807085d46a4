// The clerk's place as a person sits before it: a register in a folder of its own, and hands.
#pragma once

#include "platform/system_files.h"
#include "scene.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"
#include "support/scripted_files.h"
#include "ui/clerk/dossier_app.h"

#include <filesystem>
#include <future>
#include <memory>
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
    // Begins anew, as with other settings.
    void open(ClerkService::Options options);
    // Begins anew, before a desktop that has a file chooser.
    void open_on_desktop();
    // Puts what another program stored before the eyes.
    void refresh();
    void settle();  // until all that was asked is answered and drawn
    bool tap(std::string_view key);
    bool hold(std::string_view key);  // longer than any hold asks
    bool fill(std::string_view key, std::string_view text);
    [[nodiscard]] std::string label(std::string_view key) const;
    [[nodiscard]] std::string detail(std::string_view key) const;
    [[nodiscard]] IncidentRecord record(const std::string& id);
    [[nodiscard]] Register& records() { return *store; }

    std::filesystem::path folder;
    SystemFiles files;
    StillClock clock;
    std::optional<ClerkService> clerk;  // another program's
    std::optional<Register> store;      // and its register
    int delivering = 0;                 // how often it was asked
    std::optional<ClerkWorker> worker;
    std::shared_ptr<Drafts> drafts;
    std::shared_ptr<test::ScriptedFiles> desktop;
    std::optional<DossierApp> app;
    Driver driver;
};

// A register that says nothing, until it does: what is asked after this has no answer before the end.
class Silence {
  public:
    explicit Silence(ClerkWorker& worker);
    ~Silence() { end(); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    void end();

  private:
    std::promise<void> end_;
    bool ended_ = false;
};

// An evening in the chamber as the register has it, without its session; the same each time.
[[nodiscard]] IncidentRecord an_evening(int number = 1, const std::string& what = "geroep en gefluit vanaf de tribune");
// All that makes it complete.
[[nodiscard]] Dossier a_whole_dossier();

}  // namespace hamer::ui
