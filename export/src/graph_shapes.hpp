#pragma once
// The two graphs that are exported, whatever the format.

#include "graph_sink.hpp"

#include "isnad/export/exporter.hpp"

namespace isnad {

/// Events joined to those who take part, to their place and to what they are part of. Actors that nothing is joined to
/// (who only speak or are quoted) are left out.
void write_event_graph(const View& view, const ExportOptions& options, GraphSink& sink);

/// Actors joined to those they take part in events with, one edge a pair, with counts and days.
void write_people_graph(const View& view, const ExportOptions& options, GraphSink& sink);

inline void write_graph(const View& view, const ExportOptions& options, GraphSink& sink) {
    options.people ? write_people_graph(view, options, sink) : write_event_graph(view, options, sink);
}

}  // namespace isnad
