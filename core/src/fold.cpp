#include "isnad/core/fold.hpp"

#include "fold_table.hpp"
#include "isnad/core/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace isnad {

namespace {

class Folder {
public:
    /// Without `pieces` nobody asks where the folded text came from.
    Folder(std::string_view raw, std::vector<FoldedPiece>* pieces) : m_raw(raw), m_pieces(pieces) {}

    std::string run() {
        m_out.resize(m_raw.size());
        for (;;) {
            fold_usual();
            if (m_at == m_raw.size()) break;
            fold_other();
        }
        m_out.resize(m_end);
        return std::move(m_out);
    }

private:
    /// Letters of one byte and of two that fold to as many, up to the first of another kind. The places are copied to
    /// locals: what is written through a char pointer might be a member.
    void fold_usual() {
        const char* const in = m_raw.data();
        const std::size_t size = m_raw.size();
        char* const out = m_out.data();
        std::size_t at = m_at;
        std::size_t end = m_end;
        while (at < size) {
            const unsigned lead = static_cast<unsigned char>(in[at]);
            if (lead < 0x80) {
                out[end++] = fold_table::ascii[lead];
                ++at;
                continue;
            }
            if (lead < fold_table::first_lead || lead > fold_table::last_lead || at + 1 == size) break;
            const unsigned second = static_cast<unsigned char>(in[at + 1]);
            const auto& pair = fold_table::pairs[lead - fold_table::first_lead][second & 0x3FU];
            if ((second & 0xC0U) != 0x80U || !pair.known) break;
            out[end] = pair.bytes[0];
            out[end + 1] = pair.bytes[1];
            end += 2;
            at += 2;
        }
        m_at = at;
        m_end = end;
    }

    void fold_other() {
        const auto cp = decode(m_raw, m_at);
        const bool malformed = cp.size == 1;
        if (malformed) {
            put("?", 1);
        } else if (cp.value > 0xFFFF) {
            put(m_raw.substr(m_at, cp.size), cp.size);
        } else {
            const auto& entry = fold_table::pages[fold_table::page_of[cp.value >> 8U]][cp.value & 0xFFU];
            if (entry.size == fold_table::keep)
                put(m_raw.substr(m_at, cp.size), cp.size);
            else
                put({fold_table::replacements + entry.offset, entry.size}, cp.size);
        }
    }

    /// Writes what `raw_size` bytes fold to.
    void put(std::string_view folded, std::uint32_t raw_size) {
        const std::size_t left = m_raw.size() - m_at - raw_size;
        if (m_end + folded.size() + left > m_out.size()) m_out.resize(m_out.size() + folded.size() + left);
        const bool several = !folded.empty() && decode(folded, 0).size < folded.size();
        if (several) begin_piece(true);
        std::memcpy(m_out.data() + m_end, folded.data(), folded.size());
        m_end += folded.size();
        m_at += raw_size;
        if (several || folded.size() != raw_size) begin_piece(false);
    }

    void begin_piece(bool one_letter) {
        if (m_pieces == nullptr) return;
        const FoldedPiece piece{static_cast<std::uint32_t>(m_end), static_cast<std::uint32_t>(m_at), one_letter};
        if (m_pieces->back().begin == piece.begin)
            m_pieces->back() = piece;
        else
            m_pieces->push_back(piece);
    }

    std::string_view m_raw;
    std::vector<FoldedPiece>* m_pieces;
    std::string m_out;
    std::size_t m_at = 0;   ///< in m_raw
    std::size_t m_end = 0;  ///< of what is written
};

}  // namespace

std::uint32_t Folded::raw(std::size_t folded_offset) const {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), folded_offset,
                                        [](std::size_t offset, const FoldedPiece& p) { return offset < p.begin; });
    const auto& piece = *std::prev(after);
    return piece.one_letter ? piece.raw : piece.raw + static_cast<std::uint32_t>(folded_offset) - piece.begin;
}

std::string fold(std::string_view raw) { return Folder(raw, nullptr).run(); }

Folded fold_with_origin(std::string_view raw) {
    Folded out;
    out.pieces.reserve(raw.size() / 48 + 8);
    out.pieces.emplace_back();
    out.text = Folder(raw, &out.pieces).run();
    return out;
}

}  // namespace isnad
