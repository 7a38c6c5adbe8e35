package io.adskull.dashboard.overview;

import io.adskull.contract.account.Platform;
import java.util.Optional;

/// Which accounts, in which order, and which part of them.
///
/// @param search words of the name, number, business or platform; empty for all
/// @param grouping accounts of one group stand together, the group with the worst account first; empty for the worst
/// account first
/// @param page from 1
public record AccountQuery(
        String search, Optional<Health> health, Optional<Platform> platform, Optional<Grouping> grouping, int page) {
    /// How many accounts a page has.
    static final int SIZE = 50;

    public static AccountQuery all() {
        return new AccountQuery("", Optional.empty(), Optional.empty(), Optional.empty(), 1);
    }

    public AccountQuery {
        search = new Search(search).text();
    }

    public AccountQuery health(Optional<Health> wanted) {
        return new AccountQuery(search, wanted, platform, grouping, 1);
    }

    public AccountQuery platform(Optional<Platform> wanted) {
        return new AccountQuery(search, health, wanted, grouping, 1);
    }

    public AccountQuery grouping(Optional<Grouping> wanted) {
        return new AccountQuery(search, health, platform, wanted, 1);
    }

    public AccountQuery page(int wanted) {
        return new AccountQuery(search, health, platform, grouping, wanted);
    }

    /// Whether it leaves accounts out.
    public boolean narrows() {
        return !search.isEmpty() || health.isPresent() || platform.isPresent();
    }
}
