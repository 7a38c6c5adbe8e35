package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.evidence.KeptAnswer;
import io.adskull.classifier.evidence.KeptAnswer.WaitsFor;
import io.adskull.classifier.evidence.SecondOpinion;
import io.adskull.classifier.evidence.TokenWord;
import io.adskull.classifier.evidence.TokenWord.Said;
import io.adskull.classifier.incident.Transition.Aside;
import io.adskull.classifier.wide.PlatformWord;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an account said to its connection and its platform, and what it heard from them. It speaks when it has
/// news, and else once a minute at most, so that an account in order costs next to nothing.
///
/// @param connection what the connection said; null when it was not asked, or said nothing
/// @param toConnection the newest word to the connection
/// @param toPlatform the newest word to the platform
/// @param wideIncident of the platform, which this account's failures are part of; null when there is none
/// @param askedSince an account of the same connection wants to know whether the key was taken at this time or
/// later; null when none asks, or it was told
public record Letters(
        @Nullable ConnectionStanding connection,
        @Nullable TokenWord toConnection,
        PlatformWord.@Nullable Before toPlatform,
        @Nullable String wideIncident,
        @Nullable Instant askedSince) {
    private static final Duration ROUTINE = Duration.ofMinutes(1);

    /// A failure that was not seen again for so long is over.
    private static final Duration ABANDONED = Duration.ofDays(1);

    record Written(Letters letters, List<Aside> asides) {}

    static Letters none() {
        return new Letters(null, null, null, null, null);
    }

    Letters heard(ConnectionStanding standing) {
        return new Letters(standing, toConnection, toPlatform, wideIncident, askedSince);
    }

    /// The connection asks; an earlier question is answered with a later one.
    Letters asked(Instant since) {
        Instant latest = askedSince != null && askedSince.isAfter(since) ? askedSince : since;
        return new Letters(connection, toConnection, toPlatform, wideIncident, latest);
    }

    /// Whether another account of the connection waits for an answer.
    boolean isAsked() {
        return askedSince != null;
    }

    /// The account is reached by another connection now.
    Letters elsewhere() {
        return new Letters(null, null, toPlatform, wideIncident, null);
    }

    Letters partOf(@Nullable String incident) {
        return new Letters(connection, toConnection, toPlatform, incident, askedSince);
    }

    /// @param descriptions of failures beyond the account's own that came with the newest answer
    Written write(
            AccountKey account,
            String tenant,
            Optional<ConnectedAccount> connected,
            Collection<Call> calls,
            List<Incident> descriptions,
            Instant now) {
        List<Aside> asides = new ArrayList<>();
        Optional<TokenWord> token = connected
                .map(details -> tokenWord(account, calls, toConnection))
                .filter(word -> toConnection == null
                        ? word.said() != Said.NOTHING || word.asks()
                        : isNews(word, toConnection) || answers(word));
        token.ifPresent(word ->
                asides.add(new Aside.ToConnection(connected.orElseThrow().connection(), word)));
        Optional<PlatformWord> platform = platformWord(account, tenant, calls, descriptions, now);
        platform.ifPresent(word -> asides.add(new Aside.ToPlatform(word)));
        boolean outage = platform.map(PlatformWord::told)
                .or(() -> Optional.ofNullable(toPlatform))
                .filter(PlatformWord.Before::outage)
                .isPresent();
        return new Written(
                new Letters(
                        token.isPresent() && isAnotherQuestion(token.get()) ? null : connection,
                        token.orElse(toConnection),
                        platform.map(PlatformWord::told).orElse(toPlatform),
                        outage ? wideIncident : null,
                        calls.stream().anyMatch(call -> answersAt(call.answeredAt())) ? null : askedSince),
                asides);
    }

    /// The last words of an account that goes, or that another connection reaches from now on.
    List<Aside> farewell(AccountKey account, String tenant, Optional<ConnectionId> left, Instant at, boolean gone) {
        List<Aside> asides = new ArrayList<>();
        if (toConnection != null) {
            var word = new TokenWord(account, Said.GONE, at, at, false);
            left.ifPresent(connection -> asides.add(new Aside.ToConnection(connection, word)));
        }
        if (gone && toPlatform != null) {
            asides.add(
                    new Aside.ToPlatform(new PlatformWord(account, tenant, at, Set.of(), List.of(), toPlatform, true)));
        }
        return asides;
    }

    private static boolean isNews(TokenWord word, TokenWord before) {
        return word.isNewsAfter(before) || !word.at().isBefore(before.at().plus(ROUTINE));
    }

    private boolean answers(TokenWord word) {
        return answersAt(word.at());
    }

    private boolean answersAt(Instant at) {
        return askedSince != null && !at.isBefore(askedSince);
    }

    /// What was answered to another question says nothing about this one.
    private boolean isAnotherQuestion(TokenWord word) {
        return !word.asks()
                || toConnection == null
                || !toConnection.asks()
                || !word.since().equals(toConnection.since());
    }

    private static TokenWord tokenWord(AccountKey account, Collection<Call> calls, @Nullable TokenWord before) {
        Optional<Instant> refusedSince = refusals(calls).min(Comparator.naturalOrder());
        Optional<Instant> newestRefusal = refusals(calls).max(Comparator.naturalOrder());
        Optional<Instant> takenAt = calls.stream()
                .filter(call -> call.expiredSince() == null)
                .flatMap(call -> Stream.ofNullable(call.told()))
                .filter(told -> !told.refusesToken())
                .map(told -> told.at())
                .max(Comparator.naturalOrder());
        boolean doubtful = newestRefusal
                .filter(began -> takenAt.filter(at -> !at.isBefore(began)).isEmpty())
                .isPresent();
        // One call that refuses what others may still take says nothing to other accounts: they may meet the same.
        boolean refused = doubtful && calls.stream().anyMatch(Call::refusesToken) && SecondOpinion.throughout(calls);
        Instant newest = calls.stream()
                .map(Call::answeredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant at = doubtful ? newest : takenAt.orElse(newest);
        Optional<Instant> question = questions(calls).min(Comparator.naturalOrder());
        Said said = refused ? Said.REFUSED : takenAt.isPresent() && !doubtful ? Said.ALIVE : Said.NOTHING;
        Instant asked = question.filter(first -> before != null && before.asks() && before.said() == said)
                .map(first -> Objects.requireNonNull(before).since())
                .or(() -> question)
                .orElse(at);
        Instant since = doubtful ? refusedSince.orElse(at) : asked;
        return new TokenWord(account, said, at, since, question.isPresent());
    }

    private static Stream<Instant> refusals(Collection<Call> calls) {
        return calls.stream()
                .flatMap(call -> call.told() != null && call.told().refusesToken()
                        ? Stream.of(call.told().since())
                        : Stream.ofNullable(call.expiredSince()));
    }

    /// When the answers came that more evidence could still explain.
    private static Stream<Instant> questions(Collection<Call> calls) {
        return calls.stream().flatMap(call -> {
            KeptAnswer kept = call.kept();
            return kept != null && !kept.waitsFor(WaitsFor.OTHERS)
                    ? Stream.of(call.answeredAt())
                    : Stream.ofNullable(call.expiredSince());
        });
    }

    private Optional<PlatformWord> platformWord(
            AccountKey account, String tenant, Collection<Call> calls, List<Incident> descriptions, Instant now) {
        Instant newest = calls.stream()
                .map(Call::answeredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        calls.stream()
                .filter(call -> call.answeredAt().isAfter(newest.minus(ABANDONED)))
                .flatMap(call -> Stream.ofNullable(call.wide()))
                .forEach(causes::add);
        // A clock that is ahead would push everybody else out of the platform's window.
        Instant at = newest.isAfter(now) ? now : newest;
        if (calls.isEmpty()
                || toPlatform != null
                        && toPlatform.causes().equals(causes)
                        && at.isBefore(toPlatform.at().plus(ROUTINE))) {
            return Optional.empty();
        }
        return Optional.of(new PlatformWord(account, tenant, at, causes, descriptions, toPlatform, false));
    }
}
