package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.Untrusted;
import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// What a mail server's refusal means (RFC 5321 §4.2). Pure.
final class SmtpAnswer {
    /// The mailbox does not exist or will not have us; other 5xx replies (a full box, a refused login) can still
    /// pass.
    private static final Set<Integer> FOR_EVER = Set.of(550, 551, 553, 556);

    /// "The user is not here" and "the domain takes no mail" (RFC 7504) speak of the address alone.
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(551, 556);

    /// A wrong mailbox, domain or syntax, one that moved, a domain without mail (RFC 7505), a mailbox that
    /// was switched off (RFC 3463 §3.2, §3.3). A bare 550 is as often said of what a mail holds.
    private static final Pattern BAD_ADDRESS = Pattern.compile("\\b5\\.(1\\.(1|2|3|6|10)|2\\.1)(?![\\d.])");

    private SmtpAnswer() {}

    static Outcome read(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SMTPException refused) {
            String said = "the mail server answered " + refused.getReplyCode() + " \""
                    + Untrusted.line(String.valueOf(refused.getReplyMessage()), 200) + "\"";
            if (isOfTheAddress(refused)) {
                return new Outcome.Gone(said);
            }
            return FOR_EVER.contains(refused.getReplyCode()) ? new Outcome.GaveUp(said) : Outcome.Retry.because(said);
        }
        return Outcome.Retry.because(
                cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException
                        ? "the mail server did not answer in time"
                        : "the mail server cannot be reached ("
                                + cause.getClass().getSimpleName() + ")");
    }

    private static boolean isOfTheAddress(SMTPException refused) {
        return NO_SUCH_ADDRESS.contains(refused.getReplyCode())
                || refused.getReplyCode() >= 500
                        && BAD_ADDRESS
                                .matcher(String.valueOf(refused.getReplyMessage()))
                                .find();
    }
}
