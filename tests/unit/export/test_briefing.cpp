#include "isnad/export/briefing.hpp"

#include "sample_view.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace isnad::testing;  // the makers of views

namespace {

using isnad::BriefingSection;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

isnad::BriefingOptions in(isnad::Tongue tongue) {
    isnad::BriefingOptions options;
    options.tongue = tongue;
    return options;
}

std::string markdown(const isnad::View& view, const isnad::BriefingOptions& options = {}) {
    std::ostringstream out;
    isnad::write_markdown(isnad::make_briefing(view, options), out);
    return out.str();
}

std::string html(const isnad::View& view, isnad::Tongue tongue = isnad::Tongue::en) {
    std::ostringstream out;
    isnad::write_html(isnad::make_briefing(view, in(tongue)), out);
    return out.str();
}

const BriefingSection* section(const isnad::Briefing& briefing, BriefingSection::Kind kind) {
    for (const BriefingSection& section : briefing.sections)
        if (section.kind == kind) return &section;
    return nullptr;
}

/// The meeting of meeting_view on another day, of other people, from one outlet.
isnad::EventInstance another(const isnad::View& view, const std::string& key, const char* when) {
    isnad::EventInstance out = view.events[0];
    out.key = isnad::EventKey(key);
    out.when = isnad::one_day(day(when));
    out.tellings = {telling(key + "-e1", 1, isnad::Modality::asserted, "x")};
    return out;
}

isnad::StatementNode statement(const std::string& key, std::size_t document, const std::string& words) {
    isnad::StatementNode out;
    out.key = key;
    out.document = isnad::DocumentRef(document);
    out.speaker = isnad::ActorRef(0);
    out.when = isnad::one_day(day("2016-07-14"));
    out.content = words;
    out.words = "Ann said " + words;
    out.quotes = {{words, isnad::QuoteKind::direct}};
    return out;
}

}  // namespace

TEST_CASE("an empty view makes an empty briefing") {
    CHECK(markdown(isnad::View{}).find("# Briefing\n") == 0);
    CHECK(html(isnad::View{}).find("<h1>Briefing</h1>") != std::string::npos);
}

TEST_CASE("a line ends in a number that leads to its articles, with their years, and to the key of the event") {
    isnad::View view = meeting_view("x");
    view.documents[0].outlet = "Gazette";
    const std::string text = markdown(view);
    CHECK(text.find("## Thursday 14 July 2016") != std::string::npos);
    CHECK(text.find("- Bob received Ann x in Town. *2 outlets* [1](#s1)") != std::string::npos);
    CHECK(text.find("1. <a id=\"s1\"></a>Gazette, 13 July 2016 (as planned); Paper, 15 July 2016, ") !=
          std::string::npos);
    CHECK(text.find("<https://example.org/INF/?a=1&b=%3C2%3E>") != std::string::npos);
    CHECK(text.find("`isnad explain 20160714-meeting-00000001`") != std::string::npos);
}

TEST_CASE("the period is what the articles were published in: what lies before it is background") {
    isnad::View view = meeting_view("x");
    view.events.push_back(another(view, "19670605-meeting-00000001", "1967-06-05"));
    const isnad::Briefing briefing = isnad::make_briefing(view);
    CHECK(isnad::to_string(*briefing.period.from) == "2016-07-13");
    CHECK(isnad::to_string(*briefing.period.to) == "2016-07-15");
    CHECK(section(briefing, BriefingSection::Kind::annex) == nullptr);
    isnad::BriefingOptions options;
    options.annex = true;
    const isnad::Briefing whole = isnad::make_briefing(view, options);
    REQUIRE(section(whole, BriefingSection::Kind::annex) != nullptr);
    CHECK(section(whole, BriefingSection::Kind::annex)->lines.front().key == "19670605-meeting-00000001");
}

TEST_CASE("a period of more than two weeks is told by week, and a week has so many lines") {
    isnad::View view = meeting_view("x");
    view.documents.push_back(document("d3", "2016-08-20", "Paper"));
    isnad::EventInstance call = view.events[0];
    call.key = isnad::EventKey("20160715-call-00000001");
    call.type = isnad::EventType::call;
    view.events.push_back(call);
    isnad::BriefingOptions options;
    const isnad::Briefing all = isnad::make_briefing(view, options);
    REQUIRE(section(all, BriefingSection::Kind::week) != nullptr);
    CHECK(section(all, BriefingSection::Kind::week)->lines.size() == 2);
    CHECK(section(all, BriefingSection::Kind::week)->lines.front().when == "Thursday 14 July");
    options.lines = 1;
    CHECK(section(isnad::make_briefing(view, options), BriefingSection::Kind::week)->lines.size() == 1);
}

