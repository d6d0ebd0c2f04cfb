#pragma once
// The lines of a stream, one at a time, in memory that a long line cannot exhaust.

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace isnad::app {

enum class LineState : std::uint8_t {
    line,
    too_long,
    end,
    failed  ///< the stream cannot be read on; there is nothing behind it
};

class LineSource {
public:
    /// `in` must outlive the source. Lines of more than `max_bytes` are passed over and told as too_long.
    LineSource(std::istream& in, std::size_t max_bytes);

    /// Moves to the next line. Its text has no line break (neither \n nor \r\n). Throws std::bad_alloc when there is no
    /// memory for it; it is passed over then.
    LineState next();

    /// The line, with room for a parser that reads ahead of its end.
    [[nodiscard]] const std::string& text() const { return m_line; }
    [[nodiscard]] std::uint64_t number() const { return m_number; }

    static constexpr std::size_t padding = 64;

private:
    bool fill();
    void keep(const char* from, std::size_t size);

    std::istream* m_in;
    std::size_t m_max_bytes;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::string m_line;
    bool m_no_memory = false;  ///< for the line being read
    bool m_failed = false;     ///< the stream gave an error, not an end
    std::uint64_t m_number = 0;
};

}  // namespace isnad::app
