#pragma once
// The words of the time lexicon: one hash lookup gives everything a token can be.
//
// A row of words.tsv: class, value, forms parted by '|', and optionally how the forms may be written:
//   noun (the default for Arabic)  with the clitics wa/fa, bi/li/ka and the article before it
//   own_al                         the same, for a word whose first letters al- are no article
//   verb                           with wa/fa, or with the pronoun of an object after it
//   exact (the default elsewhere)  as it stands
// A form of several words is matched word by word.

#include "isnad/core/diagnostic.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/word_index.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::timing {

using ClassId = std::uint16_t;

/// Values that a rule allows, as closed ranges.
using Ranges = std::vector<std::pair<int, int>>;

/// A bit for a class, shared by some: a word without the bit is not of the class.
[[nodiscard]] constexpr std::uint64_t class_bit(ClassId id) { return std::uint64_t{1} << (id & 63U); }

/// One thing that a token can be.
struct Reading {
    ClassId word_class = 0;
    std::uint16_t more = 0;  ///< index of the words that must follow; 0 for a form of one word
    std::int32_t value = 0;
    std::uint8_t skip = 0;  ///< folded bytes of the clitics before the word (its article belongs to it)
    bool conjunction = false;
    bool preposition = false;
    bool article = false;
};

/// What one spelling can be: a range of readings, and the programs it can begin or come second in (see starts.hpp).
struct Word {
    std::uint32_t readings_begin = 0;
    std::uint32_t readings_end = 0;
    std::uint64_t classes = 0;  ///< class_bit of each reading
    std::uint16_t begins = 0;   ///< the sets of programs, by index
    std::uint16_t seconds = 0;
    std::uint16_t seconds_after_digits = 0;
    std::uint16_t number_begins = 0;  ///< of those it begins, those whose first item may be a number of several words
    std::uint16_t phrase_begins = 0;  ///< those it begins as the first of several words
    std::uint8_t proclitic = 0;       ///< value of its reading as a clitic written apart; 0 for other words
    bool continues_number = false;    ///< a number before it may go on with it: "five [and twenty]"
};

class WordTable {
public:
    WordTable();

    /// Reads a words file of a language. Arabic words take clitics. A language's classes are its own, but for those the
    /// engine knows: card, ord, proclitic, tense, was, until, before, plan, order, opens, governs, name.
    void read(const LexiconFile& file, std::string_view language, std::vector<Diagnostic>& diagnostics);
    /// Makes a literal of a rule matchable; returns its class.
    ClassId add_literal(std::string_view form, std::string_view language);
    /// A folded word that is a name: of the class "name", which the engine knows.
    void add_name(const std::string& folded);
    /// The class of a name that every language shares, with or without words.
    [[nodiscard]] ClassId shared_class(std::string_view name) { return intern_class(name); }
    /// Takes ranges into the table's keeping.
    const Ranges* keep(Ranges ranges) { return &m_ranges.emplace_back(std::move(ranges)); }
    /// Sorts the readings; no word may be added afterwards.
    void seal();

    /// Place of the word with a number of the index, or of a spelling; 0 when there is none.
    [[nodiscard]] std::uint32_t find(std::uint32_t number) const {
        return number + 1 < m_words.size() ? number + 1 : 0;
    }
    [[nodiscard]] std::uint32_t find(std::string_view folded) const { return find(m_index->find(folded)); }
    /// The words' numbers, which begin with those of this table; other tables may add theirs.
    [[nodiscard]] const std::shared_ptr<WordIndex>& index() const { return m_index; }
    [[nodiscard]] const Word& word(std::uint32_t index) const { return m_words[index]; }
    [[nodiscard]] Word& word(std::uint32_t index) { return m_words[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_words.size()); }
    [[nodiscard]] const Reading* begin(const Word& word) const { return m_readings.data() + word.readings_begin; }
    [[nodiscard]] const Reading* end(const Word& word) const { return m_readings.data() + word.readings_end; }
    [[nodiscard]] const std::vector<std::string>& more(std::uint16_t index) const { return m_more[index]; }
    [[nodiscard]] const ClassId* class_named(std::string_view name, std::string_view language) const;
    [[nodiscard]] std::size_t class_count() const { return m_class_names.size(); }
    /// The class of a word that rules name by itself.
    [[nodiscard]] bool is_literal(ClassId id) const { return m_class_names[id].front() == '\''; }
    [[nodiscard]] bool empty_class(ClassId id) const { return !m_has_words[id]; }

private:
    enum class Shape : std::uint8_t { noun, own_article, verb, exact };

    void add_form(std::string_view folded, Reading reading, Shape shape);
    void add_with_objects(const std::string& verb, Reading reading);
    void add_spelling(std::string spelling, const Reading& reading);
    ClassId intern_class(std::string_view name);

    std::map<std::string, ClassId, std::less<>> m_classes;
    std::vector<std::string> m_class_names;
    std::vector<bool> m_has_words;
    std::vector<std::vector<std::string>> m_more;
    std::vector<Word> m_words;
    std::vector<Reading> m_readings;
    std::vector<std::pair<std::uint32_t, Reading>> m_pending;            ///< word index and reading, until sealed
    std::shared_ptr<WordIndex> m_index = std::make_shared<WordIndex>();  ///< a number is one less than the place
    std::deque<Ranges> m_ranges;
};

}  // namespace isnad::timing
