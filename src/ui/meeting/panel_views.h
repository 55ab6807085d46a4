// What the panels beside the chair's card show, as values: the fields of an event, and the regions of a deviation.
#pragma once

#include "ui/meeting/chair_view.h"

#include <string>
#include <utility>
#include <vector>

namespace hamer::ui {

// The fields of an event for a panel that asks for them, with what stands in them now.
struct FieldView {
    std::string id;
    std::string label;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    FieldValue value;
    std::vector<std::pair<std::string, std::string>> choices;  // id, label
    std::vector<std::string> suggestions;
};
// For an amendment of a recorded step; none when it cannot be amended.
[[nodiscard]] std::vector<FieldView> amendable_fields(const MeetingFacts& meeting, std::uint64_t seq,
                                                      Language language);
// For an event that cannot be recorded with one tap.
[[nodiscard]] std::vector<FieldView> asked_fields(const MeetingFacts& meeting, const ButtonView& button,
                                                  Language language);

// For a deviation: each region with its states, the present one marked.
struct RegionView {
    std::string id;
    std::string label;
    std::string present;
    std::vector<std::pair<std::string, std::string>> states;  // id, label
};
[[nodiscard]] std::vector<RegionView> deviation_regions(const MeetingFacts& meeting, Language language);

}  // namespace hamer::ui
