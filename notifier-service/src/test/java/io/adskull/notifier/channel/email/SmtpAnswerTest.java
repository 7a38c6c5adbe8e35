package io.adskull.notifier.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.notifier.channel.Outcome;
import io.vertx.ext.mail.SMTPException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <buyer@northwind.example>: Recipient address rejected: User unknown",
                "550-5.1.1 The email account that you tried to reach does not exist.",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
                "553 5.1.2 We weren't able to find the recipient domain",
                "553 5.1.3 The recipient address is not a valid RFC-5321 address",
                "550 5.2.1 The email account that you tried to reach is disabled",
                "551 User not local; please try elsewhere",
                "556 5.1.10 Recipient address has null MX"
            })
    void anAddressThatTakesNoMailAnyMoreIsGone(String reply) {
        assertThat(read(reply)).isInstanceOf(Outcome.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 Message rejected due to content restrictions",
                "550 Mail appears to be unsolicited",
                "550 5.7.26 Unauthenticated email is not accepted from this domain",
                "553 5.7.1 Sender address rejected: not owned by user"
            })
    void aMailThatIsRefusedForWhatItIsSaysNothingOfTheAddress(String reply) {
        assertThat(read(reply)).isInstanceOf(Outcome.GaveUp.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.1 The mailbox is receiving mail too fast",
                "451 4.7.1 Greylisted, try again later",
                "452 4.2.2 The mailbox is full",
                "552 5.2.2 Over quota",
                "421 4.1.1 Try later",
                "535 5.7.8 Bad credentials"
            })
    void whatCanPassIsTriedAgain(String reply) {
        assertThat(read(reply)).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void whatTheServerSaidIsTold() {
        assertThat(read("550 5.1.1 User unknown"))
                .isEqualTo(new Outcome.Gone("the mail server answered 550 \"550 5.1.1 User unknown\""));
    }

    @Test
    void aServerThatSaysNothingIsTriedAgain() {
        assertThat(SmtpAnswer.read(new CompletionException(new TimeoutException())))
                .isEqualTo(Outcome.Retry.because("the mail server did not answer in time"));
    }

    private static Outcome read(String reply) {
        int code = Integer.parseInt(reply.substring(0, 3));
        return SmtpAnswer.read(new SMTPException("recipient address not accepted", code, List.of(reply), code >= 500));
    }
}
