package io.adskull.simulator.status;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What one platform tells of its incidents, newest first; nothing by itself. Safe for use by several threads.
public final class StatusPage {
    private final CopyOnWriteArrayList<ReportedIncident> newestFirst = new CopyOnWriteArrayList<>();

    public List<ReportedIncident> incidents() {
        return List.copyOf(newestFirst);
    }

    /// In place of what was said of the same incident before.
    void tell(ReportedIncident incident) {
        newestFirst.removeIf(other -> other.guid().equals(incident.guid()));
        newestFirst.addFirst(incident);
    }

    boolean forget(String guid) {
        return newestFirst.removeIf(incident -> incident.guid().equals(guid));
    }

    void clear() {
        newestFirst.clear();
    }
}
