package io.adskull.dashboard.history;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.IncidentView;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to write to a platform's support about an incident: plain text with what they ask for first. Uses no word of
/// our own, and passes on nothing that looks like a token.
public record SupportTicket(IncidentView incident) {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /// No word, code or id in a platform's message is as long; its tokens are longer.
    private static final Pattern LOOKS_SECRET = Pattern.compile("[A-Za-z0-9_+~|-]{40,}");
    /// What a platform or person wrote stays on its line.
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");

    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        lines.add("");
        lines.add("Platform: " + platform());
        if (!wholePlatform()) {
            lines.add("Ad account: " + account());
        }
        add(lines, "Business", incident.businessName());
        if (incident.resource() != Resource.ACCOUNT) {
            lines.add("What fails: " + incident.resource().displayName());
        }
        add(lines, "API endpoint", incident.endpoint());
        lines.add("HTTP status: " + (incident.httpStatus() == null ? "none, no answer came" : incident.httpStatus()));
        add(lines, "Error code", incident.code());
        add(lines, "Error message", message());
        add(lines, "Log ID", incident.logId());
        if (!Objects.equals(incident.requestId(), incident.logId())) {
            add(lines, "Request ID", incident.requestId());
        }
        lines.add("First seen: " + UTC.format(incident.openedAt()));
        lines.add("Last seen: " + UTC.format(incident.lastSeenAt()));
        lines.add("Seen: " + times());
        lines.add(
                incident.resolvedAt() == null
                        ? "Now: still failing"
                        : "Now: works again since " + UTC.format(incident.resolvedAt()));
        lines.add("");
        lines.add("What was already tried:");
        tried().forEach(sentence -> lines.add("- " + sentence));
        return String.join("\n", lines) + "\n";
    }

    private String summary() {
        boolean over = incident.resolvedAt() != null;
        String what = incident.resource() == Resource.ACCOUNT
                ? "calls"
                : "calls for " + incident.resource().displayName();
        String whose = wholePlatform() ? "" : " of ad account " + account();
        return platform() + " API: " + what + whose + " " + failure(over) + when();
    }

    private String when() {
        String from = UTC.format(incident.openedAt());
        return incident.resolvedAt() == null
                ? " since " + from
                : " from " + from + " to " + UTC.format(incident.resolvedAt());
    }

    private String failure(boolean over) {
        if (incident.httpStatus() == null) {
            return over ? "got no answer" : "get no answer";
        }
        String code = incident.code() == null ? "" : ", error code " + line(incident.code());
        return (over ? "failed" : "fail") + " with HTTP status " + incident.httpStatus() + code;
    }

    private List<String> tried() {
        List<String> tried = new ArrayList<>();
        if (incident.occurrences() > 1) {
            tried.add("The same call was made " + times() + ", the last time at " + UTC.format(incident.lastSeenAt())
                    + ", with the same result.");
        } else {
            tried.add("The call was made once.");
        }
        switch (incident.automaticAction()) {
            case RETRY_WITH_BACKOFF -> tried.add("We wait longer after each failure before the call is made again.");
            case REFRESH_TOKEN -> tried.add("The access token is renewed with its refresh token.");
            case RETEST_SLOWLY, NONE -> {
                // Said by how often it was seen.
            }
        }
        return tried;
    }

    private String times() {
        return incident.occurrences() == 1 ? "1 time" : incident.occurrences() + " times";
    }

    private String platform() {
        return incident.platform().displayName();
    }

    private boolean wholePlatform() {
        return incident.account().isWholePlatform();
    }

    private String account() {
        String name = line(incident.accountName());
        return name.isEmpty() || name.equals(incident.accountId())
                ? incident.accountId()
                : name + " (ID " + incident.accountId() + ")";
    }

    private @Nullable String message() {
        return incident.message() == null
                ? null
                : LOOKS_SECRET.matcher(incident.message()).replaceAll("[removed]");
    }

    private static void add(List<String> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(label + ": " + line(value));
        }
    }

    private static String line(String text) {
        return LINE_BREAKING.matcher(text).replaceAll(" ").strip();
    }
}
