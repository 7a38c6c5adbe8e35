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
    // refusals
    /// began, and nothing that worked after: an account that is refused while its campaigns are shown is visible.
    public Visibility visibility(Instant since) {
        Optional<Instant> shownAt = told(since)
                .filter(call -> shows(call.told()))
                .map(call -> call.told().at())
                .max(Comparator.naturalOrder());
        Optional<Instant> refusedFrom = told(since)
                .filter(call -> call.resource() == Resource.ACCOUNT && refuses(call.told()))
                .map(call -> call.told().since())
                .max(Comparator.naturalOrder());
        if (refusedFrom.isPresent()) {
            boolean shownSince =
                    shownAt.filter(at -> !at.isBefore(refusedFrom.get())).isPresent();
            return shownSince ? Visibility.VISIBLE : Visibility.HIDDEN;
        }
        return shownAt.isPresent() ? Visibility.VISIBLE : Visibility.UNKNOWN;
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

    private java.util.stream.Stream<Call> told(Instant since) {
        return calls.stream()
                .filter(call -> call.told() != null && !call.told().at().isBefore(since));
    }

    private List<Call> newestFirst(Instant since, boolean working) {
        return told(since)
                .filter(call -> call.works() == working)
                .sorted(Comparator.comparing((Call call) -> call.resource() == null)
                        .thenComparing(Call::answeredAt, Comparator.reverseOrder()))
                .toList();
    }

    private static String named(List<Call> calls) {
        Call example = calls.getFirst();
        return example.displayName() + " at " + MINUTE.format(example.answeredAt());
    }

    private static boolean shows(Told told) {
        return told.works() || SHOWN.contains(told.cause());
    }

    private static boolean refuses(Told told) {
        return !told.works() && REFUSED.contains(told.cause());
    }
}
