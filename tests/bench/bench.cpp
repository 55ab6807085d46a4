// Measures Hamer beside references and says which bars are met. Exit status: 0 all bars met, 1 one is not, 2 wrong use
// or a measure that could not be finished.
#include "display.h"
#include "measures.h"
#include "process.h"
#include "support/places.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <iostream>
#include <unistd.h>

namespace hamer::bench {

namespace {

struct Named {
    std::string name;
    std::function<Measures(const Options&)> take;
};

const std::vector<Named> all = {{"append", measure_append},       {"first-frame", measure_first_frame},
                                {"click", measure_click},         {"memory", measure_memory},
                                {"idle", measure_idle},           {"frame", measure_frame},
                                {"reopen", measure_reopen},       {"verify", measure_verify},
                                {"checker", measure_checker},     {"register", measure_register},
                                {"broadcast", measure_broadcast}, {"drill", measure_drill},
                                {"sessions", measure_sessions},   {"dossier", measure_dossier}};

class Scratch {
  public:
    Scratch() : path_(std::filesystem::path(test::build_directory()) / fmt::format("bench-data-{}", getpid())) {
        std::filesystem::create_directories(path_);
    }
    ~Scratch() {
        std::error_code code;
        std::filesystem::remove_all(path_, code);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

int run(const std::vector<std::string>& only, const std::string& json, int idle_seconds) {
    const Scratch scratch;
    const Display display;
    const Options options{scratch.path(), display.there(), idle_seconds};
    Measures measures;
    for (const Named& each : all) {
        if (!only.empty() && std::find(only.begin(), only.end(), each.name) == only.end()) continue;
        std::cerr << each.name << " …" << std::endl;
        for (Measure& measure : each.take(options)) measures.push_back(std::move(measure));
    }
    std::cout << "display: " << display.name() << '\n' << as_table(measures);
    if (!(std::ofstream(json) << as_json(measures))) throw Trouble(json + ": cannot be written");
    std::cout << "as JSON: " << json << '\n';
    for (const Measure& each : measures) {
        if (each.met() == false) return 1;
    }
    return 0;
}

}  // namespace

}  // namespace hamer::bench

int main(int argc, char** argv) {
    CLI::App app{"Measures Hamer beside references, in one run."};
    std::vector<std::string> only;
    std::string json = hamer::test::build_directory() + "/bench.json";
    int idle_seconds = 20;
    std::vector<std::string> names;
    for (const auto& each : hamer::bench::all) names.push_back(each.name);
    app.add_option("measures", only, "Only these")->check(CLI::IsMember(names));
    app.add_option("--json", json, "Where the figures are written too")->type_name("FILE")->capture_default_str();
    app.add_option("--idle-seconds", idle_seconds, "How long to watch an idle window")->check(CLI::Range(1, 3600));
    try {
        app.parse(argc, argv);
        return hamer::bench::run(only, json, idle_seconds);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        std::cerr << "hamer_bench: " << error.what() << '\n';
        return 2;
    }
}
