#pragma once
// The written forms of Arabic verbs and nouns from their lemmas, unvocalised, for lookup after folding.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace isnad {

/// What a form says, as bits.
struct WordForm {
    static constexpr std::uint16_t verb = 1;     ///< a finite verb; otherwise a noun or participle
    static constexpr std::uint16_t present = 2;  ///< imperfect
    static constexpr std::uint16_t future = 4;   ///< imperfect with seen
    static constexpr std::uint16_t plural = 8;   ///< dual or plural subject marked on the verb
    static constexpr std::uint16_t feminine = 16;
    static constexpr std::uint16_t suffix = 32;       ///< an object or possessive pronoun follows
    static constexpr std::uint16_t participle = 64;   ///< adverbial participle: "confirming"
    static constexpr std::uint16_t definite = 128;    ///< noun with the article
    static constexpr std::uint16_t jussive = 256;     ///< the short form that only a negation governs
    static constexpr std::uint16_t first = 512;       ///< "we ..."
    static constexpr std::uint16_t dual = 1024;       ///< "they both ..."
    static constexpr std::uint16_t auxiliary = 2048;  ///< of a verb that only says how far another has come
};

using FormSink = std::function<void(const std::string& form, std::uint16_t features)>;

/// `past` and `present` are the third person masculine singular; either may be empty. Forms with an object pronoun are
/// made when the verb takes an `object`: others are written like nouns ("continued it" like "belonging to").
void inflect_verb(std::string_view past, std::string_view present, bool object, const FormSink& sink);

/// A verbal noun or other noun, singular or broken plural, without the article.
void inflect_noun(std::string_view noun, const FormSink& sink);

/// An active participle used adverbially: accusative singular, feminine, plural.
void inflect_participle(std::string_view participle, const FormSink& sink);

/// A nationality adjective from its masculine indefinite; features: WordForm::definite, feminine, plural.
void inflect_nationality(std::string_view adjective, const FormSink& sink);

/// A plural written as object or owner ("of the officials"), as it is written when it is the subject: -in becomes -un,
/// and of a bound form -i becomes -u. Other words are left as they are.
[[nodiscard]] std::string subject_form(std::string_view plural);

}  // namespace isnad
