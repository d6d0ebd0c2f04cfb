#include "html_encoding.hpp"

#include "article_files.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace isnad::app {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// The name after "charset=" or "encoding=" in the first 4096 bytes; empty when there is none.
std::string declared_encoding(std::string_view bytes) {
    std::string head(bytes.substr(0, 4096));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    auto at = head.find("charset=");
    if (at != std::string::npos) {
        at += 8;
    } else if (head.starts_with("<?xml") && (at = head.find("encoding=")) != std::string::npos) {
        at += 9;
    } else {
        return {};
    }
    const auto begin = std::min(head.find_first_not_of(" \"'", at), head.size());
    return head.substr(begin, head.find_first_of(" \"';/>?", begin) - begin);
}

std::variant<std::string, Diagnostic> convert(const std::string& name, const std::string& bytes,
                                              const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status)) {
        return Diagnostic{Severity::error, name, 0, 0,
                          fmt::format("the page says that its encoding is \"{}\", which is not known", encoding)};
    }
    std::string out(bytes.size() * 3 + 16, '\0');  // the most that a byte of a single-byte encoding becomes
    UErrorCode size_status = U_ZERO_ERROR;
    const auto size = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(), static_cast<std::int32_t>(out.size()),
                                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &size_status);
    if (U_FAILURE(size_status) || size < 0) {
        return Diagnostic{Severity::error, name, 0, 0, fmt::format("cannot be read as {}", encoding)};
    }
    out.resize(static_cast<std::size_t>(size));
    return out;
}

/// By its mark, or by the zeros that markup has in it.
std::string utf_16(std::string_view bytes) {
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return "utf-16";
    if (bytes.size() < 4) return {};
    if (bytes[0] != '\0' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0') return "utf-16le";
    if (bytes[0] == '\0' && bytes[1] != '\0' && bytes[2] == '\0' && bytes[3] != '\0') return "utf-16be";
    return {};
}

}  // namespace

std::variant<std::string, Diagnostic> decode_html(const std::string& name, std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    std::string encoding = utf_16(bytes);
    if (encoding.empty() && find_malformed_utf8(bytes)) {
        encoding = declared_encoding(bytes);
        // Malformed, and no other encoding to read it by: the place of the first wrong byte. A page that says in single
        // bytes that it is UTF-16 is not.
        if (encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding.starts_with("utf-16"))
            return *check_text(name, bytes);
    }
    if (!encoding.empty()) {
        auto converted = convert(name, bytes, encoding);
        if (auto* problem = std::get_if<Diagnostic>(&converted)) return *problem;
        bytes = std::move(std::get<std::string>(converted));
    }
    std::replace(bytes.begin(), bytes.end(), '\0', ' ');
    return bytes;
}

}  // namespace isnad::app
