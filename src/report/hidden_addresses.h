// Where affected persons and witnesses live is told by no paper, wherever it was typed.
#pragma once

#include "record/incident.h"
#include "report/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Their addresses, as the record has them: each part with a number (the street with its number, the flat), and the
// postcode alone, however they are written as to capitals, accents, spaces and signs. Not the town hall's own, which is
// where they may be written to. An address that stands in no person's field is not known, nor is the name of a street
// alone one.
class HiddenAddresses {
  public:
    // Guarded: all but the disturbers'. `but`: the id of a person whose own letter it is; may be empty.
    enum class Whose { Guarded, Everyones };
    HiddenAddresses(const IncidentRecord& record, Language language, Whose whose, std::string_view but = {});
    // Puts words that tell nothing in the place of each.
    void hide(std::string& text) const;

  private:
    std::vector<std::string> homes_;  // letters and digits alone, folded; the longer ones first
    std::string instead_;
};

void hide_addresses(const IncidentRecord& record, Document& document);

}  // namespace hamer
