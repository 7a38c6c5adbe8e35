package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.diagnosis.Diagnosis;
import java.util.List;

/// What AdSkull does about a failure without being asked.
record ByItself(Platform platform, Diagnosis alone) {

    List<String> sentences() {
        return switch (alone.automaticAction()) {
            case REFRESH_TOKEN ->
                List.of(
                        "AdSkull gets a new access token from " + platform.displayName()
                                + " and repeats the call with it.",
                        "If " + platform.displayName()
                                + " refuses that too, AdSkull tells the person who connected the account, with a link"
                                + " to connect it again.");
            case RETRY_WITH_BACKOFF ->
                List.of(
                        "AdSkull repeats the call by itself and waits longer each time"
                                + alone.retryAfter()
                                        .map(wait -> ", " + QuickAnswer.said(wait) + " at first")
                                        .orElse("")
                                + ".",
                        "Until it works, the dashboard says that it is fixing itself. People are told when it lasts.");
            case RETEST_SLOWLY ->
                List.of(
                        "No machine can mend this, so AdSkull " + tells() + ": once for all accounts that fail for the"
                                + " same reason, with the steps above.",
                        "It goes on testing the account, and closes the incident by itself as soon as the call works."
                                + " Re-test looks at once.");
            case NONE ->
                List.of(
                        "AdSkull does not repeat the call, because nothing would change.",
                        "It " + tells()
                                + ", with the steps above. Re-test on the incident's page shows whether it works"
                                + " again.");
        };
    }

    private String tells() {
        return switch (alone.actor()) {
            case AUTOMATIC -> "tells whoever watches the account";
            case ACCOUNT_USER -> "tells the person who connected the account";
            case BUSINESS_ADMIN -> "writes a text to forward to an admin of the business account";
            case BILLING_OWNER -> "writes a text to forward to whoever pays the bills";
            case DEVELOPER -> "tells the developers";
            case PLATFORM -> "tells whoever watches the account that only " + platform.displayName() + " can mend it";
        };
    }

    /// Whether waiting is all there is to do.
    boolean enough() {
        return alone.actor() == Actor.AUTOMATIC;
    }
}
