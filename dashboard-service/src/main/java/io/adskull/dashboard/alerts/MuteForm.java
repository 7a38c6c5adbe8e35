package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Mute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person does not want to be told of for a while.
///
/// @param account such as `tiktok/7012345678901234567`; empty for all, as cause and platform
/// @param length such as `PT1H`, or [#ENDED]
public record MuteForm(String account, String cause, String platform, String length, String why) {
    private static final List<String> OFFERED = List.of("PT1H", "PT4H", "PT24H", "P3D", "P7D", "P30D");
    private static final String USUAL = "PT24H";

    /// Until somebody ends it.
    private static final String ENDED = "ended";

    static MuteForm about(String account, String cause, String platform) {
        return new MuteForm(account, cause, platform, USUAL, "");
    }

    static MuteForm typed(Sent sent) {
        return new MuteForm(
                sent.text("account"), sent.text("cause"), sent.text("platform"), sent.text("length"), sent.text("why"));
    }

    /// Why it cannot be asked for; empty when it can.
    String problem() {
        return length.equals(ENDED) || OFFERED.contains(length) ? "" : "Choose for how long.";
    }

    Mute.Asked asked(Instant now) {
        return new Mute.Asked(
                present(account),
                present(cause),
                present(platform),
                length.equals(ENDED) ? null : now.plus(Duration.parse(length)),
                present(why));
    }

    public List<Choice> causes() {
        return Choice.causes(List.of(cause));
    }

    public List<Choice> platforms() {
        return Choice.platforms(List.of(platform));
    }

    public List<Choice> lengths() {
        return Stream.concat(
                        Length.choices(OFFERED, OFFERED.contains(length) ? length : "").stream(),
                        Stream.of(new Choice(ENDED, "Until somebody ends it", length.equals(ENDED))))
                .toList();
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
