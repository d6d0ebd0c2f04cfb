// isnad explain: why the store says what it says about one event.

#include "commands.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

std::string days(const Interval& when) {
    const auto day = [](const std::optional<Day>& value) { return value ? to_string(*value) : std::string("open"); };
    return when.from == when.to ? day(when.from) : day(when.from) + " .. " + day(when.to);
}

class ExplainCommand : public Command {
public:
    std::string name() const override { return "explain"; }
    std::string summary() const override { return "Why: the sentences, the rules that fired, the date arithmetic"; }
    std::string example() const override {
        return "isnad explain 20160714-meeting-1f6a\n\n"
               "An event is named by its key (isnad met NAME --format json), the beginning of one, or a telling's id.";
    }

    void setup(CLI::App& app) override {
        app.add_option("event", m_event, "Key of an event, or its beginning")->required()->type_name("EVENT");
        add_db_option(app, m_db);
        m_language.add_to(app);
    }

    int run(Terminal& terminal) override {
        const Store store = Store::open(m_db);
        const std::optional<View> view = explain(store, m_event);
        if (!view || view->events.empty()) {
            terminal.error(fmt::format("no event \"{}\", or several that begin so", m_event));
            return exit_failed;
        }
        for (const EventInstance& event : view->events) write(*view, event, terminal.out());
        return exit_done;
    }

private:
    void write(const View& view, const EventInstance& event, std::ostream& out) const {
        const auto line = [&](const char* label, const std::string& text) {
            if (!text.empty()) out << fmt::format("{:<13}{}\n", label, visible(text));
        };
        const auto name = [&](ActorRef actor) { return name_in(view.actor(actor), m_language.tongue()); };
        line("event", event.key.text());
        line("type",
             fmt::format("{} (PLOVER {}, CAMEO {})", info(event.type).name,
                         info(event.type).plover.empty() ? "none" : info(event.type).plover, info(event.type).cameo));
        line("when", fmt::format("{} ({})", days(event.when), to_string(event.certainty)));
        line("modality", std::string(to_string(event.modality)) + (event.disputed ? ", disputed" : ""));
        if (event.place) line("where", name(*event.place));
        for (const Played& played : event.participants) line(to_string(played.role), name(played.actor));
        line("topic", one_line(event.topic, 200));
        line("sources", fmt::format("{} independent: {} assert, {} deny, {} expect", event.independent_sources,
                                    event.accounts.assert_it, event.accounts.deny_it, event.accounts.expect_it));
        for (const Telling& telling : event.tellings) write(view, telling, out);
    }

    void write(const View& view, const Telling& telling, std::ostream& out) const {
        const SourceDocument& document = view.document(telling.document);
        const auto line = [&](const char* label, const std::string& text) {
            if (!text.empty()) out << fmt::format("    {:<11}{}\n", label, visible(text));
        };
        out << fmt::format("\n  {} in {}, published {}{}\n", visible(telling.key), visible(document.id.text()),
                           to_string(document.published),
                           document.outlet.empty() ? "" : ", " + visible(document.outlet));
        if (document.inferred) {
            line("inferred", days(document.inferred->days));
            for (const std::string& reason : document.inferred->reasons) line("because", one_line(reason, 300));
        }
        line("text", one_line(telling.words, 1000));
        line("trigger", one_line(telling.trigger, 200));
        line("rule", telling.rule);
        line("says",
             fmt::format("{}, {}, {}", info(telling.type).name, to_string(telling.modality), days(telling.when)));
        std::string chain;
        for (const ActorRef source : telling.sources) {
            chain += (chain.empty() ? "" : " > ") + name_in(view.actor(source), m_language.tongue());
        }
        line("on word of", chain);
        if (!telling.time) {
            line("date", "no expression of its own: bounded by the publication");
            return;
        }
        line("date from", one_line(telling.time->text, 200));
        line("value", fmt::format("{} = {} ({})", telling.time->value, days(telling.time->interval),
                                  to_string(telling.time->certainty)));
        line("time rule", telling.time->rule);
        line("arithmetic", telling.time->arithmetic);
    }

    std::string m_event;
    std::string m_db = "story.db";
    LanguageOption m_language;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace isnad::app
