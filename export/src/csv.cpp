#include "isnad/export/csv.hpp"

#include "event_finder.hpp"
#include "sentences.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace isnad {

namespace {

/// What spreadsheets compute, in full width too, or what hides it from a look at the first character; and our own mark.
bool starts_a_formula(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r\n'").find(text.front()) != std::string_view::npos) return true;
    constexpr std::array full_width{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(full_width.begin(), full_width.end(), [&](const char* sign) { return text.starts_with(sign); });
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
    const bool guarded = starts_a_formula(text);
    const bool quoted = text.find_first_of(",\"\n\r") != std::string_view::npos;
    if (quoted) out += '"';
    if (guarded) out += '\'';
    for (const char c : text) {
        if (c == '\0') {
            out += "\uFFFD";  // readers stop at it
        } else {
            if (c == '"') out += '"';
            out += c;
        }
    }
    if (quoted) out += '"';
}

namespace {

constexpr std::size_t flush_at = 64 * 1024;

/// Columns of the nodes, in Neo4j's names.
constexpr std::array node_columns{
    "id:ID",       "key",       "type",        "name_en",   "name_ar",   "wikidata",         "country",
    "description", "from:date", "to:date",     "certainty", "modality",  "polarity",         "topic",
    "plover",      "cameo",     "sources:int", "sentence",  "published", "outlet",           "title",
    "url",         "language",  "cue",         "text",      "occasion",  "disputed:boolean", ":LABEL"};

constexpr std::array relationship_columns{":START_ID", ":END_ID", "modality", "polarity", "from:date", "to:date",
                                          "text",      "trigger", "rule",     "stance",   ":TYPE"};

/// Rows of a fixed number of columns, each cell by its place.
template <std::size_t N>
class Rows {
public:
    Rows(std::ostream& out, const std::array<const char*, N>& columns) : m_out(out) {
        for (std::size_t i = 0; i < N; ++i) m_text += (i > 0 ? "," : "") + std::string(columns[i]);
        m_text += '\n';
        for (std::size_t i = 0; i < N; ++i) m_names[i] = columns[i];
    }
    ~Rows() { flush(); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    struct Cell {
        std::string_view column;
        std::string text;
    };

    void add(std::initializer_list<Cell> cells) {
        for (std::size_t i = 0; i < N; ++i) {
            if (i > 0) m_text += ',';
            for (const Cell& cell : cells) {
                if (cell.column == m_names[i]) append_csv_cell(m_text, cell.text);
            }
        }
        m_text += '\n';
        if (m_text.size() > flush_at) flush();
    }

private:
    void flush() {
        m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
        m_text.clear();
    }

    std::ostream& m_out;
    std::array<std::string_view, N> m_names{};
    std::string m_text;
};

std::string day(const std::optional<Day>& value) { return value ? to_string(*value) : std::string(); }

/// Ids of the four kinds of nodes never clash.
std::string id_of(const Actor& actor) { return actor.key.text(); }
std::string id_of(const SourceDocument& document) { return "document/" + document.id.text(); }
std::string id_of(const EventKey& key) { return "event/" + key.text(); }
std::string id_of(const StatementNode& statement) { return "statement/" + statement.key; }

/// "armed_group" as a label: "ArmedGroup".
std::string label(std::string_view type) {
    std::string out;
    bool upper = true;
    for (const char c : type) {
        if (c != '_') out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        upper = c == '_';
    }
    return out;
}

/// "part_of" as a relationship's type: "PART_OF".
std::string shout(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return out;
}

}  // namespace

void write_csv_nodes(const View& view, std::ostream& out, const ExportOptions& options) {
    Rows rows(out, node_columns);
    for (const Actor& actor : view.actors) {
        rows.add({{"id:ID", id_of(actor)},
                  {"key", actor.key.text()},
                  {"type", to_string(actor.type)},
                  {"name_en", actor.name_en},
                  {"name_ar", actor.name_ar},
                  {"wikidata", actor.wikidata},
                  {"country", actor.country},
                  {"description", actor.description},
                  {":LABEL", "Actor;" + label(to_string(actor.type))}});
    }
    for (const SourceDocument& document : view.documents) {
        rows.add({{"id:ID", id_of(document)},
                  {"key", document.id.text()},
                  {"published", to_string(document.published)},
                  {"outlet", document.outlet},
                  {"title", document.title},
                  {"url", document.url},
                  {"language", document.language},
                  {":LABEL", "Document"}});
    }
    for (const EventInstance& event : view.events) {
        rows.add({{"id:ID", id_of(event.key)},
                  {"key", event.key.text()},
                  {"type", std::string(info(event.type).name)},
                  {"from:date", day(event.when.from)},
                  {"to:date", day(event.when.to)},
                  {"certainty", to_string(event.certainty)},
                  {"modality", to_string(event.modality)},
                  {"polarity", to_string(event.polarity)},
                  {"topic", event.topic},
                  {"plover", std::string(info(event.type).plover)},
                  {"cameo", std::string(info(event.type).cameo)},
                  {"sources:int", std::to_string(event.independent_sources)},
                  {"sentence", event_sentence(view, event, options.tongue).text},
                  {"disputed:boolean", event.disputed ? "true" : "false"},
                  {":LABEL", "Event;" + label(info(event.type).name)}});
    }
    for (const StatementNode& statement : view.statements) {
        rows.add({{"id:ID", id_of(statement)},
                  {"key", statement.key},
                  {"from:date", day(statement.when.from)},
                  {"to:date", day(statement.when.to)},
                  {"modality", to_string(statement.modality)},
                  {"cue", statement.cue},
                  {"text", statement.content},
                  {"occasion", statement.occasion},
                  {":LABEL", "Statement"}});
    }
}

void write_csv_relationships(const View& view, std::ostream& out, const ExportOptions&) {
    Rows rows(out, relationship_columns);
    const EventFinder finder(view);
    const auto join = [&](const std::string& from, const std::string& to, const std::string& type) {
        rows.add({{":START_ID", from}, {":END_ID", to}, {":TYPE", type}});
    };
    for (const EventInstance& event : view.events) {
        const std::string id = id_of(event.key);
        for (const Played& played : event.participants) {
            join(id, id_of(view.actor(played.actor)), shout(to_string(played.role)));
        }
        if (event.place) join(id, id_of(view.actor(*event.place)), "AT");
        for (const EventKey& whole : event.part_of) {
            if (finder.find(whole)) join(id, id_of(whole), "PART_OF");
        }
        for (const Telling& telling : event.tellings) {
            rows.add({{":START_ID", id},
                      {":END_ID", id_of(view.document(telling.document))},
                      {"modality", to_string(telling.modality)},
                      {"polarity", to_string(telling.polarity)},
                      {"from:date", day(telling.when.from)},
                      {"to:date", day(telling.when.to)},
                      {"text", telling.words},
                      {"trigger", telling.trigger},
                      {"rule", telling.rule},
                      {":TYPE", "REPORTED_BY"}});
        }
    }
    for (const StatementNode& statement : view.statements) {
        const std::string id = id_of(statement);
        join(id, id_of(view.document(statement.document)), "REPORTED_BY");
        if (statement.speaker) join(id, id_of(view.actor(*statement.speaker)), "SPEAKER");
        if (statement.addressee) join(id, id_of(view.actor(*statement.addressee)), "ADDRESSEE");
        for (const ActorRef source : statement.sources) join(id, id_of(view.actor(source)), "SOURCE");
        for (const AboutInstance& about : statement.about) {
            if (!finder.find(about.event)) continue;
            rows.add({{":START_ID", id},
                      {":END_ID", id_of(about.event)},
                      {"stance", to_string(about.stance)},
                      {":TYPE", "ABOUT"}});
        }
    }
}

}  // namespace isnad
