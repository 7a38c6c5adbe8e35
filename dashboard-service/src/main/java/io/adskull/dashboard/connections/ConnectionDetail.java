package io.adskull.dashboard.connections;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One connection; also its JSON.
///
/// @param kind what it is good for, such as `advertiser`; empty where no account tells
/// @param name what people call it
/// @param connectedAt of the newest consent; null where no account tells
/// @param askedBy who was signed in where that consent was asked for; null where that is not known
/// @param lastChange such as `REFRESHED`; null until something was heard of its credentials
/// @param reason why the last change went wrong
/// @param accessEndsAt of the present token, which a machine renews where the platform lets it; null where not by time
/// @param consentEndsAt after which only a person helps; null where none is known
/// @param accounts by name
/// @param scopesKnown whether it is known what was granted
/// @param scopes what AdSkull needs, what is missing first; empty where the platform has none
/// @param otherScopes what was granted besides, in the platform's words
public record ConnectionDetail(
        UUID id,
        Platform platform,
        String kind,
        String name,
        Standing standing,
        @Nullable Instant connectedAt,
        @Nullable String askedBy,
        @Nullable String lastChange,
        @Nullable Instant lastChangeAt,
        @Nullable String reason,
        @Nullable Instant accessEndsAt,
        @Nullable Instant consentEndsAt,
        List<ReachedAccount> accounts,
        boolean scopesKnown,
        List<NeededScope> scopes,
        List<String> otherScopes) {

    static final Comparator<ConnectionDetail> WORST_FIRST = Comparator.comparing(ConnectionDetail::standing)
            .thenComparing(ConnectionDetail::consentEndsAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ConnectionDetail::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ConnectionDetail::id);

    List<NeededScope> missing() {
        return scopes.stream().filter(scope -> !scope.granted()).toList();
    }

    boolean disconnected() {
        return standing == Standing.DISCONNECTED;
    }
}
