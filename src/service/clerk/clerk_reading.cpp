// What the clerk reads: a record whole, with its session and what was typed in it; revisions; a meeting; the lists.
#include "base/attempt.h"
#include "base/counted.h"
#include "base/session_id.h"
#include "codec/record/listing_json.h"
#include "codec/record/record_json.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/record_report.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr int most_listed = 500;  // the rest is found by searching

ReadLog log_of(const StoredSession& session, Language language) {
    const Say say{language};
    const std::string& head = session.journal.head().hash;
    std::string state;
    for (const SegmentVerdict& one : session.journal.segments) {
        state += (state.empty() ? "" : "; ") + describe(one).in(language);
    }
    const std::string lines =
        counted(session.journal.head().seq, {"regel", "entry"}, {"regels", "entries"}).in(language);
    std::string whose = say("Logboek", "Log");
    if (session.origin) whose += fmt::format(" {} {}", say("van", "of"), origin_in_words(*session.origin).in(language));
    const auto& entries = session.session.entries();
    return {.lines = log_lines(session.session, language),
            .is_whole = session.journal.state() != JournalState::Damaged && !session.unreadable,
            .verdict = fmt::format("{}: {}, {}. {} {}", whose, state, lines, say("Hoofdhash", "Head hash"), head),
            .procedure = session.session.shared_procedure(),
            .began = entries.empty() ? Instant{} : entries.front().when()};
}

ReadLog no_log(const IncidentRecord& record, Language language) {
    const Say say{language};
    return {.verdict = !is_incident(record.kind) ? say("Hier hoort geen logboek bij.", "There is no log of this.")
                       : record.source.session.empty()
                           ? say("Achteraf gemeld: er is geen logboek.", "Reported later: there is no log.")
                           : say("Het logboek staat niet op dit apparaat.", "The log is not on this device.")};
}

// What is made of a record to be shown.
OpenedRecord page_of(IncidentRecord record, std::shared_ptr<const ReadLog> log, Language language) {
    OpenedRecord made;
    made.document = document_of(record, language, log->procedure.get());
    made.form = gir_form(record, language);
    made.record = std::move(record);
    made.log = std::move(log);
    return made;
}

}  // namespace

Result<std::string> ClerkService::read_whole(const std::string& id, std::optional<int> revision) {
    auto text = register_.show(id, revision);
    if (!text) return text;
    RETURN_IF_ERROR(note("open", id));
    return text;
}

Result<IncidentRecord> ClerkService::read_text(const std::string& text, const std::string& id) const {
    return read_record(text, fmt::format("{}: {}", shown_register(options_.settings, options_.data), id));
}

Result<std::string> ClerkService::show(const std::string& id, std::optional<int> revision) {
    return read_whole(id, revision);
}

Result<IncidentRecord> ClerkService::look(const std::string& id, std::optional<int> revision) {
    const auto text = read_whole(id, revision);
    return text ? read_text(*text, id) : tl::unexpected<Error>(text.error());
}

Result<std::vector<Change>> ClerkService::changes_to(const std::string& after, const std::string& id, int from) {
    if (from < 1) return std::vector<Change>{};
    ASSIGN_OR_RETURN(const auto before, register_.show(id, from));
    return changes(before, after);
}

Result<ComparedRevisions> ClerkService::compare(const std::string& id, std::optional<int> from, std::optional<int> to) {
    ASSIGN_OR_RETURN(const auto after, read_whole(id, to));
    ComparedRevisions compared{.to = to.value_or(0)};
    if (!to) {
        ASSIGN_OR_RETURN(const auto record, read_text(after, id));
        compared.to = record.revision;
    }
    compared.from = from.value_or(std::max(1, compared.to - 1));
    ASSIGN_OR_RETURN(auto found, changes_to(after, id, compared.from));
    compared.changes = std::move(found);
    return compared;
}

std::optional<StoredSession> ClerkService::session_of(const IncidentRecord& record) {
    if (!is_session_id(record.source.session)) return std::nullopt;
    auto read = read_session(*files_, sessions_folder(options_.data, false), record.source.session);
    if (!read) return std::nullopt;
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    if (!prove(record.source.session, read->journal, witnesses)) return std::nullopt;
    return *std::move(read);
}

