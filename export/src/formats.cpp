#include "isnad/export/csv.hpp"
#include "isnad/export/exporter.hpp"
#include "isnad/export/gexf.hpp"
#include "isnad/export/graphml.hpp"
#include "isnad/export/icalendar.hpp"
#include "isnad/export/json_timeline.hpp"
#include "isnad/export/jsonld.hpp"
#include "isnad/export/page.hpp"
#include "isnad/export/timelinejs.hpp"

#include <algorithm>
#include <array>

namespace isnad {

namespace {

/// An exporter that is one function.
template <void (*Write)(const View&, std::ostream&, const ExportOptions&)>
class FunctionExporter : public Exporter {
public:
    void write(const View& view, std::ostream& out, const ExportOptions& options) const override {
        Write(view, out, options);
    }
};

template <void (*Write)(const View&, std::ostream&, const ExportOptions&)>
std::unique_ptr<Exporter> make() {
    return std::make_unique<FunctionExporter<Write>>();
}

constexpr std::array formats{
    ExportFormat{"graphml", "the graph for Gephi, NetworkX and igraph: events joined to those who take part",
                 make<write_graphml>, true},
    ExportFormat{"gexf", "the same graph with its days, so that Gephi's timeline plays it", make<write_gexf>, true},
    ExportFormat{"timeline", "the timeline as JSON, with every telling, date and source (docs/timeline.md)",
                 make<write_json_timeline>},
    ExportFormat{"timelinejs", "the dated events for TimelineJS3", make<write_timelinejs>},
    ExportFormat{"csv", "the nodes of the knowledge graph as CSV with Neo4j's headers", make<write_csv_nodes>},
    ExportFormat{"csv-edges", "the relationships between those nodes", make<write_csv_relationships>},
    ExportFormat{"jsonld", "schema.org events, people and quotations, with Web Annotations of where each was read",
                 make<write_jsonld>},
    ExportFormat{"ics", "events of known days for calendars (iCalendar)", make<write_icalendar>},
    ExportFormat{"page", "one HTML file to look at: timeline, network, events and the texts; Arabic, or --lang en",
                 make<write_page>, false, true, Tongue::ar},
};

}  // namespace

std::span<const ExportFormat> export_formats() { return formats; }

const ExportFormat* find_format(std::string_view name) {
    const auto* found =
        std::find_if(formats.begin(), formats.end(), [&](const ExportFormat& format) { return format.name == name; });
    return found == formats.end() ? nullptr : found;
}

}  // namespace isnad
