// The form of what the clerk adds to a record: a draft that grows under the widgets until it is saved. It follows the
// seven W's and the protocol's chapters 4, 7 and 8.
#pragma once

#include "record/completeness.h"
#include "record/listing.h"
#include "ui/dossier/lines.h"

#include <functional>
#include <map>
#include <string>
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
    };

    explicit RecordForm(IncidentRecord record);

    // The draft changes under it.
    void draw(Lines& lines, const Around& around);

    [[nodiscard]] const IncidentRecord& record() const { return record_; }
    [[nodiscard]] Dossier draft() const;
    // Takes another draft on the same record.
    void put(Dossier draft);
    [[nodiscard]] bool changed() const;
    // What the draft still needs.
    [[nodiscard]] std::vector<Missing> lacking() const;
    // The key of the widget that stands for a place in the record; empty where none does.
    [[nodiscard]] static std::string key_of_place(const std::string& place);

  private:
    void conduct(Lines& lines);
    void what_happened(Lines& lines);
    void persons(Lines& lines, const Around& around);
    void person(Lines& lines, std::size_t index, const Around& around);
    void settlement(Lines& lines, const Around& around);
    void measures(Lines& lines);
    void measure(Lines& lines, std::size_t index);
    void communication(Lines& lines);
    void aftercare(Lines& lines, const Around& around);
    void moment(Lines& lines, const std::string& key, const std::string& label, Instant& at);
    void day(Lines& lines, const std::string& key, const std::string& label, std::string& iso);
    void erasing(Lines& lines, std::size_t index, const Around& around);

    IncidentRecord record_;
    Dossier before_;
    Dossier draft_;
    Communication communication_;
    std::map<std::string, std::string> moments_;  // what was typed for a day or moment, by the field's key
};

}  // namespace hamer::ui
