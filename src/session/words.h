// The procedure's texts with their placeholders filled in from the meeting, the municipality and what was recorded.
#pragma once

#include "session/session.h"
#include "session/values.h"

#include <string>

namespace hamer {

// {reason}, {what}… are the latest recorded values of a field of that name (a choice by its label), else the field's
// own default. A placeholder that nothing fills becomes "…", so that the chair can fill it in aloud. Values in `first`
// go before what was recorded: they belong to the step that is being made.
[[nodiscard]] std::string words(const LocalText& text, const Session& session, const Municipality& municipality,
                                Language language, const Fields& first = {});

// The fields that a button records: its presets, with the placeholders filled in. The event's own defaults are laid
// under them by decide().
[[nodiscard]] Fields preset_fields(const Button& button, const Session& session, const Municipality& municipality,
                                   Language language);

// What a step of this event would record: what is given, and the file's defaults for the rest.
[[nodiscard]] Fields with_defaults(const Event& event, Fields given, const Session& session,
                                   const Municipality& municipality, Language language);

// A field's value for the eye: the text, the choice's label, or yes/no.
[[nodiscard]] std::string shown(const Field& field, const FieldValue& value, Language language);

}  // namespace hamer