TEST_CASE("the most important days are sections of one day each") {
    isnad::View view = meeting_view("x");
    view.documents[1].published.day = day("2016-08-20");
    view.events.push_back(another(view, "20160818-meeting-00000001", "2016-08-18"));
    view.events[0].tellings.erase(view.events[0].tellings.begin());
    isnad::BriefingOptions options;
    options.days = 1;
    const isnad::Briefing briefing = isnad::make_briefing(view, options);
    REQUIRE(briefing.sections.size() == 1);
    CHECK(briefing.sections[0].kind == BriefingSection::Kind::day);
    CHECK(briefing.sections[0].when == isnad::one_day(day("2016-08-18")));  // fresh; the other one is recalled
}

TEST_CASE("plans stand apart; one that came about is told once, by what became of it; one called off says so") {
    isnad::View view = meeting_view("");
    isnad::EventInstance plan = another(view, "20160720-meeting-00000002", "2016-07-20");
    plan.modality = isnad::Modality::planned;
    plan.tellings = {telling("d1-e2", 0, isnad::Modality::planned, "x")};
    view.events.push_back(plan);
    const isnad::Briefing briefing = isnad::make_briefing(view);
    REQUIRE(section(briefing, BriefingSection::Kind::ahead) != nullptr);
    CHECK(section(briefing, BriefingSection::Kind::ahead)->lines.front().text == "Bob to receive Ann  in Town");
    view.events[1].when = isnad::one_day(day("2016-07-15"));
    CHECK(section(isnad::make_briefing(view), BriefingSection::Kind::ahead) == nullptr);
    view.events[1].when = isnad::one_day(day("2016-07-20"));
    view.events[1].modality = isnad::Modality::denied;
    view.events[1].accounts = {0, 1, 1};
    view.events[1].tellings.push_back(telling("d2-e2", 1, isnad::Modality::denied, "x"));
    CHECK(markdown(view).find("**Called off or denied:**") != std::string::npos);
}

TEST_CASE("disagreement is shown with its numbers, and who denies") {
    isnad::View view = meeting_view("x");
    view.events[0].disputed = true;
    view.events[0].accounts = {2, 1, 0};
    view.statements[0].about = {{view.events[0].key, isnad::Stance::denies}};
    view.statements[0].speaker = isnad::ActorRef(1);
    const std::string text = markdown(view);
    CHECK(text.find("## Disputed or denied") != std::string::npos);
    CHECK(text.find("**Disputed:** Bob received Ann x in Town") != std::string::npos);
    CHECK(text.find("\\[2 sources say so, one denies it; denied by Bob\\]") != std::string::npos);
}

TEST_CASE("one outlet alone is told only with a second party or an object") {
    isnad::View view = meeting_view("");
    view.events[0].type = isnad::EventType::criticism;
    view.events[0].place.reset();
    view.events[0].topic.clear();
    view.events[0].participants = {{isnad::Role::agent, isnad::ActorRef(0)}};
    view.documents[0].outlet = "Paper";
    CHECK(isnad::make_briefing(view).sections.empty());
    isnad::BriefingOptions options;
    options.all = true;
    CHECK_FALSE(isnad::make_briefing(view, options).sections.empty());
    view.documents[0].outlet = "Gazette";
    CHECK_FALSE(isnad::make_briefing(view).sections.empty());
}

TEST_CASE("where the clause has no object the best title stands in its place, as the outlet's words") {
    isnad::View view = meeting_view("");
    view.events[0].type = isnad::EventType::agreement;
    view.events[0].place.reset();
    view.events[0].participants = {{isnad::Role::agent, isnad::ActorRef(0)}};
    view.events[0].tellings[1].words = "Ann agreed to open the road to Town";
    view.documents[1].title = "Ann agreed: the road is open";
    CHECK(
        markdown(view).find("agreed, in the headline of Paper: \u201C\u2068Ann agreed: the road is open\u2069\u201D") !=
        std::string::npos);
    view.documents[1].title = "A quiet weekend elsewhere";
    CHECK(markdown(view).find("in the words of Paper: \u201C\u2068Ann agreed to open the road to Town\u2069\u201D") !=
          std::string::npos);
}

