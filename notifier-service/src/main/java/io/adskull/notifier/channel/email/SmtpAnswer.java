package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.Untrusted;
import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/// What a mail server's refusal means (RFC 5321 §4.2). Pure.
final class SmtpAnswer {
    /// The mailbox does not exist or will not have us; other 5xx replies (a full box, a refused login) can still
    /// pass.
    private static final Set<Integer> FOR_EVER = Set.of(550, 551, 553, 556);

    private SmtpAnswer() {}

    static Outcome read(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SMTPException refused) {
            String said = "the mail server answered " + refused.getReplyCode() + " \""
                    + Untrusted.line(String.valueOf(refused.getReplyMessage()), 200) + "\"";
            return FOR_EVER.contains(refused.getReplyCode()) ? new Outcome.GaveUp(said) : Outcome.Retry.because(said);
        }
        return Outcome.Retry.because(
                cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException
                        ? "the mail server did not answer in time"
                        : "the mail server cannot be reached ("
                                + cause.getClass().getSimpleName() + ")");
    }
}
