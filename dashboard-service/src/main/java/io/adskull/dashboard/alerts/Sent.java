package io.adskull.dashboard.alerts;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/// What a browser sent of a form. A box that is not ticked and a field that is missing are the same as empty.
record Sent(MultivaluedMap<String, String> fields) {
    String text(String name) {
        return Optional.ofNullable(fields.getFirst(name)).map(String::strip).orElse("");
    }

    List<String> all(String name) {
        return fields.containsKey(name) ? List.copyOf(fields.get(name)) : List.of();
    }

    boolean ticked(String name) {
        return fields.containsKey(name);
    }

    /// May hold secrets.
    @Override
    public String toString() {
        return "Sent" + fields.keySet();
    }
}
