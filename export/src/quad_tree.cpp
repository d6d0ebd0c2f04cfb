#include "quad_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace isnad {

namespace {

constexpr std::uint32_t most_in_leaf = 8;
constexpr int most_depth = 20;
constexpr double far_enough = 1.2;  ///< distance to width of a group that is taken as one
constexpr double least_square = 1e-4;

}  // namespace

QuadTree::QuadTree(const std::vector<Point>& points, const std::vector<double>& masses)
    : m_points(points), m_masses(masses), m_order(points.size()) {
    std::iota(m_order.begin(), m_order.end(), 0U);
    double left = 0;
    double right = 0;
    double bottom = 0;
    double top = 0;
    for (const Point& point : points) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        bottom = std::min(bottom, point.y);
        top = std::max(top, point.y);
    }
    Cell root;
    root.width = std::max(right - left, top - bottom) + 1e-9;
    root.end = static_cast<std::uint32_t>(points.size());
    m_cells.push_back(root);
    split(0, left, bottom, 0);
}

void QuadTree::weigh(std::uint32_t index) {
    Cell& cell = m_cells[index];
    for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
        const double mass = m_masses[m_order[i]];
        cell.mass += mass;
        cell.x += m_points[m_order[i]].x * mass;
        cell.y += m_points[m_order[i]].y * mass;
    }
    if (cell.mass > 0) {
        cell.x /= cell.mass;
        cell.y /= cell.mass;
    }
}

void QuadTree::split(std::uint32_t index, double left, double bottom, int depth) {
    weigh(index);
    const Cell cell = m_cells[index];
    if (cell.end - cell.begin <= most_in_leaf || depth == most_depth) return;
    const double half = cell.width / 2;
    const auto at = [&](std::uint32_t place) { return m_order.begin() + static_cast<std::ptrdiff_t>(place); };
    const auto place = [&](auto iterator) { return static_cast<std::uint32_t>(iterator - m_order.begin()); };
    const auto is_left = [&](std::uint32_t i) { return m_points[i].x < left + half; };
    const auto is_low = [&](std::uint32_t i) { return m_points[i].y < bottom + half; };
    const std::uint32_t middle = place(std::partition(at(cell.begin), at(cell.end), is_low));
    const std::uint32_t low = place(std::partition(at(cell.begin), at(middle), is_left));
    const std::uint32_t high = place(std::partition(at(middle), at(cell.end), is_left));
    const std::array<std::uint32_t, 5> bounds{cell.begin, low, middle, high, cell.end};
    const auto first = static_cast<std::uint32_t>(m_cells.size());
    m_cells[index].first_child = first;
    for (std::size_t i = 0; i < 4; ++i) {
        Cell child;
        child.width = half;
        child.begin = bounds[i];
        child.end = bounds[i + 1];
        m_cells.push_back(child);
    }
    for (std::uint32_t i = 0; i < 4; ++i) {
        split(first + i, left + (i % 2 == 1 ? half : 0), bottom + (i >= 2 ? half : 0), depth + 1);
    }
}

Point QuadTree::push(std::uint32_t point) const {
    const Point at = m_points[point];
    Point out;
    const auto add = [&](double x, double y, double mass) {
        const double dx = at.x - x;
        const double dy = at.y - y;
        const double share = mass / std::max(dx * dx + dy * dy, least_square);
        out.x += dx * share;
        out.y += dy * share;
    };
    std::array<std::uint32_t, 4 * (most_depth + 1)> open{};
    std::size_t count = 1;
    while (count > 0) {
        const Cell& cell = m_cells[open[--count]];
        if (cell.begin == cell.end) continue;
        const double dx = at.x - cell.x;
        const double dy = at.y - cell.y;
        if (dx * dx + dy * dy > far_enough * far_enough * cell.width * cell.width) {
            add(cell.x, cell.y, cell.mass);
        } else if (cell.first_child != 0) {
            for (std::uint32_t i = 0; i < 4; ++i) open[count++] = cell.first_child + i;
        } else {
            for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
                if (m_order[i] != point) add(m_points[m_order[i]].x, m_points[m_order[i]].y, m_masses[m_order[i]]);
            }
        }
    }
    return out;
}

}  // namespace isnad
