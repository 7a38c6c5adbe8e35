package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Hands a mail to the SMTP server. Delivered means: the server took it.
@ApplicationScoped
public class SendMail {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final ReactiveMailer mailer;
    private final MakeLinks links;
    private final String sender;

    public SendMail(
            ReactiveMailer mailer, MakeLinks links, @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.mailer = mailer;
        this.links = links;
        this.sender = address(sender);
    }

    public Outcome send(Alert alert, Mailbox to) {
        return send(MailMessages.of(alert, to, sender, links.of(alert)), to.address());
    }

    public Outcome send(Notice notice, Mailbox to) {
        return send(MailMessages.of(notice, sender), to.address());
    }

    public Outcome send(ConfirmationMail mail) {
        return send(MailMessages.of(mail, sender), mail.address());
    }

    private Outcome send(MailMessage message, String to) {
        Mail mail = new Mail()
                .addTo(to)
                .setSubject(message.subject())
                .setHtml(message.html())
                .setText(message.text());
        message.headers().forEach(mail::addHeader);
        return mailer.send(mail)
                .onItem()
                .<Outcome>transform(sent -> new Outcome.Delivered())
                .ifNoItem()
                .after(ANSWER)
                .fail()
                .onFailure()
                .recoverWithUni(failure -> Uni.createFrom().item(SmtpAnswer.read(failure)))
                .await()
                .indefinitely();
    }

    /// `AdSkull <alerts@adskull.example>` is `alerts@adskull.example`.
    private static String address(String sender) {
        return sender.replaceFirst("^.*<(.+)>.*$", "$1").strip();
    }
}
