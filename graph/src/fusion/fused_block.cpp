#include "digest.hpp"
#include "fusion/summary.hpp"
#include "sqlite.hpp"

namespace isnad::graph {

namespace {

/// Digests of events; that of a part takes in those of its wholes.
class EventDigests {
public:
    EventDigests(const FusionBlock& block, FusedBlock& fused) : m_block(block), m_fused(fused) {
        m_fused.digests.assign(fused.drafts.size(), 0);
        m_done.assign(fused.drafts.size(), false);
    }

    std::int64_t of(std::size_t i) {
        if (m_done[i]) return m_fused.digests[i];
        m_done[i] = true;
        Digest digest;
        digest.text(m_fused.keys[i].text());
        add_members(digest, m_fused.drafts[i]);
        add_summary(digest, m_fused.summaries[i]);
        for (const auto whole : m_fused.drafts[i].wholes) digest.number(of(whole));
        return m_fused.digests[i] = number_of(digest.finish());
    }

private:
    void add_members(Digest& digest, const Draft& draft) const {
        for (const auto m : draft.members) digest.text(m_block.mentions[m].document).text(m_block.mentions[m].key);
    }

    void add_summary(Digest& digest, const Summary& s) const {
        for (const auto& day : {s.when.from, s.when.to})
            digest.maybe(day ? std::optional(sqlite::day_number(*day)) : std::nullopt);
        for (const auto number :
             {static_cast<std::size_t>(s.type), static_cast<std::size_t>(s.certainty),
              static_cast<std::size_t>(s.modality), static_cast<std::size_t>(s.polarity), s.accounts.assert_it,
              s.accounts.deny_it, s.accounts.expect_it, s.independent_sources, static_cast<std::size_t>(s.support)})
            digest.number(static_cast<std::int64_t>(number));
        digest.text(s.place ? m_block.actors[*s.place].key : std::string()).text(s.topic);
        for (const auto& party : s.parties)
            digest.number(static_cast<std::int64_t>(party.role)).text(m_block.actors[party.actor].key);
    }

    const FusionBlock& m_block;
    FusedBlock& m_fused;
    std::vector<bool> m_done;
};

}  // namespace

FusedBlock fuse_and_summarise(const FusionBlock& block) {
    FusedBlock out;
    out.drafts = fuse(block);
    for (const auto& draft : out.drafts) {
        out.summaries.push_back(summarise(block, draft));
        out.keys.push_back(event_key(block, draft, out.summaries.back()));
    }
    EventDigests digests(block, out);
    for (std::size_t i = 0; i < out.drafts.size(); ++i) digests.of(i);
    return out;
}

}  // namespace isnad::graph
