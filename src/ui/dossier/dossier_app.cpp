#include "ui/dossier/dossier_app.h"

#include "record/names.h"
#include "report/date_text.h"
#include "ui/screens/header.h"
#include "ui/widgets/scroll.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr int most_listed = 500;  // the rest is found by searching

// "12-03-26", as wide as a time of the log.
std::string short_date(Instant at) {
    const std::string iso = calendar_date(at);
    return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(2, 2);
}

// "20:14" on a day, on the wall of this place.
std::optional<Instant> moment_of(const std::string& date, const std::string& time) {
    const auto day = day_from_iso(date);
    int hours = 0, minutes = 0;
    const auto colon = time.find(':');
    if (!day || colon == std::string::npos) return std::nullopt;
    const char* begin = time.data();
    const auto first = std::from_chars(begin, begin + colon, hours);
    const auto second = std::from_chars(begin + colon + 1, begin + time.size(), minutes);
    const bool read = first.ec == std::errc() && first.ptr == begin + colon && second.ec == std::errc() &&
                      second.ptr == begin + time.size();
    if (!read || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    return at_wall(*day, std::chrono::hours(hours) + std::chrono::minutes(minutes), SystemZone());
}

}  // namespace

DossierApp::DossierApp(ClerkDesk& clerk, Language language, DossierOptions options)
    : clerk_(clerk), language_(language), options_(std::move(options)) {
    refresh();
}

void DossierApp::refresh() {
    ++edition_;
    auto records = search_.empty() ? clerk_.records().list(most_listed) : clerk_.search(search_);
    auto due = clerk_.records().due(Register::Duties::Open);
    auto deliveries = clerk_.records().deliveries({}, most_listed);
    if (!records) return say_problem(records.error());
    if (!due) return say_problem(due.error());
    if (!deliveries) return say_problem(deliveries.error());
    records_ = *std::move(records);
    due_ = *std::move(due);
    deliveries_ = *std::move(deliveries);
}

void DossierApp::show(IncidentRecord record) {
    const auto session = clerk_.session_of(record);
    std::vector<Change> found;
    if (record.revision > 1) {
        const auto before = clerk_.records().show(record.id, record.revision - 1);
        const auto after = clerk_.records().show(record.id, record.revision);
        if (before && after) found = changes(*before, *after);
    }
    page_ = page_of(record, session ? &*session : nullptr, std::move(found), language_);
    form_.emplace(std::move(record));
}

void DossierApp::open(const std::string& id) {
    if (form_ && form_->changed()) {
        problem_ = say("Bewaar eerst wat u hebt ingevuld, of zet het terug.",
                       "Save first what you filled in, or put it back.");
        tab_ = Tab::Complete;
        return;
    }
    problem_.clear();
    done_.clear();
    fresh_.reset();
    bundle_.reset();
    auto record = clerk_.look(id);
    if (!record) return say_problem(record.error());
    const bool other = !form_ || form_->record().id != id;
    show(*std::move(record));
    if (other) tab_ = Tab::Read;
}

void DossierApp::save(Ui& ui) {
    problem_.clear();
    done_.clear();
    const std::string id = form_->record().id;
    const auto stored = clerk_.save(id, form_->record().revision, form_->draft());
    if (!stored) return say_problem(stored.error());
    auto record = clerk_.records().record(id);
    if (!record) return say_problem(record.error());
    show(*std::move(record));
    done_ = fmt::format("{} {}", say("Bewaard als revisie", "Saved as revision"), stored->revision);
    refresh();
    options_.deliver();
    ui.wake_at(ui.now());
}

void DossierApp::complete(Ui& ui) {
    if (form_->changed()) save(ui);
    if (!problem_.empty()) return;
    const std::string id = form_->record().id;
    const auto stored = clerk_.complete(id, form_->record().revision, clerk_.options().user);
    if (!stored) return say_problem(stored.error());
    auto record = clerk_.records().record(id);
    if (!record) return say_problem(record.error());
    show(*std::move(record));
    done_ = clerk_.records().deliveries(id)->empty()
                ? say("Compleet.", "Complete.")
                : say("Compleet. Het dossier gaat nu naar zijn bestemming.", "Complete. The record is on its way.");
    refresh();
    options_.deliver();
    ui.wake_at(ui.now());
}

