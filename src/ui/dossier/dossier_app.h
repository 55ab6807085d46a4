// The clerk's place: the records, what is due and what is on its way, and one record to read and to complete.
//
// Shows what was read when something was opened, saved or searched; nothing is read from the register while a frame is
// drawn without cause. What was typed is a draft until it is saved; another record is opened only when the draft is
// saved or nothing in it changed. One thread.
#pragma once

#include "desk/clerk_desk.h"
#include "ui/dossier/meeting_list.h"
#include "ui/dossier/record_form.h"
#include "ui/dossier/record_page.h"
#include "ui/dossier/totals.h"
#include "ui/widgets/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct DossierOptions {
    std::string back{};                     // the words of the way back; empty: there is none
    std::function<void()> deliver = [] {};  // starts taking what is ready to its targets, elsewhere
    // Another number whenever something of that came back.
    std::function<std::uint64_t()> deliveries = [] { return std::uint64_t{0}; };
};

class DossierApp {
  public:
    DossierApp(ClerkDesk& clerk, Language language, DossierOptions options = {});  // the desk outlives it

    void draw(Ui& ui);
    // The user asked for the way back.
    [[nodiscard]] bool wants_back() const { return wants_back_; }
    // Something was delivered, or another program saved: reads the lists anew.
    void refresh();

  private:
    enum class List { Records, Due, Deliveries, Meetings, Overview };
    enum class Tab { Read, Complete, Log, Changes, Gir };
    struct Fresh {  // an incident without a session
        std::string what, place, date, time;
        std::optional<Channel> channel;
        std::optional<Office> affected;
    };

    struct Compared {  // revisions
        int from = 0;
        int to = 0;
    };

    void draw_lists(Ui& ui, Rect area);
    void draw_list(Ui& ui, Rect area);
    void draw_meetings(Ui& ui, Rect area);
    void draw_totals(Ui& ui, Rect area);
    void draw_drills(Lines& lines);
    void draw_progress(Ui& ui, Rect& area, std::size_t read, std::size_t total);
    void draw_record(Ui& ui, Rect area);
    void draw_comparison(Lines& lines);
    void draw_meeting(Ui& ui, Rect area);
    void draw_form(Ui& ui, Rect area);
    void draw_fresh(Ui& ui, Rect area);
    // Whether what is on the right may go: false, and the reason in words, while it has a draft with changes.
    bool may_leave();
    void close();  // what is on the right
    void choose(List list);
    void open(const std::string& id);
    void open_meeting(const std::string& id);
    void show(IncidentRecord record);
    void compare(int from, int to);
    void save(Ui& ui);
    void complete(Ui& ui);
    void report(Ui& ui);
    void draw_import(Ui& ui, Rect area);
    void import(Ui& ui);
    void erase(Ui& ui);
    void erase_person(Ui& ui, const std::string& person);
    void say_erased(const Erasure& erased, std::string done);
    void say_written(const Result<std::filesystem::path>& file);
    void draw_paper(Ui& ui, Rect line);
    void say_problem(const Error& error) { problem_ = describe(error, language_); }
    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const {
        return std::string(Say{language_}(nl, en));
    }

    ClerkDesk& clerk_;
    Language language_;
    DossierOptions options_;
    List list_ = List::Records;
    Tab tab_ = Tab::Read;
    std::string search_;
    std::vector<RecordSummary> records_;
    std::vector<DueDuty> due_;
    std::vector<Delivery> deliveries_;
    std::uint64_t edition_ = 0;  // of the lists
    std::uint64_t delivered_ = 0;
    std::optional<RecordForm> form_;
    RecordPage page_;
    Compared compared_;
    std::optional<Fresh> fresh_;
    std::optional<std::string> bundle_;  // the file to take a session from, as typed
    MeetingList meetings_;
    std::optional<std::string> meeting_;  // the session that is read
    std::vector<RecordSummary> of_meeting_;
    LogFilter filter_;
    Totals totals_;
    bool wants_back_ = false;
    std::string problem_;
    std::string done_;  // what was done, in words
};

}  // namespace hamer::ui
