package io.adskull.dashboard.notifier;

/// notifier-service has answered, and the answer is no; the message says why to whoever asked.
class NotifierRefused extends RuntimeException {
    /// Whether there is no such thing.
    private final boolean missing;

    NotifierRefused(boolean missing, String why) {
        super(why);
        this.missing = missing;
    }

    boolean missing() {
        return missing;
    }
}
