#include "isnad/export/graphml_stream.hpp"

#include "xml.hpp"

namespace isnad {

namespace {

constexpr std::size_t flush_at = 256 * 1024;

const char* type_name(GraphAttribute::Type type) {
    switch (type) {
        case GraphAttribute::Type::text: return "string";
        case GraphAttribute::Type::number: return "double";
        case GraphAttribute::Type::whole: return "int";
        case GraphAttribute::Type::flag: return "boolean";
    }
    return "string";
}

/// Declares the attributes; their opening tags.
std::vector<std::string> declare(std::string& out, const char* of, std::span<const GraphAttribute> attributes) {
    std::vector<std::string> tags;
    for (const GraphAttribute& attribute : attributes) {
        std::string name;
        append_xml_attribute(name, attribute.name);
        out += "  <key id=\"" + name + "\" for=\"" + of + "\" attr.name=\"" + name + "\" attr.type=\"";
        out += type_name(attribute.type);
        out += "\"/>\n";
        tags.push_back("      <data key=\"" + name + "\">");
    }
    return tags;
}

}  // namespace

GraphmlStream::GraphmlStream(std::ostream& out, std::span<const GraphAttribute> of_nodes,
                             std::span<const GraphAttribute> of_edges)
    : m_out(out) {
    m_text.reserve(flush_at + flush_at / 4);
    m_text +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    m_of_nodes = declare(m_text, "node", of_nodes);
    m_of_edges = declare(m_text, "edge", of_edges);
    m_text += "  <graph edgedefault=\"undirected\">\n";
}

void GraphmlStream::begin_node(std::string_view id) {
    m_tags = &m_of_nodes;
    m_next = 0;
    m_text += "    <node id=\"";
    append_xml_attribute(m_text, id);
    m_text += "\">\n";
}

void GraphmlStream::end_node() {
    m_text += "    </node>\n";
    if (m_text.size() > flush_at) flush();
}

void GraphmlStream::begin_edge(std::size_t number, std::string_view source, std::string_view target) {
    m_tags = &m_of_edges;
    m_next = 0;
    m_text += "    <edge id=\"e";
    append_whole(m_text, static_cast<std::int64_t>(number));
    m_text += "\" source=\"";
    append_xml_attribute(m_text, source);
    m_text += "\" target=\"";
    append_xml_attribute(m_text, target);
    m_text += "\">\n";
}

void GraphmlStream::end_edge() {
    m_text += "    </edge>\n";
    if (m_text.size() > flush_at) flush();
}

void GraphmlStream::open() { m_text += m_tags->at(m_next++); }

void GraphmlStream::close() { m_text += "</data>\n"; }

void GraphmlStream::text(std::string_view value) {
    open();
    append_xml_text(m_text, value);
    close();
}

void GraphmlStream::number(double value) {
    open();
    append_double(m_text, value);
    close();
}

void GraphmlStream::whole(std::int64_t value) {
    open();
    append_whole(m_text, value);
    close();
}

void GraphmlStream::flag(bool value) {
    open();
    m_text += value ? "true" : "false";
    close();
}

void GraphmlStream::finish() {
    m_text += "  </graph>\n</graphml>\n";
    flush();
}

void GraphmlStream::flush() {
    m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
    m_text.clear();
}

}  // namespace isnad
