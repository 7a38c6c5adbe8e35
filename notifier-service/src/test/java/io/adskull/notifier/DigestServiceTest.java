package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class DigestServiceTest {
    private static final Map<String, String> DAILY = Map.of("zone", "UTC", "digest", "daily");

    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private TenantStory story;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
    }

    @Test
    void everyMorningSaysOnceWhatIsOpenAndWhatMendedByItself() {
        story.hearsAt("buyers", DAILY);
        Incidents healing = story.of(Incidents.rateLimited()).withTitle("Slow " + story.name());
        story.opened(healing);
        story.resolved(healing);
        story.opened(story.permission());
        story.post("/api/mutes", Map.of("platform", "pinterest"), 201);
        patiently().until(() -> story.taken().size() == 1);

        untilTheMorning();

        patiently().until(() -> digests().size() == 1);
        assertThat(digests().getFirst().body())
                .contains(
                        "1 open: who must act", "mended without anybody: ", "Slow " + story.name(), "Muted: Pinterest");
    }

    @Test
    void whereThereIsNothingToSayNothingIsSent() {
        String id = story.hearsAt(story.name().replace(' ', '-'), DAILY);

        untilTheMorning();

        patiently().until(() -> next(id).isAfter(clock.instant()));
        assertThat(slack.attempts("").stream().map(Posted::path))
                .noneMatch(path -> path.endsWith(story.name().replace(' ', '-')));
    }

    @Test
    void aSummaryHasAPlaceWhoseMorningItIs() {
        String id = story.hearsAt("buyers", Map.of());

        change(id, Map.of("digest", "weekly"), 400).body("detail", containsString("zone is missing"));
        change(id, Map.of("digest", "weekly", "zone", "Europe/Berlin"), 200)
                .body("digest", equalTo("weekly"), "zone", equalTo("Europe/Berlin"));
        change(id, Map.of("digest", "none"), 200).body("digest", equalTo("none"));
    }

    private io.restassured.response.ValidatableResponse change(String id, Map<String, ?> to, int status) {
        return story.as("operator")
                .body(to)
                .put("/api/destinations/" + id)
                .then()
                .statusCode(status);
    }

    private void untilTheMorning() {
        Instant now = clock.instant();
        Instant morning = DigestRhythm.DAILY.next(now, ZoneOffset.UTC).orElseThrow();
        clock.forward(Duration.between(now, morning).plusSeconds(1));
    }

    private List<Posted> digests() {
        return story.taken().stream()
                .filter(message -> message.body().contains("who must act"))
                .toList();
    }

    private Instant next(String id) {
        return QuarkusTransaction.requiringNew().call(() -> (Instant)
                entities.createNativeQuery("select digest_due_at from destination where id = :id", Instant.class)
                        .setParameter("id", UUID.fromString(id))
                        .getSingleResult());
    }
}
