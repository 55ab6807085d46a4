#include "base/packed_lines.h"

#include <new>
#include <zlib.h>

namespace hamer {

namespace {

constexpr std::size_t block_size = std::size_t{32} << 10;

void split(std::string_view text, std::vector<std::string>& lines) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

}  // namespace

void PackedLines::add(std::string_view line) {
    open_.append(line) += '\n';
    if (open_.size() < block_size) return;
    uLongf size = ::compressBound(static_cast<uLong>(open_.size()));
    std::string packed(size, '\0');
    const int done =
        ::compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(open_.data()),
                    static_cast<uLong>(open_.size()), Z_BEST_SPEED);
    if (done != Z_OK) return;  // no memory for it now: it stays as it is, until the next line
    blocks_.push_back({std::string(packed, 0, size), open_.size()});
    open_.clear();
}

std::vector<std::string> PackedLines::all() const {
    std::vector<std::string> lines;
    for (const Block& block : blocks_) {
        std::string text(block.size, '\0');
        auto size = static_cast<uLongf>(text.size());
        const int done =
            ::uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                         reinterpret_cast<const Bytef*>(block.packed.data()), static_cast<uLong>(block.packed.size()));
        if (done != Z_OK) throw std::bad_alloc();  // nothing else can be wrong with what was packed here
        split(text, lines);
    }
    split(open_, lines);
    return lines;
}

}  // namespace hamer
