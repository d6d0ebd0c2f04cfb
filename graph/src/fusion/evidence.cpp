#include "fusion/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace isnad::graph {

namespace {

constexpr int tight_days = 2;              // between the first and the last
constexpr std::size_t most_of_outlet = 4;  // documents of one outlet that count
constexpr int fresh_days = 2;              // from the day to the publication of fresh news of it
constexpr int late = 7;                    // days from which a day is told from memory
constexpr double half_support = 0.7;       // weight of accounts that gives half of full support

// How often an account was right, by what its sentence says (11,236 articles, pairs of gold/met.tsv and sixteen more).
constexpr double by_occasion = 1.0;
constexpr double by_verb = 0.8;
constexpr double by_light_verb = 0.8;
constexpr double by_noun = 0.35;
constexpr double by_talking = 0.2;
constexpr double carried_day = 0.35;
constexpr double planned_day = 0.4;
constexpr double among_others = 0.6;
constexpr double from_memory = 0.7;
constexpr double fresh_news = 0.5;
constexpr double fresh_call = 0.6;  // old calls are seldom told without their day
constexpr double undated = 0.2;
constexpr double wide = 0.5;  // "last week": the day is one of several
constexpr double undated_event = 0.5;

constexpr double expects_it = 1.0;
constexpr double denies_it = 0.3;
constexpr double other_day = 0.3;
constexpr double silent = 0.15;

double grounding(const Account& a) {
    if (a.talked) return by_talking;
    switch (a.told_by) {
        case ToldBy::occasion: return by_occasion;
        case ToldBy::verb: return by_verb;
        case ToldBy::light_verb: return by_light_verb;
        case ToldBy::noun: return by_noun;
    }
    return by_noun;
}

bool bounded(const Interval& when) { return when.from && when.to; }

/// News of the day, or an account without any day.
bool dayless(const Account& a) { return a.basis == DayBasis::news || !bounded(a.when); }

}  // namespace

bool looks_ahead(Modality modality) {
    return modality == Modality::planned || modality == Modality::possible || modality == Modality::conditional;
}

bool tight(const Interval& when) { return bounded(when) && (*when.to - *when.from).count() <= tight_days; }

double names_day(const Account& a) {
    if (a.modality != Modality::asserted && a.modality != Modality::planned) return 0;
    if (!tight(a.when) || (a.basis != DayBasis::stated && a.basis != DayBasis::carried)) return 0;
    double out = a.basis == DayBasis::stated ? 1.0 : carried_day;
    if (a.modality == Modality::planned || a.published < *a.when.from)
        out *= planned_day;
    else
        out *= grounding(a) * ((a.published - *a.when.from).count() > late ? from_memory : 1.0);
    return a.crowded ? out * among_others : out;
}

double speaks_for(const Account& a, Day day) {
    if (const auto weight = names_day(a); weight > 0) return std::abs((*a.when.from - day).count()) <= 1 ? weight : 0;
    if (a.modality != Modality::asserted || a.earlier) return 0;
    if (!dayless(a)) return *a.when.from <= day && day <= *a.when.to ? wide * grounding(a) : 0;
    const auto age = (a.published - day).count();
    if (age < 0 || age > fresh_days) return 0;
    const double fresh = a.call ? fresh_call : fresh_news;
    return (a.basis == DayBasis::news && !a.talked ? fresh : undated) * (a.crowded ? among_others : 1.0);
}

double speaks_against(const Account& a, Day day, Day known) {
    if (a.published <= day || a.published > known || speaks_for(a, day) > 0) return 0;
    if (looks_ahead(a.modality)) return !a.when.to || *a.when.to > a.published ? expects_it : 0;
    if (a.modality == Modality::denied) return denies_it;
    return names_day(a) > 0 ? other_day : silent;
}

double says_so(const Account& a) {
    if (a.modality == Modality::planned) return planned_day;
    if (a.modality != Modality::asserted) return 0;
    const double day = a.basis == DayBasis::stated ? 1.0 : a.basis == DayBasis::none ? undated_event : fresh_news;
    return grounding(a) * (tight(a.when) ? day : undated_event * day);
}

double says_not(const Account& a) { return a.modality == Modality::denied ? 1.0 : 0.0; }

double WeightSum::sum(std::vector<Weighed> weights) const {
    std::map<std::string_view, std::map<std::string_view, double>> by_outlet;
    for (const auto& [i, weight] : weights) {
        auto& of_document = by_outlet[m_accounts[i].outlet][m_accounts[i].document];
        of_document = std::max(of_document, weight);
    }
    double out = 0;
    std::vector<double> of_outlet;
    for (const auto& [outlet, documents] : by_outlet) {
        of_outlet.clear();
        for (const auto& [document, weight] : documents) of_outlet.push_back(weight);
        std::sort(of_outlet.begin(), of_outlet.end(), std::greater<>());
        of_outlet.resize(std::min(of_outlet.size(), most_of_outlet));
        double share = 1;
        for (const auto weight : of_outlet) {
            out += share * weight;
            share /= 2;
        }
    }
    return out;
}

int support_of(double for_it, double against_it) {
    if (for_it <= 0) return 0;
    const auto full = 1 - std::exp2(-for_it / half_support);
    return static_cast<int>(std::lround(100 * full * for_it / (for_it + against_it)));
}

}  // namespace isnad::graph
