package io.adskull.dashboard.web;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.overview.AccountQuery;
import io.adskull.dashboard.overview.AccountSlice;
import io.adskull.dashboard.overview.Grouping;
import io.adskull.dashboard.overview.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One page of the account list, as searched, filtered and grouped, and the addresses of its neighbours.
///
/// @param query what was asked for
public record AccountList(AccountSlice slice, AccountQuery query, Instant now) {
    public long matching() {
        return slice.matching();
    }

    public int page() {
        return slice.page();
    }

    public int pages() {
        return slice.pages();
    }

    public Matrix matrix() {
        return Matrix.of(slice, query.grouping(), now);
    }

    public boolean empty() {
        return slice.shown().isEmpty();
    }

    public boolean filtered() {
        return query.narrows();
    }

    public boolean isOf(Health health) {
        return query.health().filter(health::equals).isPresent();
    }

    public boolean isOf(Platform platform) {
        return query.platform().filter(platform::equals).isPresent();
    }

    public boolean isBy(Grouping grouping) {
        return query.grouping().filter(grouping::equals).isPresent();
    }

    public List<Grouping> groupings() {
        return List.of(Grouping.values());
    }

    public boolean first() {
        return page() == 1;
    }

    public boolean last() {
        return page() == pages();
    }

    /// This list's own address.
    public String address() {
        return address(query.page(page()));
    }

    public String previous() {
        return address(query.page(page() - 1));
    }

    public String next() {
        return address(query.page(page() + 1));
    }

    public String ofAny() {
        return address(query.health(Optional.empty()));
    }

    public String of(Health health) {
        return address(query.health(Optional.of(health)));
    }

    private static String address(AccountQuery query) {
        return new PageAddress("/")
                .with("q", query.search())
                .with("health", query.health().map(Health::word).orElse(""))
                .with("platform", query.platform().map(Platform::id).orElse(""))
                .with("group", query.grouping().map(Grouping::word).orElse(""))
                .with("page", query.page() > 1 ? Integer.toString(query.page()) : "")
                .text();
    }
}
