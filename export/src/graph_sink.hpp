#pragma once
// Between what a graph says (event_graph_shape, people_shape) and the format it is written in (GraphML, GEXF).

#include "layout.hpp"

#include "isnad/core/calendar.hpp"
#include "isnad/export/graphml_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace isnad {

struct Looks {
    Point at;
    double size = 1;
    const char* colour = "#7f7f7f";  ///< #rrggbb
};

/// Calls in the order of GraphmlStream. Spells are closed stretches of days, sorted, apart; none: always there.
class GraphSink {
public:
    GraphSink() = default;
    virtual ~GraphSink() = default;
    GraphSink(const GraphSink&) = delete;
    GraphSink& operator=(const GraphSink&) = delete;

    virtual void begin(std::span<const GraphAttribute> of_nodes, std::span<const GraphAttribute> of_edges) = 0;
    virtual void begin_node(std::string_view id, std::string_view label, const Looks& looks,
                            std::span<const Interval> spells) = 0;
    virtual void end_node() = 0;
    virtual void begin_edge(std::size_t number, std::string_view source, std::string_view target, double weight,
                            std::span<const Interval> spells) = 0;
    virtual void end_edge() = 0;
    virtual void text(std::string_view value) = 0;
    virtual void number(double value) = 0;
    virtual void whole(std::int64_t value) = 0;
    virtual void flag(bool value) = 0;
    virtual void finish() = 0;
};

}  // namespace isnad
