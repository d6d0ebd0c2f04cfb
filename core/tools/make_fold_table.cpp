// Writes the folding tables of fold_table.hpp as C++ source to the file named on the command line. Uses ICU for the
// decompositions and categories, so the library itself needs no ICU at run time.

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

constexpr int keep = 255;

const std::map<UChar32, UChar32>& letters() {
    static const std::map<UChar32, UChar32> table{
        {0x622, 0x627}, {0x623, 0x627}, {0x625, 0x627}, {0x671, 0x627}, {0x672, 0x627}, {0x673, 0x627}, {0x649, 0x64A},
        {0x6CC, 0x64A}, {0x6D2, 0x64A}, {0x626, 0x64A}, {0x624, 0x648}, {0x629, 0x647}, {0x6C0, 0x647}, {0x6C1, 0x647},
        {0x6C3, 0x647}, {0x6D5, 0x647}, {0x6A9, 0x643}, {0x6AA, 0x643}, {0x60C, ','},   {0x61B, ';'},   {0x61F, '?'},
        {0x66A, '%'},   {0x66B, '.'},   {0x66C, ','},   {0x6D4, '.'},   {0x2019, '\''}, {0x2018, '\''}, {0x201A, '\''},
        {0x201B, '\''}, {0x60, '\''},   {0xAB, '"'},    {0xBB, '"'},    {0x201C, '"'},  {0x201D, '"'},  {0x201E, '"'},
        {0x201F, '"'},  {0x2039, '\''}, {0x203A, '\''}, {0x300A, '"'},  {0x300B, '"'},  {0x2028, '\n'}, {0x2029, '\n'},
        {0x0D, ' '},    {0x09, ' '},    {0x85, '\n'},   {0x2212, '-'},  {0x2044, '/'},
    };
    return table;
}

bool dropped(UChar32 c) {
    if (c == 0x640 || c == 0xAD || c == 0x34F) return true;
    const auto category = u_charType(c);
    return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
}

/// Appends the folded form of one code point that needs no further decomposition.
void append_simple(icu::UnicodeString& out, UChar32 c) {
    if (const auto found = letters().find(c); found != letters().end()) {
        out.append(found->second);
    } else if (dropped(c)) {
        return;
    } else if (const int digit = u_charDigitValue(c); u_charType(c) == U_DECIMAL_DIGIT_NUMBER && digit >= 0) {
        out.append(static_cast<UChar32>('0' + digit));
    } else if (u_charType(c) == U_DASH_PUNCTUATION) {
        out.append(static_cast<UChar32>('-'));
    } else if (u_charType(c) == U_SPACE_SEPARATOR) {
        out.append(static_cast<UChar32>(' '));
    } else {
        out.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
    }
}

std::string folded(UChar32 c, const icu::Normalizer2& nfkd) {
    icu::UnicodeString out;
    icu::UnicodeString parts;
    const bool own = letters().count(c) != 0;
    if (own || !nfkd.getDecomposition(c, parts)) parts = icu::UnicodeString(c);
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) append_simple(out, parts.char32At(i));
    std::string utf8;
    out.toUTF8String(utf8);
    return utf8;
}

struct Row {
    std::size_t offset = 0;
    int size = keep;
};

std::string utf8_of(UChar32 c) {
    std::string out;
    icu::UnicodeString(c).toUTF8String(out);
    return out;
}

std::string literal(char c) {
    return "static_cast<char>(" + std::to_string(static_cast<int>(static_cast<unsigned char>(c))) + "),";
}

/// The tables for letters of one and two bytes. False when an ASCII letter folds to another length.
bool write_short_letters(std::ostream& out, const icu::Normalizer2& nfkd) {
    out << "const char ascii[128] = {";
    for (UChar32 c = 0; c < 128; ++c) {
        const std::string text = folded(c, nfkd);
        if (text.size() != 1) return false;
        out << literal(text[0]);
    }
    out << "};\n\nconst Pair pairs[last_lead - first_lead + 1][64] = {\n";
    for (UChar32 c = 0x80; c < 0x800; ++c) {
        const std::string text = folded(c, nfkd);
        const bool known = text.size() == 2 && static_cast<unsigned char>(text[0]) >= 0x80;
        if (c % 64 == 0) out << '{';
        out << "{{" << (known ? literal(text[0]) + literal(text[1]) : "0,0") << "}," << (known ? "true" : "false")
            << "},";
        if (c % 64 == 63) out << "},\n";
    }
    out << "};\n\n";
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make_fold_table OUTPUT.cpp\n";
        return 2;
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(error);
    if (U_FAILURE(error) != 0) return 1;

    std::string blob;
    std::map<std::string, std::size_t> seen;
    std::vector<std::array<Row, 256>> pages(1);
    std::array<std::size_t, 256> page_of{};
    for (UChar32 high = 0; high < 256; ++high) {
        std::array<Row, 256> page{};
        bool changed = false;
        for (UChar32 low = 0; low < 256; ++low) {
            const UChar32 c = high * 256 + low;
            if (c >= 0xAC00 && c <= 0xDFFF) continue;  // Hangul syllables stay whole; surrogates are no text
            const std::string text = folded(c, *nfkd);
            if (text == utf8_of(c)) continue;
            changed = true;
            const auto [found, fresh] = seen.try_emplace(text, blob.size());
            if (fresh) blob += text;
            page[static_cast<std::size_t>(low)] = {found->second, static_cast<int>(text.size())};
        }
        if (!changed) continue;
        page_of[static_cast<std::size_t>(high)] = pages.size();
        pages.push_back(page);
    }
    if (blob.size() > 65535 || pages.size() > 255) return 1;

    std::ofstream out(argv[1]);
    out << "#include \"fold_table.hpp\"\n\nnamespace isnad::fold_table {\n\nconst std::uint8_t page_of[256] = {";
    for (auto p : page_of) out << p << ',';
    out << "};\n\nconst Entry pages[][256] = {\n";
    for (const auto& page : pages) {
        out << '{';
        for (const auto& row : page) out << '{' << row.offset << ',' << row.size << "},";
        out << "},\n";
    }
    out << "};\n\nconst char replacements[] = {";
    for (const char c : blob) out << literal(c);
    out << "0};\n\n";
    if (!write_short_letters(out, *nfkd)) return 1;
    out << "}  // namespace isnad::fold_table\n";
    return out.good() ? 0 : 1;
}
