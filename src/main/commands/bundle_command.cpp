#include "base/counted.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "main/commands/witness_work.h"
#include "platform/input_file.h"
#include "platform/system_files.h"
#include "service/handover/session_bundle.h"
#include "service/store/archive.h"

#include <fmt/format.h>

namespace hamer {

int sessions_export_command(const CommonOptions& common, const std::string& session, const std::string& file) {
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const std::string path = file.empty() ? session + ".hamer" : file;
    if (auto may = may_write_output_file(common, path); !may) return report(may.error());
    SystemFiles files;
    const WitnessWork work(common, files, *data);
    const auto bundle = export_session(files, *data, session, work.witnesses());
    if (!bundle) return report(bundle.error());
    const auto written = write_paper(common, *data, {.file = path, .session = session}, *bundle);
    if (!written) return report(written.error());
    say("{}\n", path);
    return 0;
}

int sessions_import_command(const CommonOptions& common, const std::string& file) {
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    const auto bundle = read_input_file(file, ArchiveLimits().bytes);
    if (!bundle) return report(bundle.error());
    SystemFiles files;
    if (auto made = files.make_folder(*data); !made) return report(made.error());
    const WitnessWork work(common, files, *data);
    const auto imported = import_session(files, *data, *bundle, file, work.witnesses());
    if (!imported) return report(imported.error());
    const Language language = language_of(common);
    say("{}  {}, {} {}\n", imported->id,
        counted(imported->entries, {"regel", "entry"}, {"regels", "entries"}).in(language), Say{language}("van", "of"),
        origin_in_words(imported->origin).in(language));
    return 0;
}

}  // namespace hamer
