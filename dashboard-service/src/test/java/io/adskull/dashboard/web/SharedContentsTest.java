package io.adskull.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.dashboard.overview.AccountQuery;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedContentsTest {
    private static final SharedContents.Key NORTHWIND = key("northwind", true);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final SharedContents shared = new SharedContents(now::get);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whoAsksForTheSameAtTheSameTimeGetsTheSame() {
        assertThat(shared.of(NORTHWIND, this::next)).isEqualTo("made 1");
        now.updateAndGet(at -> at.plusMillis(249));
        assertThat(shared.of(NORTHWIND, this::next)).isEqualTo("made 1");
    }

    @Test
    void nothingThatIsOlderThanAQuarterOfASecondIsGivenOut() {
        shared.of(NORTHWIND, this::next);
        now.updateAndGet(at -> at.plusMillis(250));

        assertThat(shared.of(NORTHWIND, this::next)).isEqualTo("made 2");
    }

    @Test
    void anotherTenantOtherRightsAndAnotherQuestionShareNothing() {
        List<SharedContents.Key> others = List.of(
                key("contoso", true),
                key("northwind", false),
                new SharedContents.Key("northwind", true, AccountQuery.all().page(2)));
        shared.of(NORTHWIND, this::next);

        assertThat(others)
                .extracting(other -> shared.of(other, this::next))
                .containsExactly("made 2", "made 3", "made 4");
    }

    @Test
    void manyWhoAskWhileItIsMadeWaitForTheOne() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Callable<String> slowly = () -> {
            asked.await();
            return next();
        };
        try (var viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 20)
                    .mapToObj(viewer -> viewers.submit(() -> shared.of(NORTHWIND, slowly)))
                    .toList();
            asked.countDown();

            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("made 1");
            }
        }
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        assertThatThrownBy(() -> shared.of(NORTHWIND, () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasRootCauseMessage("the database is away");
        now.updateAndGet(at -> at.plusMillis(250));

        assertThat(shared.of(NORTHWIND, this::next)).isEqualTo("made 1");
    }

    private String next() {
        return "made " + made.incrementAndGet();
    }

    private static SharedContents.Key key(String tenant, boolean mayChange) {
        return new SharedContents.Key(tenant, mayChange, AccountQuery.all());
    }
}
