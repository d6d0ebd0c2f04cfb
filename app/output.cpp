#include "output.hpp"

#include "isnad/core/diagnostic.hpp"

namespace isnad::app {

Output::Output(const std::string& path, bool force, std::ostream& standard) : m_stream(standard.rdbuf()) {
    if (path.empty() || path == "-") return;
    m_file.emplace(path, force);
    m_stream.rdbuf(&m_file->buffer());
}

void Output::finish() {
    m_stream.flush();
    if (m_file) return m_file->finish();
    if (!m_stream) throw InputError(Diagnostic{Severity::error, "<stdout>", 0, 0, "not all could be written"});
}

}  // namespace isnad::app
