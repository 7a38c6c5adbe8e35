package io.adskull.endtoend.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecretSearchTest {
    private static final Secret SIGNATURE = Secret.of("signature", "8c1f0e77ab52d1904e6f3b2a9d5c7e10");
    private static final Secret APP = Secret.of("app", "adskull-demo-secret");
    private static final Secret PERCENT = Secret.of("percent", "a+b/c=d e+f/g=h i+j/k=");
    private static final Secret KEY = new Secret("key", bytes(32));
    private static final Pattern ESCAPE = Pattern.compile("%..");
    private static final List<Secret> ALL = List.of(SIGNATURE, APP, PERCENT, KEY);
    private static final SecretSearch SEARCH = new SecretSearch(ALL);

    @Test
    void aSecretIsFoundAsItIs() {
        assertThat(ALL).allSatisfy(secret -> finds(secret, "GET /token?code=" + secret.text() + "&state=1"));
    }

    @Test
    void aSecretIsFoundInAUrlAndInHexadecimal() {
        assertThat(ALL).allSatisfy(secret -> {
            String url = URLEncoder.encode(secret.text(), StandardCharsets.ISO_8859_1);
            finds(secret, "?secret=" + url + "&more");
            String lower =
                    ESCAPE.matcher(url).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
            finds(secret, "?secret=" + lower + "&more");
            finds(secret, "bytes " + HexFormat.of().formatHex(secret.bytes()) + "00");
        });
    }

    @Test
    void aSecretIsFoundWithinBase64WhateverStandsAroundIt() {
        for (int before = 0; before < 6; before++) {
            for (int after = 0; after < 4; after++) {
                String around = "{\"a\":\"".substring(0, before) + "%s" + "\"}xy".substring(0, after);
                assertThat(ALL).allSatisfy(secret -> {
                    byte[] whole = around.formatted(secret.text()).getBytes(StandardCharsets.ISO_8859_1);
                    finds(secret, "Basic " + Base64.getEncoder().encodeToString(whole) + " -");
                    finds(
                            secret,
                            "jwt." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole) + ".sig");
                });
            }
        }
    }

    @Test
    void whatOnlyLooksAlikeIsNotFound() {
        assertThat(SEARCH.in("adskull-demo-secre 8c1f0e77ab52d1904e6f3b2a9d5c7e11"))
                .isEmpty();
    }

    @Test
    void aSecretThatChanceCouldWriteIsRefused() {
        assertThatThrownBy(() -> new SecretSearch(List.of(Secret.of("password", "postgres"))))
                .hasMessage("password is too short to be looked for");
    }

    private static void finds(Secret secret, String text) {
        assertThat(SEARCH.in(text)).as(secret.name()).containsExactly(secret.name());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