// What was typed on a former revision comes with what that had, and what was saved since.
Status ClerkService::add_draft(OpenedRecord& opened, const std::string& text, Draft draft) {
    const IncidentRecord& record = opened.record;
    ASSIGN_OR_RETURN(auto typed, without_erased(record, std::move(draft)));
    opened.draft = std::move(typed);
    const int revision = opened.draft->revision;
    if (revision >= record.revision) return {};
    ASSIGN_OR_RETURN(const auto former, register_.show(record.id, revision));
    ASSIGN_OR_RETURN(const auto before, read_text(former, record.id));
    opened.before = before.dossier.value_or(Dossier{});
    opened.since = changes(former, text);
    std::erase_if(opened.since, [](const Change& one) { return !one.place.starts_with("/dossier"); });
    return {};
}

Result<OpenedRecord> ClerkService::open_record(const std::string& id, const Result<std::optional<Draft>>& typed) {
    ASSIGN_OR_RETURN(const auto text, read_whole(id, std::nullopt));
    ASSIGN_OR_RETURN(auto record, read_text(text, id));
    const auto session = session_of(record);
    const int revision = record.revision;
    const Language language = options_.language;
    auto log = std::make_shared<const ReadLog>(session ? log_of(*session, language) : no_log(record, language));
    OpenedRecord made = page_of(std::move(record), std::move(log), language);
    made.letters = offered_for(made.record, letters(), language);
    made.risks = risks_for(made.record);
    ASSIGN_OR_RETURN(auto changed, changes_to(text, id, revision - 1));
    made.changes = std::move(changed);
    ASSIGN_OR_RETURN(const auto deliveries, register_.deliveries(id, 1));
    made.is_delivered = !deliveries.empty();
    if (!typed) made.problem = typed.error();
    if (typed && *typed) {
        RETURN_IF_ERROR(add_draft(made, text, **typed));
    }
    return made;
}

// What was saved, from what saving it read and wrote. The log is the one on the screen: a save adds nothing to it.
Result<OpenedRecord> ClerkService::shown(SavedRecord saved, std::shared_ptr<const ReadLog> log) {
    if (!log) log = std::make_shared<const ReadLog>(no_log(saved.record, options_.language));
    const int revision = saved.record.revision;
    OpenedRecord made = page_of(std::move(saved.record), std::move(log), options_.language);
    made.letters = offered_for(made.record, letters(), options_.language);
    made.is_delivered = saved.is_delivered;
    // Where nothing changed, the last revision is compared with the one before it, which was not read.
    ASSIGN_OR_RETURN(auto changed, saved.after.empty() ? changes_to(saved.before, made.record.id, revision - 1)
                                                       : changes(saved.before, saved.after));
    made.changes = std::move(changed);
    return made;
}

Result<StoredSession> ClerkService::session(const std::string& id) {
    progress_->begin({"Logboek controleren", "Checking the log"});
    return read_session(*files_, sessions_folder(options_.data, false), id);
}

Result<OpenedMeeting> ClerkService::open_meeting(const std::string& id) {
    ASSIGN_OR_RETURN(const auto read, session(id));
    ASSIGN_OR_RETURN(auto records, register_.of_session(id));
    return OpenedMeeting{std::make_shared<const ReadLog>(log_of(read, options_.language)), std::move(records)};
}

Result<ReadLists> ClerkService::lists(const WantedLists& wanted) {
    ReadLists read{.user = options_.user};
    if (wanted.records) {
        ASSIGN_OR_RETURN(auto found,
                         wanted.search.empty() ? register_.list(most_listed) : register_.search(wanted.search));
        read.records = std::move(found);
    }
    if (wanted.due) {
        ASSIGN_OR_RETURN(auto found, register_.due(Register::Duties::Open));
        read.due = std::move(found);
    }
    if (wanted.deliveries) {
        ASSIGN_OR_RETURN(auto found, register_.deliveries({}, most_listed));
        read.deliveries = std::move(found);
    }
    if (wanted.numbers) {
        ASSIGN_OR_RETURN(const auto open, register_.to_do());
        read.open_duties = open.duties;
        read.open_deliveries = open.deliveries;
    }
    return read;
}

Deliverer ClerkService::deliverer() {
    const auto report = [this](const IncidentRecord& record) {
        return record_pdf(record,
                          document_of(record, options_.language, procedure_of(*files_, options_.data, record).get()));
    };
    return {register_, options_.settings, options_.data, *files_, *clock_, report};
}

}  // namespace hamer
