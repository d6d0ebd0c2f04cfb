#include "layout.hpp"

#include "quad_tree.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace isnad {

namespace {

constexpr double push_strength = 10;  ///< against a pull of an edge's length
constexpr double gravity = 0.4;       ///< times the distance: what nothing joins stays near
constexpr double patience = 1;        ///< swinging that is borne before vertices slow down
constexpr double room = 60;           ///< mean length of an edge in the finished picture

/// Rounds that settle small graphs, and a bounded time for large ones.
std::size_t rounds_for(std::size_t vertices) { return std::clamp<std::size_t>(3'000'000 / (vertices + 1), 24, 400); }

/// The most joined vertices first, in a spiral that fills the plane evenly.
std::vector<Point> sunflower(const std::vector<std::size_t>& degree) {
    std::vector<std::uint32_t> order(degree.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return degree[a] > degree[b]; });
    const double golden_angle = 2.399963229728653;
    std::vector<Point> points(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto n = static_cast<double>(i);
        const double radius = 10 * std::sqrt(n + 0.5);
        points[order[i]] = {radius * std::cos(golden_angle * n), radius * std::sin(golden_angle * n)};
    }
    return points;
}

/// Moves points along the forces on them, each the slower the more it swings (after Jacomy et al., PLoS ONE 9(6),
/// 2014).
class Settler {
public:
    explicit Settler(const Links& links) : m_links(links), m_before(links.vertices) {
        const std::vector<std::size_t> degree = degrees(links);
        m_points = sunflower(degree);
        for (const std::size_t d : degree) m_mass.push_back(static_cast<double>(d) + 1);
    }

    std::vector<Point> run() {
        const std::size_t rounds = rounds_for(m_points.size());
        for (std::size_t round = 0; round < rounds; ++round) {
            std::vector<Point> force = forces();
            move(force);
            m_before.swap(force);
        }
        return std::move(m_points);
    }

private:
    [[nodiscard]] std::vector<Point> forces() const {
        std::vector<Point> force(m_points.size());
        const QuadTree tree(m_points, m_mass);
        for (std::uint32_t i = 0; i < force.size(); ++i) {
            const Point push = tree.push(i);
            force[i].x = m_mass[i] * (push_strength * push.x - gravity * m_points[i].x);
            force[i].y = m_mass[i] * (push_strength * push.y - gravity * m_points[i].y);
        }
        for (const Link& link : m_links.pairs) {
            const double dx = m_points[link.a].x - m_points[link.b].x;
            const double dy = m_points[link.a].y - m_points[link.b].y;
            force[link.a].x -= dx;
            force[link.a].y -= dy;
            force[link.b].x += dx;
            force[link.b].y += dy;
        }
        return force;
    }

    [[nodiscard]] double swing(const std::vector<Point>& force, std::size_t i) const {
        return std::hypot(force[i].x - m_before[i].x, force[i].y - m_before[i].y);
    }

    void move(const std::vector<Point>& force) {
        double swinging = 0;
        double progress = 0;
        for (std::size_t i = 0; i < force.size(); ++i) {
            swinging += m_mass[i] * swing(force, i);
            progress += m_mass[i] * std::hypot(force[i].x + m_before[i].x, force[i].y + m_before[i].y) / 2;
        }
        const double wanted = swinging > 0 ? patience * progress / swinging : m_speed;
        m_speed = std::min(wanted, m_speed * 1.5);
        for (std::size_t i = 0; i < force.size(); ++i) {
            const double pace = 0.1 * m_speed / (1 + m_speed * std::sqrt(m_mass[i] * swing(force, i)));
            m_points[i].x += force[i].x * pace;
            m_points[i].y += force[i].y * pace;
        }
    }

    const Links& m_links;
    std::vector<Point> m_points;
    std::vector<Point> m_before;
    std::vector<double> m_mass;
    double m_speed = 1;
};

/// Centres the picture and gives edges about the same length, whatever the size of the graph.
void frame(std::vector<Point>& points, const Links& links) {
    if (points.empty()) return;
    const auto count = static_cast<double>(points.size());
    Point middle;
    for (const Point& point : points) middle = {middle.x + point.x / count, middle.y + point.y / count};
    double length = 0;
    for (const Link& link : links.pairs) {
        length += std::hypot(points[link.a].x - points[link.b].x, points[link.a].y - points[link.b].y);
    }
    const double scale = length > 0 ? room * static_cast<double>(links.pairs.size()) / length : 1;
    const auto cents = [](double value) { return std::round(value * 100) / 100 + 0.0; };
    for (Point& point : points) point = {cents((point.x - middle.x) * scale), cents((point.y - middle.y) * scale)};
}

}  // namespace

std::vector<Point> lay_out(const Links& links) {
    std::vector<Point> points = Settler(links).run();
    frame(points, links);
    return points;
}

}  // namespace isnad
