package io.adskull.dashboard.overview;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Every message that left, or could not; of the request's tenant only.
@ApplicationScoped
@Transactional
public class DeliveryLog {
    private final AlertRepository alerts;
    private final IncidentRepository incidents;

    DeliveryLog(AlertRepository alerts, IncidentRepository incidents) {
        this.alerts = alerts;
        this.incidents = incidents;
    }

    /// Newest first.
    ///
    /// @param after where the list before ended; empty for the first
    /// @return empty where no message has that id
    public Optional<List<SentMessage>> newest(Optional<String> after, int limit) {
        return after.map(alerts::byId)
                .map(last -> last.map(row -> alerts.before(row, limit)))
                .orElseGet(() -> Optional.of(alerts.newest(limit)))
                .map(this::messages);
    }

    private List<SentMessage> messages(List<AlertRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.incident).distinct().toList();
        Map<UUID, IncidentView> known = incidents.byIds(ids).stream()
                .map(row -> IncidentView.of(row, List.of()))
                .collect(toMap(IncidentView::id, Function.identity()));
        return rows.stream()
                .map(row -> message(row, Optional.ofNullable(known.get(row.incident))))
                .toList();
    }

    private static SentMessage message(AlertRow row, Optional<IncidentView> incident) {
        return new SentMessage(
                row.deliveryId,
                row.incident,
                incident.map(IncidentView::title).orElse(null),
                incident.map(IncidentView::account).orElse(null),
                incident.map(IncidentView::accountName).orElse(null),
                AlertView.of(row));
    }
}
