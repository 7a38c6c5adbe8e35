package io.adskull.notifier.channel.slack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a button of a message can do.
public enum SlackAction {
    RETEST,
    ACKNOWLEDGE,
    SNOOZE;

    /// As Slack gives it back when the button is pressed.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return empty for buttons that open a page, of which Slack tells as well
    public static Optional<SlackAction> named(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }
}
