#pragma once
// Pushes between all pairs of points, far groups taken as one (Barnes and Hut, Nature 324, 1986).

#include "layout.hpp"

#include <cstdint>
#include <vector>

namespace isnad {

class QuadTree {
public:
    /// Masses are positive. Both must outlive the tree.
    QuadTree(const std::vector<Point>& points, const std::vector<double>& masses);

    /// The push on a point: for every other, its mass over the distance, away from it.
    [[nodiscard]] Point push(std::uint32_t point) const;

private:
    struct Cell {
        double x = 0;  ///< of the centre of mass
        double y = 0;
        double mass = 0;
        double width = 0;
        std::uint32_t first_child = 0;  ///< of four; 0 for a leaf
        std::uint32_t begin = 0;        ///< the points of a leaf, in m_order
        std::uint32_t end = 0;
    };

    void split(std::uint32_t cell, double left, double bottom, int depth);
    void weigh(std::uint32_t cell);

    const std::vector<Point>& m_points;
    const std::vector<double>& m_masses;
    std::vector<std::uint32_t> m_order;
    std::vector<Cell> m_cells;
};

}  // namespace isnad
