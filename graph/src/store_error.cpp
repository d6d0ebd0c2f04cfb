#include "isnad/graph/store_error.hpp"

#include <utility>

namespace isnad {

StoreError::StoreError(Kind kind, Diagnostic diagnostic)
    : std::runtime_error(to_string(diagnostic)), m_kind(kind), m_diagnostic(std::move(diagnostic)) {}

}  // namespace isnad