void DossierApp::report(Ui& ui) {
    problem_.clear();
    const auto started = moment_of(fresh_->date, fresh_->time);
    if (!started) {
        problem_ = say("Schrijf de datum als 2026-03-12 en de tijd als 20:14.",
                       "Write the date as 2026-03-12 and the time as 20:14.");
        return;
    }
    const auto stored = clerk_.report({fresh_->what, *started, *started, fresh_->place, fresh_->channel});
    if (!stored) return say_problem(stored.error());
    fresh_.reset();
    form_.reset();
    open(stored->id);
    tab_ = Tab::Complete;
    refresh();
    ui.wake_at(ui.now());
}

void DossierApp::draw(Ui& ui) {
    const Metrics& m = ui.metrics();
    if (const std::uint64_t now = options_.deliveries(); now != delivered_) {
        delivered_ = now;
        refresh();
    }
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    draw_head(ui, area.cut_top(header_height(ui), m.gap(Gap::Tight)));
    if (!problem_.empty()) {
        const Banner wrong{.key = "problem", .text = problem_, .icon = Icon::Alarm, .tone = Tone::Danger};
        (void)banner(ui, area.cut_top(banner_height(ui, wrong, area.w), m.gap(Gap::Tight)), wrong);
    } else if (!done_.empty()) {
        const Banner right{.key = "done", .text = done_, .icon = Icon::Check, .tone = Tone::Accent};
        (void)banner(ui, area.cut_top(banner_height(ui, right, area.w), m.gap(Gap::Tight)), right);
    }
    const bool one = form_ || fresh_ || bundle_;
    if (m.portrait() || m.compact()) {
        // One thing at a time: the list, or what was opened from it.
        if (!one) return draw_lists(ui, area);
    } else {
        Rect left = area.cut_left(std::round(area.w * 0.36F), m.gap(Gap::Snug));
        draw_lists(ui, left);
    }
    if (bundle_) return draw_import(ui, area);
    if (fresh_) return draw_fresh(ui, area);
    if (form_) return draw_record(ui, area);
    const Rect inside = panel(ui, area);
    (void)text(ui, inside,
               {.text = Say{language_}("Kies links een dossier.", "Choose a record on the left."), .ink = Ink::Soft});
}

void DossierApp::draw_head(Ui& ui, Rect line) {
    const Metrics& m = ui.metrics();
    const bool alone = (m.portrait() || m.compact()) && (form_ || fresh_ || bundle_);
    const std::string to_list = say("Naar de lijst", "To the list");
    const QuietButton back{.key = "back",
                           .label = alone ? std::string_view(to_list) : std::string_view(options_.back),
                           .icon = Icon::Left,
                           .bare = true,
                           .guarded = false};
    if (alone || !options_.back.empty()) {
        const Rect place = line.cut_left(quiet_button_width(ui, back), m.gap(Gap::Tight));
        if (quiet_button(ui, place, back) == Tap::Taken) {
            if (form_ && form_->changed()) {
                problem_ = say("Bewaar eerst wat u hebt ingevuld, of zet het terug.",
                               "Save first what you filled in, or put it back.");
            } else if (alone) {
                form_.reset();
                fresh_.reset();
                bundle_.reset();
                problem_.clear();
                done_.clear();
            } else {
                wants_back_ = true;
            }
            ui.wake_at(ui.now());
        }
    }
    text_line(
        ui, line,
        {.text = Say{language_}("Dossier", "Dossier"), .type = Type::Strong, .ink = Ink::Soft, .icon = Icon::Folder});
}

