// Files beside a record: of which kind they are by their first bytes, whatever name they have, and what stays of one.
#pragma once

#include "record/dossier.h"

#include <string>
#include <string_view>

namespace hamer {

// "image/png"; of text "text/plain", of what is not known "application/octet-stream".
[[nodiscard]] std::string_view media_type_of(std::string_view bytes);

// What stays of one that is erased: that it was there, of which kind and size, and when it was added.
[[nodiscard]] Attachment erased(Attachment attachment);

// What the file is called when it is taken out of the record again: its id and the ending of its kind. Its own name may
// be a person's.
[[nodiscard]] std::string file_name_of(const Attachment& attachment);

}  // namespace hamer
