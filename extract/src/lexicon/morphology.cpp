#include "lexicon/morphology.hpp"

#include "lexicon/letters.hpp"

#include <array>

namespace isnad {

namespace {

using namespace arabic;
constexpr std::size_t letter = 2;

std::string join(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (auto p : parts) out += p;
    return out;
}

/// Attached pronouns: him, her, them, them both, us.
const std::array<std::string, 5>& pronouns() {
    static const std::array<std::string, 5> all{std::string(heh), join({heh, alef}), join({heh, meem}),
                                                join({heh, meem, alef}), join({noon, alef})};
    return all;
}

void with_object_pronouns(const std::string& form, std::uint16_t features, bool object, const FormSink& sink) {
    sink(form, features);
    if (!object) return;
    std::string base = form;
    if (base.ends_with(alef_maqsura))
        base.replace(base.size() - letter, letter, alef);
    else if (base.ends_with(join({waw, alef})))
        base.resize(base.size() - letter);  // the silent alef of the plural
    for (const auto& p : pronouns()) sink(base + p, static_cast<std::uint16_t>(features | WordForm::suffix));
}

void inflect_past(std::string_view past, bool object, const FormSink& sink) {
    using F = WordForm;
    const std::string whole(past);
    const std::string base = whole.substr(0, whole.size() - letter);
    const auto plural = static_cast<std::uint16_t>(F::verb | F::plural);
    const auto feminine = static_cast<std::uint16_t>(F::verb | F::feminine);
    const auto dual = static_cast<std::uint16_t>(plural | F::dual);
    const auto feminine_dual = static_cast<std::uint16_t>(dual | F::feminine);
    with_object_pronouns(whole, F::verb, object, sink);
    const bool weak_yeh = past.ends_with(alef_maqsura);
    const bool weak_waw = past.ends_with(alef);
    const bool weak = weak_yeh || weak_waw;
    const std::string stem = weak ? base : whole;
    with_object_pronouns(stem + std::string(teh), feminine, object, sink);
    sink(join({stem, teh, alef}), feminine_dual);
    with_object_pronouns(join({past.ends_with(yeh) ? base : stem, waw, alef}), plural, object, sink);
    if (weak_yeh)
        sink(join({base, yeh, alef}), dual);
    else if (weak_waw)
        sink(join({base, waw, alef}), dual);
    else
        sink(join({whole, alef}), dual);
    sink(join({weak_yeh   ? base + std::string(yeh)
               : weak_waw ? base + std::string(waw)
                          : whole,
               noon, alef}),
         static_cast<std::uint16_t>(plural | F::first));
}

/// The short forms after the negations that drop a weak letter, or nothing.
std::string jussive(const std::string& rest) {
    for (auto weak : {yeh, waw, alef_maqsura})
        if (rest.ends_with(weak)) return rest.substr(0, rest.size() - letter);
    if (rest.size() < 3 * letter) return {};
    const auto middle = std::string_view(rest).substr(rest.size() - 2 * letter, letter);
    if (middle == waw || middle == yeh || middle == alef)
        return rest.substr(0, rest.size() - 2 * letter) + rest.substr(rest.size() - letter);
    return {};
}

void inflect_present(std::string_view present, bool object, const FormSink& sink) {
    using F = WordForm;
    const std::string rest(present.substr(letter));
    const std::string base = rest.substr(0, rest.size() - letter);
    const bool weak_yeh = rest.ends_with(yeh) || rest.ends_with(alef_maqsura);
    const bool weak_waw = rest.ends_with(waw);
    const std::string dual = weak_yeh ? base + std::string(yeh) : rest;
    const std::string many = weak_yeh || weak_waw ? base : rest;
    const std::string cut = jussive(rest);
    for (const bool future : {false, true}) {
        const auto tense = static_cast<std::uint16_t>(F::verb | F::present | (future ? F::future : 0));
        const std::string_view s = future ? seen : std::string_view{};
        const auto plural = static_cast<std::uint16_t>(tense | F::plural);
        for (auto [prefix, bits] : {std::pair{yeh, 0}, {teh, int{F::feminine}}, {noon, F::plural | F::first}}) {
            const auto features = static_cast<std::uint16_t>(tense | bits);
            with_object_pronouns(join({s, prefix, rest}), features, object, sink);
            if (!future && !cut.empty()) sink(join({prefix, cut}), static_cast<std::uint16_t>(features | F::jussive));
        }
        for (auto prefix : {yeh, teh}) {
            sink(join({s, prefix, dual, alef, noon}), static_cast<std::uint16_t>(plural | F::dual));
            sink(join({s, prefix, many, waw, noon}), plural);
            if (future) continue;
            sink(join({prefix, dual, alef}), static_cast<std::uint16_t>(plural | F::dual));
            sink(join({prefix, many, waw, alef}), plural);
        }
    }
}

}  // namespace

void inflect_verb(std::string_view past, std::string_view present, bool object, const FormSink& sink) {
    if (past.size() > letter) inflect_past(past, object, sink);
    if (present.size() > 2 * letter) inflect_present(present, object, sink);
}

void inflect_noun(std::string_view noun, const FormSink& sink) {
    using F = WordForm;
    const std::string whole(noun);
    const std::string article = join({alef, lam});
    const std::size_t blank = whole.find(' ');
    const std::string head = whole.substr(0, blank);
    const std::string tail = blank == std::string::npos ? "" : whole.substr(blank);
    sink(whole, 0);
    sink(article + whole, F::definite);
    if (!tail.empty()) {
        if (tail.substr(1).find(' ') != std::string::npos) return;
        sink(article + head + " " + article + tail.substr(1), F::definite);
        const auto accusative = [](const std::string& word) {
            return word.ends_with(teh_marbuta) || word.ends_with(hamza) ? word : word + std::string(alef);
        };
        sink(accusative(head) + " " + accusative(tail.substr(1)), 0);
        return;
    }
    if (whole.ends_with(teh_marbuta)) {
        const std::string stem = whole.substr(0, whole.size() - letter) + std::string(teh);
        for (const auto& p : pronouns()) sink(stem + p, F::suffix);
        for (auto ending : {join({alef, noon}), join({yeh, noon})}) {
            sink(stem + ending, F::plural);
            sink(article + stem + ending, F::plural | F::definite);
        }
        return;
    }
    sink(join({whole, alef}), 0);
    if (whole.ends_with(hamza)) {
        const std::string stem = whole.substr(0, whole.size() - letter);
        for (auto seat : {std::string_view("\xD8\xA1"), std::string_view("\xD8\xA4"), std::string_view("\xD8\xA6")})
            for (const auto& p : pronouns()) sink(join({stem, seat, p}), F::suffix);
        return;
    }
    for (const auto& p : pronouns()) sink(whole + p, F::suffix);
    for (auto ending : {join({alef, noon}), join({yeh, noon})}) {
        sink(whole + ending, F::plural);
        sink(article + whole + ending, F::plural | F::definite);
    }
}

void inflect_participle(std::string_view participle, const FormSink& sink) {
    using F = WordForm;
    const std::string whole(participle);
    sink(join({whole, alef}), F::participle);
    sink(join({whole, teh_marbuta}), F::participle | F::feminine);
    sink(join({whole, yeh, noon}), F::participle | F::plural);
    sink(join({whole, alef, teh}), F::participle | F::plural | F::feminine);
}

void inflect_nationality(std::string_view adjective, const FormSink& sink) {
    using F = WordForm;
    const std::string article = join({alef, lam});
    for (const bool definite : {false, true}) {
        const std::string whole = (definite ? article : std::string()) + std::string(adjective);
        const auto d = static_cast<std::uint16_t>(definite ? F::definite : 0);
        sink(whole, d);
        if (!definite) sink(join({whole, alef}), d);
        sink(join({whole, teh_marbuta}), static_cast<std::uint16_t>(d | F::feminine));
        for (auto ending : {join({waw, noon}), join({yeh, noon}), join({alef, noon}), join({alef, teh})})
            sink(whole + ending, static_cast<std::uint16_t>(d | F::plural));
        sink(join({whole, teh, alef, noon}), static_cast<std::uint16_t>(d | F::plural | F::feminine));
        sink(join({whole, teh, yeh, noon}), static_cast<std::uint16_t>(d | F::plural | F::feminine));
    }
}

std::string subject_form(std::string_view plural) {
    if (plural.ends_with(join({yeh, noon}))) return join({plural.substr(0, plural.size() - 2 * letter), waw, noon});
    if (plural.ends_with(yeh)) return join({plural.substr(0, plural.size() - letter), waw});
    return std::string(plural);
}

}  // namespace isnad
