#include "main/commands/csv_option.h"

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace hamer {

void add_csv_option(CLI::App& command, CsvKind& kind) {
    static const std::map<std::string, CsvKind> kinds = {{"dutch", CsvKind::Dutch},
                                                         {"international", CsvKind::International}};
    command
        .add_option("--csv", kind,
                    "The .csv: dutch (semicolons and a byte order mark, as a Dutch spreadsheet opens it; the default) "
                    "or international (commas, for programs and other spreadsheets)")
        ->transform(CLI::CheckedTransformer(kinds).description(""))
        ->type_name("KIND:{dutch,international}")
        ->default_str("dutch");
}

}  // namespace hamer
