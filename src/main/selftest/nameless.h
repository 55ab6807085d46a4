// Takes out of a text what tells whose machine it comes from: a report is sent to others.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace hamer {

class Nameless {
  public:
    using Replacement = std::pair<std::string, std::string>;
    explicit Nameless(std::vector<Replacement> replacements);
    // Longer ones first, so that a folder within another goes as a whole.
    [[nodiscard]] std::string operator()(std::string text) const;

  private:
    std::vector<Replacement> replacements_;
};

// The data folder, whole and as it was given, becomes `shown`; the user's own folder "~"; the program's "…".
[[nodiscard]] Nameless names_of_this_user(const std::filesystem::path& data, const std::string& given,
                                          const std::string& shown);

}  // namespace hamer
