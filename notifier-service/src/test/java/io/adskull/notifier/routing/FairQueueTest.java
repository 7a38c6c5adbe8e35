package io.adskull.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.routing.FairQueue.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue queue = new FairQueue();

    @Test
    void aTenantsEventsStayInOrder() {
        queue.add(events("shop", 3));
        queue.add(events("agency", 1));
        queue.add(events("shop", 3, 5));

        assertThat(ids(queue.next(10, 100)).stream().filter(id -> id.startsWith("shop")))
                .containsExactly("shop-0", "shop-1", "shop-2", "shop-3", "shop-4");
    }

    @Test
    void anEventBehindAFloodOfAnotherTenantsIsAmongTheNext() {
        queue.add(events("agency", 1_000));
        queue.add(events("shop", 1));

        assertThat(ids(queue.next(4, 100))).containsExactly("agency-0", "shop-0", "agency-1", "agency-2");
    }

    @Test
    void whoseTurnItIsIsRememberedFromOneLookToTheNext() {
        queue.add(events("a", 2));
        queue.add(events("b", 2));
        queue.add(events("c", 2));

        assertThat(ids(queue.next(2, 100))).containsExactly("a-0", "b-0");
        assertThat(ids(queue.next(2, 100))).containsExactly("c-0", "a-1");
        assertThat(ids(queue.next(9, 100))).containsExactly("b-1", "c-1");
        assertThat(queue.next(9, 100)).isEmpty();
    }

    @Test
    void oneTenantHasOnlySoManyAtOnceAlsoWhereNobodyElseHasAny() {
        queue.add(events("agency", 20));
        queue.add(events("shop", 2));

        assertThat(ids(queue.next(100, 3))).containsExactly("agency-0", "shop-0", "agency-1", "shop-1", "agency-2");
        queue.add(events("shop", 2, 3));
        assertThat(ids(queue.next(100, 3))).containsExactly("agency-3", "shop-2", "agency-4", "agency-5");
    }

    @Test
    void whoHadAllThatOneMayHaveComesAfterWhoWasNotServed() {
        queue.add(events("agency", 20));
        queue.add(events("shop", 20));

        assertThat(ids(queue.next(3, 1))).containsExactly("agency-0", "shop-0");
        assertThat(ids(queue.next(3, 2))).containsExactly("agency-1", "shop-1", "agency-2");
        assertThat(ids(queue.next(1, 2))).containsExactly("shop-2");
    }

    @Test
    void aBatchIsDecidedOnWhenAllOfItIs() {
        var batch = new HeardBatch(2);

        batch.decidedOne();
        assertThat(batch.decided().toCompletableFuture()).isNotDone();
        batch.decidedOne();
        assertThat(batch.decided().toCompletableFuture()).isCompleted();
    }

    @Test
    void aBatchWithNothingToDecideIsDecidedOn() {
        assertThat(new HeardBatch(0).decided().toCompletableFuture()).isCompleted();
    }

    private static List<String> ids(List<Waiting> events) {
        return events.stream().map(event -> event.heard().eventId()).toList();
    }

    private static List<Waiting> events(String tenant, int count) {
        return events(tenant, 0, count);
    }

    private static List<Waiting> events(String tenant, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> {
                    var incident = Incidents.automatedRulesPermissionMissing()
                            .withTenant(tenant)
                            .incident();
                    var heard = new Heard(
                            tenant + "-" + number,
                            new Remediation.Opened(incident, Incidents.OPENED_AT),
                            Optional.empty(),
                            new ConsumerRecord<>("remediations", 0, number, "", new byte[0]));
                    return new Waiting(heard, new HeardBatch(1));
                })
                .toList();
    }
}
