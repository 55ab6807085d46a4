// Who is named in no letter to a reader, whatever was typed. Internal to report/.
#pragma once

#include "record/incident.h"
#include "record/letter_template.h"
#include "record/name_forms.h"
#include "report/hidden_addresses.h"

#include <string>

namespace hamer {

// Everybody of the record but whom the letter is to: their names, also without the first one, and who reported it;
// of a person besides the description and injury; and homes. Who works on it for the municipality reads names, and no
// homes. Who was affected stays in a message that was agreed with them.
class LetterPrivacy {
  public:
    LetterPrivacy(const IncidentRecord& record, LetterReader reader, const Person* to);
    void hide(std::string& text) const;

  private:
    NameForms names_;
    HiddenAddresses homes_;
};

}  // namespace hamer
