package io.adskull.classifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to an account, in whatever order: the transitions that leave the ledger make sense together.
class AnyHistoryTest {
    private static final List<String> BODIES = List.of(
            SimpleDiagnoses.OK,
            SimpleDiagnoses.OK,
            SimpleDiagnoses.OK,
            SimpleDiagnoses.REFUSED,
            SimpleDiagnoses.REFUSED,
            "TOKEN_INVALID",
            "TOKEN_INVALID/second",
            "RATE_LIMITED",
            "PLATFORM_ERROR",
            "RESOURCE_PERMISSION_MISSING",
            "ACCOUNT_ACCESS_MISSING",
            "ACCOUNT_DISABLED",
            "UNKNOWN",
            "TOKEN_INVALID@ACCOUNT_USER",
            "TOKEN_EXPIRED",
            "APP_CREDENTIALS_INVALID@DEVELOPER");

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("adskull.histories", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void incidentsAreOpenedOnceAndResolvedOnce(int seed) {
        Scene scene = Scene.connected();

        List<Remediation> told = play(scene, new Random(seed));

        Set<IncidentId> open = new LinkedHashSet<>();
        Set<IncidentId> ever = new LinkedHashSet<>();
        for (Remediation each : told) {
            IncidentId id = each.incident().id();
            switch (each) {
                case Remediation.Opened opened -> {
                    assertThat(ever.add(id)).as("opened once: %s", opened).isTrue();
                    open.add(id);
                }
                case Remediation.Updated updated -> assertThat(open).contains(id);
                case Remediation.Resolved resolved ->
                    assertThat(open.remove(id))
                            .as("resolved once: %s", resolved)
                            .isTrue();
            }
        }
        assertThat(told.stream().map(each -> each.envelope("/c").id())).doesNotHaveDuplicates();
        assertThat(scene.open()).extracting(incident -> incident.id()).containsExactlyInAnyOrderElementsOf(open);
        assertThat(scene.open())
                .extracting(incident -> incident.cause() + " " + incident.resource())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReplayTellsTheSame(int seed) {
        assertThat(play(Scene.connected(), new Random(seed))).isEqualTo(play(Scene.connected(), new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDayOfHealthEndsEverything(int seed) {
        Scene scene = Scene.connected();
        play(scene, new Random(seed));

        Instant at = Scene.at("07:00:00").plusSeconds(30 * 3600);
        for (Resource resource : List.of(Resource.ACCOUNT, Resource.ADS, Resource.CAMPAIGNS, Resource.PIXELS)) {
            at = at.plusSeconds(60);
            scene.answer(Scene.response("end-" + resource, at, resource, "/" + resource, SimpleDiagnoses.OK), at);
        }

        assertThat(scene.open()).isEmpty();
    }

    private static ConnectionStanding standing(Random random, Instant now) {
        Standing standing = Standing.values()[random.nextInt(3)];
        Instant renewedAt = random.nextBoolean() ? now.minusSeconds(random.nextInt(300)) : null;
        Instant deadAt = random.nextInt(4) == 0 ? now : null;
        return new ConnectionStanding(Scene.ACCOUNT, now, standing, 1, 0, renewedAt, deadAt);
    }

    private static List<Remediation> play(Scene scene, Random random) {
        List<Remediation> told = new ArrayList<>();
        Resource[] resources = {Resource.ACCOUNT, Resource.ADS, Resource.CAMPAIGNS, Resource.PIXELS};
        Instant now = Scene.at("07:00:00");
        for (int i = 0; i < 120; i++) {
            now = now.plusSeconds(random.nextInt(90));
            told.addAll(scene.waitUntil(now));
            Resource resource = resources[random.nextInt(resources.length)];
            Instant came = random.nextInt(8) == 0 ? now.minusSeconds(random.nextInt(120)) : now;
            String body = BODIES.get(random.nextInt(BODIES.size()));
            ApiResponse answer = Scene.response("answer-" + i, came, resource, "/" + resource, body);
            told.addAll(scene.answer(answer, now));
            if (random.nextInt(8) == 0) {
                told.addAll(scene.answer(answer, now));
            }
            if (random.nextInt(6) == 0) {
                told.addAll(scene.hear(standing(random, now), now));
            }
            if (random.nextInt(12) == 0) {
                told.addAll(scene.hear(new WideNotice(Scene.ACCOUNT, now, random.nextBoolean() ? "wide" : null), now));
            }
        }
        told.addAll(scene.waitUntil(now.plusSeconds(60)));
        told.addAll(scene.waitUntil(now.plusSeconds(180)));
        return told;
    }
}
