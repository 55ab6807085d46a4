// Which of Hamer's JSON files a text is.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace hamer {

enum class FileKind { Procedure, Settings, Scenario, Letter };

[[nodiscard]] Result<FileKind> file_kind(std::string_view text, const std::string& file);

}  // namespace hamer
