#include "html_text.hpp"

namespace isnad {

std::string html_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '\r':
                if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
                break;
            default:
                if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F) {
                    out += "\uFFFD";
                } else {
                    out += c;
                }
        }
    }
    return out;
}

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

}  // namespace isnad
