#include "report/module/pdf_contents.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace hamer {

namespace {

// The operators that leave something on the page (ISO 32000-1, annex A).
constexpr std::array<std::string_view, 17> painting = {"S",  "s",  "f",  "F",  "f*", "B", "B*", "b", "b*",
                                                       "sh", "Do", "EI", "Tj", "TJ", "'", "\"", "BI"};

std::string_view of_artifact(PdfArtifact artifact) {
    switch (artifact) {
        case PdfArtifact::Foot:
            return "/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n";
        case PdfArtifact::Band:
            return "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC\n";
        case PdfArtifact::RepeatedHead:
            break;
    }
    return "/Artifact << /Type /Pagination >> BDC\n";
}

class Marking : public QPDFObjectHandle::TokenFilter {
  public:
    Marking(const PdfStructure& structure, std::size_t next) : structure_(structure) { made_.next = next; }

    void handleToken(const QPDFTokenizer::Token& token) override {
        operands_ += token.getRawValue();
        if (token.getType() == QPDFTokenizer::tt_word) act(token.getValue());
    }
    void handleEOF() override {
        outside_ += std::exchange(operands_, {});
        end_outside();
    }

    MarkedContent made() && { return std::move(made_); }

  private:
    // Cairo marks words within a piece too, where their letters are drawn as one: those stay.
    enum class Mark { Piece, Within };

    void act(std::string_view name) {
        const bool opens = name == "BDC" || name == "BMC";
        if (opens && operands_.find("/MCID") != std::string::npos) {
            operands_.clear();
            end_outside();
            made_.bytes += begin_piece();
            open_.push_back(Mark::Piece);
            return;
        }
        if (opens) open_.push_back(Mark::Within);
        const bool within = std::ranges::find(open_, Mark::Piece) != open_.end();
        (within ? made_.bytes : outside_) += std::exchange(operands_, {});
        if (!within && std::ranges::find(painting, name) != painting.end()) painted_ = true;
        if (name == "EMC" && !open_.empty()) open_.pop_back();
    }

    std::string begin_piece() {
        const std::size_t number = made_.next++;
        if (number >= structure_.pieces.size())
            throw std::runtime_error("there are more pieces on the pages than were drawn");
        const PdfStructure::Owner& owner = structure_.pieces[number];
        if (const auto* artifact = std::get_if<PdfArtifact>(&owner)) return fmt::format("\n{}", of_artifact(*artifact));
        made_.pieces.push_back(number);
        return fmt::format("\n/{} << /MCID {} >> BDC\n", structure_.elements[std::get<PdfElementId>(owner)].type,
                           made_.pieces.size() - 1);
    }

    void end_outside() {
        made_.bytes += painted_ ? fmt::format("\n/Artifact BMC\n{}\nEMC\n", outside_) : outside_;
        outside_.clear();
        painted_ = false;
    }

    const PdfStructure& structure_;
    MarkedContent made_;
    std::string operands_;  // up to the next operator
    std::string outside_;   // what is in no piece, since the last one
    bool painted_ = false;  // something of that is seen
    std::vector<Mark> open_;
};

}  // namespace

MarkedContent mark_content(QPDFPageObjectHelper& page, const PdfStructure& structure, std::size_t next) {
    Marking marking(structure, next);
    page.filterContents(&marking);
    return std::move(marking).made();
}

}  // namespace hamer
