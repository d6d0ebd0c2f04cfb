#include "isnad/core/fold.hpp"

#include "fold_table.hpp"
#include "isnad/core/utf8.hpp"

namespace isnad {

namespace {

/// Calls put(bytes, raw offset) for every piece of the folded text.
template <class Put>
void fold_into(std::string_view raw, Put put) {
    for (std::size_t i = 0; i < raw.size();) {
        const auto cp = decode(raw, i);
        const bool malformed = cp.size == 1 && static_cast<unsigned char>(raw[i]) >= 0x80;
        if (malformed) {
            put(std::string_view("?", 1), i);
        } else if (cp.value > 0xFFFF) {
            put(raw.substr(i, cp.size), i);
        } else {
            const auto& entry = fold_table::pages[fold_table::page_of[cp.value >> 8U]][cp.value & 0xFFU];
            if (entry.size == fold_table::keep)
                put(raw.substr(i, cp.size), i);
            else if (entry.size != 0)
                put(std::string_view(fold_table::replacements + entry.offset, entry.size), i);
        }
        i += cp.size;
    }
}

}  // namespace

std::string fold(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    fold_into(raw, [&](std::string_view piece, std::size_t) { out.append(piece); });
    return out;
}

Folded fold_with_origin(std::string_view raw) {
    Folded out;
    out.text.reserve(raw.size());
    out.origin.reserve(raw.size() + 1);
    fold_into(raw, [&](std::string_view piece, std::size_t offset) {
        out.text.append(piece);
        out.origin.insert(out.origin.end(), piece.size(), static_cast<std::uint32_t>(offset));
    });
    out.origin.push_back(static_cast<std::uint32_t>(raw.size()));
    return out;
}

}  // namespace isnad
