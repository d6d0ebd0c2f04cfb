#include "starts.hpp"

#include <algorithm>
#include <utility>

namespace isnad::timing {

namespace {

/// Whether a number in digits of that length may be taken. One that small or large values are asked of has few or many.
bool may_be(const Instruction& i, DigitWidth width) {
    const auto reaches = [&](int least) {
        return i.allowed == nullptr || std::any_of(i.allowed->begin(), i.allowed->end(),
                                                   [&](const auto& range) { return range.second >= least; });
    };
    if (width == DigitWidth::four) return (i.digits == 0 || i.digits == 4) && reaches(1000);
    if (width == DigitWidth::other) return (i.digits == 0 || i.digits == 3 || i.digits > 4) && reaches(100);
    return i.digits <= 2;
}

/// Places of a program that a walk has been at; forgotten in one step.
class Seen {
public:
    explicit Seen(std::size_t size) : m_when(size, 0) {}
    void forget() { ++m_now; }
    bool first_time(std::size_t at) { return std::exchange(m_when[at], m_now) != m_now; }

private:
    std::vector<std::uint32_t> m_when;
    std::uint32_t m_now = 1;
};

/// Collects what can be taken next from a place of a program; calls `taken` with the place after each item.
template <class Taken>
void next_items(const Program& program, std::size_t at, FirstSet& out, Seen& seen, Taken taken) {
    if (!seen.first_time(at)) return;
    const auto& i = program[at];
    switch (i.op) {
        case Op::match: out.anything = true; return;
        case Op::split:
            next_items(program, at + 1, out, seen, taken);
            next_items(program, i.other, out, seen, taken);
            return;
        case Op::jump:
        case Op::not_ahead: next_items(program, i.other, out, seen, taken); return;
        case Op::set:
        case Op::core_begin:
        case Op::core_end:
        case Op::text_begin: next_items(program, at + 1, out, seen, taken); return;
        case Op::text_end: out.anything = true; return;
        case Op::word: out.classes.push_back(i.word_class); break;
        case Op::number:
            for (std::size_t w = 0; w < digit_widths; ++w)
                out.digits[w] = out.digits[w] || may_be(i, static_cast<DigitWidth>(w));
            out.numbers = out.numbers || !i.digits_only;
            break;
        case Op::ordinal: out.ordinals = true; break;
        case Op::any_word: out.anything = true; break;
    }
    taken(at + 1);
}

bool any_digits(const FirstSet& set) {
    return std::any_of(set.digits.begin(), set.digits.end(), [](bool b) { return b; });
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t n) { bits[n / 64] |= std::uint64_t{1} << (n % 64); }

}  // namespace

Openings openings(const Program& program) {
    Openings out;
    std::vector<std::size_t> after;
    Seen seen(program.size());
    next_items(program, 0, out.first, seen, [&](std::size_t at) { after.push_back(at); });
    const auto collect = [&](FirstSet& second, bool numbers_only) {
        seen.forget();
        for (const auto at : after)
            if (!numbers_only || program[at - 1].op == Op::number)
                next_items(program, at, second, seen, [](std::size_t) {});
    };
    collect(out.second, false);
    collect(out.second_after_number, true);
    return out;
}

void mark_splits(Program& program, KnownClasses known) {
    Seen seen(program.size());
    for (std::size_t at = 0; at < program.size(); ++at) {
        Instruction& split = program[at];
        if (split.op != Op::split) continue;
        FirstSet items;
        seen.forget();
        next_items(program, at + 1, items, seen, [](std::size_t) {});
        std::uint64_t bits = items.anything ? ~std::uint64_t{0} : 0;
        for (const auto id : items.classes) bits |= class_bit(id);
        if (items.numbers) bits |= class_bit(known.cardinal);
        if (items.ordinals) bits |= class_bit(known.ordinal);
        split.first = bits;
        split.first_digits = items.anything || any_digits(items);
    }
}

std::uint16_t StartTable::intern(const Bits& bits) {
    const auto [found, fresh] = m_known.try_emplace(bits, static_cast<std::uint16_t>(m_known.size()));
    if (fresh) m_sets.insert(m_sets.end(), bits.begin(), bits.end());
    return found->second;
}

void StartTable::build(std::vector<std::pair<Start, const Program*>> programs, WordTable& words, KnownClasses known) {
    m_width = programs.size() / 64 + 1;
    const Bits none(m_width, 0);
    intern(none);  // index 0: a word that begins nothing
    std::vector<Bits> first(words.class_count(), none);
    std::vector<Bits> second(words.class_count(), none);
    std::vector<Bits> after_digits(words.class_count(), none);
    std::array<Bits, digit_widths> digits_first{none, none, none};
    Bits digits_second = none;
    Bits digits_after_digits = none;
    Bits always = none;  // whatever comes second
    Bits always_after_digits = none;
    Bits all = none;
    for (std::size_t n = 0; n < programs.size(); ++n) {
        m_starts.push_back(programs[n].first);
        const auto open = openings(*programs[n].second);
        set_bit(all, n);
        for (const auto id : open.first.classes) set_bit(first[id], n);
        for (std::size_t w = 0; w < digit_widths; ++w)
            if (open.first.digits[w]) set_bit(digits_first[w], n);
        if (open.first.numbers) set_bit(first[known.cardinal], n);
        if (open.first.ordinals) set_bit(first[known.ordinal], n);
        for (const auto id : open.second.classes) set_bit(second[id], n);
        if (open.second.numbers) set_bit(second[known.cardinal], n);
        if (open.second.ordinals) set_bit(second[known.ordinal], n);
        for (const auto id : open.second_after_number.classes) set_bit(after_digits[id], n);
        if (any_digits(open.second)) set_bit(digits_second, n);
        if (any_digits(open.second_after_number)) set_bit(digits_after_digits, n);
        if (open.second.anything) set_bit(always, n);
        if (open.second_after_number.anything) set_bit(always_after_digits, n);
    }
    const auto merge = [&](Bits& into, const Bits& from) {
        for (std::size_t i = 0; i < m_width; ++i) into[i] |= from[i];
    };
    merge(digits_second, always);
    merge(digits_after_digits, always_after_digits);
    for (std::size_t w = 0; w < digit_widths; ++w) m_digits_first[w] = intern(digits_first[w]);
    m_unknown_second = intern(always);
    m_unknown_after_digits = intern(always_after_digits);
    m_digits.seconds = intern(digits_second);
    m_digits.seconds_after_digits = intern(digits_after_digits);
    m_digits.continues_number = true;
    if (const auto hyphen = words.find("-"); hyphen != 0) words.word(hyphen).continues_number = true;  // "twenty-five"
    m_beginners.assign(words.size() / 64 + 1, 0);
    std::map<std::vector<std::pair<ClassId, bool>>, Word> merged;  // words of the same classes share their sets
    for (std::uint32_t w = 1; w < words.size(); ++w) {
        auto& word = words.word(w);
        for (const auto* r = words.begin(word); r != words.end(word); ++r) word.classes |= class_bit(r->word_class);
        std::vector<std::pair<ClassId, bool>> classes;
        for (const auto* r = words.begin(word); r != words.end(word); ++r) {
            classes.emplace_back(r->word_class, r->more != 0);
            if (r->word_class == known.proclitic) word.proclitic = static_cast<std::uint8_t>(r->value);
        }
        std::sort(classes.begin(), classes.end());
        classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
        const auto [found, fresh] = merged.try_emplace(classes);
        Word& sets = found->second;
        if (fresh) {
            Bits begins = none;
            Bits numbers = none;
            Bits phrases = none;
            Bits seconds = always;
            Bits seconds_after_digits = always_after_digits;
            for (const auto& [id, phrase] : classes) {
                const bool number = id == known.cardinal || id == known.ordinal;
                merge(phrase ? phrases : begins, first[id]);
                const bool open = number || id == known.proclitic;
                sets.continues_number = sets.continues_number || open;
                merge(seconds, id == known.proclitic ? all : second[id]);
                merge(seconds_after_digits, open ? all : after_digits[id]);
                if (number) merge(numbers, first[id]);
                if (id == known.proclitic) {  // a number in digits may be glued to it
                    for (const auto& of_width : digits_first) {
                        merge(begins, of_width);
                        merge(numbers, of_width);
                    }
                }
            }
            sets.begins = intern(begins);
            sets.seconds = intern(seconds);
            sets.seconds_after_digits = intern(seconds_after_digits);
            sets.number_begins = intern(numbers);
            sets.phrase_begins = intern(phrases);
        }
        word.continues_number = word.continues_number || sets.continues_number;
        word.begins = sets.begins;
        word.seconds = sets.seconds;
        word.seconds_after_digits = sets.seconds_after_digits;
        word.number_begins = sets.number_begins;
        word.phrase_begins = sets.phrase_begins;
        if (word.begins != 0 || word.phrase_begins != 0) set_bit(m_beginners, w);
    }
}

}  // namespace isnad::timing
