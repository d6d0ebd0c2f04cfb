#include "json_article.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

namespace od = simdjson::ondemand;

const char* name_of(od::json_type type) {
    switch (type) {
        case od::json_type::array: return "an array";
        case od::json_type::object: return "an object";
        case od::json_type::number: return "a number";
        case od::json_type::string: return "a string";
        case od::json_type::boolean: return "true or false";
        case od::json_type::null: return "null";
    }
    return "a value";
}

class LineParser {
public:
    LineParser(od::parser& parser, const std::string& line) : m_parser(&parser), m_line(line) {}

    std::variant<JsonArticle, JsonProblem> run() {
        if (const auto bad = find_malformed_utf8(m_line)) return malformed(*bad);
        const simdjson::padded_string_view padded(m_line.data(), m_line.size(), m_line.capacity());
        od::document document;
        if (m_parser->iterate(padded).get(document) != simdjson::SUCCESS) return broken();
        od::object object;
        if (document.get_object().get(object) != simdjson::SUCCESS) return not_an_object();
        for (auto field : object) {
            if (take(field)) continue;
            const char* place = nullptr;
            if (m_problem->offset == 0 && document.current_location().get(place) == simdjson::SUCCESS) {
                m_problem->offset = offset_of(place);
            }
            return *m_problem;
        }
        const char* rest = nullptr;
        if (document.current_location().get(rest) == simdjson::SUCCESS) return broken(offset_of(rest));
        return std::move(m_article);
    }

private:
    [[nodiscard]] std::size_t offset_of(const char* place) const {
        const auto size = static_cast<std::ptrdiff_t>(m_line.size());
        const std::ptrdiff_t offset = place - m_line.data();
        return offset >= 0 && offset <= size ? static_cast<std::size_t>(offset) : m_line.size();
    }

    [[nodiscard]] JsonProblem malformed(std::size_t offset) const {
        const auto byte = static_cast<unsigned char>(m_line[offset]);
        return {fmt::format("not UTF-8: byte 0x{:02X} (byte {} of the line); convert the file, for example with "
                            "iconv -f WINDOWS-1256 -t UTF-8",
                            byte, offset + 1),
                offset};
    }

    [[nodiscard]] JsonProblem not_an_object() const {
        const auto start = m_line.find_first_not_of(" \t");
        if (start != std::string::npos && m_line[start] == '{') return broken();
        return {"not a JSON object; expected one article a line, as {\"id\": ..., \"text\": ..., \"published\": ...}",
                start == std::string::npos ? 0 : start};
    }

    /// Where the object that opens the line ends; empty when it is not closed.
    [[nodiscard]] std::optional<std::size_t> end_of_object() const {
        std::size_t depth = 0;
        bool in_string = false;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            const char c = m_line[i];
            if (in_string && c == '\\') {
                ++i;
            } else if (c == '"') {
                in_string = !in_string;
            } else if (!in_string && (c == '{' || c == '[')) {
                ++depth;
            } else if (!in_string && (c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
            if (depth == 0 && !in_string && c != ' ' && c != '\t') return i;
        }
        return std::nullopt;
    }

    /// What is wrong with a line that the parser refused, at `place` when it is known.
    [[nodiscard]] JsonProblem broken(std::optional<std::size_t> place = std::nullopt) const {
        const auto end = end_of_object();
        if (!end) {
            return {"the line is cut off: it ends before the JSON object that it begins is closed", m_line.size()};
        }
        const std::size_t rest = m_line.find_first_not_of(" \t\r", *end);
        if (rest != std::string::npos) return {"more text after the JSON object; expected one article a line", rest};
        return {"not well-formed JSON", place.value_or(0)};
    }

    bool fail(JsonProblem problem) {
        m_problem = std::move(problem);
        return false;
    }

    bool take(simdjson::simdjson_result<od::field> field) {
        std::string_view key;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS) return fail(broken());
        od::value value;
        const std::string name(key);
        if (field.value().get(value) != simdjson::SUCCESS) return fail(broken());
        if (name == "id") return take_id(value);
        if (name == "text") return take_text(name, value, m_article.text);
        if (name == "file") return take_text(name, value, m_article.file);
        if (name == "published") return take_text(name, value, m_article.published);
        if (name == "source") return take_plain(name, value, m_article.source);
        if (name == "title") return take_plain(name, value, m_article.title);
        if (name == "url") return take_plain(name, value, m_article.url);
        if (name == "author") return take_plain(name, value, m_article.author);
        if (name == "language") return take_plain(name, value, m_article.language);
        return true;
    }

    bool take_id(od::value value) {
        od::json_type type{};
        const std::size_t offset = offset_of(value.raw_json_token().data());
        if (value.type().get(type) == simdjson::SUCCESS && type == od::json_type::number) {
            std::int64_t number = 0;
            if (value.get_int64().get(number) != simdjson::SUCCESS) {
                return fail({"\"id\" is a number that is not whole; expected a string", offset});
            }
            m_article.id = Located{std::to_string(number), offset};
            return true;
        }
        return take_text("id", value, m_article.id);
    }

    bool take_text(const std::string& name, od::value value, std::optional<Located>& out) {
        const std::size_t offset = offset_of(value.raw_json_token().data());
        od::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS) return fail(broken());
        if (type == od::json_type::null) return true;
        if (type != od::json_type::string) {
            return fail({fmt::format("\"{}\" is {}; expected a string", name, name_of(type)), offset});
        }
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS) {
            return fail({fmt::format("\"{}\" holds an escape that JSON does not know, or half a surrogate pair", name),
                         offset});
        }
        out = Located{std::string(text), offset};
        return true;
    }

    bool take_plain(const std::string& name, od::value value, std::string& out) {
        std::optional<Located> located;
        if (!take_text(name, value, located)) return false;
        if (located) out = std::move(located->text);
        return true;
    }

    od::parser* m_parser;
    const std::string& m_line;
    JsonArticle m_article;
    std::optional<JsonProblem> m_problem;
};

}  // namespace

std::variant<JsonArticle, JsonProblem> parse_json_article(od::parser& parser, const std::string& line) {
    return LineParser(parser, line).run();
}

}  // namespace isnad::app
