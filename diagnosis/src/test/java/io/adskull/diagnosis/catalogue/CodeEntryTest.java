package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.catalogue.CodeEntry.Possibility;
import org.junit.jupiter.api.Test;

class CodeEntryTest {
    private final Catalogue tiktok = Diagnostician.bundled().catalogue(Platform.TIKTOK);

    @Test
    void aDisputedCodeSaysThatItAloneDoesNotDecideAndWhatWordsMean() {
        CodeEntry entry = tiktok.entry("40002").orElseThrow();

        assertThat(entry.decides()).isFalse();
        assertThat(entry.source()).isPresent();
        assertThat(entry.otherwise())
                .extracting(Possibility::cause)
                .contains(Cause.SCOPE_MISSING, Cause.RESOURCE_PERMISSION_MISSING, Cause.CONFLICT);
        assertThat(entry.otherwise())
                .allSatisfy(possibility -> assertThat(possibility.examples()).isNotEmpty());
    }

    @Test
    void aCodeWithOneMeaningDecidesByItself() {
        CodeEntry entry = tiktok.entry("40100").orElseThrow();

        assertThat(entry.alone().cause()).isEqualTo(Cause.RATE_LIMITED);
        assertThat(entry.otherwise())
                .extracting(Possibility::cause)
                .doesNotContain(Cause.TOKEN_INVALID, Cause.RESOURCE_PERMISSION_MISSING);
    }

    @Test
    void aCodeNobodyNamedHasNoEntry() {
        assertThat(tiktok.entry("12345")).isEmpty();
        assertThat(tiktok.entry("")).isEmpty();
    }

    @Test
    void eachThingThatWordsCanMeanHasItsOwnAdvice() {
        CodeEntry entry = tiktok.entry("40002").orElseThrow();

        assertThat(tiktok.vague("40002")).isTrue();
        assertThat(entry.alone()).isEqualTo(tiktok.alone("40002"));
        assertThat(entry.otherwise()).allSatisfy(possibility -> {
            assertThat(possibility.meant().cause()).isEqualTo(possibility.cause());
            assertThat(possibility.meant().steps()).isNotEmpty();
        });
    }

    @Test
    void whatStandsForAnUnknownPermissionIsSaidOnce() {
        assertThat(tiktok.entry("40002").orElseThrow().otherwise())
                .extracting(possibility -> possibility.meant().title())
                .contains("This ad account was connected without the permission in question");
    }
}
