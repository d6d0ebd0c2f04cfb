#include "xml.hpp"

#include "isnad/core/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace isnad {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool xml_holds(char32_t c) { return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF); }

/// The text without what XML cannot hold.
std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (c.value == '\r') {
            if (i >= text.size() || text[i] != '\n') out += '\n';
        } else {
            append_utf8(out, xml_holds(c.value) ? c.value : replacement);
        }
    }
    return out;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        default: out += c;
    }
}

/// Neither markup nor control characters nor anything that needs a closer look; letters of two bytes, as the Arabic
/// ones, are passed over here.
bool is_plain(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const bool is_pair = byte >= 0xC2 && byte <= 0xDF && i + 1 < text.size() &&
                                 (static_cast<unsigned char>(text[i + 1]) & 0xC0U) == 0x80;
            if (!is_pair) return false;
            ++i;
        } else if (byte < 0x20 || byte == '<' || byte == '>' || byte == '&' || byte == '"') {
            return false;
        }
    }
    return true;
}

}  // namespace

void append_xml_text(std::string& out, std::string_view raw) {
    if (is_plain(raw)) {
        out += raw;
        return;
    }
    const std::string text = clean(raw);
    std::size_t specials = 0;
    for (const char c : text) specials += c == '<' || c == '>' || c == '&' ? 1 : 0;
    if (specials < 2) {
        for (const char c : text) append_escaped(out, c);
        return;
    }
    out += "<![CDATA[";
    std::size_t from = 0;
    for (std::size_t end = text.find("]]>"); end != std::string::npos; end = text.find("]]>", from)) {
        out.append(text, from, end + 2 - from);
        out += "]]><![CDATA[";
        from = end + 2;
    }
    out.append(text, from);
    out += "]]>";
}

void append_xml_attribute(std::string& out, std::string_view raw) {
    if (is_plain(raw)) {
        out += raw;
        return;
    }
    for (const char c : clean(raw)) {
        if (c == '"') {
            out += "&quot;";
        } else if (c == '\n') {
            out += "&#10;";
        } else if (c == '\t') {
            out += "&#9;";
        } else {
            append_escaped(out, c);
        }
    }
}

std::string gephi_safe_url(std::string_view url) {
    std::string out;
    for (std::size_t i = 0; i < url.size(); ++i) {
        if (url.substr(i, 3) == "INF") {
            out += "%49";
        } else {
            out += url[i];
        }
    }
    return out;
}

void append_whole(std::string& out, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), error == std::errc{} ? static_cast<std::size_t>(end - digits.data()) : 0);
}

void append_double(std::string& out, double value) {
    std::array<char, 32> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), std::isfinite(value) ? value : 0.0);
    out.append(digits.data(), error == std::errc{} ? static_cast<std::size_t>(end - digits.data()) : 0);
}

}  // namespace isnad
