package io.adskull.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A platform that hangs, resets, drips, redirects in circles and sends too much, beside one that works.
@QuarkusTest
@TestProfile(BadPlatformServiceTest.Often.class)
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(OutsideWorld.class)
@QuarkusTestResource(BadPlatform.class)
class BadPlatformServiceTest {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// More than Meta's calls at once: without lanes of their own they would hold up everybody.
    private static final int BAD_ACCOUNTS = 20;

    @Inject
    OwnedAccounts owned;

    private final TestTopics topics = TestTopics.current();
    private final String id = "7" + (System.nanoTime() % 1_000_000_000_000L);

    public static class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "adskull.poll.interval", INTERVAL.toString(),
                    "adskull.poll.timeout", TIMEOUT.toString(),
                    "adskull.poll.max-in-flight", "8",
                    "adskull.poll.meta.qps", "1000",
                    "adskull.poll.tiktok.qps", "1000");
        }
    }

    @BeforeEach
    void partitionsAreOurs() {
        await().atMost(PATIENCE).until(() -> owned.share() == 1.0);
    }

    @Test
    void eachFailureIsToldForWhatItIsAndNobodyElseIsLate() {
        topics.publish(Topic.ACCOUNTS, "tiktok/" + id, Map.of(), EventJson.write(Accounts.advertiser(id)));
        connectToMeta(id);

        List<Received> bad =
                await().atMost(PATIENCE).until(() -> answersOf("meta/" + id), BadPlatformServiceTest::complete);
        assertThat(first(bad, "/act_" + id)).containsEntry("ce_httpstatus", "200");
        assertThat(first(bad, "/campaigns")).containsEntry("ce_transporterror", "timeout");
        assertThat(first(bad, "/ads")).containsEntry("ce_transporterror", "other");
        assertThat(first(bad, "/adrules_library")).containsEntry("ce_transporterror", "timeout");
        assertThat(first(bad, "/customaudiences")).containsEntry("ce_httpstatus", "503");
        assertThat(first(bad, "/adspixels")).containsEntry("ce_httpstatus", "302");
        assertThat(first(bad, "/adcreatives"))
                .containsEntry("ce_httpstatus", "200")
                .containsEntry("ce_truncated", "true");
        assertThat(first(bad, "/insights")).containsEntry("ce_transporterror", "other");
        assertThat(bad).allSatisfy(answer -> assertThat(answer.value().length)
                .isLessThanOrEqualTo(ApiResponse.MAX_BODY_BYTES));

        IntStream.range(0, BAD_ACCOUNTS).forEach(number -> connectToMeta(id + number));
        int before = answersOf("tiktok/" + id).size();
        await().atMost(PATIENCE).until(() -> answersOf("tiktok/" + id).size() >= before + 13 * 6);
        await().atMost(PATIENCE)
                .until(() -> answersOf("meta/" + id + (BAD_ACCOUNTS - 1)).size() > 0);

        assertThat(longestGap(answersOf("tiktok/" + id))).isLessThan(INTERVAL.plus(TIMEOUT));
        assertThat(BadPlatform.MOST_SENT.get()).isBetween((long) ApiResponse.MAX_BODY_BYTES, BadPlatform.HUGE / 10);
    }

    /// Of a path of the account that is asked every interval; a platform that hangs holds a call for the time-out.
    private static Duration longestGap(List<Received> answers) {
        List<Instant> times = answers.stream()
                .filter(answer -> answer.headers().get("ce_path").endsWith("/campaign/get/"))
                .map(answer -> Instant.parse(answer.headers().get("ce_time")))
                .sorted()
                .toList();
        assertThat(times).hasSizeGreaterThan(5);
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private void connectToMeta(String account) {
        ConnectedAccount connected = new ConnectedAccount(
                new AccountKey(Platform.META, account),
                "demo",
                new ConnectionId(UUID.randomUUID()),
                "user",
                "Account " + account,
                "Agency",
                List.of(),
                Instant.now(),
                null);
        topics.publish(Topic.ACCOUNTS, "meta/" + account, Map.of(), EventJson.write(connected));
    }

    private static boolean complete(List<Received> answers) {
        return answers.stream()
                        .map(answer -> answer.headers().get("ce_path"))
                        .distinct()
                        .count()
                == 8;
    }

    private static Map<String, String> first(List<Received> answers, String path) {
        return answers.stream()
                .filter(answer -> answer.headers().get("ce_path").endsWith(path))
                .findFirst()
                .orElseThrow()
                .headers();
    }

    private List<Received> answersOf(String account) {
        return topics.read(Topic.API_RESPONSES).stream()
                .filter(answer -> answer.key().equals(account))
                .toList();
    }
}
