package io.adskull.poller.probe;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a template of a plan may name: `{accountId}`, and `{today}` and `{yesterday}` as UTC dates, or a part of one as
/// `{yesterday:M}`, in the letters of Java's date patterns.
public record Placeholders(String accountId, LocalDate today) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)(?::([dMy]+))?}");
    static final Set<String> KNOWN = Set.of("accountId", "today", "yesterday");

    public static Placeholders of(AccountKey account, Instant at) {
        return new Placeholders(account.accountId(), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /// The first name in `template` that is none of ours.
    static Optional<String> unknownIn(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .findFirst();
    }

    String fill(String template) {
        // Most templates name nothing.
        return template.indexOf('{') < 0
                ? template
                : PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        return switch (found.group(1)) {
            case "accountId" -> accountId;
            case "today" -> date(today, found.group(2));
            case "yesterday" -> date(today.minusDays(1), found.group(2));
            default -> throw new IllegalArgumentException("unknown placeholder " + found.group());
        };
    }

    private static String date(LocalDate day, @org.jspecify.annotations.Nullable String part) {
        return part == null ? day.toString() : DateTimeFormatter.ofPattern(part).format(day);
    }
}
