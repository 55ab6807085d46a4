#include "dossier_scene.h"

#include "support/places.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <utility>

namespace hamer::ui {

namespace {

Moment at(const std::string& time) { return {1, *from_rfc3339("2026-03-12T" + time + "+01:00"), {}}; }

std::filesystem::path new_folder() {
    // The deadlines are those of this place, wherever the tests run.
    ::setenv("TZ", "Europe/Amsterdam", 1);
    std::string name = (std::filesystem::temp_directory_path() / "hamer-dossier-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    return name;
}

}  // namespace

DossierScene::DossierScene(Display display, Look look, Language language)
    : folder(new_folder()),
      driver(
          [this](Ui& ui) {
              if (app) app->draw(ui);
          },
          display, look) {
    clock.advance(3 * 3'600'000);  // 23:00 on the evening itself
    ClerkService::Options options{.settings = {}, .data = folder, .user = "griffier", .language = language};
    options.letters = std::filesystem::path(test::source_directory()) / "config/letters";
    options.settings.municipality = test::municipality();
    options.settings.deliver.folder = "uit";
    open(std::move(options));
}

void DossierScene::open(ClerkService::Options options) {
    auto opened = ClerkService::open(options, files, clock);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    app.reset();
    clerk.emplace(*std::move(opened));
    auto kept = open_register(options.settings, options.data);
    if (!kept) throw std::runtime_error(describe(kept.error()));
    store.emplace(*std::move(kept));
    worker.emplace([this, options] { return ClerkService::open(options, files, clock); }, [] {}, clock);
    const Language language = options.language;
    drafts = std::make_shared<Drafts>(std::make_shared<SystemFiles>(), folder, [] {});
    app.emplace(*worker, language,
                DossierOptions{.back = language == Language::Dutch ? "Vergadering" : "Meeting",
                               .name = options.user,
                               .terms = options.settings.terms,
                               .clock = &clock,
                               .drafts = drafts,
                               .desktop = desktop,
                               .deliver = [this] { ++delivering; }});
    settle();
    while (!drafts->is_fresh_known()) std::this_thread::yield();
}

void DossierScene::open_on_desktop() {
    app.reset();
    desktop = std::make_shared<test::ScriptedFiles>();
    open(ClerkService::Options(clerk->options()));
}

void DossierScene::settle() {
    driver.settle();
    while (worker->busy()) {
        worker->await();
        driver.settle();
    }
}

DossierScene::~DossierScene() {
    // What is still asked works on this scene's folder and clock.
    while (worker && worker->busy()) {
        worker->await();
        worker->take();
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

std::string DossierScene::meet(const std::vector<std::string>& events) {
    MeetingServiceOptions options;
    options.data = folder;
    options.settings = clerk->options().settings;
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    StillClock evening;
    auto service = MeetingService::open(std::move(options), files, evening);
    if (!service) throw std::runtime_error(describe(service.error()));
    if (const auto begun = (*service)->begin(test::meeting(), Language::Dutch); !begun) {
        throw std::runtime_error(describe(begun.error()));
    }
    for (const std::string& event : events) {
        evening.advance(7000);
        const auto done = (*service)->execute(Command{Do{event, {}}, std::nullopt, "chair"});
        if (!done) throw std::runtime_error(event + " was refused");
    }
    return (*service)->session_id();
}

void DossierScene::refresh() {
    app->refresh();
    settle();
}

bool DossierScene::tap(std::string_view key) {
    const bool there = driver.click(key);
    settle();
    return there;
}

bool DossierScene::hold(std::string_view key) {
    if (!driver.press(key)) return false;
    driver.pass(1000);
    driver.pass(1000);
    driver.release();
    settle();
    return true;
}

bool DossierScene::fill(std::string_view key, std::string_view text) {
    if (!tap(key)) return false;
    driver.key(key_of('a'), {.control = true});
    driver.type(text);
    settle();
    return true;
}

std::string DossierScene::label(std::string_view key) const { return driver.label(key); }

std::string DossierScene::detail(std::string_view key) const {
    const auto seen = driver.find(key);
    return seen ? seen->detail : "";
}

IncidentRecord DossierScene::record(const std::string& id) {
    const auto read = records().record(id);
    if (!read) throw std::runtime_error(describe(read.error()));
    return *read;
}

Silence::Silence(ClerkWorker& worker) {
    worker.ask<int>(
        [end = std::shared_future<void>(end_.get_future())](ClerkService&) -> Result<int> {
            end.wait();
            return 0;
        },
        [](const Result<int>&) {});
}

void Silence::end() {
    if (!std::exchange(ended_, true)) end_.set_value();
}

IncidentRecord an_evening(int number, const std::string& what) {
    IncidentRecord record;
    record.id = "20260312T190000Z-0011aabb-" + std::to_string(number);
    record.municipality = "Leiden";
    record.address = "Stadhuis, Stadhuisplein 1, Leiden";
    record.meeting = {"Raadsvergadering",   "2026-03-12", "Burgemeester De Wit",
                      "Griffier Van Dam",   "Raadzaal",   true,
                      MeetingKind::Council, {},           {}};
    record.what = what;
    record.started = at("20:41:17");
    record.started.at.milliseconds -= (number - 1) * 86'400'000LL;
    record.ended.emplace().at = at("20:55:48");
    record.ended->how = "overgedragen aan de politie";
    record.addressed.push_back({Approach::B, at("20:41:52"), "Ik verzoek u te stoppen.", ""});
    const char* const said[] = {"U blijft de vergadering verstoren. Ik verzoek u het pand te verlaten.",
                                "Dit is het tweede verzoek. Verlaat nu de zaal en het pand.",
                                "Dit is het derde en laatste verzoek."};
    const char* const spoken[] = {"20:42:24", "20:43:11", "20:43:51"};
    const char* const refused[] = {"20:42:47", "20:43:32", "20:44:13"};
    for (int i = 0; i < 3; ++i) {
        record.requests.push_back(
            {i + 1, at(spoken[i]), "chair", "drie personen", said[i], Answer::Refused, at(refused[i])});
    }
    Suspension suspension;
    suspension.from = at("20:41:29");
    suspension.reason = "geroep en gefluit";
    suspension.resumed = at("21:01:10");
    record.suspensions.push_back(suspension);
    RoomClearing clearing;
    clearing.from = at("20:45:20");
    clearing.reentered = at("20:58:02");
    record.room_clearings.push_back(clearing);
    BroadcastPause pause;
    pause.asked = at("20:41:52");
    pause.paused = at("20:42:06");
    pause.resumed = at("21:01:44");
    record.broadcast_pauses.push_back(pause);
    PoliceCall police;
    police.number = "112";
    police.by = "de griffier";
    police.called = at("20:44:38");
    police.arrived = at("20:53:36");
    police.handed_over = at("20:55:12");
    record.police.push_back(police);
    record.charges = ChargesDecision{at("22:31:15"), "file", Consulted::Yes, Consulted::Yes};
    record.notes.push_back({at("20:47:03"), "griffier", "Niemand is gewond."});
    record.source = {
        "20260312T190000Z-0011aabb", std::string(64, 'a'), "leiden-2025", 1, std::string(64, 'b'), "0.1.0"};
    return record;
}

Dossier a_whole_dossier() {
    const Instant told = at("22:45:00").at;
    Dossier dossier;
    dossier.conduct = {Conduct::C, Conduct::Threat};
    dossier.channel = Channel::FaceToFace;
    dossier.manner = "roepen, fluiten en dreigen";
    dossier.reason = "de woningbouw";
    dossier.persons = {{.id = "p1", .known = true, .name = "J. de Vries", .address = "Rapenburg 1, Leiden"},
                       {.id = "p2",
                        .role = PersonRole::Affected,
                        .known = true,
                        .name = "A. Bakker",
                        .office = Office::CouncilMember}};
    dossier.damage = false;
    dossier.repetition = Repetition::Repeated;
    dossier.informed = {{Recipient::Clerk, told, "griffier"},
                        {Recipient::Mayor, told, "griffier"},
                        {Recipient::Adviser, told, "griffier"},
                        {Recipient::Police, told, "burgemeester"},
                        {Recipient::Prosecutor, told, "burgemeester"}};
    dossier.gir = {"2026-0312", "2026-03-12"};
    dossier.hearing = {true, "hij heeft spijt"};
    dossier.measures = {{.kind = MeasureKind::CouncilBan,
                         .person = "p1",
                         .from = "2026-03-13",
                         .until = "2026-06-12",
                         .decided_by = "de voorzitter"}};
    dossier.police_file = {.by = "A. Bakker", .may_be_told = false};
    dossier.communication = Communication{.spokesperson = "woordvoerder van de raad", .agreed_with_affected = true};
    dossier.aftercare = {{.person = "p2", .offered = CareOffer::Accepted, .by = "griffier"}};
    return dossier;
}

}  // namespace hamer::ui
