#include "isnad/export/gexf.hpp"

#include "graph_shapes.hpp"
#include "xml.hpp"

#include <string>
#include <vector>

namespace isnad {

namespace {

constexpr std::size_t flush_at = 256 * 1024;

const char* type_name(GraphAttribute::Type type) {
    switch (type) {
        case GraphAttribute::Type::text: return "string";
        case GraphAttribute::Type::number: return "double";
        case GraphAttribute::Type::whole: return "integer";
        case GraphAttribute::Type::flag: return "boolean";
    }
    return "string";
}

/// Nodes come before edges: the first edge, or the end, closes them.
class GexfSink : public GraphSink {
public:
    explicit GexfSink(std::ostream& out) : m_out(out) {}

    void begin(std::span<const GraphAttribute> of_nodes, std::span<const GraphAttribute> of_edges) override {
        m_text +=
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
            "  <graph defaultedgetype=\"undirected\" mode=\"dynamic\" timeformat=\"date\" "
            "timerepresentation=\"interval\" timezone=\"UTC\">\n";
        declare("node", of_nodes, m_of_nodes);
        declare("edge", of_edges, m_of_edges);
        m_text += "    <nodes>\n";
    }

    void begin_node(std::string_view id, std::string_view label, const Looks& looks,
                    std::span<const Interval> spells) override {
        m_looks = looks;
        m_spells = spells;
        m_text += "      <node id=\"";
        append_xml_attribute(m_text, id);
        m_text += "\" label=\"";
        append_xml_attribute(m_text, label);
        m_text += "\">\n        <attvalues>\n";
        m_tags = &m_of_nodes;
        m_next = 0;
    }

    void end_node() override {
        m_text += "        </attvalues>\n";
        write_spells();
        m_text += "        <viz:size value=\"";
        append_double(m_text, m_looks.size);
        m_text += "\"/>\n        <viz:position x=\"";
        append_double(m_text, m_looks.at.x);
        m_text += "\" y=\"";
        append_double(m_text, m_looks.at.y);
        m_text += "\"/>\n        <viz:color hex=\"";
        m_text += m_looks.colour;
        m_text += "\"/>\n      </node>\n";
        flush_when_full();
    }

    void begin_edge(std::size_t number, std::string_view source, std::string_view target, double weight,
                    std::span<const Interval> spells) override {
        end_nodes();
        m_spells = spells;
        m_text += "      <edge id=\"e";
        append_whole(m_text, static_cast<std::int64_t>(number));
        m_text += "\" source=\"";
        append_xml_attribute(m_text, source);
        m_text += "\" target=\"";
        append_xml_attribute(m_text, target);
        m_text += "\" weight=\"";
        append_double(m_text, weight);
        m_text += "\">\n        <attvalues>\n";
        m_tags = &m_of_edges;
        m_next = 0;
    }

    void end_edge() override {
        m_text += "        </attvalues>\n";
        write_spells();
        m_text += "      </edge>\n";
        flush_when_full();
    }

    void text(std::string_view value) override {
        open();
        append_xml_attribute(m_text, value);
        close();
    }
    void number(double value) override {
        open();
        append_double(m_text, value);
        close();
    }
    void whole(std::int64_t value) override {
        open();
        append_whole(m_text, value);
        close();
    }
    void flag(bool value) override {
        open();
        m_text += value ? "true" : "false";
        close();
    }

    void finish() override {
        end_nodes();
        m_text += "    </edges>\n  </graph>\n</gexf>\n";
        flush();
    }

private:
    /// An attribute's id is its name, so that Gephi's columns are those of the GraphML.
    void declare(const char* of, std::span<const GraphAttribute> attributes, std::vector<std::string>& tags) {
        m_text += "    <attributes class=\"";
        m_text += of;
        m_text += "\" mode=\"static\">\n";
        for (const GraphAttribute& attribute : attributes) {
            const std::string name = attribute.name;
            m_text += "      <attribute id=\"" + name + "\" title=\"" + name + "\" type=\"";
            m_text += type_name(attribute.type);
            m_text += "\"/>\n";
            tags.push_back("          <attvalue for=\"" + name + "\" value=\"");
        }
        m_text += "    </attributes>\n";
    }

    void end_nodes() {
        if (!m_in_nodes) return;
        m_in_nodes = false;
        m_text += "    </nodes>\n    <edges>\n";
    }

    void open() { m_text += m_tags->at(m_next++); }
    void close() { m_text += "\"/>\n"; }

    /// A spell ends where the day after its last begins.
    void write_spells() {
        if (m_spells.empty()) return;
        m_text += "        <spells>\n";
        for (const Interval& spell : m_spells) {
            m_text += "          <spell start=\"" + to_string(*spell.from);
            m_text += "\" end=\"" + to_string(*spell.to + date::days{1}) + "\"/>\n";
        }
        m_text += "        </spells>\n";
    }

    void flush_when_full() {
        if (m_text.size() > flush_at) flush();
    }
    void flush() {
        m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
        m_text.clear();
    }

    std::ostream& m_out;
    std::string m_text;
    Looks m_looks;
    std::span<const Interval> m_spells;
    std::vector<std::string> m_of_nodes;  ///< the opening of each value
    std::vector<std::string> m_of_edges;
    const std::vector<std::string>* m_tags = &m_of_nodes;
    std::size_t m_next = 0;
    bool m_in_nodes = true;
};

}  // namespace

void write_gexf(const View& view, std::ostream& out, const ExportOptions& options) {
    GexfSink sink(out);
    write_graph(view, options, sink);
}

}  // namespace isnad
