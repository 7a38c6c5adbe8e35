package io.adskull.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookUpTest {
    private static final Shelves SHELVES = Shelves.of(Diagnostician.bundled());

    @Test
    void aCodeIsFoundBeforeWhatOnlyMentionsIt() {
        assertThat(addresses(find("40002")).getFirst()).isEqualTo("/errors/tiktok/40002");
        assertThat(addresses(find("190/463"))).containsExactly("/errors/meta/190/463");
        assertThat(addresses(find("error code 190")).getFirst()).isEqualTo("/errors/meta/190");
        assertThat(addresses(find("TikTok API error 40002")).getFirst()).isEqualTo("/errors/tiktok/40002");
        assertThat(addresses(find("oauth_token_expired")).getFirst())
                .isEqualTo("/errors/google/authenticationError.OAUTH_TOKEN_EXPIRED");
    }

    @Test
    void everyWordThatIsTypedCounts() {
        assertThat(find("tiktok permission")).isNotEmpty().allMatch(entry -> entry.platform() == Platform.TIKTOK);
        assertThat(find("x permission")).allMatch(entry -> entry.platform() == Platform.X);
        assertThat(find("tiktok carpets")).isEmpty();
        assertThat(find("   ")).isEmpty();
        assertThat(SHELVES.words().find("permission", Optional.of(Platform.META)))
                .allMatch(entry -> entry.platform() == Platform.META);
    }

    @Test
    void aSlipLeadsToTheCodeThatWasMeant() {
        assertThat(addresses(SHELVES.nearest(Optional.of(Platform.META), "190/436")))
                .contains("/errors/meta/190/463");
        assertThat(addresses(SHELVES.nearest(Optional.of(Platform.GOOGLE), "QUOTA_EROR.RESOURCE")))
                .hasSizeLessThan(7);
        assertThat(addresses(SHELVES.nearest(Optional.of(Platform.META), "40105")))
                .contains("/errors/tiktok/40105");
        assertThat(SHELVES.nearest(Optional.of(Platform.TIKTOK), "a carpet that flies over the sea"))
                .isEmpty();
    }

    @Test
    void neighboursStandBesideACodeAndLikeCausesComeNearestFirst() {
        Shelf tiktok = SHELVES.of(Platform.TIKTOK);
        Entry first = tiktok.entries().getFirst();
        Entry permission = tiktok.find("40001").orElseThrow();

        assertThat(tiktok.beside(first, -1)).isEmpty();
        assertThat(tiktok.beside(first, 1)).hasValue(tiktok.entries().get(1));
        assertThat(tiktok.alike(permission, 8))
                .hasSizeLessThan(9)
                .doesNotContain(permission)
                .allMatch(entry -> entry.cause() == permission.cause());
    }

    @Test
    void aDescriptionIsCutBetweenWords() {
        assertThat(Head.shortened("word ".repeat(60))).hasSizeLessThan(160).endsWith("word\u2026");
        assertThat(Head.shortened("short")).isEqualTo("short");
    }

    private static List<Entry> find(String query) {
        return SHELVES.words().find(query, Optional.empty());
    }

    private static List<String> addresses(List<Entry> entries) {
        return entries.stream().map(Entry::address).toList();
    }
}
