// Fusion alone, measured on the labelled mentions of the five articles where the measuring sets are at hand: what would
// come out if extraction were perfect.

#include "isnad/graph/query.hpp"
#include "story.hpp"

#include <nlohmann/json.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace isnad;
using Json = nlohmann::json;

namespace {

const std::filesystem::path gold = std::filesystem::path(ISNAD_SHARED) / "gold";

const std::map<std::string, EventType>& types() {
    static const std::map<std::string, EventType> map{{"meet", EventType::meeting},
                                                      {"negotiate", EventType::talks},
                                                      {"discuss", EventType::talks},
                                                      {"joint_action", EventType::cooperation},
                                                      {"implement", EventType::cooperation},
                                                      {"cooperate", EventType::cooperation},
                                                      {"call", EventType::call},
                                                      {"visit", EventType::visit},
                                                      {"mediate", EventType::mediation},
                                                      {"decline_comment", EventType::decline_comment},
                                                      {"deny", EventType::denial},
                                                      {"promise", EventType::promise},
                                                      {"propose", EventType::proposal},
                                                      {"deliver", EventType::proposal},
                                                      {"demand", EventType::demand},
                                                      {"appeal", EventType::demand},
                                                      {"pressure", EventType::demand},
                                                      {"support", EventType::support},
                                                      {"criticize", EventType::criticism},
                                                      {"accuse", EventType::criticism},
                                                      {"warn", EventType::warning},
                                                      {"reject", EventType::rejection},
                                                      {"agree", EventType::agreement},
                                                      {"truce", EventType::truce},
                                                      {"violate_truce", EventType::truce_violation},
                                                      {"truce_collapse", EventType::truce_violation},
                                                      {"aid", EventType::aid},
                                                      {"attack", EventType::attack},
                                                      {"fight", EventType::attack},
                                                      {"repress", EventType::coercion},
                                                      {"restrict_border", EventType::coercion},
                                                      {"seize_territory", EventType::seizure},
                                                      {"siege", EventType::seizure},
                                                      {"protest", EventType::protest},
                                                      {"dissociate", EventType::sanction}};
    return map;
}

NodeType node_type(const std::string& name) {
    if (name == "person") return NodeType::person;
    if (name == "country") return NodeType::country;
    if (name == "place") return NodeType::place;
    if (name == "media") return NodeType::media;
    if (name == "armed_group") return NodeType::armed_group;
    return name == "organisation" ? NodeType::organization : NodeType::group;
}

/// Builds extractions from gold rows.
class GoldStory {
public:
    GoldStory() {
        read_entities();
        for (const auto& [id, published] :
             {std::pair("000", "2016-07-14"), std::pair("001", "2016-05-29"), std::pair("002", "2016-07-20"),
              std::pair("003", "2016-07-27"), std::pair("004", "2016-07-15")}) {
            auto& extracted = documents[id];
            extracted.document.id = id;
            extracted.document.published = parse_publication_time(published).value();
            extracted.document.text = std::string(100, ' ');
        }
        std::ifstream in(gold / "events.jsonl");
        for (std::string line; std::getline(in, line);) add(Json::parse(line));
    }

    std::map<std::string, Extracted> documents;
    std::map<std::string, std::string> same;  ///< mention to the first of its event

private:
    void read_entities() {
        std::ifstream in(gold / "entities.tsv");
        for (std::string line; std::getline(in, line);) {
            std::istringstream row(line);
            std::vector<std::string> fields;
            for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
            if (fields.size() > 3)
                m_entities[fields[0]] = {"x/" + fields[0], node_type(fields[2]), fields[0], "", "", fields[3], ""};
        }
    }

    NodeIndex node(Extraction& extraction, const std::string& name) {
        auto found = m_entities.find(name);
        if (found == m_entities.end())
            found = m_entities.emplace(name, Node{"x/~" + name, NodeType::group, name, "", "", "", ""}).first;
        for (std::size_t i = 0; i < extraction.nodes.size(); ++i)
            if (extraction.nodes[i].key == found->second.key) return NodeIndex(i);
        extraction.nodes.push_back(found->second);
        return NodeIndex(extraction.nodes.size() - 1);
    }

