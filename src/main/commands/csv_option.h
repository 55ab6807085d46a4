// --csv KIND: for which spreadsheet a table is written.
#pragma once

#include "report/csv.h"

namespace CLI {
class App;
}

namespace hamer {

// `kind` outlives the command line, and is Dutch unless told otherwise.
void add_csv_option(CLI::App& command, CsvKind& kind);

}  // namespace hamer
