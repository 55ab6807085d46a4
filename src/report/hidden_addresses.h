// Where affected persons and witnesses live is told by no paper, wherever it was typed.
#pragma once

#include "record/dossier.h"
#include "report/document.h"

namespace hamer {

// Takes their addresses, as the record has them, out of every text of the document: whole, and the street with its
// number alone, however they are written as to capitals and accents. An address that stands in no person's field is not
// known.
void hide_addresses(const Dossier& dossier, Document& document);

}  // namespace hamer
