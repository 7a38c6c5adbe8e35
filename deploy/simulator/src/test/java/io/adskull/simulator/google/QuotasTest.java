package io.adskull.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.StoppedClock;
import io.adskull.simulator.traffic.Answer;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final String ERROR = "error.details[0].errors[0].";

    private final StoppedClock clock = new StoppedClock("2026-11-22T10:00:00.500Z");

    @Test
    void aDeveloperTokenHasSoManyOperationsInAnyTwentyFourHours() {
        Quotas quotas = quotas(Map.of("developer-day", 2));
        assertThat(quotas.exceeded("dev", Optional.empty())).isEmpty();
        clock.advance(Duration.ofHours(10));
        assertThat(quotas.exceeded("dev", Optional.of("1"))).isEmpty();

        Answer refused = quotas.exceeded("dev", Optional.of("2")).orElseThrow();

        JsonPath body = JsonPath.from(refused.body());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(body.getString("error.status")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(body.getString(ERROR + "errorCode.quotaError")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(body.getMap(ERROR + "details.quotaErrorDetails"))
                .containsEntry("rateScope", "DEVELOPER")
                .containsEntry("rateName", "Number of operations for basic access");
        int wait = Integer.parseInt(
                body.getString(ERROR + "details.quotaErrorDetails.retryDelay").replace("s", ""));
        assertThat(wait).isBetween(14 * 3600 - 60, 14 * 3600);
        assertThat(body.getString(ERROR + "message")).isEqualTo("Too many requests. Retry in " + wait + " seconds.");
        assertThat(quotas.exceeded("other", Optional.empty())).isEmpty();
        clock.advance(Duration.ofSeconds(wait));
        assertThat(quotas.exceeded("dev", Optional.empty())).isEmpty();
    }

    @Test
    void aSecondOfTheDeveloperTokenIsAnAffairOfAllCustomers() {
        Quotas quotas = quotas(Map.of("developer-second", 1));
        assertThat(quotas.exceeded("dev", Optional.of("1"))).isEmpty();

        Answer refused = quotas.exceeded("dev", Optional.of("2")).orElseThrow();

        assertThat(quotaOf(refused)).containsEntry("rateScope", "DEVELOPER").containsEntry("retryDelay", "1s");
        clock.advance(Duration.ofSeconds(1));
        assertThat(quotas.exceeded("dev", Optional.of("2"))).isEmpty();
    }

    @Test
    void aSecondOfACustomerIsItsOwn() {
        Quotas quotas = quotas(Map.of("customer-second", 1));
        assertThat(quotas.exceeded("dev", Optional.of("1"))).isEmpty();

        assertThat(quotaOf(quotas.exceeded("dev", Optional.of("1")).orElseThrow()))
                .containsEntry("rateScope", "ACCOUNT")
                .containsEntry("rateName", "Requests per account");
        assertThat(quotas.exceeded("dev", Optional.of("2"))).isEmpty();
        assertThat(quotas.exceeded("dev", Optional.empty())).isEmpty();
    }

    private static Map<String, String> quotaOf(Answer answer) {
        return JsonPath.from(answer.body()).getMap(ERROR + "details.quotaErrorDetails");
    }

    private Quotas quotas(Map<String, Integer> set) {
        return new Quotas(clock.limits("google", set));
    }
}
