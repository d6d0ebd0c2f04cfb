#include "isnad/export/graphml.hpp"

#include "graph_shapes.hpp"

#include <optional>
#include <vector>

namespace isnad {

namespace {

constexpr GraphAttribute label{"label"};

std::vector<GraphAttribute> with_looks(std::span<const GraphAttribute> attributes) {
    std::vector<GraphAttribute> out{label};
    out.insert(out.end(), attributes.begin(), attributes.end());
    out.push_back({"size", GraphAttribute::Type::number});
    out.push_back({"color"});
    out.push_back({"x", GraphAttribute::Type::number});
    out.push_back({"y", GraphAttribute::Type::number});
    return out;
}

/// Label, looks and weight become attributes in Gephi's names.
class GraphmlSink : public GraphSink {
public:
    explicit GraphmlSink(std::ostream& out) : m_out(out) {}

    void begin(std::span<const GraphAttribute> of_nodes, std::span<const GraphAttribute> of_edges) override {
        std::vector<GraphAttribute> edges{{"weight", GraphAttribute::Type::number}};
        edges.insert(edges.end(), of_edges.begin(), of_edges.end());
        m_stream.emplace(m_out, with_looks(of_nodes), edges);
    }
    void begin_node(std::string_view id, std::string_view name, const Looks& looks,
                    std::span<const Interval>) override {
        m_looks = looks;
        m_stream->begin_node(id);
        m_stream->text(name);
    }
    void end_node() override {
        m_stream->number(m_looks.size);
        m_stream->text(m_looks.colour);
        m_stream->number(m_looks.at.x);
        m_stream->number(m_looks.at.y);
        m_stream->end_node();
    }
    void begin_edge(std::size_t number, std::string_view source, std::string_view target, double weight,
                    std::span<const Interval>) override {
        m_stream->begin_edge(number, source, target);
        m_stream->number(weight);
    }
    void end_edge() override { m_stream->end_edge(); }
    void text(std::string_view value) override { m_stream->text(value); }
    void number(double value) override { m_stream->number(value); }
    void whole(std::int64_t value) override { m_stream->whole(value); }
    void flag(bool value) override { m_stream->flag(value); }
    void finish() override { m_stream->finish(); }

private:
    std::ostream& m_out;
    std::optional<GraphmlStream> m_stream;
    Looks m_looks;
};

}  // namespace

void write_graphml(const View& view, std::ostream& out, const ExportOptions& options) {
    GraphmlSink sink(out);
    write_graph(view, options, sink);
}

}  // namespace isnad
