#include "latin_names.hpp"

#include "isnad/core/embedded_file.hpp"
#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"
#include "phrases.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace isnad::phrases {
EmbeddedFiles files();
}
namespace isnad::name_tables {
EmbeddedFiles files();
}

namespace isnad {

namespace {

constexpr std::size_t longest_name = 3;  ///< words of one entry

struct Letter {
    std::string_view latin;
    char sort = 'c';  ///< c, v, w, y or - as latin.tsv has it
};

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(mark), text.size());
        if (end > 0 || mark == '\t') out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return out;
}

/// The tables, read once.
class Tables {
public:
    static const Tables& get() {
        static const Tables tables;
        return tables;
    }

    [[nodiscard]] const std::string_view* name(const std::string& folded) const { return find(m_names, folded); }
    [[nodiscard]] const std::string_view* term(const std::string& folded) const { return find(m_terms, folded); }
    [[nodiscard]] const Letter* letter(char32_t c) const {
        const auto found = m_letters.find(c);
        return found == m_letters.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const std::string_view* pair(std::string_view two) const {
        const auto found = m_pairs.find(two);
        return found == m_pairs.end() ? nullptr : &found->second;
    }
    /// In Latin letters, and as it is written before a word.
    [[nodiscard]] const std::pair<std::string_view, std::string_view>& article() const { return m_article; }
    [[nodiscard]] bool joins(std::string_view latin) const { return m_joins.contains(latin); }

private:
    using Words = std::unordered_map<std::string, std::string_view>;

    Tables() {
        for (const EmbeddedFile& file : name_tables::files()) each_row(file.text, [this](auto row) { add_name(row); });
        for (const EmbeddedFile& file : phrases::files()) {
            if (file.name == "latin.tsv") each_row(file.text, [this](auto row) { add_rule(row); });
        }
    }

    template <class Use>
    static void each_row(std::string_view table, Use use) {
        for (const std::string_view line : split(table, '\n')) {
            if (!line.starts_with('#')) use(split(line, '\t'));
        }
    }

    static const std::string_view* find(const Words& words, const std::string& folded) {
        const auto found = words.find(folded);
        return found == words.end() ? nullptr : &found->second;
    }

    void add_name(const std::vector<std::string_view>& row) {
        if (row.size() < 2) return;
        for (const std::string_view form : split_bars(row[1])) m_names.try_emplace(fold(form), row[0]);
    }

    void add_rule(const std::vector<std::string_view>& row) {
        if (row.size() < 2) return;
        if (row[0] == "join") {
            for (const std::string_view latin : split_bars(row[1])) m_joins.insert(latin);
            return;
        }
        if (row.size() < 3) return;
        if (row[0] == "article") m_article = {row[1], row[2]};
        for (const std::string_view form : split_bars(row[2])) {
            if (row[0] == "term") m_terms.try_emplace(fold(form), row[1]);
            if (row[0] == "pair") m_pairs.try_emplace(form, row[1]);
            if (row[0] == "letter" && row.size() > 3) m_letters[decode(form, 0).value] = {row[1], row[3].front()};
        }
    }

    Words m_names;
    Words m_terms;
    std::unordered_map<char32_t, Letter> m_letters;
    std::unordered_map<std::string_view, std::string_view> m_pairs;
    std::unordered_set<std::string_view> m_joins;
    std::pair<std::string_view, std::string_view> m_article;
};

/// One word letter by letter. A vowel stands where Arabic writes none: between two consonants that no word begins with,
/// and in a row of three.
class Romaniser {
public:
    explicit Romaniser(std::string_view word) : m_word(word) {}

    std::string run() {
        while (m_at < m_word.size()) step();
        if (!m_out.empty() && m_out.front() >= 'a' && m_out.front() <= 'z') {
            m_out.front() = static_cast<char>(m_out.front() - 'a' + 'A');
        }
        return m_out;
    }

private:
    void step() {
        const CodePoint c = decode(m_word, m_at);
        const std::size_t next = m_at + c.size;
        if (next < m_word.size()) {
            const CodePoint d = decode(m_word, next);
            if (const auto* pair = Tables::get().pair(m_word.substr(m_at, c.size + d.size)); pair && !m_out.empty()) {
                m_at = next + d.size;
                return add(*pair, is_vowel(pair->front()));
            }
        }
        m_at = next;
        const Letter* letter = Tables::get().letter(c.value);
        if (letter == nullptr) {
            if (c.value < 0x600 || c.value > 0x6FF) append_utf8(m_out, c.value);
            return;
        }
        if (letter->latin.empty()) return;
        const bool glide = letter->sort == 'w' || letter->sort == 'y';
        const bool vowel = letter->sort == 'v' || (glide && m_consonants > 0 && !vowel_follows());
        if (glide && vowel) return add(letter->sort == 'w' ? "u" : "i", true);
        if (vowel && !m_out.empty() && m_out.back() == letter->latin.front()) return;
        add(letter->latin, vowel);
    }

