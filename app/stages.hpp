#pragma once
// The wall around each article: whatever is thrown while one is worked on becomes a diagnostic that names it.

#include "isnad/core/diagnostic.hpp"
#include "isnad/core/document.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace isnad::app {

/// What is done with an article, in this order.
enum class Stage : std::uint8_t { reading, extraction, record, store };

/// Called as an article comes to a stage. What it throws counts as thrown by the stage, which is how tests throw from
/// each; the program gives none. Called from several threads at once.
using StageHook = std::function<void(Stage, const Document&)>;

/// Runs one stage of one article. Empty when it is done, otherwise what it threw, with the article's id and place. Lets
/// through what does not lie in the article: a StoreError, unless the store refused what was to be written.
[[nodiscard]] std::optional<Diagnostic> walled(Stage stage, const Document& document, const StageHook& hook,
                                               const std::function<void()>& work);

/// The exception being handled, as the diagnostic of an article; its id may be empty.
[[nodiscard]] Diagnostic caught(Stage stage, const Document& document);

}  // namespace isnad::app
