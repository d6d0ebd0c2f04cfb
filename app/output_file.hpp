#pragma once
// A file that appears whole or not at all: it is written beside its place under a name of its own, and put there in the
// end. Devices and pipes are written to as they are.

#include <filesystem>
#include <streambuf>
#include <string>
#include <vector>

namespace isnad::app {

/// Writes to a file descriptor, and remembers the first error.
class DescriptorBuffer : public std::streambuf {
public:
    DescriptorBuffer();
    void use(int descriptor) { m_descriptor = descriptor; }
    /// What went wrong, as errno; 0 for nothing.
    [[nodiscard]] int problem() const { return m_problem; }

protected:
    int_type overflow(int_type c) override;
    int sync() override;

private:
    std::vector<char> m_bytes;
    int m_descriptor = -1;
    int m_problem = 0;
};

class OutputFile {
public:
    /// Throws InputError when the file exists and `force` is not set, when it is something that cannot be written to,
    /// or when it cannot be made. A link is followed: what it leads to is written. Part files that killed runs have
    /// left of this file are removed.
    OutputFile(const std::string& path, bool force);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    [[nodiscard]] std::streambuf& buffer() { return m_buffer; }

    /// All is on the disk and in its place. Throws InputError when it is not; then what was there before is.
    void finish();

private:
    void open_part(const std::filesystem::path& target);
    void open_as_it_is();
    void discard();
    [[nodiscard]] int close();
    [[noreturn]] void fail(int problem) const;

    std::string m_name;              ///< as the user called it
    std::filesystem::path m_target;  ///< where it goes
    std::filesystem::path m_part;    ///< empty when written in place
    DescriptorBuffer m_buffer;
    int m_descriptor = -1;
};

}  // namespace isnad::app
