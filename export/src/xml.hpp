#pragma once
// Text as XML 1.0 can hold it.

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// Appends text as element content. What XML cannot hold (control characters, U+FFFE, U+FFFF, malformed bytes) becomes
/// U+FFFD, and \r\n and \r become \n. Two or more special characters put the text into CDATA: Gephi reads only up to
/// the second entity.
void append_xml_text(std::string& out, std::string_view text);

/// Appends text as the inside of a "..." attribute.
void append_xml_attribute(std::string& out, std::string_view text);

/// A web address with its "INF" percent-encoded: Gephi turns that string into "Infinity" wherever it stands.
[[nodiscard]] std::string gephi_safe_url(std::string_view url);

void append_whole(std::string& out, std::int64_t value);

/// The shortest decimal that reads back as the same double.
void append_double(std::string& out, double value);

}  // namespace isnad
