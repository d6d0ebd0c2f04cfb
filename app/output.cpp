#include "output.hpp"

#include "isnad/core/diagnostic.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

InputError failure(const std::string& path, std::string message) {
    return InputError(Diagnostic{Severity::error, path, 0, 0, std::move(message)});
}

}  // namespace

Output::Output(std::string path, bool force, std::ostream& standard) : m_path(std::move(path)), m_stream(&standard) {
    if (m_path.empty() || m_path == "-") {
        m_path.clear();
        return;
    }
    std::error_code error;
    if (fs::is_directory(m_path, error)) throw failure(m_path, "is a folder; expected a file");
    if (!force && fs::exists(m_path, error)) {
        throw failure(m_path, "exists already; give --force to overwrite it");
    }
    m_part = m_path + ".part" + std::to_string(getpid());
    errno = 0;
    m_file.open(m_part, std::ios::binary | std::ios::trunc);
    if (!m_file) throw failure(m_path, std::string("cannot be written: ") + std::strerror(errno));
    m_stream = &m_file;
}

Output::~Output() {
    if (m_part.empty()) return;
    m_file.close();
    std::error_code error;
    fs::remove(m_part, error);
}

void Output::finish() {
    m_stream->flush();
    if (!*m_stream) throw failure(m_path.empty() ? "<stdout>" : m_path, "not all could be written");
    if (m_part.empty()) return;
    m_file.close();
    std::error_code error;
    fs::rename(m_part, m_path, error);
    if (error) throw failure(m_path, "cannot be written: " + error.message());
    m_part.clear();
}

}  // namespace isnad::app
