package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who hears of what nobody reacts to, as a person ticks it.
///
/// @param to ids of destinations; empty for nobody
/// @param after such as `PT1H`; counts only where somebody is ticked
public record EscalationForm(List<String> to, String after) {
    private static final List<String> OFFERED = List.of("PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT24H");
    private static final String USUAL = "PT1H";

    static EscalationForm none() {
        return new EscalationForm(List.of(), USUAL);
    }

    static EscalationForm of(@Nullable List<UUID> to, @Nullable String after) {
        return new EscalationForm(
                to == null ? List.of() : to.stream().map(UUID::toString).toList(), after == null ? USUAL : after);
    }

    static EscalationForm typed(Sent sent) {
        String after = sent.text("escalateAfter");
        return new EscalationForm(sent.all("escalateTo"), after.isEmpty() ? USUAL : after);
    }

    /// What is no id was not ticked on a page of ours.
    List<UUID> ids() {
        return to.stream().flatMap(id -> Choice.id(id).stream()).toList();
    }

    @Nullable
    String length() {
        return to.isEmpty() ? null : after;
    }

    public List<Choice> lengths() {
        return Length.choices(OFFERED, after);
    }

    /// Such as "Nobody reacts for 1 hour: Finance"; empty where nobody else hears of it.
    static Optional<String> said(@Nullable List<UUID> to, @Nullable String after, List<Destination> all) {
        List<String> names = all.stream()
                .filter(one -> to != null && to.contains(one.id()))
                .map(Destination::name)
                .toList();
        return names.isEmpty() || after == null
                ? Optional.empty()
                : Optional.of(
                        "If nobody reacts for " + new Length(after).words() + ", also " + String.join(", ", names));
    }
}
