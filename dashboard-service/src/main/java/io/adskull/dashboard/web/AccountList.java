package io.adskull.dashboard.web;

import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Health;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One page of the account list, as searched and filtered.
///
/// @param matching how many accounts match on all pages
/// @param page from 1
public record AccountList(
        List<AccountView> shown, int matching, int page, int pages, String search, Optional<Health> health) {
    private static final int PAGE_SIZE = 50;

    /// @param page brought into range
    static AccountList of(List<AccountView> all, String search, Optional<Health> health, int page) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<AccountView> matching = all.stream()
                .filter(account -> health.isEmpty() || health.get() == account.health())
                .filter(account -> wanted.isEmpty() || words(account).contains(wanted))
                .toList();
        int pages = Math.max(1, (matching.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int current = Math.clamp(page, 1, pages);
        List<AccountView> shown = matching.stream()
                .skip((long) (current - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
        return new AccountList(shown, matching.size(), current, pages, search.strip(), health);
    }

    private static String words(AccountView account) {
        return String.join(
                        "\n",
                        account.name(),
                        account.accountId(),
                        account.businessName(),
                        account.platform().displayName())
                .toLowerCase(Locale.ROOT);
    }

    public boolean filtered() {
        return !search.isEmpty() || health.isPresent();
    }

    public String healthWord() {
        return health.map(Health::word).orElse("");
    }

    public boolean first() {
        return page == 1;
    }

    public boolean last() {
        return page == pages;
    }

    /// This list's own address.
    public String address() {
        return address(healthWord(), page);
    }

    public String previous() {
        return address(healthWord(), page - 1);
    }

    public String next() {
        return address(healthWord(), page + 1);
    }

    /// @param word of a health, empty for all
    public String showing(String word) {
        return address(word, 1);
    }

    private String address(String ofHealth, int number) {
        StringBuilder query = new StringBuilder();
        add(query, "q", search);
        add(query, "health", ofHealth);
        add(query, "page", number > 1 ? Integer.toString(number) : "");
        return "/" + query;
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
