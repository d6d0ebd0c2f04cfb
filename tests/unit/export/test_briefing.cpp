#include "isnad/export/briefing.hpp"

#include "sample_view.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace isnad::testing;  // the makers of views

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

isnad::Briefing briefing(const isnad::View& view, isnad::Tongue tongue = isnad::Tongue::en) {
    isnad::BriefingOptions options;
    options.tongue = tongue;
    return isnad::make_briefing(view, options);
}

std::string markdown(const isnad::View& view, isnad::Tongue tongue = isnad::Tongue::en) {
    std::ostringstream out;
    isnad::write_markdown(briefing(view, tongue), out);
    return out.str();
}

std::string html(const isnad::View& view, isnad::Tongue tongue = isnad::Tongue::en) {
    std::ostringstream out;
    isnad::write_html(briefing(view, tongue), out);
    return out.str();
}

isnad::StatementNode statement(const std::string& key, const std::string& words, std::size_t speaker) {
    isnad::StatementNode out;
    out.key = key;
    out.document = isnad::DocumentRef(1);
    out.speaker = isnad::ActorRef(speaker);
    out.cue = "stressed";
    out.content = words;
    out.words = "Ann stressed " + words;
    return out;
}

}  // namespace

TEST_CASE("an empty view makes an empty briefing") {
    CHECK(markdown(isnad::View{}).find("# Briefing\n") == 0);
    CHECK(html(isnad::View{}).find("<h1>Briefing</h1>") != std::string::npos);
}

TEST_CASE("a line of the briefing has its day, its sentence and both ways it was told") {
    const std::string text = markdown(meeting_view("x"));
    CHECK(text.find("## Thursday 14 July 2016") != std::string::npos);
    CHECK(text.find("- Bob received Ann x in Town") != std::string::npos);
    CHECK(text.find("planned: \u2068x\u2069, 13 July; reported: \u2068Paper\u2069, 15 July") != std::string::npos);
}

TEST_CASE("plans are marked as plans and stand apart, with their day") {
    isnad::View view = meeting_view("x");
    isnad::EventInstance plan = view.events[0];
    plan.key = isnad::EventKey("20160714-call-00000001");
    plan.type = isnad::EventType::call;
    plan.modality = isnad::Modality::planned;
    plan.participants = {{isnad::Role::agent, isnad::ActorRef(0)}, {isnad::Role::patient, isnad::ActorRef(1)}};
    view.events.insert(view.events.begin(), plan);
    const std::string text = markdown(view);
    const std::size_t plans = text.find("## Planned or expected");
    CHECK(plans > text.find("Bob received Ann x"));
    CHECK(text.find("- **Thursday 14 July 2016:** **Planned:** Ann x to speak by telephone with Bob") > plans);
}

TEST_CASE("a plan that came about is cited by the fact and told once") {
    isnad::View view = meeting_view("");
    isnad::EventInstance plan = view.events[0];
    plan.key = isnad::EventKey("20160714-talks-00000001");
    plan.type = isnad::EventType::talks;
    plan.modality = isnad::Modality::planned;
    plan.tellings = {telling("d1-e2", 0, isnad::Modality::planned, "x")};
    view.events.push_back(plan);
    CHECK(markdown(view).find("Planned or expected") == std::string::npos);
    view.events[1].when = isnad::one_day(day("2016-07-20"));
    CHECK(markdown(view).find("Planned or expected") != std::string::npos);
}

TEST_CASE("disagreement is shown with its numbers") {
    isnad::View view = meeting_view("x");
    view.events[0].disputed = true;
    view.events[0].accounts = {2, 1, 0};
    CHECK(markdown(view).find("**Disputed:** Bob received Ann x in Town") != std::string::npos);
    CHECK(markdown(view).find("\\[") == std::string::npos);
    CHECK(markdown(view).find("[2 sources say so, one denies it]") != std::string::npos);
    view.statements[0].about = {{view.events[0].key, isnad::Stance::denies}};
    view.statements[0].speaker = isnad::ActorRef(1);
    CHECK(markdown(view).find("[2 sources say so, one denies it; Bob denies it]") != std::string::npos);
}

