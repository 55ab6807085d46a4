// Duties, deliveries, and the register as a whole.
#include "base/attempt.h"
#include "base/text.h"
#include "base/typed_time.h"
#include "codec/record/listing_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "record/names.h"
#include "report/case_text.h"
#include "report/date_text.h"
#include "service/handover/deliverer.h"
#include "service/store/session_folder.h"
#include "service/store/time_stamp.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

void print_duty(const DueDuty& duty, Instant now, Language language) {
    const Say word{language};
    const std::string state =
        duty.done        ? fmt::format("{} {} ({})", word("gedaan", "done"), shown_day(*duty.done), duty.done_by)
        : duty.due < now ? word("TE LAAT", "LATE")
                         : word("open", "open");
    say("{} {}  {:<10}  {}  {}{}{}{}{}\n", shown_day(duty.due), clock_time(duty.due), state,
        name_of(duty.kind).in(language), duty.record, duty.person.empty() ? "" : ", ", duty.person,
        duty.owner.empty() ? "" : word(", wie: ", ", who: "), printable(duty.owner));
}

void print_delivery(const Delivery& one, Language language) {
    const Say word{language};
    std::string state;
    switch (one.state) {
        case DeliveryState::Delivered:
            state = fmt::format("{} {} {}", word("afgeleverd", "delivered"), shown_day(*one.delivered),
                                clock_time(*one.delivered));
            break;
        case DeliveryState::Waiting:
            state = fmt::format("{} ({} {})", word("wacht", "waiting"), one.attempts,
                                word("keer geprobeerd", one.attempts == 1 ? "attempt" : "attempts"));
            break;
        case DeliveryState::Parked:
            state = word("GEWEIGERD, staat stil", "REFUSED, parked");
            break;
    }
    say("{} r{}  {}  {}{}{}\n", one.record, one.revision, one.target, state, one.problem.empty() ? "" : ": ",
        one.problem);
}

Result<int> show_deliveries(ClerkService& service, Format format, Language language) {
    ASSIGN_OR_RETURN(const auto all, service.deliveries());
    if (format == Format::Json) {
        say_json(as_json(all));
    } else {
        for (const Delivery& one : all) print_delivery(one, language);
    }
    const bool done =
        std::ranges::all_of(all, [](const Delivery& one) { return one.state == DeliveryState::Delivered; });
    return done ? 0 : 1;
}

}  // namespace

int deadlines_command(const CommonOptions& common, bool all, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        const Language language = service.options().language;
        if (format == Format::Calendar) {
            ASSIGN_OR_RETURN(const auto calendar, service.calendar());
            say_lines(calendar);
            return 0;
        }
        ASSIGN_OR_RETURN(const auto due, service.due(all ? Register::Duties::All : Register::Duties::Open));
        if (format == Format::Json) {
            say_json(as_json(due));
        } else {
            for (const DueDuty& duty : due) print_duty(duty, service.now(), language);
        }
        return 0;
    });
}

int deliver_command(const CommonOptions& common, const DeliverOptions& options) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        if (options.list) return show_deliveries(service, options.format, service.options().language);
        if (options.retry) {
            RETURN_IF_ERROR(without_value(service.retry()));
        }
        Deliverer deliverer = service.deliverer();
        for (;;) {
            RETURN_IF_ERROR(without_value(deliverer.run()));
            ASSIGN_OR_RETURN(const auto all, service.deliveries());
            const auto is_waiting = [](const Delivery& one) { return one.state == DeliveryState::Waiting; };
            if (!options.wait || std::ranges::none_of(all, is_waiting)) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        if (const auto& server = service.options().settings.time_stamp) {
            SystemFiles files;
            const StampRun run = stamp_marks(files, service.options().data, *server);
            if (run.problem) report(*run.problem);
        }
        const auto shown = show_deliveries(service, options.format, service.options().language);
        return shown && !service.left_out().empty() ? 1 : shown;
    });
}

int register_search_command(const CommonOptions& common, const std::string& text, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto found, service.search(text, 1000));
        if (format == Format::Json) {
            say_json(as_json(found));
        } else {
            for (const RecordSummary& record : found) print_summary(record, service.options().language);
        }
        return found.empty() ? 1 : 0;
    });
}

int register_stats_command(const CommonOptions& common, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto counts, service.trends());
        if (format == Format::Json) {
            say_json(as_json(counts));
            return 0;
        }
        for (const Count& one : counts) {
            say("{:<14}  {:>5}  {:<10}  {:<8}  {}\n", month_in_words(one.month, service.options().language),
                one.records, one.conduct.empty() ? "-" : one.conduct, one.repetition.empty() ? "-" : one.repetition,
                one.place);
        }
        return 0;
    });
}

int register_cases_command(const CommonOptions& common, std::optional<int> year, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto read, service.cases(year));
        for (const Error& one : read.unreadable) report(one);
        if (format == Format::Json) {
            say_json(as_json(read.cases));
        } else {
            for (const AnonymousCase& one : read.cases) say("{}\n", case_line(one, service.options().language));
        }
        return read.unreadable.empty() ? 0 : 1;
    });
}

int register_access_command(const CommonOptions& common, const std::string& id, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto all, service.accesses(id));
        if (format == Format::Json) {
            say_json(as_json(all));
            return 0;
        }
        for (const Access& one : all) {
            say("{} {}  {}  {}  {}\n", shown_day(one.at), clock_time(one.at), one.who, one.what, one.record);
        }
        return 0;
    });
}

int register_retention_command(const CommonOptions& common, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto old, service.past_retention());
        if (format == Format::Json) {
            say_json(as_json(old));
            return 0;
        }
        const Language language = service.options().language;
        for (const RecordSummary& record : old) print_summary(record, language);
        ASSIGN_OR_RETURN(const auto held, service.past_retention(0, Register::Hold::Held));
        if (!held.empty())
            say("{}\n", Say{language}("Nog nodig, en dus niet te wissen:", "Still needed, so not to be erased:"));
        for (const RecordSummary& record : held) print_summary(record, language);
        return 0;
    });
}

}  // namespace hamer