TEST_CASE("parties are those that most of the articles about the event name") {
    isnad::View view = meeting_view("");
    view.actors.push_back(actor("person/z", isnad::NodeType::person, "Zoe"));
    view.events[0].participants.push_back({isnad::Role::agent, isnad::ActorRef(3)});
    const std::vector<isnad::Played> both{{isnad::Role::agent, isnad::ActorRef(0)},
                                          {isnad::Role::host, isnad::ActorRef(1)}};
    view.events[0].tellings.push_back(view.events[0].tellings[1]);
    view.events[0].tellings.push_back(view.events[0].tellings[1]);
    for (auto& telling : view.events[0].tellings) telling.parties = both;
    view.events[0].tellings.back().parties.push_back({isnad::Role::agent, isnad::ActorRef(3)});
    CHECK(markdown(view).find("Zoe") == std::string::npos);
}

TEST_CASE("a telling that adds nothing joins the line that tells more") {
    isnad::View view = meeting_view("");
    view.statements.clear();
    view.events.push_back(view.events[0]);
    view.events[1].key = isnad::EventKey("20160714-talks-00000002");
    view.events[1].type = isnad::EventType::talks;
    view.events[1].place.reset();
    CHECK(isnad::make_briefing(view).sources.size() == 1);
    view.events[1].type = isnad::EventType::call;
    CHECK(isnad::make_briefing(view).sources.size() == 2);
}

TEST_CASE("what two outlets report in other words of one saying is one line") {
    isnad::View view = meeting_view("");
    view.events.clear();
    view.documents[0].outlet = "Gazette";
    view.statements = {statement("d1-s1", 0, "We will keep the road to the old Town open"),
                       statement("d2-s1", 1, "The road to the old Town will remain open, we promise")};
    const isnad::Briefing briefing = isnad::make_briefing(view);
    REQUIRE(briefing.sources.size() == 1);
    CHECK(briefing.sources[0].outlets == "2 outlets");
    CHECK(briefing.sources[0].text.find(" said: \u201C\u2068We will keep") != std::string::npos);
}

TEST_CASE("hostile text stays text in the briefing, on one line and without direction marks of its own") {
    for (const isnad::Tongue tongue : {isnad::Tongue::en, isnad::Tongue::ar}) {
        const std::string text = markdown(meeting_view(hostile), in(tongue));
        CHECK(text.find("<b") == std::string::npos);
        CHECK(text.find("</script>") == std::string::npos);
        CHECK(text.find('\x1B') == std::string::npos);
        CHECK(count(text, "\u2068") == count(text, "\u2069"));
    }
}

TEST_CASE("tags keep their underlines in Markdown") {
    isnad::View view = meeting_view("");
    view.events.clear();
    view.statements = {statement("d2-s1", 1, "We stand with #open_roads and with _nobody_ else")};
    CHECK(markdown(view).find("#open_roads and with \\_nobody\\_ else") != std::string::npos);
}

TEST_CASE("the page is in its language and direction, without scripts, whatever the texts hold") {
    const std::string english = html(meeting_view(hostile));
    CHECK(english.find("<html lang=\"en\" dir=\"ltr\">") != std::string::npos);
    CHECK(english.find("<script") == std::string::npos);
    CHECK(english.find("<b a=") == std::string::npos);
    CHECK(english.find('\x1B') == std::string::npos);
    CHECK(count(english, "<li") == count(english, "</li>"));
    CHECK(html(meeting_view("x"), isnad::Tongue::ar).find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
}

TEST_CASE("Arabic numbers take their forms: one, two, three to ten, eleven and more") {
    isnad::View view = meeting_view("");
    view.events[0].disputed = true;
    const auto remark = [&](std::size_t assert_it, std::size_t deny_it) {
        view.events[0].accounts = {assert_it, deny_it, 0};
        return isnad::make_briefing(view, in(isnad::Tongue::ar)).sections.front().lines.front().remark;
    };
    const std::string source = "\u0645\u0635\u062F\u0631";
    const std::string two = source + "\u0627\u0646";
    const std::string plural = "\u0645\u0635\u0627\u062F\u0631";
    CHECK(remark(1, 1).find(source + " \u0648\u0627\u062D\u062F") != std::string::npos);
    CHECK(remark(2, 1).find(two) != std::string::npos);
    CHECK(remark(3, 1).find("3 " + plural) != std::string::npos);
    CHECK(remark(10, 1).find("10 " + plural) != std::string::npos);
    CHECK(remark(11, 1).find("11 " + source + "\u0627") != std::string::npos);
    CHECK(remark(102, 1).find("102 " + source) != std::string::npos);
    CHECK(remark(103, 2).find("103 " + plural) != std::string::npos);
}