    [[nodiscard]] bool vowel_follows() const {
        if (m_at >= m_word.size()) return false;
        const Letter* next = Tables::get().letter(decode(m_word, m_at).value);
        return next != nullptr && next->sort == 'v' && !next->latin.empty();
    }

    [[nodiscard]] static bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

    void add(std::string_view latin, bool vowel) {
        if (vowel) {
            m_consonants = 0;
        } else {
            const bool at_start = m_consonants == 1 && m_started == 1;
            const bool crowded = m_consonants >= 2 || (at_start && !Tables::get().joins(latin)) ||
                                 (m_consonants == 1 && m_at >= m_word.size() && !at_start && latin.size() == 1 &&
                                  Tables::get().joins(latin));
            if (crowded) {
                m_out += 'a';
                m_consonants = 0;
            }
            ++m_consonants;
        }
        ++m_started;
        m_out += latin;
    }

    std::string_view m_word;
    std::size_t m_at = 0;
    std::string m_out;
    std::size_t m_consonants = 0;  ///< since the last vowel
    std::size_t m_started = 0;     ///< sounds so far
};

std::string romanised(std::string_view word) {
    if (!has_arabic(word)) return std::string(word);
    const auto& [latin, article] = Tables::get().article();
    if (!article.empty() && word.starts_with(article) && word.size() > 2 * article.size()) {
        return std::string(latin) + Romaniser(word.substr(article.size())).run();
    }
    return Romaniser(word).run();
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (word.empty()) continue;
        if (!out.empty() && out.back() != '-') out += ' ';
        out += word;
    }
    return out;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t count) {
    std::string out(words[from]);
    for (std::size_t i = 1; i < count; ++i) out.append(" ").append(words[from + i]);
    return out;
}

/// The longest entry that begins at a word, with its number of words; 0 when there is none.
template <class Find>
std::pair<std::string_view, std::size_t> longest(const std::vector<std::string_view>& words, std::size_t at,
                                                 Find find) {
    for (std::size_t n = std::min(longest_name, words.size() - at); n > 0; --n) {
        if (const std::string_view* found = find(fold(joined(words, at, n)))) return {*found, n};
    }
    return {{}, 0};
}

std::pair<std::string_view, std::size_t> name_at(const std::vector<std::string_view>& words, std::size_t at) {
    return longest(words, at, [](const std::string& folded) { return Tables::get().name(folded); });
}

std::pair<std::string_view, std::size_t> term_at(const std::vector<std::string_view>& words, std::size_t at) {
    return longest(words, at, [](const std::string& folded) { return Tables::get().term(folded); });
}

std::vector<std::string> person_words(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::vector<std::string> out;
    while (from < to) {
        const auto [latin, count] = name_at(words, from);
        out.push_back(count > 0 ? std::string(latin) : romanised(words[from]));
        from += std::max<std::size_t>(1, count);
    }
    return out;
}

}  // namespace

bool has_arabic(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if ((c.value >= 0x600 && c.value <= 0x6FF) || (c.value >= 0x750 && c.value <= 0x77F) ||
            (c.value >= 0xFB50 && c.value <= 0xFDFF) || (c.value >= 0xFE70 && c.value <= 0xFEFC)) {
            return true;
        }
        i += c.size;
    }
    return false;
}

std::string latin_person(std::string_view name) {
    if (!has_arabic(name)) return std::string(name);
    const auto words = split(name, ' ');
    return joined(person_words(words, 0, words.size()));
}

std::string latin_body(std::string_view name) {
    if (!has_arabic(name)) return std::string(name);
    if (const std::size_t bracket = name.rfind(" ("); bracket != std::string_view::npos && name.ends_with(')')) {
        const std::string_view inside = name.substr(bracket + 2, name.size() - bracket - 3);
        return latin_body(name.substr(0, bracket)) + " (" + latin_body(inside) + ")";
    }
    const auto words = split(name, ' ');
    std::vector<std::string> before;  // terms in front, which English puts behind
    std::size_t from = 0;
    for (auto found = term_at(words, from); found.second > 0; found = term_at(words, from)) {
        before.emplace_back(found.first);
        from += found.second;
    }
    std::vector<std::string> behind;
    std::size_t to = words.size();
    while (to > from) {
        const std::string_view* term = Tables::get().term(fold(words[to - 1]));
        if (term == nullptr) break;
        behind.emplace_back(*term);
        --to;
    }
    std::vector<std::string> out = person_words(words, from, to);
    out.insert(out.end(), behind.begin(), behind.end());
    out.insert(out.end(), before.rbegin(), before.rend());
    return joined(out);
}

bool translates(std::string_view name) {
    const auto words = split(name, ' ');
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t count = term_at(words, at).second;
        if (count == 0) return false;
        at += count;
    }
    return !words.empty();
}

}  // namespace isnad
