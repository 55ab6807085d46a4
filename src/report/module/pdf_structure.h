// What a PDF says of itself to who listens rather than looks: a tree of elements, and for each piece of what was drawn
// the element that it belongs to. Kept beside Cairo's drawing, which marks only where each piece begins and ends: one
// element may have pieces on several pages, and what belongs to none is an artifact, which is not read out.
// Internal to the module.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hamer {

// Its index in PdfStructure::elements.
using PdfElementId = std::size_t;

struct PdfElement {
    struct Piece {
        std::size_t number;
    };
    using Kid = std::variant<PdfElementId, Piece>;

    std::string type;  // one of the standard structure types (ISO 32000-1, 14.8.4)
    PdfElementId parent = 0;
    const char* scope = nullptr;   // of a TH: the cells that it is the head of, "Column" or "Row"
    std::string alternative = {};  // of a Figure: what it shows, in words
    std::string actual = {};       // its text, where what is drawn does not say it: signs drawn as pictures or as codes
    std::optional<std::array<double, 4>> box = {};  // of a Figure: left, bottom, right, top, in points from below
    std::vector<Kid> kids = {};                     // in the order of reading
};

// Why a piece is not read out (ISO 32000-1, 14.8.2.2).
enum class PdfArtifact { Foot, Band, RepeatedHead };

struct PdfStructure {
    using Owner = std::variant<PdfElementId, PdfArtifact>;

    std::vector<PdfElement> elements = {{.type = "Document"}};  // the first is the root
    std::vector<Owner> pieces;                                  // in the order of drawing

    PdfElementId add(std::string type, PdfElementId parent) {
        elements.push_back({.type = std::move(type), .parent = parent});
        elements[parent].kids.emplace_back(elements.size() - 1);
        return elements.size() - 1;
    }
    // What is drawn next is of this one, up to the next call.
    void piece_of(PdfElementId element) {
        elements[element].kids.emplace_back(PdfElement::Piece{pieces.size()});
        pieces.emplace_back(element);
    }
    void piece_of(PdfArtifact artifact) { pieces.emplace_back(artifact); }
};

}  // namespace hamer
