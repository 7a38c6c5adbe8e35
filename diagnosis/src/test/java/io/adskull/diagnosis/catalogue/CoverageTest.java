package io.adskull.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageTest {

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyCodeNamedInPublicHasAnEntry(Platform platform) {
        Catalogue catalogue = Diagnostician.bundled().catalogue(platform);
        assertThat(catalogue.codes()).isNotEmpty().allMatch(known -> catalogue.knows(known.code()));
    }
}
