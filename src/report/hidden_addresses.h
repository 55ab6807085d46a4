// Where affected persons and witnesses live is told by no paper, wherever it was typed.
#pragma once

#include "record/dossier.h"
#include "report/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Their addresses, as the record has them: whole, and the street with its number alone, however they are written as to
// capitals and accents. An address that stands in no person's field is not known.
class HiddenAddresses {
  public:
    // `but`: the id of a person whose own letter it is; may be empty.
    HiddenAddresses(const Dossier& dossier, Language language, std::string_view but = {});
    // Puts words that tell nothing in the place of each.
    void hide(std::string& text) const;

  private:
    std::vector<std::string> homes_;  // folded, the longer ones first
    std::string instead_;
};

void hide_addresses(const Dossier& dossier, Document& document);

}  // namespace hamer
