package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void everyCodeNamedInPublicHasAnEntry() throws IOException {
        Catalogue catalogue = Diagnostician.bundled().catalogue(Platform.TIKTOK).orElseThrow();
        List<String> codes = codes();
        List<String> missing =
                codes.stream().filter(code -> !catalogue.knows(code)).toList();
        System.out.printf("coverage: tiktok %d/%d codes%n", codes.size() - missing.size(), codes.size());
        assertThat(missing).isEmpty();
    }

    private static List<String> codes() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(CoverageTest.class.getResourceAsStream("/corpus/tiktok-codes.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2)[0])
                    .toList();
        }
    }
}
