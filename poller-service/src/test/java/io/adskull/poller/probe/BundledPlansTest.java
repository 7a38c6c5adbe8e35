package io.adskull.poller.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundledPlansTest {
    /// Of these a report is a job that somebody must fetch: no cheap read proves the right to it.
    private static final Set<Platform> REPORTS_ARE_JOBS = EnumSet.of(Platform.MICROSOFT, Platform.AMAZON);

    @ParameterizedTest
    @EnumSource(Platform.class)
    void everyPlatformIsAskedAboutAccountCampaignsAndReportsForEachKindThatCanBeConnected(Platform platform) {
        ProbePlan plan = plan(platform);

        assertThat(plan.limits()).isNotEmpty();
        plan.kinds().forEach((kind, probes) -> {
            List<Resource> asked = probes.stream().map(Probe::resource).toList();
            assertThat(asked).as("%s %s", platform, kind).startsWith(Resource.ACCOUNT);
            if (!kind.equals("tiktok-account")) {
                assertThat(asked).as("%s %s", platform, kind).contains(Resource.CAMPAIGNS);
                if (!REPORTS_ARE_JOBS.contains(platform)) {
                    assertThat(asked).as("%s %s", platform, kind).contains(Resource.REPORTING);
                }
            }
        });
    }

    private static ProbePlan plan(Platform platform) {
        String file = "/platforms/" + platform.id() + "/probes.yaml";
        var bytes = Objects.requireNonNull(BundledPlansTest.class.getResourceAsStream(file), file);
        return new PlanReader(file).read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }
}
