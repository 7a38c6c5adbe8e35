package io.adskull.notifier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A real SMTP server that can be away for a while, and keeps what it got before.
public final class MailReceiver {
    private final ServerSetup setup;
    private GreenMail server;
    private List<MimeMessage> before = List.of();

    MailReceiver() {
        setup = new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(setup);
        server.start();
    }

    int port() {
        return setup.getPort();
    }

    public void stop() {
        before = all().toList();
        server.stop();
    }

    public void startAgain() {
        server = new GreenMail(setup);
        server.start();
    }

    /// What came for anybody and names this in its subject, in order of arrival.
    public List<MimeMessage> about(String subject) {
        return all().filter(mail -> subjectOf(mail).contains(subject)).toList();
    }

    public static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return String.join(" ", mail.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The plain text of a mail that has an HTML part as well.
    public static String text(MimeMessage mail) {
        try {
            return plain(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            return plain(parts.getBodyPart(0));
        }
        return part.getContent().toString();
    }

    private Stream<MimeMessage> all() {
        return Stream.concat(before.stream(), Arrays.stream(server.getReceivedMessages()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
