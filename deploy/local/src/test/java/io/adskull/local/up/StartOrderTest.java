package io.adskull.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.local.Refusal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void aStepWaitsForWhatItNeeds() {
        start(List.of(step("kafka"), step("postgres"), step("topics", "kafka"), step("service", "topics", "postgres")));

        assertThat(done).hasSize(4).endsWith("service").containsSubsequence("kafka", "topics");
    }

    @Test
    void whatIsNotPartOfThisStartCountsAsDone() {
        start(List.of(step("service", "kafka")));

        assertThat(done).containsExactly("service");
    }

    @Test
    void theFirstFailureEndsTheStartThoughOthersStillWait() {
        var never = new CountDownLatch(1);
        List<Step> steps = List.of(
                new Step("slow", Set.of(), never::await),
                new Step("broken", Set.of(), () -> {
                    throw new Refusal("broken is broken");
                }),
                step("after", "broken"));

        assertThatThrownBy(() -> start(steps)).isInstanceOf(Refusal.class).hasMessage("broken is broken");
        assertThat(done).isEmpty();
    }

    private void start(List<Step> steps) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (var progress = new Progress(nowhere, false, InstantSource.system())) {
            new StartOrder(progress).run(steps);
        }
    }

    private Step step(String name, String... needs) {
        return new Step(name, Set.of(needs), () -> done.add(name));
    }
}
