package io.adskull.simulator.inbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a mail client would show of a mail.
///
/// @param text the plain part; the HTML without its tags when there is none
record MailContent(
        String subject,
        String text,
        @Nullable String html,
        List<String> links,
        @Nullable String messageId) {
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']([^\"']+)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");

    static MailContent of(MimeMessage mail) {
        try {
            Optional<String> text = part(mail, "text/plain");
            Optional<String> html = part(mail, "text/html");
            return new MailContent(
                    Optional.ofNullable(mail.getSubject()).orElse("(no subject)"),
                    text.or(() -> html.map(MailContent::withoutTags)).orElse("").strip(),
                    html.orElse(null),
                    links(html.orElse(""), text.orElse("")),
                    mail.getMessageID());
        } catch (MessagingException | IOException unreadable) {
            return new MailContent("(unreadable mail)", String.valueOf(unreadable.getMessage()), null, List.of(), null);
        }
    }

    /// The first part of a type that is not an attachment, wherever it is nested.
    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.empty();
        }
        if (part.isMimeType(type)) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = part(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> links(String html, String text) {
        Set<String> links = new LinkedHashSet<>();
        Matcher href = HREF.matcher(html);
        while (href.find()) {
            links.add(href.group(1).replace("&amp;", "&"));
        }
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            links.add(address.group().replaceAll("[.,;:]+$", ""));
        }
        return List.copyOf(links);
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>", "")
                .replaceAll("(?i)<(br|/p|/div|/li|/tr|/h[1-6])[^>]*>", "\n")
                .replaceAll("<[^>]+>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\n\\s*\\n+", "\n\n");
    }
}
