#include "main/commands/clerk_commands.h"

#include "base/attempt.h"
#include "main/commands/csv_option.h"
#include "platform/user.h"
#include "service/store/preference_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace hamer {

namespace {

// What the subcommands are given.
struct Given {
    std::string id;
    std::string text;
    std::string by;
    std::string file = "-";
    std::optional<int> revision, from, to;
    bool json = false, all = false, calendar = false;
    EraseOptions erase;
    NewRecord fresh;
    Ticked ticked;
    DeliverOptions deliver;
    CsvKind csv = CsvKind::Dutch;
    std::string reader{};  // of a paper
    std::string person{};  // to whom a letter is

    [[nodiscard]] Format format() const { return json ? Format::Json : calendar ? Format::Calendar : Format::Text; }
};

class Commands {
  public:
    Commands(const CommonOptions& common, int& status) : common_(common), status_(status) {}

    void add_to(CLI::App& app) {
        records(app);
        duties(app);
        deliveries(app);
        whole_register(app);
        erasing(app);
    }

  private:
    // A subcommand that runs `work` with what it was given.
    template <typename Work>
    static void runs(CLI::App* command, int& status, const std::shared_ptr<Given>& given, const Work& work) {
        command->callback([&status, given, work] { status = work(*given); });
    }
    template <typename Work>
    void runs(CLI::App* command, const Work& work) {
        runs(command, status_, given_, work);
    }
    CLI::App* record_option(CLI::App* command) {
        command->add_option("record", given_->id, "Record id")->required()->type_name("RECORD");
        return command;
    }
    CLI::App* json_flag(CLI::App* command) {
        command->add_flag("--json", given_->json, "As JSON, for scripts");
        return command;
    }

    void new_record(CLI::App* record) {
        const CommonOptions& common = common_;
        CLI::App* fresh = record->add_subcommand(
            "new", "An incident outside a meeting, a signal, a risk estimate, or what was held to learn from");
        NewRecord& options = given_->fresh;
        fresh->add_option("--what", options.what, "What happened")->required()->type_name("TEXT");
        fresh->add_flag("--signal", options.signal, "A signal, before anything happened; --affected: against whom");
        fresh
            ->add_option("--estimate", options.estimate,
                         "A risk estimate, of a gathering on that day, which --what names")
            ->type_name("DAY")
            ->excludes("--signal");
        CLI::Option* learning =
            fresh
                ->add_option("--learning", options.learning,
                             "What was held to learn from, about which --what says: introduction, training or "
                             "discussion (the yearly one)")
                ->check(CLI::IsMember(std::vector<std::string>(learning_kind_words.begin(), learning_kind_words.end())))
                ->excludes("--signal")
                ->excludes("--estimate");
        learning->needs(
            fresh->add_option("--day", options.day, "On which day that was held")->type_name("DAY")->needs(learning));
        fresh->add_option("--present", options.present, "Who was there; may be given more than once")
            ->check(CLI::IsMember(std::vector<std::string>(body_words.begin(), body_words.end())))
            ->needs(learning);
        fresh->add_option("--started", options.started,
                          "When, as \"12-03-2026 20:14\" or 2026-03-12T20:14:00+01:00; without it, now");
        fresh->add_option("--ended", options.ended, "When it was over");
        fresh->add_option("--place", options.place, "Where")->type_name("TEXT");
        fresh->add_option("--channel", options.channel, "face-to-face, writing, e-mail, social-media or telephone")
            ->check(CLI::IsMember(std::vector<std::string>(channel_words.begin(), channel_words.end())));
        fresh
            ->add_option("--affected", options.affected,
                         "The office of who is affected, which decides whose record it is: council-member, "
                         "committee-member, audit-office, referendum-board, alderman, mayor, official or public")
            ->check(CLI::IsMember(std::vector<std::string>(office_words.begin(), office_words.end())));
        runs(fresh, [&common](const Given& given) { return record_new_command(common, given.fresh); });
    }
    void tick_off(CLI::App* record) {
        const CommonOptions& common = common_;
        CLI::App* done = record->add_subcommand("done", "Tick off a duty");
        Ticked& ticked = given_->ticked;
        done->add_option("record", ticked.id, "Record id")->required()->type_name("RECORD");
        done->add_option("duty", ticked.kind, "Which, as `hamer deadlines --json` names it")
            ->required()
            ->check(CLI::IsMember(std::vector<std::string>(duty_words.begin(), duty_words.end())));
        done->add_option("--person", ticked.person, "Whose talk, by id")->type_name("ID");
        done->add_option("--by", ticked.by, "Who did it")->required()->type_name("NAME");
        done->add_option("--at", ticked.at, "When; without it, now");
        done->add_option("--remark", ticked.remark, "What came of it")->type_name("TEXT");
        runs(done, [&common](const Given& given) { return record_done_command(common, given.ticked); });
    }

