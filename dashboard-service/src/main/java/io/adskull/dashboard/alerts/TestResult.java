package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Away;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Answer.Missing;
import io.adskull.dashboard.notifier.Answer.Refused;
import io.adskull.dashboard.notifier.Destination.Tested;
import java.util.UUID;

/// What became of a test, in words.
public record TestResult(boolean delivered, String text) {

    static TestResult of(Answer<Tested> answer) {
        return switch (answer) {
            case Given<Tested>(Tested tested)
            when tested.delivered() -> new TestResult(true, "Delivered. Look whether you see it.");
            case Given<Tested>(Tested tested) ->
                new TestResult(
                        false, "Not delivered: " + (tested.said() == null ? "no reason was given" : tested.said()));
            case Refused<Tested>(String why) -> new TestResult(false, "Not sent: " + why);
            case Missing<Tested>(String why) -> new TestResult(false, "Not sent: " + why);
            case Away<Tested> away -> new TestResult(false, away.trouble());
        };
    }

    /// Of asking a mailbox's owner once more.
    static TestResult ofAsking(Answer<UUID> answer) {
        return switch (answer) {
            case Given<UUID> asked -> new TestResult(true, "Sent again. Its owner must press the link in the mail.");
            case Refused<UUID>(String why) -> new TestResult(false, "Not sent: " + why);
            case Missing<UUID>(String why) -> new TestResult(false, "Not sent: " + why);
            case Away<UUID> away -> new TestResult(false, away.trouble());
        };
    }
}