void DossierApp::draw_lists(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const auto counted = [&](const std::string& name, std::size_t count) {
        return count == 0 ? name : fmt::format("{} ({})", name, count);
    };
    const auto open_deliveries = static_cast<std::size_t>(
        std::ranges::count_if(deliveries_, [](const Delivery& one) { return one.state != DeliveryState::Delivered; }));
    const Chips lists{.key = "list",
                      .labels = {say("Dossiers", "Records"), counted(say("Termijnen", "Deadlines"), due_.size()),
                                 counted(say("Aflevering", "Delivery"), open_deliveries)},
                      .chosen = static_cast<int>(list_)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, lists, inside.w), m.gap(Gap::Snug)), lists);
    if (chosen >= 0) list_ = static_cast<List>(chosen);
    if (list_ == List::Records) {
        const Field search{.key = "search",
                           .label = Say{language_}("Zoeken op naam, adres of woord", "Search by name, address or word"),
                           .limit = 200};
        if (field(ui, inside.cut_top(field_height(ui, search, search_, inside.w), m.gap(Gap::Snug)), search, search_)
                .changed) {
            refresh();
            ui.wake_at(ui.now());
        }
        const QuietButton fresh{
            .key = "new",
            .label = Say{language_}("Incident buiten een vergadering", "Incident outside a meeting"),
            .icon = Icon::Add,
            .guarded = false};
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, fresh, inside.w), m.gap(Gap::Snug)), fresh) ==
            Tap::Taken) {
            if (form_ && form_->changed()) {
                open(form_->record().id);
            } else {
                form_.reset();
                bundle_.reset();
                fresh_.emplace();
                fresh_->date = calendar_date(in_zone(clerk_.now(), SystemZone()));
            }
        }
    }
    if (list_ == List::Records) {
        const QuietButton other{.key = "import",
                                .label = Say{language_}("Sessie van een ander apparaat", "Session from another device"),
                                .icon = Icon::Folder,
                                .guarded = false};
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, other, inside.w), m.gap(Gap::Snug)), other) ==
            Tap::Taken) {
            if (form_ && form_->changed()) {
                open(form_->record().id);
            } else {
                form_.reset();
                fresh_.reset();
                bundle_.emplace();
            }
        }
    }
    if (list_ == List::Deliveries && open_deliveries > 0) {
        const QuietButton again{
            .key = "retry", .label = Say{language_}("Nu opnieuw proberen", "Try again now"), .guarded = false};
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, again, inside.w), m.gap(Gap::Snug)), again) ==
            Tap::Taken) {
            if (const auto made = clerk_.records().retry(clerk_.now()); !made) say_problem(made.error());
            options_.deliver();
            refresh();
        }
    }
    draw_list(ui, inside);
}

void DossierApp::draw_list(Ui& ui, Rect area) {
    const Say say_{language_};
    LogList list{.key = "records",
                 .empty = search_.empty() ? say_("Nog geen dossiers.", "No records yet.")
                                          : say_("Niets gevonden.", "Nothing found."),
                 .count = static_cast<int>(records_.size()),
                 .revision = edition_ * 2 + (language_ == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .icons = false};
    list.row = [&](int row) {
        const RecordSummary& one = records_[static_cast<std::size_t>(row)];
        std::string detail = name_of(one.status).in(language_);
        if (one.missing > 0) detail += fmt::format(", {} {}", one.missing, say("ontbreekt", "missing"));
        if (!one.place.empty()) detail += " · " + one.place;
        if (!one.disturbers.empty()) detail += " · " + one.disturbers;
        return LogRow{short_date(one.started),
                      one.what,
                      detail,
                      Icon::None,
                      Tone::Normal,
                      one.status == IncidentStatus::Withdrawn};
    };
    if (list_ == List::Due) {
        list.key = "due";
        list.empty = say_("Er is niets te doen.", "There is nothing to do.");
        list.count = static_cast<int>(due_.size());
        list.row = [&](int row) {
            const DueDuty& one = due_[static_cast<std::size_t>(row)];
            const bool late = one.due < clerk_.now();
            return LogRow{
                short_date(one.due),
                fmt::format("{}{}", name_of(one.kind).in(language_), late ? say(" – TE LAAT", " – LATE") : ""),
                fmt::format("{} {} · {}{}", say("uiterlijk", "before"), clock_time(one.due).substr(0, 5), one.what,
                            one.person.empty() ? "" : ", " + one.person),
                Icon::None,
                late ? Tone::Danger : Tone::Normal,
                false};
        };
    } else if (list_ == List::Deliveries) {
        list.key = "deliveries";
        list.empty = say_("Er is niets af te leveren.", "There is nothing to deliver.");
        list.count = static_cast<int>(deliveries_.size());
        list.row = [&](int row) {
            const Delivery& one = deliveries_[static_cast<std::size_t>(row)];
            const std::string target = one.target == folder_target ? say("map", "folder") : one.target;
            const std::string state = one.state == DeliveryState::Delivered ? say("afgeleverd", "delivered")
                                      : one.state == DeliveryState::Waiting
                                          ? say("wacht", "waiting")
                                          : say("geweigerd, staat stil", "refused, parked");
            return LogRow{
                short_date(one.delivered.value_or(one.next)),
                fmt::format("{}: {}", target, state),
                fmt::format("{} r{}{}{}", one.record, one.revision, one.problem.empty() ? "" : " · ", one.problem),
                Icon::None,
                one.state == DeliveryState::Parked ? Tone::Danger : Tone::Normal,
                false};
        };
    }
    const int opened = log_list(ui, area, list);
    if (opened < 0) return;
    const auto at = static_cast<std::size_t>(opened);
    open(list_ == List::Records ? records_[at].id : list_ == List::Due ? due_[at].record : deliveries_[at].record);
    if (list_ == List::Due && problem_.empty()) tab_ = Tab::Complete;
    ui.wake_at(ui.now());
}

void DossierApp::draw_record(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const std::size_t lacking = form_->lacking().size();
    const Chips tabs{.key = "tab",
                     .labels = {say("Lezen", "Read"),
                                lacking == 0 ? say("Aanvullen", "Complete")
                                             : fmt::format("{} ({})", say("Aanvullen", "Complete"), lacking),
                                say("Logboek", "Log"), say("Veranderd", "Changed"), "GIR"},
                     .chosen = static_cast<int>(tab_)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, tabs, inside.w), m.gap(Gap::Snug)), tabs);
    if (chosen >= 0) tab_ = static_cast<Tab>(chosen);
    if (tab_ == Tab::Complete) return draw_form(ui, inside);
    if (tab_ == Tab::Log) {
        const Toggle system{.key = "log.system",
                            .label = Say{language_}("Ook regels van het programma", "The program's own lines too"),
                            .on = system_};
        if (toggle(ui, inside.cut_top(toggle_height(ui, system, inside.w), m.gap(Gap::Tight)), system))
            system_ = !system_;
        return draw_log(ui, inside, page_, system_, Say{language_});
    }
    if (tab_ == Tab::Read) {
        const QuietButton any{.key = "any", .label = "Aa"};
        draw_paper(ui, inside.cut_bottom(quiet_button_height(ui, any, inside.w), m.gap(Gap::Snug)));
        if (!form_) return;  // it was erased
    }
    Scroll scroll(ui, tab_ == Tab::Read ? "read" : tab_ == Tab::Gir ? "gir" : "changed", inside);
    Column column(scroll.content(), m.gap(Gap::Tight));
    Lines lines(ui, column, language_);
    lines.words({.text = form_->record().what, .type = Type::Title});
    if (tab_ == Tab::Read) draw_overview(lines, page_);
    if (tab_ == Tab::Changes) draw_changes(lines, page_);
    if (tab_ == Tab::Gir) {
        const int copied = draw_gir_form(lines, page_);
        if (copied >= 0) {
            done_ =
                fmt::format("{}: {}", say("Gekopieerd", "Copied"), page_.form[static_cast<std::size_t>(copied)].label);
            ui.wake_at(ui.now());
        }
    }
    scroll.extent(column.used());
}

