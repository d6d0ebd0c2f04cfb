#pragma once
// What stops work on a store, as an exception with its place and a sentence for the user.

#include "isnad/core/diagnostic.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>

namespace isnad {

class StoreError : public std::runtime_error {
public:
    enum class Kind : std::uint8_t {
        missing,     ///< no such file or folder
        foreign,     ///< not SQLite, or another program's database
        newer,       ///< written by a later version of isnad
        unwritable,  ///< no right to read or write here
        locked,      ///< another process holds it
        full,        ///< no space left
        damaged,     ///< not what was written
        rejected,    ///< what was to be written does not fit; the store is as it was
        misuse       ///< a call that the store's state does not allow
    };

    StoreError(Kind kind, Diagnostic diagnostic);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The file, and what was found and expected.
    [[nodiscard]] const Diagnostic& diagnostic() const { return m_diagnostic; }

private:
    Kind m_kind;
    Diagnostic m_diagnostic;
};

}  // namespace isnad
