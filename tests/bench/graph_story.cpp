#include "graph_story.hpp"

#include <fmt/format.h>

#include <random>

namespace bench {

using namespace isnad;

namespace {

class ArticleMaker {
public:
    ArticleMaker(std::size_t number, const StoryShape& shape) : m_shape(shape), m_random(number * 7919 + 13) {
        auto& document = m_out.document;
        document.id = fmt::format("a{:07}", number);
        const auto day = static_cast<int>(number * shape.days / 100'000 % shape.days);
        document.published.day = Day{date::year{2010} / 1 / 1} + date::days{day};
        document.source = fmt::format("Outlet {}", number % 40);
        document.title = fmt::format("Article {} of the day", number);
    }

    Extracted make() {
        for (std::size_t i = 0; i < m_shape.tellings; ++i) tell();
        for (std::size_t i = 0; i < m_shape.statements; ++i) say();
        for (std::size_t i = 0; i < m_shape.mentions; ++i) {
            const auto who = someone();
            const auto name = m_out.extraction.node(who).name_en;
            const auto span = sentence(name);
            m_out.extraction.mentions.push_back(
                {{span.begin, span.begin + static_cast<std::uint32_t>(name.size())}, who});
        }
        return std::move(m_out);
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }

    /// Every second one is among the hundred best known.
    std::size_t some_number() { return below(2) == 0 ? below(100) : below(m_shape.actors); }

    NodeIndex node(const Node& wanted) {
        auto& nodes = m_out.extraction.nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].key == wanted.key) return NodeIndex(i);
        nodes.push_back(wanted);
        return NodeIndex(nodes.size() - 1);
    }

    NodeIndex somewhere() {
        const auto number = below(300);
        return node({.key = fmt::format("place/{}", number),
                     .type = NodeType::place,
                     .name_en = fmt::format("Town {}", number),
                     .name_ar = "",
                     .wikidata = "",
                     .country = fmt::format("C{:02}", number % m_shape.countries),
                     .description = ""});
    }

    NodeIndex someone() { return node(actor(some_number(), m_shape)); }

    Span sentence(std::string_view subject = "It") {
        static constexpr std::string_view words = " discussed the files of the region with the other side and ";
        auto& text = m_out.document.text;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += fmt::format("{}{}named number {}.", subject, words, below(1'000'000));
        const Span span{begin, static_cast<std::uint32_t>(text.size())};
        text += '\n';
        return span;
    }

    void tell() {
        auto& extraction = m_out.extraction;
        static constexpr std::array types{EventType::meeting, EventType::talks,    EventType::visit, EventType::call,
                                          EventType::attack,  EventType::proposal, EventType::demand};
        Event event;
        event.id = fmt::format("{}-e{}", m_out.document.id, extraction.events.size());
        event.type = types[below(types.size())];
        event.sentence = sentence();
        event.trigger = {event.sentence.begin, event.sentence.begin + 8};
        event.participants = {{Role::agent, someone()}, {below(2) == 0 ? Role::agent : Role::patient, someone()}};
        const auto day = m_out.document.published.day - date::days{static_cast<int>(below(4))};
        event.when = one_day(day);
        if (below(50) == 0) event.when.from = day - date::days{static_cast<int>(below(300))};
        if (below(10) == 0) event.when.from.reset();
        TimeExpression time;
        time.span = event.trigger;
        time.value = to_string(day);
        time.interval = event.when;
        time.rule = "bench";
        time.arithmetic = "publication - days";
        event.time = TimeIndex(extraction.times.size());
        event.day_basis = DayBasis::stated;
        event.told_by = ToldBy::verb;
        extraction.times.push_back(time);
        if (below(2) == 0) event.place = somewhere();
        event.topic = fmt::format("file number {} of the region", below(500));
        event.rule = "bench";
        extraction.events.push_back(std::move(event));
    }

    void say() {
        auto& extraction = m_out.extraction;
        Statement statement;
        statement.id = fmt::format("{}-s{}", m_out.document.id, extraction.statements.size());
        statement.speaker = someone();
        statement.sentence = sentence();
        statement.cue = {statement.sentence.begin, statement.sentence.begin + 4};
        statement.content = {statement.sentence.begin + 5, statement.sentence.end};
        statement.sources.push_back(*statement.speaker);
        statement.about.push_back({EventIndex(below(extraction.events.size())), Stance::asserts});
        statement.rule = "bench";
        extraction.statements.push_back(std::move(statement));
    }

    StoryShape m_shape;
    std::mt19937_64 m_random;
    Extracted m_out;
};

}  // namespace

Node actor(std::size_t number, const StoryShape& shape) {
    return {.key = fmt::format("person/{}", number),
            .type = NodeType::person,
            .name_en = fmt::format("Person Number {}", number),
            .name_ar = "",
            .wikidata = "",
            .country = fmt::format("C{:02}", number % shape.countries),
            .description = ""};
}

Extracted article(std::size_t number, const StoryShape& shape) { return ArticleMaker(number, shape).make(); }

std::vector<Extracted> articles(std::size_t first, std::size_t count, const StoryShape& shape) {
    std::vector<Extracted> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.push_back(article(first + i, shape));
    return out;
}

}  // namespace bench
