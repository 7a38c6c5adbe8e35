package io.adskull.notifier.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.patience.Mute;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NOW = Incidents.OPENED_AT.plus(Duration.ofHours(3));
    private static final Instant SINCE = NOW.minus(Duration.ofDays(1));
    private static final Incident PERMISSION =
            Incidents.automatedRulesPermissionMissing().incident();
    private static final Incident LIMIT = Incidents.rateLimited().incident();
    private static final Mute MUTE = new Mute(
            UUID.randomUUID(), Optional.empty(), Optional.of(Cause.RATE_LIMITED), Optional.empty(), Optional.empty());

    @Test
    void itSaysWhatIsOpenWhoMustActWhatMendedAndWhatIsMuted() {
        Notice notice = notice(new Digest(List.of(PERMISSION), List.of(LIMIT), List.of(MUTE)))
                .orElseThrow();

        assertThat(notice.title()).isEqualTo("1 open: who must act");
        assertThat(notice.steps()).singleElement().satisfies(step -> assertThat(step)
                .startsWith("Northwind Kids: No permission for Automated Rules. An admin of the business account.")
                .endsWith("Since Sun 22 Nov 2026, 07:03 UTC."));
        assertThat(notice.text())
                .isEqualTo("What is open stands below. Since Sat 21 Nov 2026, 10:03 UTC mended without anybody:"
                        + " Northwind Home: TikTok is slowing AdSkull down. Muted: rate limited until it is deleted.");
    }

    @Test
    void whereThereIsNothingToSayNothingIsSaid() {
        assertThat(notice(new Digest(List.of(), List.of(), List.of(MUTE)))).isEmpty();
    }

    @Test
    void manyAreCounted() {
        Notice notice = notice(new Digest(
                        Collections.nCopies(500, PERMISSION), Incidents.others(100), Collections.nCopies(40, MUTE)))
                .orElseThrow();

        assertThat(notice.title()).isEqualTo("500 open: who must act");
        assertThat(notice.steps()).hasSize(13).last().isEqualTo("And 488 more, see AdSkull.");
        assertThat(notice.text()).contains("; and 88 more.", "; and 28 more.").hasSizeLessThan(3000);
    }

    private static Optional<Notice> notice(Digest digest) {
        return digest.notice(UUID.randomUUID(), SINCE, NOW, "https://adskull.example/");
    }
}
