// The procedure's texts with their placeholders filled in from the meeting, the municipality and what was recorded.
#pragma once

#include "session/session.h"
#include "session/values.h"

#include <string>

namespace hamer {

// {reason}, {what}… are the latest recorded values of a field of that name (a choice by its label), else the field's
// own default; {emergency.declare.what} is one event's alone. {nth} counts the requests to leave: "2e"; {incident} is
// the one about which is to be decided: "verstoring om 20:14". A placeholder that nothing fills is left out with what
// belongs to it (session/sentence.h). The meeting is the one that was prepared, as corrected since; where it has no
// place and address, the municipality's hold. Values in `first` go before what was recorded: they belong to the step
// that is being made.
[[nodiscard]] std::string words(const LocalText& text, const Session& session, const Municipality& municipality,
                                Language language, const Fields& first = {});

// The case of it that is meant now; empty where none is.
[[nodiscard]] std::string words(const Wording& wording, const Session& session, const Municipality& municipality,
                                Language language, const Fields& first = {});

// "2e", "2nd".
[[nodiscard]] std::string ordinal(int number, Language language);
// An event's name in the log or on a button: {nth} in it is the number of this request.
[[nodiscard]] std::string event_label(const LocalText& label, int request, Language language);
// "verstoring om 20:14 (scenario B)", for a person who has to tell one from another.
[[nodiscard]] std::string incident_in_words(const Session& session, const Incident& incident, Language language);

// The fields that a button records: its presets, with the placeholders filled in. The event's own defaults are laid
// under them by decide().
[[nodiscard]] Fields preset_fields(const Button& button, const Session& session, const Municipality& municipality,
                                   Language language);

// What a step of this event would record: what is given, and the file's defaults for the rest.
[[nodiscard]] Fields with_defaults(const Event& event, Fields given, const Session& session,
                                   const Municipality& municipality, Language language);

// A field's value for the eye: the text, the choice's label, the incident in words, or yes/no.
[[nodiscard]] std::string shown(const Session& session, const Field& field, const FieldValue& value, Language language);

}  // namespace hamer
