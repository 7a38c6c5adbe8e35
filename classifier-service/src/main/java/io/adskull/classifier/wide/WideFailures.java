package io.adskull.classifier.wide;

import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What fails for a whole platform now: one incident a cause, however many accounts and customers see it. Pure, and
/// of fixed size.
///
/// @param open incidents of the platform
/// @param descriptions the newest words for each cause that an account told
/// @param failing how many accounts fail for each cause now
public record WideFailures(
        Crowd crowd, List<WideIncident> open, List<Incident> descriptions, Map<Cause, Long> failing) {

    /// What follows from one word.
    ///
    /// @param told what the operators hear
    /// @param toSpeaker whether the account that spoke must know the open outage
    /// @param toAll whether every account that fails because of the platform must know
    public record Outcome(WideFailures after, List<Remediation> told, boolean toSpeaker, boolean toAll) {
        public Outcome {
            told = List.copyOf(told);
        }
    }

    public WideFailures {
        open = List.copyOf(open);
        descriptions = List.copyOf(descriptions);
        failing = Map.copyOf(failing);
    }

    public static WideFailures none() {
        return new WideFailures(Crowd.nobody(), List.of(), List.of(), Map.of());
    }

    /// The open outage; empty when the platform works, or few see that it does not.
    public Optional<String> outage() {
        return open.stream()
                .filter(incident -> incident.breadth() == Breadth.OUTAGE)
                .map(incident -> incident.incident().id().toString())
                .findFirst();
    }

    public Outcome heard(PlatformWord word, Thresholds thresholds) {
        var heard =
                new WideFailures(crowd.heard(word, thresholds.window()), open, withDescriptions(word), counted(word));
        List<Remediation> told = new ArrayList<>();
        List<WideIncident> after = new ArrayList<>();
        for (WideIncident incident : open) {
            heard.goesOn(incident, word, thresholds, told).ifPresent(after::add);
        }
        heard.opens(word, thresholds, after, told);
        var now = new WideFailures(heard.crowd, after, heard.descriptions, heard.failing);
        boolean changed = !now.outage().equals(outage());
        boolean news = word.outage() && (word.before() == null || !word.before().outage());
        return new Outcome(now, told, news && now.outage().isPresent() && !changed, changed);
    }

    private Optional<WideIncident> goesOn(
            WideIncident incident, PlatformWord word, Thresholds thresholds, List<Remediation> told) {
        long count = count(incident.breadth(), incident.cause());
        boolean over = incident.breadth() == Breadth.OUTAGE ? thresholds.healed(count, incident.most()) : count == 0;
        if (over) {
            told.add(new Remediation.Resolved(incident.incident(), word.at(), healed(count, incident)));
            return Optional.empty();
        }
        boolean concerned = word.causes().stream()
                .anyMatch(cause -> incident.breadth() == Breadth.OUTAGE
                        ? Breadth.ofWide(cause) == Breadth.OUTAGE
                        : cause == incident.cause());
        if (!concerned) {
            return Optional.of(incident);
        }
        WideIncident again = incident.again(word.at(), count, seen(incident.breadth(), count, thresholds));
        again.changeSince(incident)
                .ifPresent(change -> told.add(new Remediation.Updated(again.incident(), word.at(), change)));
        return Optional.of(again);
    }

    private void opens(PlatformWord word, Thresholds thresholds, List<WideIncident> after, List<Remediation> told) {
        for (Cause cause : word.causes().stream().sorted().toList()) {
            Breadth breadth = Breadth.ofWide(cause);
            boolean known = after.stream()
                    .anyMatch(incident -> breadth == Breadth.OUTAGE
                            ? incident.breadth() == Breadth.OUTAGE
                            : incident.cause() == cause);
            if (known || breadth == Breadth.OUTAGE && !thresholds.crossed(crowd)) {
                continue;
            }
            description(cause).ifPresent(like -> {
                long count = count(breadth, cause);
                WideIncident opened = WideIncident.opened(
                        like, word.account() + "@" + word.at(), word.at(), count, seen(breadth, count, thresholds));
                after.add(opened);
                told.add(new Remediation.Opened(opened.incident(), word.at()));
            });
        }
    }

    private String seen(Breadth breadth, long count, Thresholds thresholds) {
        if (breadth == Breadth.OUTAGE) {
            return crowd.failing() + " of " + crowd.answered() + " accounts that were answered within "
                    + thresholds.window().toSeconds() + " seconds fail alike, of " + crowd.failingTenants()
                    + " customers.";
        }
        return count == 1 ? "One account meets it so far." : count + " accounts meet it.";
    }

    private static String healed(long left, WideIncident incident) {
        return left == 0
                ? "Every account that failed works again."
                : incident.most() + " accounts failed at most, " + left + " still do.";
    }

    private long count(Breadth breadth, Cause cause) {
        return breadth == Breadth.OUTAGE
                ? failing.entrySet().stream()
                        .filter(entry -> Breadth.ofWide(entry.getKey()) == Breadth.OUTAGE)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                : failing.getOrDefault(cause, 0L);
    }

    private Map<Cause, Long> counted(PlatformWord word) {
        Map<Cause, Long> counts = new EnumMap<>(Cause.class);
        counts.putAll(failing);
        Set<Cause> before = word.before() == null ? Set.of() : word.before().causes();
        Set<Cause> begun = new HashSet<>(word.causes());
        begun.removeAll(before);
        Set<Cause> ended = new HashSet<>(before);
        ended.removeAll(word.causes());
        begun.forEach(cause -> counts.merge(cause, 1L, Long::sum));
        ended.forEach(cause -> counts.merge(cause, -1L, Long::sum));
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    private List<Incident> withDescriptions(PlatformWord word) {
        List<Incident> known = new ArrayList<>(descriptions);
        for (Incident description : word.descriptions()) {
            known.removeIf(other -> other.cause() == description.cause());
            known.add(description);
        }
        return known;
    }

    private Optional<Incident> description(Cause cause) {
        return descriptions.stream()
                .filter(description -> description.cause() == cause)
                .findFirst();
    }
}
