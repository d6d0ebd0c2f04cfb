#include "article_id.hpp"

#include "isnad/core/digest.hpp"
#include "isnad/core/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace isnad::app {

namespace {

constexpr std::size_t longest_address = 2048;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool control_or_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; }

std::string clean(std::string_view name) {
    std::string out(name);
    while (const auto bad = find_malformed_utf8(out)) out[*bad] = '_';
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = '_';
    return out;
}

}  // namespace

std::string address_id(std::string_view address) {
    address = address.substr(0, address.find('#'));
    if (address.size() > longest_address || std::any_of(address.begin(), address.end(), control_or_blank)) return {};
    if (find_malformed_utf8(address)) return {};
    const auto scheme_end = address.find("://");
    if (scheme_end == std::string_view::npos) return {};
    const auto page = address.find_first_of("/?", scheme_end + 3);
    if (page == std::string_view::npos || page == scheme_end + 3 || address.substr(page) == "/") return {};
    std::string out(address);
    std::transform(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(page), out.begin(), lower);
    return out.starts_with("http://") || out.starts_with("https://") ? out : std::string();
}

std::string content_id(std::string_view name, const Document& document) {
    constexpr std::size_t bytes = 6;
    return clean(name) + "-" + hex(Digest().text(document.title).text(document.text).finish(), bytes);
}

std::string file_key(const std::string& path) {
    constexpr std::size_t bytes = 16;
    std::error_code error;
    const auto file = std::filesystem::canonical(path, error);
    return error ? std::string() : hex(Digest().text(file.string()).finish(), bytes);
}

}  // namespace isnad::app
