// A procedure as a picture: Graphviz' `dot` draws it, a program of its own that no shell starts.
#include "base/attempt.h"
#include "codec/procedure/procedure_json.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "platform/child_process.h"
#include "platform/random.h"
#include "platform/text_file.h"
#include "report/procedure_drawing.h"

#include <filesystem>
#include <fstream>

namespace hamer {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds drawing_limit{60};
constexpr std::size_t largest_picture = 16u << 20;

// A folder for the two files of one drawing, which goes with it.
class DrawingFolder {
  public:
    DrawingFolder() {
        std::error_code code;
        const fs::path above = fs::temp_directory_path(code);
        folder_ = above / ("hamer-drawing-" + random_hex(8));
        there_ = !code && fs::create_directory(folder_, code) && !code;
    }
    ~DrawingFolder() {
        std::error_code ignored;
        if (there_) fs::remove_all(folder_, ignored);
    }
    DrawingFolder(const DrawingFolder&) = delete;
    DrawingFolder& operator=(const DrawingFolder&) = delete;

    [[nodiscard]] bool is_there() const { return there_; }
    [[nodiscard]] std::string file(const char* name) const { return (folder_ / name).string(); }

  private:
    fs::path folder_;
    bool there_ = false;
};

tl::unexpected<Error> no_drawing(const LocalText& why) {
    return fail(ErrorKind::Refused, "dot",
                LocalText{"het programma dat tekent, werkt hier niet: " + why.nl,
                          "the program that draws does not work here: " + why.en},
                LocalText{"Installeer het pakket graphviz, of vraag de tekst met -o NAAM.dot",
                          "Install the package graphviz, or ask for the text with -o NAME.dot"},
                Trouble::ProgramFailed);
}

Result<std::string> drawn(const std::string& text) {
    const DrawingFolder folder;
    const std::string from = folder.file("procedure.dot"), to = folder.file("procedure.svg");
    if (folder.is_there()) std::ofstream(from, std::ios::binary) << text;
    const auto done = run_child({"dot", "-Tsvg", "-o", to, from}, drawing_limit);
    if (!done) return no_drawing({"het kan niet starten", "it cannot be started"});
    if (done->stopped || done->exit_status != 0) {
        const std::string status = std::to_string(done->exit_status);
        return no_drawing({"het eindigde met status " + status, "it ended with status " + status});
    }
    return read_text_file(to, largest_picture);
}

Result<std::string> in_form(const std::string& text, const std::string& output) {
    const std::string ending = fs::path(output).extension().string();
    if (ending == ".dot") return text;
    if (output.empty() || ending == ".svg") return drawn(text);
    return fail(
        ErrorKind::Usage, output,
        LocalText{"verwacht: een bestand dat eindigt op .svg of .dot", "expected a file that ends in .svg or .dot"},
        {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
}

Status draw(const CommonOptions& common, const std::string& file, const std::string& output) {
    std::string name = file, text;
    if (file.empty()) {
        ASSIGN_OR_RETURN(const auto options, meeting_options(common));
        name = options.procedure_file;
        text = options.procedure_text;
    } else {
        ASSIGN_OR_RETURN(text, read_text_file(file));
    }
    ASSIGN_OR_RETURN(const auto procedure, read_procedure(text, name));
    if (!output.empty()) {
        RETURN_IF_ERROR(may_write_output_file(common, output));
    }
    ASSIGN_OR_RETURN(const auto made, in_form(procedure_as_dot(procedure, spoken()), output));
    if (!output.empty()) return write_output_file(common, output, made);
    say_lines(made);
    return {};
}

}  // namespace

int procedure_draw_command(const CommonOptions& common, const std::string& file, const std::string& output) {
    const auto asked = language_from(common.lang);
    speak(asked ? *asked : settings_language(common).value_or(Language::Dutch));
    const Status done = draw(common, file, output);
    return done ? 0 : report(done.error());
}

}  // namespace hamer
