package io.adskull.classifier.evidence;

import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether what a platform said of a token may be believed, before a person is told to connect again: one refusal
/// alone is not. A token just issued is refused for seconds by some platforms, and one path may refuse what all
/// others take.
public sealed interface SecondOpinion {
    /// A second refusal that comes sooner after the first is the same one.
    Duration PAUSE = Duration.ofSeconds(1);

    /// The same for a token that was issued less than [#NEW] before.
    Duration PAUSE_WHEN_NEW = Duration.ofSeconds(15);

    Duration NEW = Duration.ofMinutes(1);

    /// So many calls that are refused, and none that works, need not wait for the rest.
    int ENOUGH_CALLS = 3;

    /// A call that worked longer ago is not waited for.
    Duration LATELY = Duration.ofMinutes(30);

    /// Two answers say so.
    record Confirmed(String why) implements SecondOpinion {}

    /// The token was taken after it had been refused.
    ///
    /// @param again whether it was refused again after that
    record Contradicted(boolean again) implements SecondOpinion {}

    /// Only one answer says so yet.
    record None() implements SecondOpinion {}

    /// @param calls of one account; at least one of them refuses the token
    /// @param connectionMayTell whether its other accounts are still being asked: what this account is refused may
    // be
    /// the account's own trouble, however often it is repeated
    static SecondOpinion of(
            Collection<Call> calls,
            Optional<ConnectionStanding> connection,
            Duration pause,
            boolean connectionMayTell) {
        List<Told> refusals =
                lately(calls.stream().filter(Call::refusesToken).map(Call::told).toList());
        Instant first = refusals.stream()
                .map(Told::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant newestBegan = refusals.stream()
                .map(Told::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant last =
                refusals.stream().map(Told::at).max(Comparator.naturalOrder()).orElseThrow();
        boolean taken = calls.stream()
                .map(Call::told)
                .anyMatch(told ->
                        told != null && !told.refusesToken() && !told.at().isBefore(newestBegan));
        boolean twice = !last.isBefore(first.plus(pause));
        if (taken) {
            return new Contradicted(twice);
        }
        Optional<Instant> dead = connection.flatMap(standing -> Optional.ofNullable(standing.deadAt()));
        if (dead.isPresent()) {
            return new Confirmed("The platform also refused for good to renew the key, at " + clock(dead.get()) + ".");
        }
        if (connection.map(ConnectionStanding::standing).orElse(Standing.UNKNOWN) == Standing.REFUSED) {
            return new Confirmed("It is the key: no account of the connection is answered any more.");
        }
        boolean othersSilent = !connectionMayTell
                || connection.filter(ConnectionStanding::isHeard).isPresent();
        if (twice && othersSilent && (enough(calls) || nothingElseToAsk(calls, first))) {
            return new Confirmed("Asked again, the platform refused the key a second time: at " + clock(first)
                    + " and at " + clock(last) + ".");
        }
        return new None();
    }

    /// Whether these refusals are of the token as far as this account can see, and not of one call among others
    /// that may still be answered.
    ///
    /// @param calls at least one of them refuses the token
    static boolean throughout(Collection<Call> calls) {
        Instant first = lately(calls.stream()
                        .filter(Call::refusesToken)
                        .map(Call::told)
                        .toList())
                .stream()
                .map(Told::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return enough(calls) || nothingElseToAsk(calls, first);
    }

    /// @param issuedAt when the token's consent was given
    static Duration pause(Optional<Instant> issuedAt, Instant refusedAt) {
        return issuedAt.filter(at -> !at.isAfter(refusedAt) && at.plus(NEW).isAfter(refusedAt))
                        .isPresent()
                ? PAUSE_WHEN_NEW
                : PAUSE;
    }

    /// A call that was refused long ago and not made since is not the first of these refusals.
    private static List<Told> lately(List<Told> refusals) {
        Instant last =
                refusals.stream().map(Told::at).max(Comparator.naturalOrder()).orElseThrow();
        return refusals.stream()
                .filter(told -> !told.at().isBefore(last.minus(LATELY)))
                .toList();
    }

    private static boolean enough(Collection<Call> calls) {
        List<Call> refused = calls.stream().filter(Call::refusesToken).toList();
        return refused.size() >= ENOUGH_CALLS
                || refused.size() > 1 && refused.stream().anyMatch(call -> call.resource() == Resource.ACCOUNT);
    }

    /// Whether no other call worked shortly before, so that its next answer could still contradict.
    private static boolean nothingElseToAsk(Collection<Call> calls, Instant first) {
        return calls.stream()
                .map(Call::told)
                .noneMatch(told ->
                        told != null && !told.refusesToken() && !told.at().isBefore(first.minus(LATELY)));
    }

    private static String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
