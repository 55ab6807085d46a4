#include "report/module/docx_parts.h"

#include "base/text.h"
#include "report/chart_text.h"
#include "report/module/pdf_metadata.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::string_view first_line = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                        "\n";
constexpr std::string_view namespaces =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr int text_width = 9070;  // twentieths of a point, between the margins of A4

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : printable(text, text.size())) {
        if (c == '&')
            made += "&amp;";
        else if (c == '<')
            made += "&lt;";
        else if (c == '>')
            made += "&gt;";
        else if (c == '"')
            made += "&quot;";
        else
            made += c;
    }
    return made;
}

std::string paragraph(std::string_view style, std::string_view text) {
    return fmt::format(
        R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>)", style,
        escaped(text));
}

std::string cell(int width, std::string_view style, std::string_view text) {
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", width,
                       paragraph(style, text));
}

std::string table_begin(std::string_view style, const std::vector<int>& widths) {
    std::string made = fmt::format(R"(<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="dxa"/>)"
                                   R"(<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>)",
                                   style, text_width);
    for (const int width : widths) made += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    return made + "</w:tblGrid>";
}

// Word wants a paragraph behind a table.
constexpr std::string_view table_end = "</w:tbl><w:p/>";

std::string facts(const std::vector<LabelledValue>& facts) {
    constexpr int label = text_width * 32 / 100;
    std::string made = table_begin("Facts", {label, text_width - label});
    for (const LabelledValue& one : facts)
        made += "<w:tr>" + cell(label, "Label", one.label) + cell(text_width - label, "Normal", one.value) + "</w:tr>";
    return made.append(table_end);
}

std::string rows(const Table& table) {
    std::vector<int> widths;
    for (const int share : table.shares) widths.push_back(text_width * share / 100);
    std::string made = table_begin("Rows", widths) + "<w:tr><w:trPr><w:tblHeader/></w:trPr>";
    for (std::size_t i = 0; i < table.heads.size(); ++i) made += cell(widths[i], "Label", table.heads[i]);
    made += "</w:tr>";
    for (const auto& row : table.rows) {
        made += R"(<w:tr><w:trPr><w:cantSplit/></w:trPr>)";
        for (std::size_t i = 0; i < row.size(); ++i) made += cell(widths[i], "Normal", row[i]);
        made += "</w:tr>";
    }
    return made.append(table_end);
}

std::string body(const Document& document) {
    std::string made = fmt::format("{}<w:document {}><w:body>", first_line, namespaces);
    const Say say{document.language};
    if (document.drill)
        made += paragraph("Drill", say("OEFENING: dit is niet echt gebeurd", "DRILL: this did not really happen"));
    made += paragraph("Title", document.title);
    if (!document.subtitle.empty()) made += paragraph("Subtitle", document.subtitle);
    for (const Section& section : document.sections) {
        if (!section.title.empty()) made += paragraph("Heading1", section.title);
        if (section.chart) made += paragraph("Normal", chart_as_text(document.chart, document.language));
        if (!section.plot.bars.empty()) made += rows(plot_as_table(section.plot, section.title));
        if (!section.facts.empty()) made += facts(section.facts);
        if (!section.table.rows.empty()) made += rows(section.table);
        for (const std::string& one : section.paragraphs) made += paragraph("Normal", one);
    }
    return made +
           R"(<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" )"
           R"(r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" )"
           R"(w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>)";
}

std::string style(std::string_view kind, std::string_view id, std::string_view name, std::string_view inside) {
    return fmt::format(R"(<w:style w:type="{0}" {1}w:styleId="{2}"><w:name w:val="{3}"/>{4}</w:style>)", kind,
                       id == "Normal" ? R"(w:default="1" )" : "", id, name, inside);
}

std::string styles(Language language) {
    constexpr std::string_view lines =
        R"(<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="999999"/>)"
        R"(<w:insideH w:val="single" w:sz="4" w:color="999999"/></w:tblBorders></w:tblPr>)";
    return fmt::format(
               "{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>"
               R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="{}"/>)"
               "</w:rPr></w:rPrDefault></w:docDefaults>",
               first_line, namespaces, language_tag(language)) +
           style("paragraph", "Normal", "Normal", R"(<w:pPr><w:spacing w:after="120" w:line="276"/></w:pPr>)") +
           style("paragraph", "Title", "Title",
                 R"(<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>)") +
           style("paragraph", "Subtitle", "Subtitle",
                 R"(<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr>)") +
           style(
               "paragraph", "Heading1", "heading 1",
               R"(<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="280"/><w:outlineLvl w:val="0"/>)"
               R"(</w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>)") +
           style("paragraph", "Label", "Label", R"(<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr>)") +
           style("paragraph", "Drill", "Drill",
                 R"(<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:color w:val="B00020"/></w:rPr>)") +
           style("table", "Facts", "Facts", "") + style("table", "Rows", "Rows", lines) + "</w:styles>";
}

std::string kinds() {
    constexpr std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string made = fmt::format(
        R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" )"
        R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/docProps/core.xml" )"
        R"(ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)",
        first_line);
    for (const auto& [part, kind] :
         {std::pair("document", "document.main"), {"styles", "styles"}, {"header", "header"}, {"footer", "footer"}})
        made += fmt::format(R"(<Override PartName="/word/{}.xml" ContentType="{}{}+xml"/>)", part, word, kind);
    return made + "</Types>";
}

std::string relations(const std::vector<std::pair<std::string, std::string>>& types) {
    std::string made = fmt::format(
        R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)", first_line);
    int number = 0;
    for (const auto& [type, target] : types)
        made += fmt::format(R"(<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/{}" Target="{}"/>)",
                            ++number, type, target);
    return made + "</Relationships>";
}

std::string facts_of_file(const Document& document, Instant made_at) {
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
        R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:language>{}</dc:language>)"
        R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>)",
        first_line, escaped(document.title), language_tag(document.language), pdf_time(made_at));
}

std::string edge(std::string_view element, std::string_view text) {
    return fmt::format("{}<w:{} {}>{}</w:{}>", first_line, element, namespaces, paragraph("Normal", text), element);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> docx_parts(const Document& document, Instant made_at) {
    const std::string drill = document.drill ? Say{document.language}("OEFENING", "DRILL") : "";
    return {{"[Content_Types].xml", kinds()},
            {"_rels/.rels", relations({{"officeDocument/2006/relationships/officeDocument", "word/document.xml"},
                                       {"package/2006/relationships/metadata/core-properties", "docProps/core.xml"}})},
            {"docProps/core.xml", facts_of_file(document, made_at)},
            {"word/_rels/document.xml.rels", relations({{"officeDocument/2006/relationships/styles", "styles.xml"},
                                                        {"officeDocument/2006/relationships/header", "header.xml"},
                                                        {"officeDocument/2006/relationships/footer", "footer.xml"}})},
            {"word/document.xml", body(document)},
            {"word/styles.xml", styles(document.language)},
            {"word/header.xml", edge("hdr", drill)},
            {"word/footer.xml", edge("ftr", document.footer)}};
}

}  // namespace hamer
