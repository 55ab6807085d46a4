#include "main/selftest/checks.h"
#include "platform/clock.h"
#include "report/pdf.h"
#include "ui/toolkit/theme/fonts.h"

#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

const LocalText subject{"letters", "fonts"};

// What names and texts are written with, in Dutch and beyond.
constexpr std::u32string_view asked = U"aZ09éëïóüç–’“€";

Document one_page() {
    Document page;
    page.title = "Zelftest";
    page.subtitle = "Eén bladzijde: é ë ï ó – ’ €";
    page.footer = "Hamer";
    page.sections.push_back({.title = "Letters", .facts = {{"Naam", "Renée Çelik"}}, .table = {}, .paragraphs = {"…"}});
    return page;
}

}  // namespace

Finding check_fonts() {
    const auto begun = std::chrono::steady_clock::now();
    const ui::Fonts fonts(1.0F);
    for (const char32_t letter : asked) {
        if (fonts.draws(letter)) continue;
        return {FindingKind::Failed,
                subject,
                {"in het venster ontbreken letters", "letters are missing in the window"},
                {"Installeer Hamer opnieuw", "Install Hamer again"}};
    }
    const auto paper = document_as_pdf(one_page(), SystemClock().now().at);
    if (!paper) return failed_by(subject, paper.error());
    const LocalText took =
        figure(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count(), 0);
    return {FindingKind::Good,
            subject,
            {fmt::format("die van het venster en van papier zijn er; een bladzijde van {} bytes ({} ms)", paper->size(),
                         took.nl),
             fmt::format("those of the window and of papers are there; a page of {} bytes ({} ms)", paper->size(),
                         took.en)}};
}

}  // namespace hamer
