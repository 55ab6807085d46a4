#include "ui/drill/kept_debrief.h"

#include <utility>

namespace hamer::ui {

void KeptDebrief::show(ReadDebrief read, Language language, std::string back) {
    typing_ = DebriefTyping{};
    typing_.panel.give_back(read.unadded);
    session_ = read.kept.drill.session;
    watched_ = read.kept.watched;
    leaves_ = false;
    adds_ = PendingActs();
    view_.emplace(DebriefView{.language = language, .back = std::move(back), .file = read.file.string()});
    take(std::move(read));
}

void KeptDebrief::take(ReadDebrief read) {
    const std::optional<Error>& wrong = read.problem ? read.problem : read.doubt;
    view_->problem = wrong ? describe(*wrong, view_->language) : std::string();
    view_->trainer = trainer_view(read.kept.facts(*read.session, read.kept.began()), view_->language);
    view_->paper = paper_of(std::move(read.document));
}

void KeptDebrief::read() {
    if (!view_ || reads_) return;
    reads_ = true;
    requests_.read_debrief(session_, view_->language,
                           [this, session = session_](Result<std::optional<ReadDebrief>> read) {
                               reads_ = false;
                               if (!read || !*read || !is_shown(session)) return;
                               // What was said of what was added here stands.
                               const std::string problem = view_->problem;
                               take(**std::move(read));
                               view_->problem = problem;
                           });
}

void KeptDebrief::add(const Train& train) {
    if (!adds_.add(train.act)) return;
    requests_.add_to_debrief(session_, {train.act}, view_->language,
                             [this, session = session_, act = train.act](Result<ReadDebrief> read) {
                                 if (!is_shown(session)) return;
                                 adds_.answered(act);
                                 (void)take_added(std::move(read), {act});
                             });
}

bool KeptDebrief::take_added(Result<ReadDebrief> read, const std::vector<TrainerAct>& acts) {
    typing_.panel.give_back(read ? read->unadded : acts);
    if (!read) {
        view_->problem = describe(read.error(), view_->language);
        return false;
    }
    const bool all = !read->problem;
    take(*std::move(read));
    return all;
}

void KeptDebrief::leave(std::function<void()> then) {
    if (leaves_) return;
    const std::vector<TrainerAct> typed = typing_.panel.take_typed();
    if (typed.empty() && adds_.empty()) {
        view_.reset();
        return then();
    }
    leaves_ = true;
    requests_.add_to_debrief(session_, typed, view_->language,
                             [this, session = session_, typed, then = std::move(then)](Result<ReadDebrief> read) {
                                 leaves_ = false;
                                 if (!is_shown(session)) return;
                                 // What went wrong is to be read first.
                                 if (!take_added(std::move(read), typed)) return;
                                 leave(then);  // with what was typed meanwhile, or could not be noted
                             });
}

}  // namespace hamer::ui
