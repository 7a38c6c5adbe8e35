package io.adskull.contract.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSealTest {
    private static final Instant NOW = Instant.parse("2026-11-27T07:00:00Z");
    private static final String OLD_KEY = key("old");
    private static final String NEW_KEY = key("new");
    private static final ConnectTicket AGAIN = ConnectTicket.again(
            "demo", Platform.META, new ConnectionId(UUID.fromString("0c1f0a52-7a0f-4f0e-9a55-2f3a0f9d6a01")), NOW);

    @TempDir
    Path folder;

    private TicketSeal seal;

    @BeforeEach
    void make() throws IOException {
        seal = seal("keys", OLD_KEY);
    }

    @Test
    void whatWasSignedIsReadBack() {
        assertThat(seal.read(seal.sign(AGAIN), NOW.plusSeconds(60))).isEqualTo(new TicketCheck.Valid(AGAIN));
        ConnectTicket first = ConnectTicket.first("demo", Platform.TIKTOK, "advertiser", NOW);
        assertThat(seal.read(seal.sign(first), NOW)).isEqualTo(new TicketCheck.Valid(first));
        ConnectTicket named = AGAIN.by("Ada <Lovelace>");
        assertThat(named.by()).contains("Ada <Lovelace>");
        assertThat(seal.read(seal.sign(named), NOW)).isEqualTo(new TicketCheck.Valid(named));
        ConnectTicket end =
                ConnectTicket.end("demo", Platform.META, AGAIN.connection().orElseThrow(), NOW);
        assertThat(seal.read(seal.sign(end), NOW)).isEqualTo(new TicketCheck.Valid(end));
    }

    @Test
    void aLinkOfAMessageFromBeforeTicketsSaidTheirUseStillReconnects() throws Exception {
        String claims =
                "{\"aud\":\"adskull-connect\",\"iat\":%d,\"exp\":%d,\"tenant\":\"demo\",\"platform\":\"meta\",\"kind\":\"\",\"sub\":\"%s\"}"
                        .formatted(
                                AGAIN.issuedAt().getEpochSecond(),
                                AGAIN.expiresAt().getEpochSecond(),
                                AGAIN.connection().orElseThrow());
        var signed = new JsonWebSignature();
        signed.setPayload(claims);
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signed.setKey(new HmacKey(Base64.getDecoder().decode(OLD_KEY)));

        assertThat(seal.read(signed.getCompactSerialization(), NOW)).isEqualTo(new TicketCheck.Valid(AGAIN));
    }

    @Test
    void aNameOfAnyLengthLeavesALinkThatCanBeRead() {
        ConnectTicket named = AGAIN.by("ö".repeat(100_000));
        assertThat(seal.read(seal.sign(named), NOW)).isEqualTo(new TicketCheck.Valid(named));
        assertThat(AGAIN.by("  ").by()).isEmpty();
    }

    @Test
    void aLinkLivesAWeekAndNotLonger() {
        String text = seal.sign(AGAIN);
        assertThat(seal.read(text, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isInstanceOf(TicketCheck.Valid.class);
        assertThat(seal.read(text, NOW.plus(Duration.ofDays(7)))).isEqualTo(new TicketCheck.Expired(AGAIN));
    }

    @Test
    void aKeyThatOnlyVerifiesKeepsOldLinksAlive() throws IOException {
        TicketSeal rotated = seal("rotated", NEW_KEY + "\n" + OLD_KEY + "\n");
        assertThat(rotated.read(seal.sign(AGAIN), NOW)).isInstanceOf(TicketCheck.Valid.class);
        assertThat(seal.read(rotated.sign(AGAIN), NOW)).isInstanceOf(TicketCheck.Forged.class);
    }

    @Test
    void aChangedClaimIsAForgery() {
        String[] parts = seal.sign(AGAIN).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"demo\"", "\"other\"").getBytes(StandardCharsets.UTF_8));
        assertThat(changed).isNotEqualTo(parts[1]);
        assertThat(seal.read(parts[0] + "." + changed + "." + parts[2], NOW)).isInstanceOf(TicketCheck.Forged.class);
    }

    @Test
    void aTicketWithoutASignatureIsAForgery() {
        String[] parts = seal.sign(AGAIN).split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(seal.read(none + "." + parts[1] + ".", NOW)).isInstanceOf(TicketCheck.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "null", "{}", "%00", "eyJhbGciOiJIUzI1NiJ9.e30."})
    void garbageIsAForgery(String text) {
        assertThat(seal.read(text, NOW)).isInstanceOf(TicketCheck.Forged.class);
        assertThat(seal.read(text.repeat(10_000) + "x".repeat(5_000), NOW)).isInstanceOf(TicketCheck.Forged.class);
    }

    @Test
    void aShortKeyBesideAGoodOneIsNotPassedOverInSilence() {
        assertThatThrownBy(() -> seal("mixed", "c2hvcnQ=\n" + OLD_KEY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTicketForSomethingElseIsAForgery() {
        assertThat(seal.read(seal.sign(AGAIN) + "x", NOW)).isInstanceOf(TicketCheck.Forged.class);
    }

    @Test
    void clocksMayDifferByFiveMinutes() {
        String text = seal.sign(AGAIN);
        assertThat(seal.read(text, NOW.minus(Duration.ofMinutes(5)))).isInstanceOf(TicketCheck.Valid.class);
        assertThat(seal.read(text, NOW.minus(Duration.ofMinutes(6)))).isInstanceOf(TicketCheck.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "not base64!", "c2hvcnQ="})
    void aFileWithoutAKeyStopsTheStartAndShowsNothingOfItself(String content) {
        assertThatThrownBy(() -> seal("broken", content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("adskull.tickets.key-file=")
                .hasMessageContaining("base64 key")
                .satisfies(e -> assertThat(content.isBlank() || !e.getMessage().contains(content))
                        .isTrue());
    }

    private TicketSeal seal(String name, String content) throws IOException {
        return new TicketSeal(Files.writeString(folder.resolve(name), content));
    }

    private static String key(String name) {
        return Base64.getEncoder()
                .encodeToString((name + "-key-of-the-tests-only-0123456789").getBytes(StandardCharsets.UTF_8));
    }
}
