// What is asked one thing after another, and what of it has no answer. Internal to record/.
#pragma once

#include "base/fold.h"
#include "record/completeness.h"

#include <string>
#include <utility>
#include <vector>

namespace hamer {

class AskedInOrder {
  protected:
    explicit AskedInOrder(const IncidentRecord& record)
        : record_(record), dossier_(record.dossier ? *record.dossier : none_) {}

    // A space, or a full stop, is no answer.
    static bool has_words(const std::string& text) { return !words_in(fold(text)).empty(); }
    void need(bool there, std::string place, std::string nl, std::string en) {
        if (!there) missing_.push_back({std::move(place), {std::move(nl), std::move(en)}});
    }

    inline static const Dossier none_{};
    const IncidentRecord& record_;
    const Dossier& dossier_;
    std::vector<Missing> missing_;
};

}  // namespace hamer
