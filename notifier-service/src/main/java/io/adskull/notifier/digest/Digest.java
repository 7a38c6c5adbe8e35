package io.adskull.notifier.digest;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.alert.WebhookNotice;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.patience.Mute;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one destination is told in a summary. Pure.
///
/// @param open what still goes on, the oldest first
/// @param mended what was over before anybody was told
/// @param mutes those in force
record Digest(List<Incident> open, List<Incident> mended, List<Mute> mutes) {
    /// More are counted; all of them stand in the dashboard.
    private static final int NAMED = 12;

    Digest {
        open = List.copyOf(open);
        mended = List.copyOf(mended);
        mutes = List.copyOf(mutes);
    }

    /// Empty when there is nothing to say: that mutes are in force alone is not worth a message.
    ///
    /// @param destination the id by which it is known
    /// @param since when the summary before was, or was asked for
    Optional<Notice> notice(UUID destination, Instant since, Instant now, String link) {
        if (open.isEmpty() && mended.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                UUID.nameUUIDFromBytes((destination + "/digest/" + since).getBytes(StandardCharsets.UTF_8)),
                WebhookNotice.Kind.DIGEST,
                open.isEmpty() ? "Nothing is open" : open.size() + " open: who must act",
                text(since),
                steps(),
                link,
                now));
    }

    private String text(Instant since) {
        return Stream.of(
                        Optional.of(
                                open.isEmpty()
                                        ? "Nothing that this was told of is open."
                                        : "What is open stands below."),
                        mended.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("Since " + Wording.time(since) + " mended without anybody: "
                                        + list(mended.stream()
                                                .map(Wording::headline)
                                                .distinct()
                                                .toList()) + "."),
                        mutes.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("Muted: "
                                        + list(mutes.stream().map(Digest::words).toList()) + "."))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        open.stream()
                .limit(NAMED)
                .map(incident -> Wording.headline(incident) + ". " + Wording.whoMustAct(incident) + ". Since "
                        + Wording.time(incident.openedAt()) + ".")
                .forEach(steps::add);
        if (open.size() > NAMED) {
            steps.add("And " + (open.size() - NAMED) + " more, see AdSkull.");
        }
        return steps;
    }

    private static String list(List<String> things) {
        String named = things.stream().limit(NAMED).collect(Collectors.joining("; "));
        return things.size() > NAMED ? named + "; and " + (things.size() - NAMED) + " more" : named;
    }

    private static String words(Mute mute) {
        String what = Stream.of(
                        mute.cause()
                                .map(cause ->
                                        cause.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        mute.account().map(AccountKey::toString),
                        mute.platform().map(Platform::displayName))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return what + mute.until().map(until -> " until " + Wording.time(until)).orElse(" until it is deleted");
    }
}
