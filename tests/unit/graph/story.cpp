#include "story.hpp"

#include <unistd.h>

#include <atomic>

namespace story {

using namespace isnad;

const Who kerry{"person/john_kerry", NodeType::person, "John Kerry", "\u062C\u0648\u0646 \u0643\u064A\u0631\u064A",
                "USA"};
const Who putin{"person/vladimir_putin", NodeType::person, "Vladimir Putin",
                "\u0641\u0644\u0627\u062F\u064A\u0645\u064A\u0631 \u0628\u0648\u062A\u064A\u0646", "RUS"};
const Who lavrov{"person/sergey_lavrov", NodeType::person, "Sergey Lavrov",
                 "\u0633\u064A\u0631\u063A\u064A \u0644\u0627\u0641\u0631\u0648\u0641", "RUS"};
const Who de_mistura{"person/staffan_de_mistura", NodeType::person, "Staffan de Mistura", "", "UNO"};
const Who russia{"country/russia", NodeType::country, "Russia", "\u0631\u0648\u0633\u064A\u0627", "RUS"};
const Who usa{"country/united_states", NodeType::country, "United States", "", "USA"};
const Who moscow{"place/moscow", NodeType::place, "Moscow", "\u0645\u0648\u0633\u0643\u0648", "RUS"};
const Who laos{"country/laos", NodeType::country, "Laos", "\u0644\u0627\u0648\u0633", "LAO"};
const Who geneva{"place/geneva", NodeType::place, "Geneva", "", "CHE"};
const Who syria{"country/syria", NodeType::country, "Syria", "", "SYR"};
const Who kremlin{"organization/kremlin", NodeType::organization, "Kremlin", "", "RUS"};

Day day(const char* iso) { return parse_day(iso).value(); }

namespace {

std::optional<Day> maybe_day(const char* iso) {
    if (iso == nullptr) return std::nullopt;
    return day(iso);
}

std::filesystem::path fresh_folder() {
    static std::atomic<int> number{0};
    const std::filesystem::path memory = "/dev/shm";  // where there is one: these stores need no lasting
    auto path = (std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path()) /
                ("isnad-unit-" + std::to_string(getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path);
    return path;
}

}  // namespace

Article::Article(const char* id, const char* published, const char* outlet) {
    m_out.document.id = id;
    m_out.document.published = parse_publication_time(published).value();
    m_out.document.source = outlet;
    m_out.document.title = "A headline";
}

Span Article::append(const std::string& words) {
    auto& text = m_out.document.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words + ".\n";
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

NodeIndex Article::node(const Who& who) {
    auto& nodes = m_out.extraction.nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].key == who.key) return NodeIndex(i);
    nodes.push_back({who.key, who.type, who.name_en, who.name_ar, "", who.country, ""});
    return NodeIndex(nodes.size() - 1);
}

Article& Article::tell(const Told& told) {
    auto& extraction = m_out.extraction;
    Event event;
    event.id = m_out.document.id + "-e" + std::to_string(extraction.events.size());
    event.type = told.type;
    event.sentence = append(told.words);
    event.trigger = {event.sentence.begin, event.sentence.begin + 4};
    event.when = {maybe_day(told.from), maybe_day(told.to)};
    if (told.dated || told.earlier) {
        TimeExpression time;
        time.span = event.trigger;
        if (told.earlier)
            time.anchor.kind = TimeAnchor::Kind::event;
        else
            time.interval = event.when;
        time.value = told.from != nullptr ? told.from : "PAST_REF";
        time.rule = "test";
        time.arithmetic = "as given";
        event.time = TimeIndex(extraction.times.size());
        event.day_basis = DayBasis::stated;
        extraction.times.push_back(time);
    }
    if (!event.time && event.when.from && event.when.to && info(event.type).family == "consult")
        event.day_basis = DayBasis::carried;
    event.told_by = told.type == EventType::talks ? ToldBy::light_verb : ToldBy::verb;
    for (const auto& part : told.parts) event.participants.push_back({part.role, node(part.who)});
    if (told.place) event.place = node(*told.place);
    for (const auto& source : told.sources) event.sources.push_back(node(source));
    event.topic = told.topic;
    event.modality = told.modality;
    event.rule = "test";
    extraction.events.push_back(event);
    return *this;
}

Article& Article::say(const Who& speaker, const char* words, std::optional<Stance> about_last) {
    auto& extraction = m_out.extraction;
    Statement statement;
    statement.id = m_out.document.id + "-s" + std::to_string(extraction.statements.size());
    statement.speaker = node(speaker);
    statement.sentence = append(words);
    statement.cue = {statement.sentence.begin, statement.sentence.begin + 2};
    statement.content = {statement.sentence.begin + 3, statement.sentence.end};
    statement.quotes.push_back({statement.content, QuoteKind::direct});
    statement.sources.push_back(*statement.speaker);
    if (about_last) statement.about.push_back({EventIndex(extraction.events.size() - 1), *about_last});
    statement.rule = "test";
    extraction.statements.push_back(statement);
    return *this;
}

Article& Article::names(const Who& who, const char* words) {
    m_out.extraction.mentions.push_back({append(words), node(who)});
    return *this;
}

TemporaryStore::TemporaryStore() : m_folder(fresh_folder()) { reopen(OpenMode::create); }

TemporaryStore::~TemporaryStore() {
    m_store.reset();
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
}

void TemporaryStore::reopen(OpenMode mode) {
    m_store.reset();
    m_store.emplace(Store::open(path(), {.mode = mode}));
}

std::vector<Extracted> moscow_story() {
    const std::vector<Part> putin_kerry{{Role::agent, putin}, {Role::agent, kerry}, {Role::host, putin}};
    const std::vector<Part> kerry_lavrov{{Role::agent, kerry}, {Role::agent, lavrov}};
    const auto planned = Modality::planned;
    const auto talks = EventType::talks;
    Article a0("000", "2016-07-14T18:00:00+03:00");
    a0.tell({.parts = putin_kerry,
             .from = "2016-07-14",
             .to = "2016-07-14",
             .dated = true,
             .place = moscow,
             .modality = planned,
             .words = "The president receives the secretary today"});
    a0.tell({.type = talks,
             .parts = kerry_lavrov,
             .from = "2016-07-15",
             .to = "2016-07-15",
             .dated = true,
             .place = moscow,
             .modality = planned,
             .words = "Tomorrow he holds talks with the minister"});
    a0.names(kerry, "\u0643\u064A\u0631\u064A");

    Article a1("001", "2016-05-29T20:00:00+03:00");
    a1.tell({.type = EventType::call,
             .parts = kerry_lavrov,
             .from = "2016-05-29",
             .to = "2016-05-29",
             .dated = true,
             .words = "The two ministers spoke by telephone"});

    Article a2("002", "2016-07-20T08:00:00+03:00");
    a2.tell({.type = EventType::visit,
             .parts = {{Role::agent, kerry}, {Role::host, russia}},
             .from = "2016-07-11",
             .to = "2016-07-17",
             .dated = true,
             .place = moscow,
             .words = "During his visit last week"});
    a2.tell({.type = talks,
             .parts = {{Role::agent, kerry}, {Role::agent, putin}, {Role::agent, lavrov}},
             .to = "2016-07-20",
             .place = moscow,
             .words = "Talks he held with the president and the minister"});
    a2.tell({.type = talks,
             .parts = {{Role::agent, russia}, {Role::agent, usa}},
             .from = "2016-07-19",
             .to = "2016-07-19",
             .dated = true,
             .place = geneva,
             .words = "Experts began consultations yesterday"});

    Article a3("003", "2016-07-27T12:00:00+03:00", "Outlet B");
    a3.tell({.parts = kerry_lavrov,
             .from = "2016-07-26",
             .to = "2016-07-26",
             .dated = true,
             .place = laos,
             .words = "They met again yesterday"});
    a3.tell({.parts = kerry_lavrov, .to = "2016-07-27", .words = "The meeting dealt with a plan"});

    Article a4("004", "2016-07-15T16:46:38+04:00", "Outlet C");
    a4.tell({.type = talks,
             .parts = {{Role::agent, kerry}, {Role::agent, putin}},
             .to = "2016-07-15",
             .words = "Serious and frank talks with the president"});
    a4.tell({.type = talks,
             .parts = {{Role::agent, putin}, {Role::agent, kerry}},
             .from = "2016-07-14",
             .to = "2016-07-14",
             .dated = true,
             .words = "The talks on Thursday lasted long"});
    a4.tell({.type = talks,
             .parts = {{Role::agent, putin}, {Role::agent, kerry}},
             .from = "2016-07-14",
             .to = "2016-07-14",
             .dated = true,
             .modality = Modality::denied,
             .sources = {kremlin},
             .topic = "direct military cooperation",
             .words = "Cooperation was not discussed on Thursday"});
    a4.tell({.parts = kerry_lavrov, .from = "2016-07-14", .to = "2016-07-15", .words = "The minister shakes his hand"});
    a4.tell({.parts = kerry_lavrov,
             .from = "2016-07-15",
             .to = "2016-07-15",
             .dated = true,
             .place = moscow,
             .words = "On Friday he met the minister"});
    a4.tell({.type = EventType::visit,
             .parts = {{Role::agent, kerry}, {Role::host, russia}},
             .from = "2016-07-14",
             .to = "2016-07-15",
             .dated = true,
             .place = moscow,
             .words = "The second and last day of the visit"});
    a4.say(kremlin, "It was not on the table", Stance::denies);
    return {a0.done(), a1.done(), a2.done(), a3.done(), a4.done()};
}

}  // namespace story
