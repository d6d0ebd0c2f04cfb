// Properties that hold for any set of documents, tried with generated ones.

#include "story.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>

using namespace isnad;
using namespace story;

namespace {

const std::vector<const Who*>& people() {
    static const std::vector<const Who*> all{&kerry, &putin, &lavrov, &de_mistura, &russia, &usa};
    return all;
}

Day random_day() { return day("2016-07-01") + date::days{*rc::gen::inRange(0, 40)}; }

Told random_told(Day published, std::vector<std::string>& days) {
    Told told;
    told.type = *rc::gen::element(EventType::meeting, EventType::talks, EventType::visit, EventType::call,
                                  EventType::truce, EventType::proposal, EventType::attack, EventType::statement);
    for (const auto index :
         *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(0, 4), rc::gen::inRange(0, 6)))
        told.parts.push_back(
            {*rc::gen::element(Role::agent, Role::patient, Role::host), *people()[static_cast<std::size_t>(index)]});
    const auto first = random_day();
    const auto width = *rc::gen::element(0, 0, 0, 1, 6, 30, 90);
    days.push_back(to_string(first));
    days.push_back(to_string(first + date::days{width}));
    days.push_back(to_string(published));
    const auto shape = *rc::gen::inRange(0, 4);
    told.from = shape == 0 ? nullptr : days[days.size() - 3].c_str();
    told.to = shape == 1 ? nullptr : shape == 0 ? days.back().c_str() : days[days.size() - 2].c_str();
    told.dated = *rc::gen::arbitrary<bool>();
    const auto where = *rc::gen::inRange(0, 4);
    if (where == 1) told.place = moscow;
    if (where == 2) told.place = geneva;
    if (where == 3) told.place = laos;
    told.modality = *rc::gen::element(Modality::asserted, Modality::asserted, Modality::planned, Modality::denied,
                                      Modality::possible);
    told.topic =
        *rc::gen::element("", "military cooperation plan", "military cooperation draft", "border closing plan");
    if (*rc::gen::inRange(0, 3) == 0) told.sources.push_back(kremlin);
    return told;
}

std::vector<Extracted> random_story() {
    std::vector<Extracted> out;
    const auto count = *rc::gen::inRange<std::size_t>(1, 7);
    for (std::size_t i = 0; i < count; ++i) {
        const auto published = random_day();
        std::vector<std::string> days;
        days.reserve(64);  // Told points into it
        Article article(("d" + std::to_string(i)).c_str(), to_string(published).c_str(), i % 2 == 0 ? "A" : "");
        const auto tellings = *rc::gen::inRange(0, 6);
        for (int t = 0; t < tellings; ++t) article.tell(random_told(published, days));
        if (tellings > 0 && *rc::gen::arbitrary<bool>()) article.say(putin, "He said so", Stance::denies);
        article.names(kerry, "Mr Kerry");
        out.push_back(article.done());
    }
    return out;
}

std::string hash_of(const std::vector<Extracted>& story) {
    TemporaryStore store;
    store->add(story);
    return store->content_hash();
}

/// Always the same cases: a failure can be looked at again.
template <class Property>
bool holds(Property property) {
    rc::detail::TestParams params;
    params.seed = 20261122;
    params.maxSuccess = 60;
    const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
    std::ostringstream report;
    rc::detail::printResultMessage(result, report);
    UNSCOPED_INFO(report.str());
    return result.template is<rc::detail::SuccessResult>();
}

}  // namespace

TEST_CASE("the order of arrival and the size of batches do not count") {
    CHECK(holds([] {
        auto story = random_story();
        const auto hash = hash_of(story);
        TemporaryStore store;
        std::vector<std::size_t> order(story.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto turn = *rc::gen::inRange<std::size_t>(0, story.size());
        std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(turn), order.end());
        if (*rc::gen::arbitrary<bool>()) std::reverse(order.begin(), order.end());
        for (const auto i : order) {
            store->add({&story[i], 1});
            if (*rc::gen::arbitrary<bool>()) store->fuse();
        }
        RC_ASSERT(store->content_hash() == hash);
        RC_ASSERT(store->check().empty());
    }));
}

TEST_CASE("ingesting again, or forgetting and ingesting again, changes nothing") {
    CHECK(holds([] {
        const auto story = random_story();
        TemporaryStore store;
        store->add(story);
        const auto hash = store->content_hash();
        RC_ASSERT(store->add(story).unchanged == story.size());
        RC_ASSERT(store->content_hash() == hash);
        const auto& victim = story[*rc::gen::inRange<std::size_t>(0, story.size())];
        RC_ASSERT(store->forget(DocumentKey(victim.document.id)));
        if (*rc::gen::arbitrary<bool>()) RC_ASSERT(store->check().empty());
        store->add({&victim, 1});
        RC_ASSERT(store->content_hash() == hash);
        RC_ASSERT(store->check().empty());
    }));
}

TEST_CASE("merge then split is identity") {
    CHECK(holds([] {
        auto story = random_story();
        Article all("all", "2016-07-20");
        for (const auto* who : people()) all.tell({.parts = {{Role::agent, *who}}});
        story.push_back(all.done());
        TemporaryStore store;
        store->add(story);
        const auto hash = store->content_hash();
        const auto first = *rc::gen::inRange<std::size_t>(0, people().size());
        const auto second = (first + *rc::gen::inRange<std::size_t>(1, people().size())) % people().size();
        Judgement judgement;
        judgement.first = ActorKey(people()[first]->key);
        judgement.second = ActorKey(people()[second]->key);
        store->judge(judgement);
        RC_ASSERT(store->check().empty());
        RC_ASSERT(store->content_hash() != hash);
        judgement.kind = Judgement::Kind::split;
        store->judge(judgement);
        RC_ASSERT(store->content_hash() == hash);
        RC_ASSERT(store->check().empty());
    }));
}

TEST_CASE("every telling is told by an event, and none is lost") {
    CHECK(holds([] {
        const auto story = random_story();
        TemporaryStore store;
        store->add(story);
        std::set<std::string> told;
        for (const auto& event : load_view(*store).events)
            for (const auto& telling : event.tellings) told.insert(telling.key);
        std::size_t tellings = 0;
        for (const auto& extracted : story) tellings += extracted.extraction.events.size();
        RC_ASSERT(told.size() == tellings);
    }));
}
