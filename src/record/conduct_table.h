// Table 1 of the protocol's chapter 4, the ABCD model: by which signs a class of conduct is recognised, what to do, and
// how it is reported and settled.
#pragma once

#include "record/dossier.h"

#include <vector>

namespace hamer {

struct ConductClass {
    Conduct conduct = Conduct::A;
    LocalText aimed_at;  // "gedrag van de inwoner"
    LocalText signs;     // how to recognise it
    std::vector<LocalText> what_to_do;
    LocalText report_and_settle;
};

[[nodiscard]] const ConductClass& conduct_class(Conduct conduct);

}  // namespace hamer
