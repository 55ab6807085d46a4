#include "record/missing_learning.h"

#include "record/checklist.h"

namespace hamer {

namespace {

class Checklist : private AskedInOrder {
  public:
    explicit Checklist(const IncidentRecord& record) : AskedInOrder(record) {}

    std::vector<Missing> go() {
        static const Learning nothing;
        const Learning& learning = dossier_.learning ? *dossier_.learning : nothing;
        need(has_words(record_.what), "what", "Wat was het onderwerp?", "What was the subject?");
        need(!learning.day.empty(), "learning/day", "Op welke dag was het?", "On which day was it?");
        need(!learning.bodies.empty(), "learning/bodies", "Wie waren erbij: raad, college, of anderen?",
             "Who was there: council, college, or others?");
        if (learning.kind == LearningKind::Discussion)
            need(has_words(learning.concluded), "learning/concluded", "Wat is de uitkomst?", "What came of it?");
        return std::move(missing_);
    }
};

}  // namespace

std::vector<Missing> missing_learning(const IncidentRecord& record) { return Checklist(record).go(); }

}  // namespace hamer
