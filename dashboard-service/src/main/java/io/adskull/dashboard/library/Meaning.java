package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.catalogue.CodeEntry;
import java.util.List;
import java.util.Optional;

/// What words beside a code can make of it.
///
/// @param words some that mean it
/// @param steps what to do then
public record Meaning(
        Cause cause,
        Actor actor,
        String title,
        String explanation,
        List<String> words,
        List<String> steps,
        String who) {

    static Meaning of(Platform platform, CodeEntry.Possibility possibility) {
        var meant = possibility.meant();
        return new Meaning(
                possibility.cause(),
                possibility.actor(),
                meant.title(),
                meant.explanation(),
                possibility.examples(),
                meant.steps(),
                new QuickAnswer(platform, meant).who());
    }

    /// The first of its words, to tell it by.
    public Optional<String> example() {
        return words.stream().findFirst();
    }
}
