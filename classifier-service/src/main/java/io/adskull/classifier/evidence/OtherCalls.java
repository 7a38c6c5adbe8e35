package io.adskull.classifier.evidence;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Circumstances.Visibility;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the other calls for an account say about one of them that fails.
public record OtherCalls(List<Call> calls) {
    /// The platform refused the account itself.
    private static final Set<Cause> REFUSED = Set.of(Cause.ACCOUNT_ACCESS_MISSING, Cause.RESOURCE_PERMISSION_MISSING);

    /// The platform showed the account, though it is not in order.
    private static final Set<Cause> SHOWN = Set.of(Cause.ACCOUNT_DISABLED, Cause.BILLING_REQUIRED);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static OtherCalls than(String endpoint, Collection<Call> calls) {
        return new OtherCalls(
                calls.stream().filter(call -> !call.endpoint().equals(endpoint)).toList());
    }

    /// Whether the account was seen at `since` or later. A refusal of the account outweighs what worked before the
    /// refusals began, and nothing that worked after: an account that is refused while its campaigns are shown is
    /// visible.
    public Visibility visibility(Instant since) {
        Optional<Instant> shownAt =
                words(since).filter(Word::shows).map(word -> word.told().at()).max(Comparator.naturalOrder());
        Optional<Instant> refusedFrom = words(since)
                .filter(Word::refusesAccount)
                .map(word -> word.told().since())
                .max(Comparator.naturalOrder());
        if (refusedFrom.isPresent()) {
            boolean shownSince =
                    shownAt.filter(at -> !at.isBefore(refusedFrom.get())).isPresent();
            return shownSince ? Visibility.VISIBLE : Visibility.HIDDEN;
        }
        return shownAt.isPresent() ? Visibility.VISIBLE : Visibility.UNKNOWN;
    }

    /// Whether another call showed the account later than at `time`.
    public boolean shownAfter(Instant time) {
        return words(time).anyMatch(word -> word.shows() && word.told().at().isAfter(time));
    }

    /// The same in words for people; empty when the other calls say nothing.
    public List<String> sentences(Instant since) {
        List<String> sentences = new ArrayList<>();
        List<Call> working = newestFirst(since, true);
        if (working.size() == 1) {
            sentences.add("Another call for this account works: " + named(working) + ".");
        } else if (!working.isEmpty()) {
            sentences.add(working.size() + " other calls for this account work, for example " + named(working) + ".");
        }
        List<Call> failing = newestFirst(since, false);
        if (failing.size() == 1) {
            sentences.add("Another call for this account fails as well: " + named(failing) + ".");
        } else if (!failing.isEmpty()) {
            sentences.add(
                    failing.size() + " other calls for this account fail as well, for example " + named(failing) + ".");
        }
        return sentences;
    }

    /// A call that told something lately.
    private record Word(Call call, Told told) {
        boolean shows() {
            return told.works() || SHOWN.contains(told.cause());
        }

        boolean refusesAccount() {
            return call.resource() == Resource.ACCOUNT && !told.works() && REFUSED.contains(told.cause());
        }
    }

    private Stream<Word> words(Instant since) {
        return calls.stream()
                .flatMap(call -> Stream.ofNullable(call.told()).map(told -> new Word(call, told)))
                .filter(word -> !word.told().at().isBefore(since));
    }

    private List<Call> newestFirst(Instant since, boolean working) {
        return words(since)
                .filter(word -> word.told().works() == working)
                .map(Word::call)
                .sorted(Comparator.comparing((Call call) -> call.resource() == null)
                        .thenComparing(Call::answeredAt, Comparator.reverseOrder()))
                .toList();
    }

    private static String named(List<Call> calls) {
        Call example = calls.getFirst();
        return example.displayName() + " at " + MINUTE.format(example.answeredAt());
    }
}
