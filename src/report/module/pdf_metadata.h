// The metadata of a PDF as XMP (ISO 16684-1): title, description, language, time and program, and that it is meant to
// be PDF/UA-1. Internal to the module.
#pragma once

#include "report/module/pdf_tags.h"

#include <string>

namespace hamer {

// As PDF and XMP name it: "nl-NL" (RFC 5646).
[[nodiscard]] std::string language_tag(Language language);
// "2026-03-12T22:00:00+01:00", as Cairo and XMP read a time.
[[nodiscard]] std::string pdf_time(Instant at);
// `producer` as it stands in the file's information dictionary, with which the two must agree.
[[nodiscard]] std::string pdf_metadata(const PdfFacts& facts, const std::string& producer);

}  // namespace hamer
