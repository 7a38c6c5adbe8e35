package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.channel.Wording;
import java.time.Instant;
import java.util.UUID;

/// Asks whether mail is welcome, of somebody who need not know AdSkull. Nothing that the asking tenant wrote freely is
/// in it, so that it is no means to say something to strangers.
///
/// @param id the same for every attempt
/// @param asking the tenant's id
/// @param link to the page that confirms; whoever knows it can, so it is never printed
public record ConfirmationMail(UUID id, String address, String asking, String link, Instant endsAt) {
    private static final int NAME = 80;

    public String subject() {
        return "May AdSkull write to " + address + "?";
    }

    public String who() {
        return Untrusted.line(asking, NAME);
    }

    public String until() {
        return Wording.time(endsAt);
    }

    @Override
    public String toString() {
        return "ConfirmationMail[" + id + "]";
    }
}
