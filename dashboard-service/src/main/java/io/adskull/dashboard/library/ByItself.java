package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnosis;
import java.util.List;

/// What AdSkull does about a failure without being asked.
record ByItself(Platform platform, Diagnosis alone) {

    List<String> sentences() {
        String name = platform.displayName();
        return switch (alone.automaticAction()) {
            case REFRESH_TOKEN ->
                List.of(
                        "AdSkull gets a new access token from " + name + " and repeats the call with it.",
                        "If " + name
                                + " refuses that too, it raises an alert with a link to connect the account again.");
            case RETRY_WITH_BACKOFF ->
                List.of(
                        "AdSkull repeats the call by itself and waits longer each time" + atFirst() + ".",
                        "Until it works, the dashboard says that it is fixing itself. People are told when it lasts.");
            case RETEST_SLOWLY ->
                List.of(
                        "No machine can mend this, so AdSkull raises an alert: one for all accounts that fail for the same"
                                + " reason, with the steps above" + forwards() + ".",
                        "It goes on testing the account, and closes the incident by itself as soon as the call works."
                                + " Re-test looks at once.");
            case NONE ->
                List.of(
                        "AdSkull does not repeat the call, because nothing would change.",
                        "It raises an alert with the steps above" + forwards()
                                + ". Re-test on the incident's page shows whether it works again.");
        };
    }

    private String atFirst() {
        return alone.retryAfter()
                .map(wait -> ", " + QuickAnswer.said(wait) + " at first")
                .orElse("");
    }

    private String forwards() {
        return alone.forwardable().isPresent() ? " and a text to forward to whoever must act" : "";
    }
}
