package io.adskull.diagnosis.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/adaccounts",
                "/v1/adaccounts/",
                "/v1/adaccounts/8adc",
                "/v1/adaccounts/8adc/?a=/b",
                "https://host/adaccounts?q=search",
                "adaccounts"
            })
    void aCollectionAndItsMembersAreOfIt(String path) {
        assertThat(Address.isOf("adaccounts", path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?", "/v1/adaccounts/8adc/campaigns", "/v1/myadaccounts", "/v1/me?x=/adaccounts"})
    void whatStandsBelowOrElsewhereIsNot(String path) {
        assertThat(Address.isOf("adaccounts", path)).isFalse();
    }
}
