#include "line_source.hpp"

#include <cstring>
#include <new>

namespace isnad::app {

namespace {
constexpr std::size_t buffer_bytes = 256 * 1024;
}

LineSource::LineSource(std::istream& in, std::size_t max_bytes)
    : m_in(&in), m_max_bytes(max_bytes), m_buffer(buffer_bytes) {}

bool LineSource::fill() {
    if (m_begin < m_end) return true;
    m_in->read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_begin = 0;
    m_end = static_cast<std::size_t>(m_in->gcount());
    m_failed = m_in->bad();
    return m_end > 0;
}

void LineSource::keep(const char* from, std::size_t size) {
    if (m_no_memory) return;
    try {
        m_line.append(from, size);
        m_line.reserve(m_line.size() + padding);
    } catch (const std::bad_alloc&) {
        m_no_memory = true;
        m_line = {};
    }
}

LineState LineSource::next() {
    m_line.clear();
    m_no_memory = false;
    if (!fill()) return m_failed ? LineState::failed : LineState::end;
    ++m_number;
    bool too_long = false;
    bool ended = false;
    while (!ended && fill()) {
        const char* from = m_buffer.data() + m_begin;
        const std::size_t available = m_end - m_begin;
        const auto* brk = static_cast<const char*>(std::memchr(from, '\n', available));
        const std::size_t size = brk != nullptr ? static_cast<std::size_t>(brk - from) : available;
        if (m_line.size() + size > m_max_bytes) too_long = true;
        if (!too_long) keep(from, size);
        ended = brk != nullptr;
        m_begin += size + (ended ? 1 : 0);
    }
    if (!ended && m_failed) return LineState::failed;
    if (too_long) {
        m_line.clear();
        return LineState::too_long;
    }
    if (m_no_memory) throw std::bad_alloc();
    if (!m_line.empty() && m_line.back() == '\r') m_line.pop_back();
    if (m_number == 1 && m_line.starts_with("\xEF\xBB\xBF")) m_line.erase(0, 3);  // a byte order mark
    return LineState::line;
}

}  // namespace isnad::app
