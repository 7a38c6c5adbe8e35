package io.adskull.poller.probe;

/// A plan that cannot be followed. Its text names file and line, and stops the service.
public final class BrokenPlan extends RuntimeException {
    BrokenPlan(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
