package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnosis;
import java.time.Duration;

/// Who must act on a failure, and whether trying again helps, each in a sentence.
public record QuickAnswer(Platform platform, Diagnosis alone) {

    public String who() {
        return switch (alone.actor()) {
            case AUTOMATIC -> "Nobody needs to act.";
            case ACCOUNT_USER -> "The person who connected the account must act.";
            case BUSINESS_ADMIN -> "An admin of the business account must act.";
            case BILLING_OWNER -> "Whoever pays the ad account's bills must act.";
            case DEVELOPER -> "The developers of the app that calls " + platform.displayName() + " must act.";
            case PLATFORM -> "Only " + platform.displayName() + " can mend it.";
        };
    }

    public String again() {
        if (!alone.retryable()) {
            return "Sending the same call again will not help.";
        }
        return alone.retryAfter()
                .map(wait -> "The same call may work again after " + said(wait) + ".")
                .orElse("The same call may work again later.");
    }

    /// Such as `5 minutes`.
    static String said(Duration wait) {
        if (wait.toHours() > 0 && wait.toMinutesPart() == 0) {
            return counted(wait.toHours(), "hour");
        }
        return wait.toMinutes() > 0
                ? counted(wait.toMinutes(), "minute")
                : counted(Math.max(1, wait.toSeconds()), "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