    void records(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* record = app.add_subcommand("record", "Incident records in the register");
        record->require_subcommand(1);
        runs(json_flag(record->add_subcommand("list", "List the records")),
             [&common](const Given& given) { return record_list_command(common, given.format()); });

        CLI::App* show = record_option(record->add_subcommand("show", "Print a record as JSON"));
        show->add_option("--revision", given_->revision, "An earlier revision")->check(CLI::PositiveNumber);
        runs(show, [&common](const Given& given) { return record_show_command(common, given.id, given.revision); });

        new_record(record);

        CLI::App* set =
            record_option(record->add_subcommand("set", "Change what the clerk adds, by a JSON merge patch"));
        set->add_option("--file", given_->file, "The patch; without it, standard input")->type_name("FILE");
        set->add_option("--revision", given_->revision, "Refuse unless this is the latest")->check(CLI::PositiveNumber);
        runs(set, [&common](const Given& given) {
            return record_set_command(common, given.id, given.file, given.revision);
        });

        runs(json_flag(record_option(record->add_subcommand("missing", "What a record still needs"))),
             [&common](const Given& given) { return record_missing_command(common, given.id, given.format()); });

        CLI::App* complete =
            record_option(record->add_subcommand("complete", "Complete a record; queues its deliveries"));
        complete->add_option("--by", given_->by, "Who completes it")->required()->type_name("NAME");
        runs(complete, [&common](const Given& given) { return record_complete_command(common, given.id, given.by); });

        CLI::App* changes = json_flag(record_option(record->add_subcommand("changes", "What two revisions differ in")));
        changes->add_option("--from", given_->from, "The former; without it, the one before")
            ->check(CLI::PositiveNumber);
        changes->add_option("--to", given_->to, "The later; without it, the latest")->check(CLI::PositiveNumber);
        runs(changes, [&common](const Given& given) {
            return record_changes_command(common, given.id, given.from, given.to, given.format());
        });

        tick_off(record);
        attachments(record);
    }

    void attachments(CLI::App* record) {
        const CommonOptions& common = common_;
        runs(record_option(record->add_subcommand("prepare", "Put a gathering ready for the chair")),
             [&common](const Given& given) { return record_prepare_command(common, given.id); });
        CLI::App* attach = record_option(record->add_subcommand("attach", "Put a file to a record"));
        attach->add_option("file", given_->file, "A picture, a recording, a letter")->required()->type_name("FILE");
        attach->add_option("--remark", given_->text, "What it shows, from whom it is")->type_name("TEXT");
        runs(attach,
             [&common](const Given& given) { return record_attach_command(common, given.id, given.file, given.text); });
        CLI::App* list = json_flag(record_option(record->add_subcommand("attachments", "What was put to a record")));
        list->add_option("attachment", given_->text, "One, by its id, to be written to a file")->type_name("ID");
        list->add_option("-o,--output", given_->file, "That file")->type_name("FILE");
        runs(list, [&common](const Given& given) {
            return record_attachments_command(common, given.id, given.text, given.file, given.format());
        });
    }

    void duties(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* report =
            record_option(app.add_subcommand("report", "A record on paper: .pdf, .txt, or .csv for the GIR"));
        report->add_option("-o,--output", given_->file, "The file; without it, text on standard output")
            ->type_name("FILE");
        report->add_option("--revision", given_->revision, "An earlier revision")->check(CLI::PositiveNumber);
        report
            ->add_option(
                "--for", given_->reader,
                "Who reads it: municipality (the whole record), police (an annex), public (a copy without personal "
                "data) or meeting (a briefing, of a risk estimate)")
            ->check(CLI::IsMember(std::vector<std::string>(paper_for_words.begin(), paper_for_words.end())));
        add_csv_option(*report, given_->csv);
        runs(report, [&common](const Given& given) {
            const auto found = std::ranges::find(paper_for_words, given.reader);
            const auto reader = found == paper_for_words.end() ? PaperFor::Municipality
                                                               : static_cast<PaperFor>(found - paper_for_words.begin());
            return report_command(common, given.id, given.revision, given.file, reader, given.csv);
        });

        letters(app);

        CLI::App* deadlines = json_flag(app.add_subcommand("deadlines", "What is due, across all records"));
        deadlines->add_flag("--all", given_->all, "What was done too");
        deadlines->add_flag("--ics", given_->calendar, "As a calendar file (iCalendar)");
        runs(deadlines, [&common](const Given& given) { return deadlines_command(common, given.all, given.format()); });
    }

    void letters(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* letter = app.add_subcommand("letter", "A letter about a record: .pdf, .docx or .txt");
        letter->add_option("record", given_->id, "Record id; without it, the letters that there are")
            ->type_name("RECORD");
        letter->add_option("letter", given_->text, "Which, by its id; without it, those that fit the record")
            ->type_name("LETTER");
        letter->add_option("--person", given_->person, "To whom, by id, where there is more than one")->type_name("ID");
        letter->add_option("-o,--output", given_->file, "The file; without it, text on standard output")
            ->type_name("FILE");
        runs(letter, [&common](const Given& given) {
            return letter_command(common, given.id, {given.text, given.person}, given.file);
        });
    }

