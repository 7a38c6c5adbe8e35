package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Notice;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes an alert as a mail. Pure: its own Qute engine instead of the container's, so that a preview or a test
/// needs none.
public final class MailMessages {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private static final Template OPENED_HTML = template("opened.html", Variant.TEXT_HTML);
    private static final Template OPENED_TEXT = template("opened.txt", Variant.TEXT_PLAIN);
    private static final Template RESOLVED_HTML = template("resolved.html", Variant.TEXT_HTML);
    private static final Template NOTICE_HTML = template("notice.html", Variant.TEXT_HTML);
    private static final Template NOTICE_TEXT = template("notice.txt", Variant.TEXT_PLAIN);
    private static final Template CONFIRM_HTML = template("confirm.html", Variant.TEXT_HTML);
    private static final Template CONFIRM_TEXT = template("confirm.txt", Variant.TEXT_PLAIN);
    private static final Template RESOLVED_TEXT = template("resolved.txt", Variant.TEXT_PLAIN);

    private MailMessages() {}

    /// @param sender the address that the mail comes from
    public static MailMessage of(Alert alert, Mailbox to, String sender, AlertLinks links) {
        MailView view = MailView.of(alert, links);
        return switch (alert) {
            case Alert.Opened opened -> message(view, OPENED_HTML, OPENED_TEXT, alert, to, sender);
            case Alert.Resolved resolved -> message(view, RESOLVED_HTML, RESOLVED_TEXT, alert, to, sender);
        };
    }

    /// @param sender the address that the mail comes from
    public static MailMessage of(Notice notice, String sender) {
        return new MailMessage(
                notice.title(),
                NOTICE_HTML.data("notice", notice).render(),
                NOTICE_TEXT.data("notice", notice).render(),
                MailThread.headers(notice.id(), sender));
    }

    /// @param sender the address that the mail comes from
    static MailMessage of(ConfirmationMail mail, String sender) {
        return new MailMessage(
                mail.subject(),
                CONFIRM_HTML.data("mail", mail).render(),
                CONFIRM_TEXT.data("mail", mail).render(),
                MailThread.headers(mail.id(), sender));
    }

    private static MailMessage message(
            MailView view, Template html, Template text, Alert alert, Mailbox to, String sender) {
        return new MailMessage(
                view.subject(),
                html.data("mail", view).render(),
                text.data("mail", view).render(),
                MailThread.headers(alert, to, sender));
    }

    private static Template template(String name, String contentType) {
        String path = "/templates/mail/" + name;
        try (InputStream file = MailMessages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the mail template " + path + " is not on the class path");
            }
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(content, Variant.forContentType(contentType), "mail/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mail template " + path, e);
        }
    }
}
