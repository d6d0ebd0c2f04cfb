#pragma once
// GraphML from any graph, as it is walked. Unlike boost::write_graphml it writes valid XML whatever the texts hold,
// doubles that read back as the same number, and the ids it is given.

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct GraphAttribute {
    enum class Type : std::uint8_t { text, number, whole, flag };  ///< string, double, int, boolean
    const char* name = "";                                         ///< also its id: unique among nodes' and edges'
    Type type = Type::text;
};

/// Calls in this order: begin_node, a value for each node attribute, end_node, for every node; then the same for edges;
/// then finish. An undirected graph.
class GraphmlStream {
public:
    GraphmlStream(std::ostream& out, std::span<const GraphAttribute> of_nodes,
                  std::span<const GraphAttribute> of_edges);

    void begin_node(std::string_view id);
    void end_node();
    void begin_edge(std::size_t number, std::string_view source, std::string_view target);  ///< id "e" and the number
    void end_edge();

    /// The value of the next attribute. What XML cannot hold (control characters, malformed bytes) becomes U+FFFD.
    void text(std::string_view value);
    void number(double value);  ///< not finite: 0
    void whole(std::int64_t value);
    void flag(bool value);

    void finish();

private:
    void open();
    void close();
    void flush();

    std::ostream& m_out;
    std::vector<std::string> m_of_nodes;  ///< the opening tag of each attribute
    std::vector<std::string> m_of_edges;
    const std::vector<std::string>* m_tags = &m_of_nodes;
    std::size_t m_next = 0;
    std::string m_text;
};

}  // namespace isnad
