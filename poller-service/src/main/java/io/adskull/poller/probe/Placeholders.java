package io.adskull.poller.probe;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a template of a plan may name: `{accountId}`, and `{today}` and `{yesterday}` as UTC dates.
public record Placeholders(String accountId, LocalDate today) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    static final Set<String> KNOWN = Set.of("accountId", "today", "yesterday");

    public static Placeholders of(AccountKey account, Instant at) {
        return new Placeholders(account.accountId(), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /// The first name in `template` that is none of ours.
    static java.util.Optional<String> unknownIn(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .findFirst();
    }

    String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String name) {
        return switch (name) {
            case "accountId" -> accountId;
            case "today" -> today.toString();
            case "yesterday" -> today.minusDays(1).toString();
            default -> throw new IllegalArgumentException("unknown placeholder {" + name + "}");
        };
    }
}
