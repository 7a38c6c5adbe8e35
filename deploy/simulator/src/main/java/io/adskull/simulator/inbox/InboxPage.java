package io.adskull.simulator.inbox;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.simulator.inbox.slack.BlockView;
import io.adskull.simulator.inbox.slack.Blocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the inbox page shows at one moment: one Slack channel, the list of mails and the one that is open.
///
/// @param channels every Slack channel that got a message, with how many
/// @param channel the open one; empty when there is none
public record InboxPage(
        List<Channel> channels,
        String channel,
        List<Post> posts,
        List<Mail> mails,
        @Nullable OpenMail open) {
    private static final int SHOWN = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /// A channel in the side bar.
    public record Channel(String name, long posts, boolean open) {}

    /// A Slack message.
    public record Post(String time, String at, List<BlockView> blocks) {}

    /// A line in the list of mails.
    public record Mail(
            String id,
            String recipient,
            String subject,
            String preview,
            String time,
            String at,
            int copies,
            boolean open) {}

    /// The mail in the reading pane; `html` is as it came and belongs in a sandboxed frame only.
    public record OpenMail(
            String subject,
            String recipient,
            String time,
            String at,
            String text,
            @Nullable String html) {}

    static InboxPage of(List<Message> all, Optional<String> channel, Optional<String> mailId, Instant now) {
        List<Message> slack = only(all, Message.SLACK);
        List<Message> mails = only(all, Message.EMAIL).reversed();
        String shown = channel.filter(
                        name -> slack.stream().anyMatch(post -> post.recipient().equals(name)))
                .orElse(slack.isEmpty() ? "" : slack.getLast().recipient());
        Optional<Message> open = mailId.flatMap(id ->
                        mails.stream().filter(mail -> mail.id().equals(id)).findFirst())
                .or(() -> mails.stream().findFirst());
        return new InboxPage(
                channels(slack, shown),
                shown,
                last(slack.stream()
                                .filter(post -> post.recipient().equals(shown))
                                .toList())
                        .stream()
                        .map(post -> post(post, now))
                        .toList(),
                mails.stream().limit(SHOWN).map(mail -> line(mail, open, now)).toList(),
                open.map(mail -> openMail(mail, now)).orElse(null));
    }

    private static List<Channel> channels(List<Message> slack, String open) {
        return slack.stream()
                .map(Message::recipient)
                .distinct()
                .sorted()
                .map(name -> channel(slack, name, open))
                .toList();
    }

    private static Channel channel(List<Message> slack, String name, String open) {
        long posts =
                slack.stream().filter(post -> post.recipient().equals(name)).count();
        return new Channel(name, posts, name.equals(open));
    }

    private static Post post(Message post, Instant now) {
        return new Post(
                shortTime(post.receivedAt(), now),
                post.receivedAt().toString(),
                Blocks.views(post.blocks() == null ? MissingNode.getInstance() : post.blocks()));
    }

    private static Mail line(Message mail, Optional<Message> open, Instant now) {
        String preview = mail.text().replaceAll("\\s+", " ");
        return new Mail(
                mail.id(),
                mail.recipient(),
                mail.subject(),
                preview.length() > 140 ? preview.substring(0, 140) : preview,
                shortTime(mail.receivedAt(), now),
                mail.receivedAt().toString(),
                mail.copies(),
                open.filter(mail::equals).isPresent());
    }

    private static OpenMail openMail(Message mail, Instant now) {
        return new OpenMail(
                mail.subject(),
                mail.recipient(),
                shortTime(mail.receivedAt(), now),
                mail.receivedAt().toString(),
                mail.text(),
                mail.html());
    }

    private static String shortTime(Instant at, Instant now) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        boolean today = day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return today ? TIME.format(at.atOffset(ZoneOffset.UTC)) : DAY.format(day);
    }

    private static List<Message> only(List<Message> all, String channel) {
        return all.stream().filter(message -> message.channel().equals(channel)).toList();
    }

    private static List<Message> last(List<Message> messages) {
        return messages.subList(Math.max(0, messages.size() - SHOWN), messages.size());
    }
}
