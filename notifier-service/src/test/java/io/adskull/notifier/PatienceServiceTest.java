package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class PatienceServiceTest {
    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    private TenantStory story;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
    }

    @Test
    void whatHealsInTheNightIsNeverToldAndWhatDoesNotIsToldInTheMorning() {
        story.hearsAt("buyers", night());
        Incidents healing = story.permission().withTitle("heals " + story.name());
        Incidents lasting = story.permission().openedBy("another").withTitle("lasts " + story.name());
        story.opened(healing);
        story.resolved(healing);
        story.opened(lasting);
        story.settle();
        assertThat(story.taken()).isEmpty();

        clock.forward(Duration.ofHours(3));

        patiently().until(() -> story.taken().size() == 1);
        story.settle();
        assertThat(story.taken()).hasSize(1);
        assertThat(story.taken().getFirst().body()).contains("lasts");
    }

    @Test
    void whatIsCriticalBreaksTheNightUnlessItMayNot() {
        story.hearsAt("duty", night());
        story.hearsAt("sleepers", with(night(), "criticalBreaksQuiet", false));

        story.opened(story.of(Incidents.suspended()));

        patiently().until(() -> story.taken().size() == 1);
        story.settle();
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/services/duty");
    }

    @Test
    void theEndOfWhatWasToldWaitsForTheMorning() {
        String id = story.hearsAt("buyers", Map.of());
        Incidents trouble = story.permission();
        story.opened(trouble);
        patiently().until(() -> story.taken().size() == 1);

        change(id, night(), 200);
        story.resolved(trouble);
        story.settle();
        assertThat(story.taken()).hasSize(1);
        clock.forward(Duration.ofHours(3));

        patiently().until(() -> story.taken().size() == 2);
        assertThat(story.taken().getLast().body()).contains("[Resolved]");
    }

    @Test
    void whatWaitsFollowsTheQuietHoursWhenTheyChange() {
        String id = story.hearsAt("buyers", night());
        story.opened(story.permission());
        story.settle();
        assertThat(story.taken()).isEmpty();

        change(id, Map.of("quietFrom", "", "quietTo", ""), 200).body("quietFrom", nullValue());

        patiently().until(() -> story.taken().size() == 1);
    }

    @Test
    void quietHoursAreShownAndWhatIsLeftOutStays() {
        String id = story.hearsAt("buyers", Map.of("zone", "Europe/Berlin", "quietFrom", "22:00", "quietTo", "07:00"));

        change(id, Map.of("quietTo", "08:00"), 200)
                .body(
                        "zone", equalTo("Europe/Berlin"),
                        "quietFrom", equalTo("22:00:00"),
                        "quietTo", equalTo("08:00:00"),
                        "criticalBreaksQuiet", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mars/Olympus  | 22:00 | 07:00 | Europe/Berlin
            +02:00        | 22:00 | 07:00 | Europe/Berlin
            Europe/Berlin | 25:00 | 07:00 | quietFrom is no time
            Europe/Berlin | 22:00 | late  | quietTo is no time
            Europe/Berlin | 22:00 | 22:00 | the same
            Europe/Berlin | 22:00 |       | quietTo is missing
                          | 22:00 | 07:00 | zone is missing
            """)
    void quietHoursThatAreNoneAreRefusedWithWhatToWriteInstead(String zone, String from, String to, String says) {
        String id = story.hearsAt("buyers", Map.of());

        change(id, withoutNulls("zone", zone, "quietFrom", from, "quietTo", to), 400)
                .body("detail", containsString(says));
    }

    @Test
    void whatComesAndGoesIsToldAFourthTimeOnlyWhenItLasts() {
        story.hearsAt("buyers", Map.of());
        for (int i = 1; i <= 3; i++) {
            int messages = 2 * i;
            Incidents trouble = story.permission().openedBy("time " + i);
            story.opened(trouble);
            patiently().until(() -> story.taken().size() == messages - 1);
            clock.forward(Duration.ofMinutes(7));
            story.resolved(trouble);
            patiently().until(() -> story.taken().size() == messages);
        }

        Incidents fourth = story.permission().openedBy("time 4");
        story.opened(fourth);
        clock.forward(Duration.ofMinutes(7));
        story.settle();
        story.resolved(fourth);
        story.opened(story.permission().openedBy("time 5"));
        clock.forward(Duration.ofMinutes(20));
        story.settle();
        assertThat(story.taken()).hasSize(6);
        clock.forward(Duration.ofMinutes(11));

        patiently().until(() -> story.taken().size() == 7);
        assertThat(story.taken().getLast().body()).contains("This has come and gone 4 times since");
    }

    /// It began an hour ago and ends in two.
    private Map<String, Object> night() {
        LocalTime now = clock.instant().atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "zone",
                "UTC",
                "quietFrom",
                now.minusHours(1).toString(),
                "quietTo",
                now.plusHours(2).toString());
    }

    private io.restassured.response.ValidatableResponse change(String id, Map<String, ?> to, int status) {
        return story.as("operator")
                .body(to)
                .put("/api/destinations/" + id)
                .then()
                .statusCode(status);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        var more = new java.util.LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> withoutNulls(String... namesAndValues) {
        var fields = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                fields.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return fields;
    }
}
