// isnad who: one actor: names, descriptions, deeds and words.

#include "commands.hpp"
#include "options.hpp"
#include "terminal.hpp"

#include "isnad/export/briefing.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

class WhoCommand : public Command {
public:
    std::string name() const override { return "who"; }
    std::string summary() const override { return "One actor: names, offices, what was done and said"; }
    std::string example() const override { return "isnad who \"Sergey Lavrov\" --lang ar"; }

    void setup(CLI::App& app) override {
        app.add_option("name", m_name, "A person, body or country, in Arabic or Latin letters")
            ->required()
            ->type_name("NAME");
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        add_db_option(app, m_db);
        m_language.add_to(app);
    }

    int run(Terminal& terminal) override {
        const auto as_of = day_option(m_as_of, "--as-of");
        const Store store = Store::open(m_db);
        const WhoAnswer answer = who(store, m_name, as_of);
        if (!known(answer.name, terminal)) return exit_failed;
        const Actor& actor = *answer.name.actor;
        std::ostream& out = terminal.out();
        const auto line = [&](const char* label, const std::string& text) {
            if (!text.empty()) out << fmt::format("{:<14}{}\n", label, text);
        };
        line("name", actor.any_name());
        if (!actor.name_en.empty()) line("in Arabic", actor.name_ar);
        line("type", to_string(actor.type));
        line("country", actor.country);
        line("description", actor.description);
        line("Wikidata", actor.wikidata);
        line("key", actor.key.text());
        list(out, "called", answer.namings);
        list(out, "described as", answer.descriptions);
        out << '\n';
        BriefingOptions options;
        options.tongue = m_language.tongue();
        options.about = name_in(actor, options.tongue);
        write_markdown(make_briefing(answer.view, options), out);
        return exit_done;
    }

private:
    static void list(std::ostream& out, const char* label, const std::vector<Naming>& namings) {
        constexpr std::size_t most = 8;
        for (std::size_t i = 0; i < std::min(namings.size(), most); ++i) {
            out << fmt::format("{:<14}{} ({})\n", i == 0 ? label : "", namings[i].text, namings[i].times);
        }
    }

    std::string m_name;
    std::string m_as_of;
    std::string m_db = "story.db";
    LanguageOption m_language;
};

}  // namespace

std::unique_ptr<Command> make_who_command() { return std::make_unique<WhoCommand>(); }

}  // namespace isnad::app
