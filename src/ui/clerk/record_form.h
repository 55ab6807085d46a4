// The form of what the clerk adds to a record: a draft that grows under the widgets until it is saved. It follows the
// seven W's and the protocol's chapters 4, 7 and 8.
#pragma once

#include "record/completeness.h"
#include "record/draft.h"
#include "record/duties.h"
#include "record/listing.h"
#include "service/clerk/clerk_values.h"
#include "ui/toolkit/widgets/lines.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer::ui {

class RecordForm {
  public:
    // What the form asks of its surroundings.
    struct Around {
        Instant now;
        std::string user;
        // Earlier records in which this name stands; null as long as they are being looked for.
        std::function<const std::vector<RecordSummary>*(const std::string& name)> earlier;
        // Takes what tells who a person is out of all revisions. Asked only while nothing was changed, and nothing else
        // is being done.
        std::function<void(const std::string& person)> erase;
        bool is_acting = false;
        // The same of a file beside the record: puts one there, saves one elsewhere, and erases one.
        std::function<void()> attach{};
        std::function<void(const Attachment& one)> take_out{};
        std::function<void(const std::string& id)> erase_attachment{};
        std::function<void()> prepare{};  // puts the gathering of an estimate ready for the chair
        bool has_desktop = false;         // to choose a file with
        std::vector<FoundRisk> risks{};   // of a risk estimate
    };

    // `now`: until it is drawn, when Around says it.
    RecordForm(IncidentRecord record, Instant now);

    // The draft changes under it.
    void draw(Lines& lines, const Around& around);

    [[nodiscard]] const IncidentRecord& record() const { return record_; }
    [[nodiscard]] Dossier draft() const;
    // Takes another draft on the same record, with what was typed in fields whose value it is not.
    void put(Dossier draft, std::map<std::string, std::string> typed = {});
    // Also where what was typed is no value.
    [[nodiscard]] bool changed() const;
    // What was typed in fields whose value it cannot be, by the field's key.
    [[nodiscard]] std::map<std::string, std::string> typed() const;
    // What cannot be meant, in words, by the key of its field; empty: nothing.
    [[nodiscard]] std::map<std::string, LocalText> problems() const;
    // What of that keeps the draft from being saved: what was stored so before does not.
    [[nodiscard]] std::optional<LocalText> held_up() const;
    // What the draft still needs.
    [[nodiscard]] std::vector<Missing> lacking() const;
    // The key of the widget that stands for a place in the draft; empty where none does.
    [[nodiscard]] std::string key_of_place(const std::string& place) const;
    // Brings a widget into sight with the whole group that it belongs to, and puts the keyboard on it.
    void go_to(Ui& ui, const std::string& key);
    // While that goes on: from where to where the group lies in the column, as it was drawn last.
    [[nodiscard]] std::optional<std::pair<float, float>> going() const;

  private:
    // A group of widgets, by the beginning of their keys.
    struct Group {
        std::string keys;
        float from = 0;
        float to = 0;
    };
    static constexpr const char* settling = "settle";
    static constexpr const char* owners = "owners";
    static constexpr const char* evaluating = "evaluate";
    // What was typed for a day or a moment.
    struct Typed {
        enum class Kind { Day, Moment };
        std::string text{};
        Kind kind = Kind::Moment;
        std::string read{};  // the text that the draft's value was made of
        Day near{};          // which year is meant when it is left out
    };
    // Which days the calendar offers.
    struct Offered {
        std::optional<Day> first{};
        std::optional<Day> last{};
        LocalText why_not{};  // no others
    };
    // The key of a field of one of many: "person.0.name".
    [[nodiscard]] static std::string key_of_informed(Recipient who);
    [[nodiscard]] static std::string key_of_duty(DutyKind kind, const std::string& person);
    [[nodiscard]] static std::string key_of_care(const std::string& person, const std::string& field);
    [[nodiscard]] static const std::map<std::string, std::string>& keys_of_parts();
    [[nodiscard]] static std::string numbered(std::string_view what, std::size_t index, std::string_view field);
    void group(Lines& lines, std::initializer_list<std::string> keys, const std::function<void()>& draw);

    void conduct(Lines& lines);
    void what_happened(Lines& lines);
    void persons(Lines& lines, const Around& around);
    void person(Lines& lines, std::size_t index, const Around& around);
    void earlier(Lines& lines, std::size_t index, const Around& around);
    void earlier_incidents(Lines& lines);
    [[nodiscard]] bool is_settled(Lines& lines);
    void informed(Lines& lines, const Around& around);
    void registration(Lines& lines);
    void measures(Lines& lines);
    void measure(Lines& lines, std::size_t index);
    void hearing(Lines& lines);
    void charges(Lines& lines);
    void communication(Lines& lines);
    void aftercare(Lines& lines);
    void care(Lines& lines, const Person& person);
    void deadlines(Lines& lines, const Around& around);
    void owner(Lines& lines, const std::string& key, const Duty& duty);
    void for_the_chair(Lines& lines, const Around& around);
    void attachments(Lines& lines, const Around& around);
    void attachment(Lines& lines, std::size_t index, const Around& around);
    void signal(Lines& lines, const Around& around);
    void steps(Lines& lines);
    void estimate(Lines& lines, const Around& around);
    void risks(Lines& lines, const Around& around);
    void precautions(Lines& lines);
    void precaution(Lines& lines, std::size_t index);
    void past(Lines& lines, const std::string& key, const LocalText& label, std::string& iso);
    void learning(Lines& lines, const Around& around);
    void evaluation(Lines& lines);
    void improvements(Lines& lines);
    void improvement(Lines& lines, std::size_t index);
    void hold(Lines& lines);
    void moment(Lines& lines, const std::string& key, const std::string& label, Instant& at);
    void day(Lines& lines, const std::string& key, const std::string& label, std::string& iso, Day near,
             const Offered& offered);
    void remove_typed(std::string_view what, std::size_t index);
    void remove_person(std::size_t index);
    [[nodiscard]] std::optional<LocalText> problem_of(const Typed& typed) const;
    [[nodiscard]] Day today() const;
    [[nodiscard]] std::string wrong_with(const std::string& key) const;  // in words; empty: nothing
    [[nodiscard]] IncidentRecord with(const Dossier& dossier) const;
    void erasing(Lines& lines, std::size_t index, const Around& around);
    [[nodiscard]] bool erase_button(Lines& lines, const std::string& key, const std::string& label,
                                    const Around& around);

    IncidentRecord record_;
    Instant now_;
    Dossier before_;
    Dossier draft_;
    Communication communication_;
    std::string present_;                      // who was there to learn, one on each line, as it is typed
    std::map<std::string, Typed> moments_;     // what was typed for a day or moment, by the field's key
    std::map<std::string, std::string> said_;  // problems() in words, of this frame
    // What is shown in full: a person's earlier incidents by the person's id, and the parts below.
    std::set<std::string> unfolded_;
    std::vector<Group> groups_;  // as they were drawn last
    std::string going_to_;
    int going_frames_ = 0;
};

}  // namespace hamer::ui
