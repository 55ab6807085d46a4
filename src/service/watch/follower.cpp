#include "service/watch/follower.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "service/store/preference_file.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::size_t sessions_looked_at = 20;  // for one that was not put away, as when the chair's window reopens one
constexpr int failures_said = 2;                // a folder that is being made just now is no trouble yet

bool same(const std::optional<Error>& one, const std::optional<Error>& other) {
    if (!one || !other) return one.has_value() == other.has_value();
    return describe(*one) == describe(*other);
}

}  // namespace

Follower::Follower(FollowerOptions options, FileSystem& files, const Clock& clock)
    : options_(std::move(options)),
      files_(files),
      clock_(clock),
      statement_limit_(options_.settings.statement_limit_seconds) {}

std::filesystem::path Follower::folder() const { return sessions_folder(options_.data, options_.drill); }

bool Follower::poll(Thoroughness thoroughness) {
    const bool was_silent = std::exchange(silent_, false);
    // The current one first: what keeps it from being read must not hide that a new one has begun.
    const Result<bool> current = current_ ? read_current(thoroughness) : Result<bool>(false);
    const Result<bool> others = look_for_sessions(thoroughness);
    bool changed = read_limit() || was_silent || current.value_or(false) || others.value_or(false);
    // A session that was just begun is read well, whatever became of the one before.
    const bool begun = others.value_or(false) && current_ && !current;
    const Error* why = !others ? &others.error() : !current && !begun ? &current.error() : nullptr;
    if (!why) {
        changed = changed || out_of_date_;
        out_of_date_.reset();
    } else if (!out_of_date_) {
        out_of_date_ = out_of_date_since(*why, clock_.now().at);
        changed = true;
    } else {
        changed = changed || describe(out_of_date_->why) != describe(*why);
        out_of_date_->why = *why;
    }
    if (changed) ++version_;
    return changed;
}

Follower::OutOfDate Follower::out_of_date_since(Error why, Instant since) const {
    const Stamp now = clock_.now();
    const std::int64_t ago = std::max<std::int64_t>(0, now.at.milliseconds - since.milliseconds);
    return {std::move(why), since, now.monotonic_ms - ago};
}

void Follower::does_not_answer(Instant since) {
    if (silent_) return;
    silent_ = true;
    if (!out_of_date_) out_of_date_ = out_of_date_since({}, since);
    out_of_date_->why = {ErrorKind::Storage, folder().string(), "does not answer", "Is the network there?"};
    ++version_;
}

void Follower::hears(const std::optional<Silence>& silence) {
    if (silence == silence_) return;
    silence_ = silence;
    ++version_;
}

std::optional<Silence> Follower::chair_silent() const {
    if (!silence_ || !has_session() || session().is_put_away()) return std::nullopt;
    const std::int64_t last = session().entries().back().stamp.at.milliseconds;
    return last > silence_->since.milliseconds + silence_after_ms ? std::nullopt : silence_;
}

Result<bool> Follower::read_current(Thoroughness thoroughness) {
    const std::uint64_t folds = current_->folds();
    auto changed = current_->read(files_, thoroughness);
    if (current_->folds() != folds) ++edition_;
    return changed;
}

// True when another session is shown, or another trouble is to be said.
Result<bool> Follower::look_for_sessions(Thoroughness thoroughness) {
    RETURN_IF_ERROR(list_candidates(thoroughness));
    bool adopted = false;
    for (Candidate& candidate : candidates_) {
        read_candidate(candidate, thoroughness);
        if (!candidate.session || candidate.session->session().entries().empty()) continue;
        if (candidate.session->session().is_put_away()) {
            passed_over_.insert(candidate.id);
            continue;
        }
        adopt(*std::exchange(candidate.session, std::nullopt));
        adopted = true;
        break;
    }
    std::erase_if(candidates_, [&](const Candidate& each) {
        return passed_over_.contains(each.id) || (current_ && each.id <= current_->id());
    });
    std::optional<Error> unreadable;
    for (const Candidate& each : candidates_) {
        if (!unreadable && each.problem && each.failures >= failures_said) unreadable = each.problem;
    }
    const bool other = !same(unreadable, newer_unreadable_);
    newer_unreadable_ = std::move(unreadable);
    return adopted || other;
}

