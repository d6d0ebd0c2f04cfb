#include "layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace isnad {

namespace {

constexpr std::size_t most_forced = 800;  ///< vertices; the forces cost their square
constexpr int rounds = 120;
constexpr double ideal = 60;  ///< length of an edge at rest

/// The most joined vertices first, in a spiral that fills the plane evenly.
std::vector<Point> sunflower(const GraphMeasures& measures) {
    std::vector<std::size_t> order(measures.degree.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return measures.degree[a] > measures.degree[b]; });
    const double golden_angle = 2.399963229728653;
    std::vector<Point> points(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double n = static_cast<double>(i);
        const double radius = ideal * 0.6 * std::sqrt(n + 0.5);
        points[order[i]] = {radius * std::cos(golden_angle * n), radius * std::sin(golden_angle * n)};
    }
    return points;
}

struct Pair {
    std::size_t a = 0;
    std::size_t b = 0;
};

void move_apart(const std::vector<Point>& points, std::vector<Point>& force) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const double dx = points[i].x - points[j].x;
            const double dy = points[i].y - points[j].y;
            const double push = ideal * ideal / std::max(dx * dx + dy * dy, 1.0);
            force[i].x += dx * push;
            force[i].y += dy * push;
            force[j].x -= dx * push;
            force[j].y -= dy * push;
        }
    }
}

void pull_together(const std::vector<Point>& points, const std::vector<Pair>& edges, std::vector<Point>& force) {
    for (const Pair& edge : edges) {
        const double dx = points[edge.a].x - points[edge.b].x;
        const double dy = points[edge.a].y - points[edge.b].y;
        const double pull = std::sqrt(dx * dx + dy * dy) / ideal;
        force[edge.a].x -= dx * pull;
        force[edge.a].y -= dy * pull;
        force[edge.b].x += dx * pull;
        force[edge.b].y += dy * pull;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {  // parts that nothing joins stay near
        force[i].x -= points[i].x * 0.3;
        force[i].y -= points[i].y * 0.3;
    }
}

}  // namespace

std::vector<Point> lay_out(const EventGraph& graph, const GraphMeasures& measures) {
    std::vector<Point> points = sunflower(measures);
    if (points.size() > most_forced) return points;
    std::vector<Pair> edges;
    for (auto [it, end] = boost::edges(graph); it != end; ++it) {
        edges.push_back({boost::source(*it, graph), boost::target(*it, graph)});
    }
    for (int round = 0; round < rounds; ++round) {
        std::vector<Point> force(points.size());
        move_apart(points, force);
        pull_together(points, edges, force);
        const double step = 2.0 * ideal * (1.0 - static_cast<double>(round) / rounds);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double length = std::sqrt(force[i].x * force[i].x + force[i].y * force[i].y);
            const double scale = length > 0 ? std::min(length, step) / length : 0;
            points[i].x += force[i].x * scale;
            points[i].y += force[i].y * scale;
        }
    }
    for (Point& point : points) point = {std::round(point.x * 100) / 100, std::round(point.y * 100) / 100};
    return points;
}

}  // namespace isnad
