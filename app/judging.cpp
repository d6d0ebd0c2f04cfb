#include "judging.hpp"

#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

const char* word(Judgement::Kind kind) { return kind == Judgement::Kind::merge ? "merge" : "split"; }

std::string now() {
    const auto time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return date::format("%FT%TZ", time);
}

std::string author_of(const std::string& given) {
    if (!given.empty()) return given;
    for (const char* variable : {"ISNAD_AUTHOR", "USER", "LOGNAME"}) {
        const char* value = std::getenv(variable);
        if (value == nullptr || *value == '\0') continue;
        if (find_malformed_utf8(value)) throw UsageError(fmt::format("{} is not UTF-8; give --author NAME", variable));
        return value;
    }
    throw UsageError("nobody is known to judge: give --author NAME, or set ISNAD_AUTHOR");
}

std::string titled(const Actor& actor) { return fmt::format("{} ({})", actor.any_name(), actor.key.text()); }

/// The one actor of a name, as the documents have it; reports why there is none.
std::optional<Actor> settled(const Store& store, const std::string& name, Terminal& terminal) {
    NameLookup lookup = find_actor(store, name, Identity::told);
    if (lookup.actor && !lookup.others.empty()) {
        std::string message = fmt::format("\"{}\" fits several; give one of the keys: {}", name, titled(*lookup.actor));
        for (const Actor& other : lookup.others) message += ", " + titled(other);
        terminal.error(message);
        return std::nullopt;
    }
    if (!known(lookup, terminal)) return std::nullopt;
    return std::move(lookup.actor);
}

/// Stores may hold judgements of a time when their bytes were not looked at.
std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json to_json(std::size_t number, const Judgement& judgement) {
    return {{"number", number},
            {"kind", word(judgement.kind)},
            {"first", judgement.first.text()},
            {"second", judgement.second.text()},
            {"author", judgement.author},
            {"made_at", judgement.made_at},
            {"note", judgement.note}};
}

}  // namespace

void JudgingCommand::setup(CLI::App& app) {
    const bool merge = m_kind == Judgement::Kind::merge;
    auto* first = app.add_option("first", m_first, "A name or a key (isnad who --doubtful lists keys)");
    auto* second = app.add_option("second", m_second, merge ? "The same actor under another name" : "Another actor");
    first->type_name("NAME")->needs(second);
    second->type_name("NAME");
    app.add_option("--author", m_author, "Who judges; otherwise ISNAD_AUTHOR, or the user of this machine")
        ->type_name("NAME");
    app.add_option("--at", m_at, "When it was judged, if not now")->type_name("TIME");
    app.add_option("--note", m_note, "Why")->type_name("TEXT");
    auto* list = app.add_flag("--list", m_list, "List all judgements, oldest first")->excludes(first);
    app.add_option("--undo", m_undo, "Take back the judgement of this number in the list")
        ->type_name("N")
        ->excludes(first)
        ->excludes(list)
        ->check(CLI::PositiveNumber);
    app.add_option("--format", m_format, "table or json")
        ->capture_default_str()
        ->check(CLI::IsMember({"table", "json"}));
    add_db_option(app, m_db);
}

int JudgingCommand::run(Terminal& terminal) {
    if (m_list) return list(terminal);
    if (m_undo != 0) return undo(terminal);
    if (m_first.empty() || m_second.empty()) throw UsageError("two names are needed, or --list, or --undo N");
    return judge(terminal);
}

Judgement JudgingCommand::signed_judgement() const {
    Judgement out;
    out.kind = m_kind;
    out.author = author_of(m_author);
    const auto at = time_option(m_at, "--at");
    out.made_at = at ? to_string(*at) : now();
    out.note = m_note;
    return out;
}

int JudgingCommand::judge(Terminal& terminal) const {
    auto judgement = signed_judgement();
    Store opened = Store::open(m_db, {OpenMode::read_write, {}});
    const auto first = settled(opened, m_first, terminal);
    if (!first) return exit_failed;
    const auto second = settled(opened, m_second, terminal);
    if (!second) return exit_failed;
    if (m_kind == Judgement::Kind::merge && first->type != second->type)
        terminal.note(
            fmt::format("they are of different types: {} and {}", to_string(first->type), to_string(second->type)));
    judgement.first = first->key;
    judgement.second = second->key;
    store(opened, std::move(judgement), terminal);
    return exit_done;
}

int JudgingCommand::undo(Terminal& terminal) const {
    auto judgement = signed_judgement();
    Store opened = Store::open(m_db, {OpenMode::read_write, {}});
    const auto all = opened.judgements();
    if (m_undo > all.size()) {
        terminal.error(fmt::format("there is no judgement {}; isnad merge --list shows all {}", m_undo, all.size()));
        return exit_failed;
    }
    const Judgement& old = all[m_undo - 1];
    judgement.kind = old.kind == Judgement::Kind::merge ? Judgement::Kind::split : Judgement::Kind::merge;
    judgement.first = old.first;
    judgement.second = old.second;
    if (judgement.note.empty()) judgement.note = fmt::format("takes back {}", m_undo);
    store(opened, std::move(judgement), terminal);
    return exit_done;
}

void JudgingCommand::store(Store& store, Judgement judgement, Terminal& terminal) const {
    store.judge(judgement);
    store.fuse();
    const auto number = store.judgements().size();
    if (m_format == "json") {
        terminal.out() << dumped(to_json(number, judgement)) << '\n';
    } else {
        terminal.out() << fmt::format("{}: {} and {} {}, by {} at {}{}\n", number, visible(judgement.first.text()),
                                      visible(judgement.second.text()),
                                      judgement.kind == Judgement::Kind::merge ? "are one" : "are two",
                                      visible(judgement.author), visible(judgement.made_at),
                                      judgement.note.empty() ? "" : " (" + visible(judgement.note) + ")");
    }
    if (judgement.kind == Judgement::Kind::split) {
        const auto first = find_actor(store, judgement.first.text()).actor;
        const auto second = find_actor(store, judgement.second.text()).actor;
        if (first && second && first->key == second->key)
            terminal.note(fmt::format("they still count as {}: other judgements join them", titled(*first)));
    }
}

int JudgingCommand::list(Terminal& terminal) const {
    const Store opened = Store::open(m_db);
    const auto all = opened.judgements();
    if (m_format == "json") {
        Json out = Json::array();
        for (std::size_t i = 0; i < all.size(); ++i) out.push_back(to_json(i + 1, all[i]));
        terminal.out() << dumped(out) << '\n';
        return exit_done;
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < all.size(); ++i)
        rows.push_back({std::to_string(i + 1), word(all[i].kind), all[i].first.text(), all[i].second.text(),
                        all[i].made_at, all[i].author, one_line(all[i].note, 100)});
    if (rows.empty())
        terminal.note("nobody has judged yet");
    else
        write_table(terminal.out(), {"N", "KIND", "FIRST", "SECOND", "AT", "AUTHOR", "NOTE"}, rows);
    return exit_done;
}

}  // namespace isnad::app