    void add(const Json& row) {
        auto& extraction = documents[row["doc"].get<std::string>()].extraction;
        Event event;
        event.id = row["id"];
        const auto type = types().find(row["type"]);
        event.type = type == types().end() ? EventType::statement : type->second;
        const auto play = [&](Role role, const Json& names) {
            for (const auto& name : names) event.participants.push_back({role, node(extraction, name)});
        };
        play(Role::agent, row["agents"]);
        play(Role::patient, row["patients"]);
        play(Role::against, row["against"]);
        play(Role::addressee, row["addressee"]);
        if (row["host"] != "") play(Role::host, Json::array({row["host"]}));
        const std::string place = row["where"];
        if (!place.empty()) event.place = node(extraction, place.substr(0, place.find(';')));
        if (row["when"][0].is_string()) event.when.from = parse_day(row["when"][0].get<std::string>());
        if (row["when"][1].is_string()) event.when.to = parse_day(row["when"][1].get<std::string>());
        if (row["when_text"] != "") {
            event.time = TimeIndex(extraction.times.size());
            event.day_basis = DayBasis::stated;
            extraction.times.push_back({.span = {0, 1},
                                        .value = "",
                                        .mod = "",
                                        .interval = event.when,
                                        .clock_from = {},
                                        .clock_to = {},
                                        .anchor = {},
                                        .rule = "",
                                        .arithmetic = ""});
        }
        if (!event.time && event.when.from && event.when.to && info(event.type).family == "consult")
            event.day_basis = DayBasis::carried;
        event.told_by = event.type == EventType::talks ? ToldBy::light_verb : ToldBy::verb;
        event.topic = row["topic"];
        event.modality = parse_modality(row["modality"].get<std::string>()).value_or(Modality::asserted);
        if (row["negated"].get<bool>()) event.polarity = Polarity::negative;
        for (const auto& source : row["source"]) event.sources.push_back(node(extraction, source));
        event.sentence = {0, 10};
        event.rule = "gold";
        extraction.events.push_back(event);
        same[event.id] = row["duplicate_of"].is_string() ? row["duplicate_of"].get<std::string>() : event.id;
    }

    std::map<std::string, Node> m_entities;
};

}  // namespace

TEST_CASE("labelled mentions fuse into the events that readers see") {
    if (!std::filesystem::exists(gold / "clusters.json")) return;
    GoldStory story;
    const auto clusters = Json::parse(std::ifstream(gold / "clusters.json"));
    for (const auto& [name, cluster] : clusters.items()) {
        if (cluster["strength"] == "loose") continue;
        std::string first;
        for (const auto& member : cluster["members"]) {
            auto& mine = story.same[member];
            if (first.empty()) first = mine;
            for (auto& [mention, of] : story.same)
                if (of == mine && of != first && mention != member) of = first;
            mine = first;
        }
    }
    story::TemporaryStore store;
    std::vector<Extracted> batch;
    for (const auto& [id, extracted] : story.documents) batch.push_back(extracted);
    store->add(batch);
    const auto view = load_view(*store);

    std::map<std::string, std::set<std::string>> pieces;  // gold event to instances
    std::size_t merged = 0;
    std::ostringstream report;
    for (const auto& event : view.events) {
        std::set<std::string> tells;
        for (const auto& telling : event.tellings) {
            tells.insert(story.same.at(telling.key));
            pieces[story.same.at(telling.key)].insert(event.key.text());
        }
        if (tells.size() < 2) continue;
        ++merged;
        report << "merged " << event.key.text() << ":";
        for (const auto& telling : event.tellings)
            report << " " << telling.key << "(" << story.same.at(telling.key) << ")";
        report << "\n";
    }
    std::size_t split = 0;
    for (const auto& [first, instances] : pieces) {
        if (instances.size() < 2) continue;
        ++split;
        report << "split " << first << ":";
        for (const auto& key : instances) report << " " << key;
        report << "\n";
    }
    std::size_t whole = 0;
    for (const auto& [name, cluster] : clusters.items()) {
        if (cluster["strength"] != "strict") continue;
        const auto& instances = pieces[story.same[cluster["members"][0]]];
        if (instances.size() == 1) ++whole;
        if (instances.size() != 1) report << name << " in " << instances.size() << " pieces\n";
    }
    INFO(pieces.size() << " events as " << view.events.size() << " instances; " << merged << " wrongly merged, "
                       << split << " split; " << whole << " of 6 strict clusters whole\n"
                       << report.str());
    CHECK(merged == 0);
    CHECK(whole == 6);
    CHECK(split <= 10);
}
