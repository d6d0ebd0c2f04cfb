#pragma once
// The compiled lexicon: everything that extraction knows about a language and a story.

#include "isnad/extract/lexicon_files.hpp"

#include <memory>

namespace isnad {

class Language {
public:
    /// Compiles the files. Throws InputError with every wrong line (file, line, column).
    explicit Language(const LexiconFiles& files);
    ~Language();
    Language(Language&&) noexcept;
    Language& operator=(Language&&) noexcept;

    struct Parts;  ///< defined in extract/src/language_parts.hpp
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    std::unique_ptr<const Parts> m_parts;
};

}  // namespace isnad
