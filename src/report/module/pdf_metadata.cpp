#include "report/module/pdf_metadata.h"

#include "base/text.h"

#include <fmt/format.h>

namespace hamer {

namespace {

std::string escaped(const std::string& text) {
    std::string made;
    for (const char one : printable(text)) {
        switch (one) {
            case '&':
                made += "&amp;";
                break;
            case '<':
                made += "&lt;";
                break;
            case '>':
                made += "&gt;";
                break;
            default:
                made += one;
        }
    }
    return made;
}

// A text with its language, and the same for who asks for none.
std::string in_languages(const std::string& text, const std::string& language) {
    return fmt::format(
        R"(<rdf:Alt><rdf:li xml:lang="x-default">{0}</rdf:li><rdf:li xml:lang="{1}">{0}</rdf:li></rdf:Alt>)",
        escaped(text), language);
}

}  // namespace

std::string language_tag(Language language) { return Say{language}("nl-NL", "en-GB"); }

// Without the ".000" of to_rfc3339.
std::string pdf_time(Instant at) {
    std::string text = to_rfc3339(at);
    const auto point = text.find('.');
    if (point != std::string::npos) text.erase(point, 4);
    return text;
}

std::string pdf_metadata(const PdfFacts& facts, const std::string& producer) {
    const std::string language = language_tag(facts.language);
    return fmt::format(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        R"(<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title>{}</dc:title>
   <dc:description>{}</dc:description>
   <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{}</xmp:CreateDate>
   <xmp:CreatorTool>Hamer</xmp:CreatorTool>
   <pdf:Producer>{}</pdf:Producer>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
)",
        in_languages(facts.title, language), in_languages(facts.description, language), language,
        pdf_time(facts.made_at), escaped(producer));
}

}  // namespace hamer
