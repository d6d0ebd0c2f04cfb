#pragma once
// Events of a view by their key, in four bytes an event.

#include "isnad/graph/view.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace isnad {

class EventFinder {
public:
    explicit EventFinder(const View& view) : m_view(view), m_order(view.events.size()) {
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::sort(m_order.begin(), m_order.end(),
                  [&](auto a, auto b) { return view.events[a].key < view.events[b].key; });
    }

    /// Its place in View::events; empty when the view does not hold it.
    [[nodiscard]] std::optional<std::uint32_t> find(const EventKey& key) const {
        const auto found = std::lower_bound(m_order.begin(), m_order.end(), key,
                                            [&](auto i, const EventKey& k) { return m_view.events[i].key < k; });
        if (found == m_order.end() || m_view.events[*found].key != key) return std::nullopt;
        return *found;
    }

private:
    const View& m_view;
    std::vector<std::uint32_t> m_order;
};

}  // namespace isnad
