package io.adskull.dashboard.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededScopesTest {
    private final NeededScopes needed = new NeededScopes();

    @Test
    void aScopeIsMetByAnyThatIncludesIt() {
        assertThat(needed.against(Platform.TIKTOK, "advertiser", List.of("1", "20", "210", "22")))
                .filteredOn(scope -> scope.name().equals("Ads Management"))
                .singleElement()
                .satisfies(scope -> {
                    assertThat(scope.granted()).isTrue();
                    assertThat(scope.opened()).isEqualTo("Campaigns and Ads");
                });
    }

    @Test
    void aPartThatNeedsSeveralIsClosedWithoutOneOfThem() {
        assertThat(needed.against(Platform.TIKTOK, "advertiser", List.of("20", "210")))
                .filteredOn(scope -> scope.name().equals("Ads Management"))
                .extracting(NeededScope::granted, NeededScope::opens)
                .containsExactlyInAnyOrder(
                        tuple(true, List.of(Resource.CAMPAIGNS)), tuple(false, List.of(Resource.ADS)));
    }

    @Test
    void whatIsNotKnownIsNotSaidToBeMissing() {
        assertThat(needed.against(Platform.TIKTOK, "advertiser", List.of())).isEmpty();
        assertThat(needed.against(Platform.X, "advertiser", List.of("anything")))
                .isEmpty();
        assertThat(needed.beyond(Platform.META, "user", List.of("public_profile", "ads_read")))
                .containsExactly("public_profile");
    }
}
