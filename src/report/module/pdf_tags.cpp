#include "report/module/pdf_tags.h"

#include "report/module/pdf_contents.h"
#include "report/module/pdf_metadata.h"

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace hamer {

namespace {

using Handle = QPDFObjectHandle;

Handle number(std::size_t value) { return Handle::newInteger(static_cast<long long>(value)); }

class Tagging {
  public:
    Tagging(const std::string& drawn, const PdfStructure& structure, const PdfFacts& facts)
        : structure_(structure), facts_(facts) {
        pdf_.setSuppressWarnings(true);
        pdf_.processMemoryFile("report", drawn.data(), drawn.size());
        root_ = pdf_.makeIndirectObject(Handle::newDictionary());
    }

    std::string write() {
        mark_pages();
        catalog();
        fonts();
        QPDFWriter writer(pdf_);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        const auto made = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(made->getBuffer()), made->getSize()};
    }

  private:
    // Where a piece is: its page, and its number there.
    struct Place {
        Handle page;
        std::size_t mcid = 0;
    };

    void mark_pages() {
        places_.resize(structure_.pieces.size());
        for (const PdfElement& one : structure_.elements) {
            Handle made = pdf_.makeIndirectObject(Handle::newDictionary());
            made.replaceKey("/Type", Handle::newName("/StructElem"));
            made.replaceKey("/S", Handle::newName("/" + one.type));
            elements_.push_back(made);
        }
        std::size_t next = 0;
        Handle by_page = Handle::newArray();
        std::size_t pages = 0;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            MarkedContent marked = mark_content(page, structure_, next);
            next = marked.next;
            Handle of = page.getObjectHandle();
            of.replaceKey("/Contents", pdf_.newStream(marked.bytes));
            of.replaceKey("/StructParents", number(pages));
            of.replaceKey("/Tabs", Handle::newName("/S"));
            Handle parents = Handle::newArray();
            for (std::size_t i = 0; i < marked.pieces.size(); ++i) {
                places_[marked.pieces[i]] = {of, i};
                parents.appendItem(elements_[std::get<PdfElementId>(structure_.pieces[marked.pieces[i]])]);
            }
            by_page.appendItem(number(pages++));
            by_page.appendItem(pdf_.makeIndirectObject(parents));
        }
        if (next != structure_.pieces.size())
            throw std::runtime_error(fmt::format("{} of {} pieces are on the pages", next, structure_.pieces.size()));
        Handle tree = Handle::newDictionary();
        tree.replaceKey("/Nums", by_page);
        root_.replaceKey("/ParentTree", pdf_.makeIndirectObject(tree));
        root_.replaceKey("/ParentTreeNextKey", number(pages));
    }

    void element(PdfElementId id) {
        const PdfElement& one = structure_.elements[id];
        Handle made = elements_[id];
        made.replaceKey("/P", id == 0 ? root_ : elements_[one.parent]);
        Handle kids = Handle::newArray();
        Handle page = Handle::newNull();  // of the first piece; another one is named with the piece
        for (const PdfElement::Kid& kid : one.kids) {
            if (const auto* child = std::get_if<PdfElementId>(&kid)) {
                kids.appendItem(elements_[*child]);
                continue;
            }
            const Place& place = places_[std::get<PdfElement::Piece>(kid).number];
            if (page.isNull()) page = place.page;
            if (page.getObjGen() == place.page.getObjGen()) {
                kids.appendItem(number(place.mcid));
                continue;
            }
            Handle elsewhere = Handle::newDictionary();
            elsewhere.replaceKey("/Type", Handle::newName("/MCR"));
            elsewhere.replaceKey("/Pg", place.page);
            elsewhere.replaceKey("/MCID", number(place.mcid));
            kids.appendItem(elsewhere);
        }
        if (!page.isNull()) made.replaceKey("/Pg", page);
        if (!one.kids.empty()) made.replaceKey("/K", kids);
        if (!one.alternative.empty()) made.replaceKey("/Alt", Handle::newUnicodeString(one.alternative));
        if (!one.actual.empty()) made.replaceKey("/ActualText", Handle::newUnicodeString(one.actual));
        if (one.scope) {
            made.replaceKey("/A", attributes("/Table", "/Scope", Handle::newName(std::string("/") + one.scope)));
        }
        if (one.box) {
            const auto& [left, bottom, right, top] = *one.box;
            Handle box = attributes("/Layout", "/BBox", Handle::newArray(Handle::Rectangle(left, bottom, right, top)));
            box.replaceKey("/Placement", Handle::newName("/Block"));
            made.replaceKey("/A", box);
        }
    }

    static Handle attributes(const char* owner, const char* key, const Handle& value) {
        Handle made = Handle::newDictionary();
        made.replaceKey("/O", Handle::newName(owner));
        made.replaceKey(key, value);
        return made;
    }

    void catalog() {
        for (PdfElementId id = 0; id < structure_.elements.size(); ++id) element(id);
        root_.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
        root_.replaceKey("/K", Handle::newArray({elements_.front()}));
        Handle catalog = pdf_.getRoot();
        catalog.replaceKey("/StructTreeRoot", root_);
        catalog.replaceKey("/Lang", Handle::newString(language_tag(facts_.language)));
        Handle marked = Handle::newDictionary();
        marked.replaceKey("/Marked", Handle::newBool(true));
        catalog.replaceKey("/MarkInfo", marked);
        Handle shown = Handle::newDictionary();
        shown.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        catalog.replaceKey("/ViewerPreferences", shown);
        Handle producer = pdf_.getTrailer().getKey("/Info").getKey("/Producer");
        Handle metadata = pdf_.newStream(pdf_metadata(facts_, producer.getUTF8Value()));
        metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
        catalog.replaceKey("/Metadata", metadata);
    }

    // By default what PDF/UA wants to be said (7.21.3.2).
    void fonts() {
        for (Handle& one : pdf_.getAllObjects()) {
            if (one.isDictionary() && one.getKey("/Subtype").isNameAndEquals("/CIDFontType2") &&
                !one.hasKey("/CIDToGIDMap")) {
                one.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
            }
        }
    }

    QPDF pdf_;
    const PdfStructure& structure_;
    const PdfFacts& facts_;
    Handle root_;                   // of the structure
    std::vector<Handle> elements_;  // as the structure's
    std::vector<Place> places_;     // as the structure's pieces
};

}  // namespace

Result<std::string> tag_pdf(const std::string& drawn, const PdfStructure& structure, const PdfFacts& facts) {
    try {
        return Tagging(drawn, structure, facts).write();
    } catch (const std::exception& problem) {  // qpdf's too
        return fail(ErrorKind::Storage, "report",
                    LocalText{fmt::format("kan niet toegankelijk worden gemaakt: {}", problem.what()),
                              fmt::format("cannot be made accessible: {}", problem.what())});
    }
}

}  // namespace hamer