// What is done with the record as a whole: on paper, or away with it.
void DossierApp::draw_paper(Ui& ui, Rect line) {
    const QuietButton gone{
        .key = "erase",
        .label = Say{language_}("Wis dossier", "Erase record"),
        .tone = Tone::Danger,
        .enabled = !form_->changed(),
        .why = Say{language_}("Bewaar eerst, of zet terug.", "Save first, or put it back."),
        .hold_ms = 1500,
        .hold_hint = Say{language_}("Houd ingedrukt: dit kan niet terug.", "Hold it down: this cannot be undone."),
        .guarded = false};
    const Rect away = line.cut_right(quiet_button_width(ui, gone), ui.metrics().danger_gap());
    const QuietButton paper{
        .key = "report", .label = Say{language_}("Maak PDF", "Make a PDF"), .icon = Icon::Page, .guarded = false};
    line.w = std::min(line.w, quiet_button_width(ui, paper));
    if (quiet_button(ui, line, paper) == Tap::Taken) {
        problem_.clear();
        const auto written = clerk_.write_report(form_->record());
        if (!written) {
            say_problem(written.error());
        } else {
            done_ = "PDF: " + written->string();
        }
        ui.wake_at(ui.now());
    }
    if (quiet_button(ui, away, gone) == Tap::Taken) erase(ui);
}

void DossierApp::erase(Ui& ui) {
    problem_.clear();
    done_.clear();
    const std::string id = form_->record().id;
    if (const auto erased = clerk_.erase_record(id); !erased) return say_problem(erased.error());
    form_.reset();
    done_ = fmt::format("{}: {}", say("Gewist", "Erased"), id);
    refresh();
    ui.wake_at(ui.now());
}

void DossierApp::import(Ui& ui) {
    problem_.clear();
    done_.clear();
    const auto imported = clerk_.import(*bundle_);
    if (!imported) return say_problem(imported.error());
    bundle_.reset();
    done_ = fmt::format("{}: {}, {} {}", say("Ingelezen", "Taken in"), imported->id, imported->entries,
                        say("regels", "entries"));
    refresh();
    ui.wake_at(ui.now());
}

