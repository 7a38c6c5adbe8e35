package io.adskull.notifier.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An [Escalation], or none, in a row.
@Embeddable
public class EscalationColumns {
    @Column(name = "escalate_to")
    private UUID[] to = {};

    @Column(name = "escalate_after_seconds")
    private @Nullable Long afterSeconds;

    protected EscalationColumns() {}

    static EscalationColumns of(Optional<Escalation> escalation) {
        var columns = new EscalationColumns();
        columns.to = escalation.map(Escalation::to).orElse(List.of()).toArray(UUID[]::new);
        columns.afterSeconds =
                escalation.map(wanted -> wanted.after().toSeconds()).orElse(null);
        return columns;
    }

    Optional<Escalation> escalation() {
        return to.length == 0 || afterSeconds == null
                ? Optional.empty()
                : Optional.of(new Escalation(Duration.ofSeconds(afterSeconds), List.of(to)));
    }

    EscalationColumns without(UUID destination) {
        return of(escalation()
                .map(known -> new Escalation(
                        known.after(),
                        Arrays.stream(to).filter(id -> !id.equals(destination)).toList()))
                .filter(left -> !left.to().isEmpty()));
    }
}