    void deliveries(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* deliver = json_flag(app.add_subcommand("deliver", "Take complete records where the settings say"));
        deliver->add_flag("--list", given_->deliver.list, "Only show what is delivered, waiting and parked");
        deliver->add_flag("--retry", given_->deliver.retry, "Also what is parked, and at once");
        deliver->add_flag("--wait", given_->deliver.wait, "Until nothing is waiting");
        runs(deliver, [&common](const Given& given) {
            DeliverOptions options = given.deliver;
            options.format = given.format();
            return deliver_command(common, options);
        });
    }

    void whole_register(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* whole = app.add_subcommand("register", "The register as a whole");
        whole->require_subcommand(1);
        CLI::App* search = json_flag(whole->add_subcommand("search", "Find records by words, names, addresses"));
        search->add_option("text", given_->text, "Beginnings of words")->required()->type_name("TEXT");
        runs(search,
             [&common](const Given& given) { return register_search_command(common, given.text, given.format()); });
        runs(json_flag(whole->add_subcommand("stats", "Counts per month, class, place and repetition")),
             [&common](const Given& given) { return register_stats_command(common, given.format()); });
        CLI::App* cases = json_flag(whole->add_subcommand("cases", "Anonymous cases, for the yearly discussion"));
        cases->add_option("--year", given_->from, "Of one year only")->check(CLI::Range(1970, 9999));
        runs(cases,
             [&common](const Given& given) { return register_cases_command(common, given.from, given.format()); });
        year(*whole);
        CLI::App* access = json_flag(whole->add_subcommand("access", "Who opened which record"));
        access->add_option("record", given_->id, "Of one record only")->type_name("RECORD");
        runs(access,
             [&common](const Given& given) { return register_access_command(common, given.id, given.format()); });
        runs(json_flag(whole->add_subcommand("retention", "What is due for deletion this year")),
             [&common](const Given& given) { return register_retention_command(common, given.format()); });
    }

    void year(CLI::App& whole) {
        const CommonOptions& common = common_;
        CLI::App* year =
            json_flag(whole.add_subcommand("year", "The report to the council on a year: .pdf, .docx, .txt, or .csv"));
        year->add_option("year", given_->from, "Which; without it, this year")
            ->check(CLI::Range(1970, 9999))
            ->type_name("YEAR");
        year->add_option("-o,--output", given_->file, "The file; without it, text on standard output")
            ->type_name("FILE");
        add_csv_option(*year, given_->csv);
        runs(year, [&common](const Given& given) {
            return register_year_command(common, {given.from, given.file, given.csv, given.format()});
        });
    }

    void erasing(CLI::App& app) {
        const CommonOptions& common = common_;
        CLI::App* erase = app.add_subcommand("erase", "Erase a record, a person in it, or a name everywhere (AVG)");
        EraseOptions& options = given_->erase;
        CLI::Option* what = erase->add_option("what", options.what,
                                              "RECORD, RECORD/PERSON or RECORD/ATTACHMENT by their ids, or SESSION");
        erase->add_option("--name", options.name, "A name or address to look for, wherever Hamer has it")
            ->type_name("NAME")
            ->excludes(what);
        CLI::Option* old =
            erase->add_flag("--past-retention", options.past_retention, "All records that were kept for long enough")
                ->excludes(what)
                ->excludes("--name");
        erase->add_option("-o,--output", options.statement, "The statement of that; without it, on standard output")
            ->type_name("FILE")
            ->needs(old);
        erase->add_flag("--yes", options.sure, "Do it; without this it is only said what would go");
        erase->add_flag("--everywhere", options.everywhere, "Also in each other place where the person is named");
        erase->add_flag("--with-journal", options.with_journal,
                        "Also the whole log of a session whose texts an older Hamer wrote in it");
        runs(erase, [&common](const Given& given) { return erase_command(common, given.erase); });
    }

    const CommonOptions& common_;
    int& status_;
    std::shared_ptr<Given> given_ = std::make_shared<Given>();
};

}  // namespace

Language language_of(const CommonOptions& common) { return language_from(common.lang).value_or(Language::Dutch); }

Result<ClerkService> open_clerk_service(const CommonOptions& common, FileSystem& files, const Clock& clock,
                                        std::optional<Language> language) {
    ASSIGN_OR_RETURN(const auto data, data_folder(common));
    ASSIGN_OR_RETURN(auto options, meeting_options(common));
    const Language chosen = language.value_or(options.settings.language);
    std::string user = PreferenceFile(files, data).preferences().name;
    if (user.empty()) user = system_user_name();
    if (user.empty()) user = Say{chosen}("griffie", "clerk's office");
    return ClerkService::open({std::move(options.settings), data, std::move(user), chosen, options.second_place,
                               options.state, letters_folder(common)},
                              files, clock);
}

void add_clerk_commands(CLI::App& app, const CommonOptions& common, int& status) {
    Commands(common, status).add_to(app);
}

}  // namespace hamer
