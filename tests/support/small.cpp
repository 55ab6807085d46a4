#include "support/small.h"

#include "codec/procedure/procedure_json.h"
#include "codec/procedure/slips.h"
#include "session/values.h"

#include <cstdlib>
#include <iostream>
#include <iterator>

namespace hamer::test {

namespace {

const char* const text = R"({
"format": 1, "id": "small", "revision": 3, "title": {"nl": "Klein", "en": "Small"},
"sources": {"1": {"title": {"nl": "Een", "en": "One"}, "text": {"nl": "Tekst", "en": "Text"}}},
"regions": {
  "door": {"initial": "open", "meta": {"label": {"nl": "deur", "en": "door"}}, "states": {
    "open": {"tags": ["open"], "meta": {"label": {"nl": "open", "en": "open"}},
      "on": {"door.close": [{"target": "closed", "actions": [{"type": "raise", "params": {"event": "bell.ring"}}]}]}},
    "closed": {"tags": ["rest", "closed"], "meta": {"label": {"nl": "dicht", "en": "closed"}},
      "on": {"door.open": [{"target": "open", "guard": {"type": "in", "params": {"state": "bell.silent"}}}]}}}},
  "bell": {"initial": "silent", "meta": {"label": {"nl": "bel", "en": "bell"}}, "states": {
    "silent": {"tags": ["rest"], "meta": {"label": {"nl": "stil", "en": "silent"}},
      "on": {"bell.ring": [{"target": "ringing", "guard": {"type": "not", "guard": {"type": "in", "params": {"state": "door.open"}}}}]}},
    "ringing": {"meta": {"label": {"nl": "gaat", "en": "rings"}},
      "on": {"bell.stop": [{"target": "silent"}], "bell.ring": [{}]}}}}
},
"events": {
  "door.close": {"label": {"nl": "Deur dicht", "en": "Door closed"}, "tone": "primary", "source": "1", "spoken": true,
    "fields": [{"id": "why", "label": {"nl": "waarom", "en": "why"}, "kind": "text", "required": true, "default": {"nl": "tocht", "en": "draught"}},
               {"id": "who", "label": {"nl": "wie", "en": "who"}, "kind": "text", "private": true}]},
  "door.open": {"label": {"nl": "Deur open", "en": "Door opened"}, "tone": "normal", "source": "1",
    "fields": [{"id": "how", "label": {"nl": "hoe", "en": "how"}, "kind": "choice", "required": true, "default": "slowly",
                "choices": [{"id": "slowly", "label": {"nl": "langzaam", "en": "slowly"}}, {"id": "fast", "label": {"nl": "snel", "en": "fast"}}]},
               {"id": "knocked", "label": {"nl": "geklopt", "en": "knocked"}, "kind": "flag", "required": true, "default": true, "must": true}]},
  "bell.ring": {"label": {"nl": "Bel gaat", "en": "Bell rings"}, "tone": "danger", "source": "1"},
  "bell.stop": {"label": {"nl": "Bel stil", "en": "Bell stopped"}, "tone": "normal", "source": "1"}
},
"guide": [
  {"id": "stop", "when": {"type": "in", "params": {"state": "bell.ringing"}}, "title": {"nl": "Stop de bel", "en": "Stop the bell"},
   "say": {"nl": "Stil, {meeting}!", "en": "Quiet, {meeting}!"}, "do": [{"event": "bell.stop"}, {"event": "bell.ring"}], "source": "1"},
  {"id": "close", "when": {"type": "in", "params": {"state": "door.open"}}, "title": {"nl": "Sluit de deur", "en": "Close the door"},
   "say": {"nl": "De deur gaat dicht: {why}.", "en": "The door closes: {why}."}, "do": [{"event": "door.close"}], "source": "1"},
  {"id": "done", "when": {"type": "and", "guards": []}, "title": {"nl": "Klaar", "en": "Done"},
   "notes": [{"nl": "Niets te doen.", "en": "Nothing to do."}], "do": [{"event": "door.open", "label": {"nl": "Open", "en": "Open"}, "with": {"how": "fast"}}], "source": "1"}
],
"corner": [{"event": "bell.ring"}],
"properties": [
  {"id": "quiet-when-open", "title": {"nl": "Stil", "en": "Quiet"}, "source": "1",
   "never": {"type": "and", "guards": [{"type": "in", "params": {"state": "door.open"}}, {"type": "in", "params": {"state": "bell.ringing"}}]}},
  {"id": "stop-after-close", "title": {"nl": "Volgorde", "en": "Order"}, "source": "1",
   "before": {"event": "door.open", "needs": ["door.close"], "times": 1, "since": "door.open"}},
  {"id": "open-when-silent", "title": {"nl": "Alleen stil", "en": "Only silent"}, "source": "1",
   "only": {"event": "door.open", "when": {"type": "in", "params": {"state": "bell.silent"}}}},
  {"id": "why-required", "title": {"nl": "Waarom", "en": "Why"}, "source": "1", "requires": {"event": "door.close", "field": "why"}},
  {"id": "stop-offered", "title": {"nl": "Stop", "en": "Stop"}, "source": "1",
   "offered": {"when": {"type": "in", "params": {"state": "bell.ringing"}}, "events": ["bell.stop"]}},
  {"id": "open-again", "title": {"nl": "Weer open", "en": "Open again"}, "source": "1",
   "reachable": {"to": {"type": "in", "params": {"state": "door.open"}}}}
]})";

}  // namespace

std::string changed(std::string whole, const std::vector<std::pair<std::string, std::string>>& changes) {
    for (const auto& [part, replacement] : changes) {
        const std::size_t at = whole.find(part);
        if (at == std::string::npos || whole.find(part, at + 1) != std::string::npos) {
            std::cerr << "expected exactly once: " << part << '\n';
            std::abort();
        }
        whole.replace(at, part.size(), replacement);
    }
    return whole;
}

std::string small_text(const std::vector<std::pair<std::string, std::string>>& changes) {
    return changed(text, changes);
}

Procedure small(const std::vector<std::pair<std::string, std::string>>& changes) {
    auto procedure = read_procedure(small_text(changes), "small.json");
    if (!procedure) {
        std::cerr << describe(procedure.error()) << '\n';
        std::abort();
    }
    return *std::move(procedure);
}

CheckReport check_small(const std::vector<std::pair<std::string, std::string>>& changes) {
    return check(small(changes), {std::begin(known_placeholders), std::end(known_placeholders)},
                 slips_in(small_text(changes), "small.json").value());
}

std::string violated(const CheckReport& report) {
    std::string ids;
    for (const Violation& violation : report.violations) {
        if (ids.find(violation.property) != std::string::npos) continue;
        ids += (ids.empty() ? "" : " ") + violation.property;
    }
    return ids;
}

}  // namespace hamer::test