TEST_CASE("hostile text stays text in the briefing, on one line and without direction marks of its own") {
    for (const isnad::Tongue tongue : {isnad::Tongue::en, isnad::Tongue::ar}) {
        const std::string text = markdown(meeting_view(hostile), tongue);
        CHECK(text.find("<b") == std::string::npos);
        CHECK(text.find("</script>") == std::string::npos);
        CHECK(text.find('\x1B') == std::string::npos);
        CHECK(count(text, "\u2068") == count(text, "\u2069"));
        const std::string quoted = text.substr(text.find("\u2068"));
        CHECK(quoted.find("\u2028") == std::string::npos);
    }
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

TEST_CASE("what has no day of its own stands on the day of its report and says so") {
    isnad::View view = meeting_view("x");
    view.events[0].when = {std::nullopt, day("2016-07-15")};
    view.events[0].certainty = isnad::Certainty::vague;
    const std::string text = markdown(view);
    CHECK(text.find("## Friday 15 July 2016") != std::string::npos);
    CHECK(text.find("in Town (in the words of the report: \u2068x\u2069). [day not given]") != std::string::npos);
}

TEST_CASE("a telling that adds nothing joins the line that tells more") {
    isnad::View view = meeting_view("");
    view.events.push_back(view.events[0]);
    view.events[1].key = isnad::EventKey("20160714-talks-00000002");
    view.events[1].type = isnad::EventType::talks;
    view.events[1].place.reset();
    CHECK(count(markdown(view), "\n- ") == 2);  // the meeting, and what Ann said
    view.events[1].type = isnad::EventType::call;
    CHECK(count(markdown(view), "\n- ") == 3);
}

TEST_CASE("one party alone is not a meeting, and a country beside its own minister is no second party") {
    isnad::View view = meeting_view("");
    view.actors[0].country = "AAA";
    view.actors[1].country = "AAA";
    view.actors[1].type = isnad::NodeType::country;
    view.events[0].place.reset();
    view.statements.clear();
    CHECK(briefing(view).sections.empty());
    CHECK(markdown(view).find("Nothing is known for this period") != std::string::npos);
}

TEST_CASE("a bare denial of what another line tells as done says nothing") {
    isnad::View view = meeting_view("");
    view.events.push_back(view.events[0]);
    view.events[1].key = isnad::EventKey("20160714-talks-00000002");
    view.events[1].modality = isnad::Modality::denied;
    view.events[1].polarity = isnad::Polarity::negative;
    CHECK(markdown(view).find("**Denied:**") == std::string::npos);
    view.events[1].topic = "the schedule";
    CHECK(markdown(view).find("**Denied:**") != std::string::npos);
}

TEST_CASE("a sentence is quoted once, with the verb it was said with") {
    isnad::View view = meeting_view("");
    const std::string words = "that all sides should keep to what was agreed in Town";
    view.statements = {statement("d2-s1", words, 0), statement("d2-s2", words, 0),
                       statement("d2-s3", "to what was agreed in Town", 0)};
    const std::string text = markdown(view);
    CHECK(text.find("Ann , as reported: \u00AB\u2068stressed " + words + "\u2069\u00BB.") != std::string::npos);
    CHECK(count(text, "what was agreed in Town") == 1);
}

TEST_CASE("Arabic numbers take their forms: one, two, three to ten, eleven and more") {
    isnad::View view = meeting_view("");
    view.events[0].disputed = true;
    view.events[0].accounts = {2, 1, 0};
    const auto remark = [&](std::size_t assert_it, std::size_t deny_it) {
        view.events[0].accounts = {assert_it, deny_it, 0};
        return briefing(view, isnad::Tongue::ar).sections.front().lines.front().remark;
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