void DossierApp::draw_import(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton take{.key = "import.take",
                           .label = Say{language_}("Inlezen", "Take in"),
                           .filled = true,
                           .enabled = !bundle_->empty(),
                           .why = Say{language_}("Noem eerst het bestand.", "Name the file first."),
                           .guarded = false};
    const Rect button = inside.cut_bottom(quiet_button_height(ui, take, inside.w), m.gap(Gap::Snug));
    Column column(inside, m.gap(Gap::Normal));
    Lines lines(ui, column, language_);
    lines.words({.text = say("Sessie van een ander apparaat", "Session from another device"), .type = Type::Title});
    lines.note(say("Op het apparaat van de voorzitter: hamer sessions export. Hamer controleert elke regel.",
                   "On the chair's device: hamer sessions export. Hamer checks each line."));
    lines.field("import.file", say("Bestand", "File"), *bundle_, 1, "/media/usb/avond.hamer");
    if (quiet_button(ui, button, take) == Tap::Taken) import(ui);
}

void DossierApp::draw_form(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    const auto lacking = form_->lacking();
    const bool changed = form_->changed();
    const bool complete_already = status(form_->record()) == IncidentStatus::Complete;
    std::vector<QuietButton> buttons{
        {.key = "save",
         .label = Say{language_}("Bewaren", "Save"),
         .filled = changed,
         .enabled = changed,
         .why = Say{language_}("Er is niets veranderd.", "Nothing was changed."),
         .guarded = false},
        {.key = "complete",
         .label = complete_already ? Say{language_}("Is compleet", "Is complete")
                                   : Say{language_}("Compleet maken", "Make complete"),
         .icon = Icon::Check,
         .enabled = lacking.empty() && !complete_already,
         .why = complete_already
                    ? Say{language_}("Dit dossier is al compleet.", "This record is complete already.")
                    : Say{language_}("Vul eerst aan wat hierboven ontbreekt.", "First add what is missing above."),
         .guarded = false}};
    if (changed) {
        buttons.push_back(
            {.key = "revert", .label = Say{language_}("Zet terug", "Put back"), .icon = Icon::Undo, .guarded = false});
    }
    const int pressed =
        quiet_buttons(ui, area.cut_bottom(quiet_buttons_height(ui, buttons, area.w), m.gap(Gap::Snug)), buttons);
    {
        Scroll scroll(ui, "form", area);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        if (!lacking.empty()) {
            std::vector<std::string> texts;
            for (const Missing& one : lacking) texts.push_back(one.text.in(language_));
            const int asked = lines.chips(
                "missing", say("Nog nodig; tik om erheen te gaan:", "Still needed; tap to go there:"), texts, -1);
            if (asked >= 0) ui.focus(RecordForm::key_of_place(lacking[static_cast<std::size_t>(asked)].place));
        }
        form_->draw(lines, {clerk_.now(), clerk_.options().user, [&](const std::string& name) {
                                auto found = clerk_.search(name, 20);
                                if (!found) return std::vector<RecordSummary>{};
                                std::erase_if(*found,
                                              [&](const RecordSummary& one) { return one.id == form_->record().id; });
                                return *std::move(found);
                            }});
        scroll.extent(column.used());
    }
    if (pressed == 0) save(ui);
    if (pressed == 1) complete(ui);
    if (pressed == 2) {
        problem_.clear();
        form_.emplace(IncidentRecord(form_->record()));
        ui.wake_at(ui.now());
    }
}

void DossierApp::draw_fresh(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton make{.key = "fresh.make",
                           .label = Say{language_}("Dossier beginnen", "Begin the record"),
                           .filled = true,
                           .enabled = !fresh_->what.empty(),
                           .why = Say{language_}("Zeg eerst wat er gebeurde.", "Say first what happened."),
                           .guarded = false};
    const Rect button = inside.cut_bottom(quiet_button_height(ui, make, inside.w), m.gap(Gap::Snug));
    {
        Scroll scroll(ui, "fresh", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Normal));
        Lines lines(ui, column, language_);
        lines.words(
            {.text = say("Incident buiten een vergadering", "Incident outside a meeting"), .type = Type::Title});
        lines.field("fresh.what", say("Wat gebeurde er?", "What happened?"), fresh_->what, 2);
        lines.field("fresh.place", say("Waar?", "Where?"), fresh_->place);
        lines.field("fresh.date", say("Datum", "Date"), fresh_->date, 1, "2026-03-12");
        lines.field("fresh.time", say("Tijd", "Time"), fresh_->time, 1, "20:14");
        lines.choose("fresh.channel", say("Hoe is het geuit?", "How was it uttered?"), channel_words, fresh_->channel);
        scroll.extent(column.used());
    }
    if (quiet_button(ui, button, make) == Tap::Taken) report(ui);
}

}  // namespace hamer::ui