// What is newer than the session shown. An older one was passed over when that one began.
Status Follower::list_candidates(Thoroughness thoroughness) {
    ASSIGN_OR_RETURN(const auto state, files_.look(folder()));
    if (!state) {
        // The chair's program makes it; but where even the data folder is missing, the name may be wrong.
        const auto data = files_.look(options_.data);
        if (data && *data) return {};
        return fail(ErrorKind::Storage, options_.data.string(), "the folder is not there",
                    "Is it the right one, and is the network there?", Trouble::NotThere);
    }
    if (state == sessions_state_ && thoroughness == Thoroughness::Changes) return {};
    ASSIGN_OR_RETURN(auto ids, files_.list(folder()));
    sessions_state_ = state;
    std::erase_if(ids, [](const std::string& name) { return !is_session_id(name); });
    std::vector<Candidate> found;
    for (auto id = ids.rbegin(); id != ids.rend() && found.size() < sessions_looked_at; ++id) {
        if (current_ && *id <= current_->id()) break;
        if (passed_over_.contains(*id)) continue;
        const auto origin = origin_of(files_, folder() / *id);
        if (origin && *origin) {
            passed_over_.insert(*id);
            continue;
        }
        const auto known = std::ranges::find(candidates_, *id, &Candidate::id);
        found.push_back(known != candidates_.end() ? std::move(*known) : Candidate{*id, {}, {}, 0});
    }
    candidates_ = std::move(found);
    return {};
}

void Follower::read_candidate(Candidate& candidate, Thoroughness thoroughness) {
    candidate.problem.reset();
    if (!candidate.session) {
        // Without the file it is being made just now, or its maker died before it began.
        const auto made = files_.look(folder() / candidate.id / "procedure.json");
        if (made && !*made) return;
        auto opened = FollowedSession::open(files_, folder(), candidate.id);
        if (opened)
            candidate.session = *std::move(opened);
        else
            candidate.problem = opened.error();
    }
    if (candidate.session) {
        if (auto read = candidate.session->read(files_, thoroughness); !read) candidate.problem = read.error();
        if (candidate.session->unreadable() && candidate.session->session().entries().empty())
            candidate.problem = candidate.session->unreadable();
    }
    candidate.failures = candidate.problem ? candidate.failures + 1 : 0;
}

void Follower::adopt(FollowedSession session) {
    current_ = std::move(session);
    ++edition_;
}

bool Follower::read_limit() {
    const auto state = files_.look(options_.data / "preferences.json");
    if (!state || *state == preferences_state_) return false;
    preferences_state_ = *state;
    const PreferenceFile chosen(files_, options_.data);
    const auto before = statement_limit_;
    statement_limit_ = hamer::statement_limit(chosen.preferences(), options_.settings);
    return statement_limit_ != before;
}

bool Follower::at_ease() const {
    const bool whole = !current_ || current_->journal().segments.empty() ||
                       current_->journal().segments.back().state != JournalState::Damaged;
    const bool reads =
        std::ranges::none_of(candidates_, [](const Candidate& each) { return each.problem.has_value(); });
    return !out_of_date_ && whole && reads;
}

std::vector<std::filesystem::path> Follower::watched() const {
    std::vector<std::filesystem::path> paths{folder(), options_.data / "preferences.json"};
    const auto add = [&](const FollowedSession& session) {
        for (auto& path : session.watched()) paths.push_back(std::move(path));
    };
    if (current_) add(*current_);
    for (const Candidate& each : candidates_) {
        if (each.session)
            add(*each.session);
        else
            paths.push_back(folder() / each.id / "procedure.json");
    }
    return paths;
}

MeetingFacts observe(const Follower& follower) {
    return {.session = follower.session(),
            .municipality = follower.settings().municipality,
            .session_id = follower.session_id(),
            .now = follower.now(),
            .statement_limit = follower.statement_limit()};
}

}  // namespace hamer
