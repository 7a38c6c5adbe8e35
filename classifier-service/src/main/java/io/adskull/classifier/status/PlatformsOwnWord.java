package io.adskull.classifier.status;

import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.status.PlatformIncident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Adds to an incident that blames the platform what the platform itself says. It decides nothing: a status
/// page is late, and its incident may be another one. Pure.
public final class PlatformsOwnWord {
    private static final Set<Cause> OF_THE_PLATFORM = Set.of(Cause.PLATFORM_ERROR, Cause.PLATFORM_MAINTENANCE);

    /// A word that nobody took back for so long, for its reader may be away, is no evidence any more.
    private static final Duration STALE = Duration.ofDays(7);

    private static final int MOST = 3;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private PlatformsOwnWord() {}

    /// Whether a platform's word would add to it.
    public static boolean concerns(Remediation remediation) {
        return OF_THE_PLATFORM.contains(remediation.incident().cause());
    }

    /// @param reported by the incident's platform
    public static Remediation witnessed(Remediation remediation, List<PlatformIncident> reported) {
        List<String> sentences = reported.stream()
                .filter(word -> isOpen(word, remediation.at()))
                .sorted(Comparator.comparing(PlatformIncident::publishedAt)
                        .reversed()
                        .thenComparing(PlatformIncident::guid))
                .limit(MOST)
                .map(PlatformsOwnWord::sentence)
                .toList();
        if (!concerns(remediation) || sentences.isEmpty()) {
            return remediation;
        }
        Incident incident = with(remediation.incident(), sentences);
        return switch (remediation) {
            case Remediation.Opened opened -> new Remediation.Opened(incident, opened.at());
            case Remediation.Updated updated -> new Remediation.Updated(incident, updated.at(), updated.change());
            // What it was is told as it was; whether the platform still speaks of it says nothing any more.
            case Remediation.Resolved resolved -> resolved;
        };
    }

    private static boolean isOpen(PlatformIncident word, Instant at) {
        return word.open() && at.isBefore(word.publishedAt().plus(STALE));
    }

    private static String sentence(PlatformIncident word) {
        return word.platform().displayName() + " itself reports an incident since " + MINUTE.format(word.publishedAt())
                + " UTC: \"" + word.title() + "\"" + (word.link() == null ? "." : " (" + word.link() + ").");
    }

    private static Incident with(Incident of, List<String> more) {
        return new Incident(
                of.id(),
                of.tenant(),
                of.account(),
                of.accountName(),
                of.businessName(),
                of.connection(),
                of.resource(),
                of.cause(),
                of.actor(),
                of.severity(),
                of.confidence(),
                of.automaticAction(),
                of.title(),
                of.explanation(),
                of.steps(),
                of.forwardable(),
                of.docs(),
                of.logId(),
                of.requestId(),
                Stream.concat(of.evidence().stream(), more.stream()).toList(),
                of.code(),
                of.message(),
                of.endpoint(),
                of.httpStatus(),
                of.openedAt(),
                of.lastSeenAt(),
                of.occurrences(),
                of.traceId(),
                of.check(),
                of.mistakenFor());
    }
}
