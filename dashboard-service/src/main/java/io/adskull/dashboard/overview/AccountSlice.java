package io.adskull.dashboard.overview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One page of a list of accounts.
///
/// @param matching how many accounts match on all pages
/// @param page from 1; brought into range
/// @param groups how many accounts of each health the shown groups have on all pages; empty where nothing is grouped
public record AccountSlice(
        List<AccountView> shown, long matching, int page, int pages, Map<String, Map<Health, Long>> groups) {
    static Map<String, Map<Health, Long>> byGroup(List<AccountCount> counts) {
        Map<String, Map<Health, Long>> groups = new TreeMap<>();
        counts.forEach(count -> groups.computeIfAbsent(count.group(), group -> new TreeMap<>())
                .merge(count.health(), count.accounts(), Long::sum));
        return groups;
    }
}
