#include "pattern.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::timing {

namespace {

constexpr std::size_t longest_program = 60000;
constexpr int deepest = 60;

class Compiler {
public:
    Compiler(const Macros& macros, const Place& place) : m_macros(macros), m_place(place) {}

    Program compile(const PatternNode& node) {
        emit(node, 0, 0);
        m_program.emplace_back();  // Op::match
        return std::move(m_program);
    }

private:
    std::size_t push(Instruction instruction) {
        if (m_program.size() >= longest_program) throw m_place.error("this pattern is too long");
        m_program.push_back(std::move(instruction));
        return m_program.size() - 1;
    }
    [[nodiscard]] std::uint16_t here() const { return static_cast<std::uint16_t>(m_program.size()); }

    std::size_t push_split() {
        Instruction split;
        split.op = Op::split;
        return push(std::move(split));
    }

    void emit(const PatternNode& node, std::uint8_t frame, int depth) {
        if (depth > deepest) throw m_place.error("a macro contains itself, or brackets are too deep");
        switch (node.kind) {
            case PatternNode::Kind::leaf: {
                Instruction leaf = node.leaf;
                if (m_macro_depth > 0 && (leaf.op == Op::core_begin || leaf.op == Op::core_end))
                    throw m_place.error("a macro may not hold '[' or ']'");
                leaf.frame = frame;
                push(std::move(leaf));
                return;
            }
            case PatternNode::Kind::sequence:
                for (const auto& child : node.children) emit(child, frame, depth + 1);
                return;
            case PatternNode::Kind::optional: {
                const auto split = push_split();
                emit(node.children.front(), frame, depth + 1);
                m_program[split].other = here();
                return;
            }
            case PatternNode::Kind::negative: {
                Instruction ahead;
                ahead.op = Op::not_ahead;
                const auto at = push(std::move(ahead));
                emit(node.children.front(), frame, depth + 1);
                push({});
                m_program[at].other = here();
                return;
            }
            case PatternNode::Kind::choice: emit_choice(node, frame, depth); return;
            case PatternNode::Kind::macro: emit_macro(node, frame, depth); return;
        }
    }

    void emit_choice(const PatternNode& node, std::uint8_t frame, int depth) {
        std::vector<std::size_t> jumps;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const bool last = i + 1 == node.children.size();
            const std::size_t split = last ? 0 : push_split();
            emit(node.children[i], frame, depth + 1);
            if (last) break;
            Instruction jump;
            jump.op = Op::jump;
            jumps.push_back(push(std::move(jump)));
            m_program[split].other = here();
        }
        for (const auto jump : jumps) m_program[jump].other = here();
    }

    void emit_macro(const PatternNode& node, std::uint8_t frame, int depth) {
        const auto found = m_macros.find(node.name);
        if (found == m_macros.end()) {
            Place place = m_place;
            place.column = node.column;
            throw place.error(fmt::format("found \"{}\", expected a macro defined above", node.name));
        }
        ++m_macro_depth;
        emit(found->second, node.frame != 0 ? node.frame : frame, depth + 1);
        --m_macro_depth;
    }

    const Macros& m_macros;
    Place m_place;
    Program m_program;
    int m_macro_depth = 0;
};

/// How often a mark stands on each way through a pattern. Throws when the ways differ.
int count_marks(const PatternNode& node, Op op, const Place& place) {
    const auto uneven = [&] { return place.error("'[' and ']' must stand on every way through the pattern, once"); };
    switch (node.kind) {
        case PatternNode::Kind::leaf: return node.leaf.op == op ? 1 : 0;
        case PatternNode::Kind::macro: return 0;
        case PatternNode::Kind::choice: {
            const int first = count_marks(node.children.front(), op, place);
            for (const auto& child : node.children)
                if (count_marks(child, op, place) != first) throw uneven();
            return first;
        }
        default: {
            int sum = 0;
            for (const auto& child : node.children) sum += count_marks(child, op, place);
            if (sum > (node.kind == PatternNode::Kind::sequence ? 1 : 0)) throw uneven();
            return sum;
        }
    }
}

}  // namespace

Program compile_pattern(const PatternNode& node, const Macros& macros, const Place& place) {
    const int begins = count_marks(node, Op::core_begin, place);
    if (begins != count_marks(node, Op::core_end, place)) throw place.error("found '[' or ']' without the other");
    if (begins != 0) return Compiler(macros, place).compile(node);
    PatternNode whole;  // without brackets all of it is the expression
    whole.kind = PatternNode::Kind::sequence;
    whole.children.resize(3);
    whole.children[0].leaf.op = Op::core_begin;
    whole.children[1] = node;
    whole.children[2].leaf.op = Op::core_end;
    return Compiler(macros, place).compile(whole);
}

}  // namespace isnad::timing
