#include "output_file.hpp"

#include "isnad/core/diagnostic.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t buffer_bytes = 64 * 1024;
constexpr const char* part_mark = ".part";

InputError failure(const std::string& path, std::string message) {
    return InputError(Diagnostic{Severity::error, path, 0, 0, std::move(message)});
}

bool written_as_it_is(const struct stat& target) { return S_ISCHR(target.st_mode) || S_ISFIFO(target.st_mode); }

/// Where the data goes; empty when nothing is there yet.
std::optional<struct stat> look_at(const std::string& name, bool force) {
    struct stat found {};
    if (stat(name.c_str(), &found) != 0) {
        std::error_code error;
        if (fs::is_symlink(name, error)) throw failure(name, "is a link to what is not there");
        return std::nullopt;
    }
    if (S_ISDIR(found.st_mode)) throw failure(name, "is a folder; expected a file");
    if (!force) throw failure(name, "exists already; give --force to overwrite it");
    if (!S_ISREG(found.st_mode) && !written_as_it_is(found))
        throw failure(name, "is neither a file nor a pipe nor a character device");
    return found;
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// Removes what killed runs have left: a part file of a run that goes on is locked by it.
void remove_abandoned(const fs::path& target) {
    const auto stem = target.filename().string() + part_mark;
    std::vector<fs::path> abandoned;
    std::error_code error;
    for (fs::directory_iterator it(folder_of(target), error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().filename().string();
        if (!name.starts_with(stem) || name.size() == stem.size()) continue;
        if (name.find_first_not_of("0123456789", stem.size()) != std::string::npos) continue;
        const int descriptor = open(it->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (descriptor < 0) continue;
        struct stat found {};
        if (fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && found.st_uid == geteuid() &&
            flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            abandoned.push_back(it->path());
        close(descriptor);
    }
    for (const auto& path : abandoned) fs::remove(path, error);
}

/// Who may read what was there may read what comes; its owner can be kept by root alone.
bool keep_rights(int descriptor, const struct stat& before) {
    const bool owner_kept = fchown(descriptor, before.st_uid, before.st_gid) == 0;
    const mode_t kept = owner_kept ? 07777U : 0777U;
    return fchmod(descriptor, before.st_mode & kept) == 0;
}

int sync_folder(const fs::path& target) {
    const int descriptor = open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return 0;  // one that may be written to but not listed
    const int problem = fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
    close(descriptor);
    return problem;
}

}  // namespace

DescriptorBuffer::DescriptorBuffer() : m_bytes(buffer_bytes) {
    setp(m_bytes.data(), m_bytes.data() + m_bytes.size() - 1);
}

int DescriptorBuffer::sync() {
    const char* at = pbase();
    while (m_problem == 0 && at != pptr()) {
        const auto written = write(m_descriptor, at, static_cast<std::size_t>(pptr() - at));
        if (written >= 0)
            at += written;
        else if (errno != EINTR)
            m_problem = errno;
    }
    setp(m_bytes.data(), m_bytes.data() + m_bytes.size() - 1);
    return m_problem == 0 ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
    }
    return sync() == 0 ? traits_type::not_eof(c) : traits_type::eof();
}

OutputFile::OutputFile(const std::string& path, bool force) : m_name(path) {
    const auto found = look_at(path, force);
    if (found && written_as_it_is(*found)) {
        open_as_it_is();
        return;
    }
    std::error_code error;
    m_target = found ? fs::canonical(path, error) : fs::path(path);
    if (error) fail(error.value());
    remove_abandoned(m_target);
    open_part(m_target);
    if (found && !keep_rights(m_descriptor, *found)) {
        const int problem = errno;
        discard();
        fail(problem);
    }
}

OutputFile::~OutputFile() { discard(); }

void OutputFile::discard() {
    static_cast<void>(close());
    std::error_code error;
    if (!m_part.empty()) fs::remove(m_part, error);
}

void OutputFile::open_as_it_is() {
    m_descriptor = open(m_name.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (m_descriptor < 0) fail(errno);
    m_buffer.use(m_descriptor);
}

void OutputFile::open_part(const fs::path& target) {
    constexpr mode_t as_the_umask_says = 0666;
    auto part = fs::path(target).concat(part_mark + std::to_string(getpid()));
    m_descriptor = open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, as_the_umask_says);
    if (m_descriptor < 0) fail(errno);
    m_part = std::move(part);
    flock(m_descriptor, LOCK_EX | LOCK_NB);
    m_buffer.use(m_descriptor);
}

/// The problem that it had, as errno.
int OutputFile::close() {
    if (m_descriptor < 0) return 0;
    const int problem = ::close(m_descriptor) == 0 ? 0 : errno;
    m_descriptor = -1;
    return problem;
}

void OutputFile::fail(int problem) const {
    throw failure(m_name, std::string("cannot be written: ") + std::strerror(problem));
}

void OutputFile::finish() {
    if (m_buffer.pubsync() != 0) fail(m_buffer.problem());
    if (!m_part.empty() && fsync(m_descriptor) != 0 && errno != EINVAL) fail(errno);
    if (const int problem = close(); problem != 0) fail(problem);
    if (m_part.empty()) return;
    if (rename(m_part.c_str(), m_target.c_str()) != 0) fail(errno);
    m_part.clear();
    if (const int problem = sync_folder(m_target); problem != 0) fail(problem);
}

}  // namespace isnad::app
