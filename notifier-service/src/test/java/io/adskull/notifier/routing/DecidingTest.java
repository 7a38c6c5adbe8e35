package io.adskull.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.directory.Hearing;
import io.adskull.notifier.patience.ComesAndGoes;
import io.adskull.notifier.routing.Told.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecidingTest {
    private static final Instant NOW = Incidents.OPENED_AT;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Destination SLACK =
            new SlackWebhook("advertisers/slack", "#ads-alerts", URI.create("https://hooks.example/secret"));
    private static final Destination MAIL = new Mailbox("advertisers/email", "media-buyers@northwind.example");
    private static final Destination OPERATORS = new Mailbox("operators/email", "operators@adskull.example");
    private static final Map<Audience, List<Destination>> EVERYONE =
            Map.of(Audience.ADVERTISERS, List.of(SLACK, MAIL), Audience.OPERATORS, List.of(OPERATORS));

    private static final Group ALONE = Group.single(false);
    private static final Group OVER = Group.single(true);

    private final Deciding deciding = new Deciding(new Spared(), new Everyone(EVERYONE));

    @Test
    void aMissingPermissionIsToldAtOnceToTheAdvertiser() {
        Incident incident = Incidents.automatedRulesPermissionMissing().incident();

        assertThat(deciding.decide(opened(incident), ALONE, List.of(), NOW))
                .containsExactly(
                        new Step.Tell(Transition.OPENED, 0, SLACK, NOW, false),
                        new Step.Tell(Transition.OPENED, 0, MAIL, NOW, false));
    }

    @Test
    void whatIsBeingMendedIsHeldForTheGrace() {
        Incident incident = Incidents.rateLimited().incident();

        assertThat(deciding.decide(opened(incident), ALONE, List.of(), NOW.plusSeconds(5)))
                .containsExactly(
                        new Step.Tell(Transition.OPENED, 0, SLACK, NOW.plus(PATIENCE), true),
                        new Step.Tell(Transition.OPENED, 0, MAIL, NOW.plus(PATIENCE), true));
    }

    @Test
    void theGraceOfAnEventFromTheFutureStartsNow() {
        Incident incident = Incidents.rateLimited().incident();
        var opened = new Remediation.Opened(incident, NOW.plus(Duration.ofDays(900)));

        assertThat(deciding.decide(opened, ALONE, List.of(), NOW))
                .contains(new Step.Tell(Transition.OPENED, 0, SLACK, NOW.plus(PATIENCE), true));
    }

    @Test
    void whatHealsWithinTheGraceIsNeverTold() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);

        assertThat(deciding.decide(resolved(Incidents.rateLimited().incident()), OVER, List.of(held), NOW))
                .containsExactly(new Step.StaySilent(held.delivery()));
    }

    @Test
    void resolvedGoesToWhoeverHeardOfItAndToNobodyElse() {
        Told heard = told(SLACK, Transition.OPENED, Stage.CERTAIN);
        Told gaveUp = told(MAIL, Transition.OPENED, Stage.UNHEARD);

        assertThat(deciding.decide(resolved(Incidents.revokedToken().incident()), OVER, List.of(heard, gaveUp), NOW))
                .containsExactly(new Step.Tell(Transition.RESOLVED, 0, SLACK, NOW, false));
    }

    @Test
    void resolvedIsToldOnce() {
        List<Told> told =
                List.of(told(SLACK, Transition.OPENED, Stage.CERTAIN), told(SLACK, Transition.RESOLVED, Stage.CERTAIN));

        assertThat(deciding.decide(resolved(Incidents.revokedToken().incident()), OVER, told, NOW))
                .isEmpty();
    }

    @Test
    void anEndThatWaitsForTheMorningIsToldThoughItIsHeardAgain() {
        List<Told> told =
                List.of(told(SLACK, Transition.OPENED, Stage.LEFT), told(SLACK, Transition.RESOLVED, Stage.HELD));

        assertThat(deciding.decide(resolved(Incidents.revokedToken().incident()), OVER, told, NOW))
                .isEmpty();
    }

    @Test
    void anIncidentThatNobodyHeardOfEndsInSilence() {
        assertThat(deciding.decide(resolved(Incidents.revokedToken().incident()), OVER, List.of(), NOW))
                .isEmpty();
    }

    @Test
    void anUpdateOfWhatWasToldSaysNothing() {
        Told heard = told(SLACK, Transition.OPENED, Stage.CERTAIN);

        assertThat(deciding.decide(updated(Incidents.revokedToken().incident()), ALONE, List.of(heard), NOW))
                .isEmpty();
    }

    @Test
    void whenMendingFailsWhatWasHeldGoesOutAtOnce() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);
        Told alsoHeld = told(MAIL, Transition.OPENED, Stage.HELD);
        Incident nowForPeople =
                Incidents.rateLimited().withActor(Actor.ACCOUNT_USER).incident();

        assertThat(deciding.decide(updated(nowForPeople), ALONE, List.of(held, alsoHeld), NOW))
                .containsExactly(new Step.Release(held.delivery(), NOW), new Step.Release(alsoHeld.delivery(), NOW));
    }

    @Test
    void whatTurnsOutToBeTheOperatorsWorkIsToldToThemInstead() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);
        Incident nowForDevelopers =
                Incidents.rateLimited().withActor(Actor.DEVELOPER).incident();

        assertThat(deciding.decide(updated(nowForDevelopers), ALONE, List.of(held), NOW))
                .containsExactly(
                        new Step.StaySilent(held.delivery()),
                        new Step.Tell(Transition.OPENED, 0, OPERATORS, NOW, false));
    }

    @Test
    void whatIsStillBeingMendedStaysHeld() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);

        assertThat(deciding.decide(updated(Incidents.rateLimited().incident()), ALONE, List.of(held), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {
                "INVALID_REQUEST",
                "API_VERSION_RETIRED",
                "APP_NOT_APPROVED",
                "APP_CREDENTIALS_INVALID",
                "UNKNOWN",
                "NETWORK_RESTRICTED"
            })
    void whatOnlyDevelopersCanMendGoesToTheOperators(Cause cause) {
        Incident incident = Incidents.revokedToken().withCause(cause).incident();

        assertThat(Audience.of(incident)).isEqualTo(Audience.OPERATORS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Actor.class,
            names = {"DEVELOPER", "PLATFORM"})
    void whatNoAdvertiserCanMendGoesToTheOperators(Actor actor) {
        Incident incident = Incidents.revokedToken().withActor(actor).incident();

        assertThat(Audience.of(incident)).isEqualTo(Audience.OPERATORS);
    }

    @Test
    void withoutADestinationNobodyIsTold() {
        var nobody = new Deciding(new Spared(), new Everyone(Map.of()));

        assertThat(nobody.decide(opened(Incidents.revokedToken().incident()), ALONE, List.of(), NOW))
                .isEmpty();
    }

    @Test
    void whereOthersMayJoinTheMessageWaitsForThem() {
        Incident incident = Incidents.automatedRulesPermissionMissing().incident();

        assertThat(deciding.decide(opened(incident), new Group(true, 0, true, false, false, false), List.of(), NOW))
                .containsExactly(
                        new Step.Tell(Transition.OPENED, 0, SLACK, NOW.plus(WAIT), true),
                        new Step.Tell(Transition.OPENED, 0, MAIL, NOW.plus(WAIT), true));
    }

    @Test
    void whoJoinsBeforeTheMessageLeavesIsNamedInIt() {
        List<Told> told = List.of(told(SLACK, Transition.OPENED, Stage.CERTAIN));

        assertThat(Deciding.partOfNext(told)).isZero();
        assertThat(deciding.decide(opened(anyone()), joining(0), told, NOW)).isEmpty();
    }

    @Test
    void whoJoinsAfterItLeftIsToldOfInOneMoreMessageWithAllWhoFollowSoon() {
        Told left = told(SLACK, Transition.OPENED, Stage.LEFT);
        Told next = new Told(UUID.randomUUID(), SLACK.name(), Transition.JOINED, 1, Stage.HELD);

        assertThat(Deciding.partOfNext(List.of(left))).isEqualTo(1);
        assertThat(deciding.decide(opened(anyone()), joining(1), List.of(left), NOW))
                .containsExactly(new Step.Tell(Transition.JOINED, 1, SLACK, NOW.plus(INTERVAL), true));
        assertThat(Deciding.partOfNext(List.of(left, next))).isEqualTo(1);
        assertThat(deciding.decide(opened(anyone()), joining(1), List.of(left, next), NOW))
                .isEmpty();
    }

    @Test
    void whoMustActWhereTheFirstWasBeingMendedIsNotHeldBackWithIt() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);

        assertThat(deciding.decide(opened(anyone()), joining(0), List.of(held), NOW))
                .containsExactly(new Step.Release(held.delivery(), NOW.plus(WAIT)));
    }

    @Test
    void theEndIsToldWhenTheLastIsWell() {
        Told left = told(SLACK, Transition.OPENED, Stage.LEFT);

        assertThat(deciding.decide(
                        resolved(anyone()), new Group(true, 0, false, false, false, true), List.of(left), NOW))
                .isEmpty();
        assertThat(deciding.decide(
                        resolved(anyone()), new Group(false, 1, false, false, true, true), List.of(left), NOW))
                .containsExactly(new Step.Tell(Transition.RESOLVED, 0, SLACK, NOW, false));
    }

    @Test
    void nobodyHearsOfAccountsThatJoinedAndAreWellAgain() {
        Told left = told(SLACK, Transition.OPENED, Stage.LEFT);
        Told waiting = new Told(UUID.randomUUID(), SLACK.name(), Transition.JOINED, 1, Stage.HELD);

        assertThat(deciding.decide(
                        resolved(anyone()),
                        new Group(false, 1, false, false, false, true),
                        List.of(left, waiting),
                        NOW))
                .containsExactly(new Step.StaySilent(waiting.delivery()));
    }

    @Test
    void whatIsOverIsNotRemindedOf() {
        Told left = told(SLACK, Transition.OPENED, Stage.LEFT);
        Told reminded = new Told(UUID.randomUUID(), SLACK.name(), Transition.REMINDED, 1, Stage.LEFT);
        Told next = new Told(UUID.randomUUID(), SLACK.name(), Transition.REMINDED, 2, Stage.HELD);

        assertThat(deciding.decide(resolved(anyone()), OVER, List.of(left, reminded, next), NOW))
                .containsExactly(
                        new Step.StaySilent(next.delivery()), new Step.Tell(Transition.RESOLVED, 0, SLACK, NOW, false));
        assertThat(Deciding.partOfNext(List.of(left, reminded))).isEqualTo(1);
    }

    @Test
    void whatIsOverIsNotEscalatedAndWhoHeardByEscalationHearsTheEnd() {
        Told left = told(SLACK, Transition.OPENED, Stage.LEFT);
        Told escalated = told(MAIL, Transition.ESCALATED, Stage.LEFT);
        Told next = told(OPERATORS, Transition.ESCALATED, Stage.HELD);

        assertThat(deciding.decide(resolved(anyone()), OVER, List.of(left, escalated, next), NOW))
                .containsExactly(
                        new Step.StaySilent(next.delivery()),
                        new Step.Tell(Transition.RESOLVED, 0, SLACK, NOW, false),
                        new Step.Tell(Transition.RESOLVED, 0, MAIL, NOW, false));
    }

    @Test
    void whatComesAndGoesIsToldOnceItLasts() {
        var flapping = new Group(true, 0, true, true, false, false);
        Instant lasting = NOW.plus(ComesAndGoes.LASTING);
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);

        assertThat(deciding.decide(opened(anyone()), flapping, List.of(), NOW.plusSeconds(5)))
                .containsExactly(
                        new Step.Tell(Transition.OPENED, 0, SLACK, lasting, true),
                        new Step.Tell(Transition.OPENED, 0, MAIL, lasting, true));
        assertThat(deciding.decide(updated(anyone()), flapping, List.of(held), NOW.plusSeconds(90)))
                .contains(new Step.Release(held.delivery(), lasting));
        assertThat(deciding.decide(resolved(anyone()), OVER, List.of(held), NOW.plusSeconds(90)))
                .containsExactly(new Step.StaySilent(held.delivery()));
    }

    @Test
    void whoJoinsWhatComesAndGoesIsNotHeldBackWithItUnlessItComesAndGoesAsWell() {
        Told held = told(SLACK, Transition.OPENED, Stage.HELD);

        assertThat(deciding.decide(opened(anyone()), joining(0), List.of(held), NOW))
                .containsExactly(new Step.Release(held.delivery(), NOW.plus(WAIT)));
        assertThat(deciding.decide(opened(anyone()), new Group(false, 0, true, true, false, false), List.of(held), NOW))
                .isEmpty();
    }

    private static Incident anyone() {
        return Incidents.automatedRulesPermissionMissing().incident();
    }

    private static Group joining(int part) {
        return new Group(false, part, true, false, false, false);
    }

    private static Remediation opened(Incident incident) {
        return new Remediation.Opened(incident, incident.openedAt());
    }

    private static Remediation updated(Incident incident) {
        return new Remediation.Updated(incident, NOW, "it changed");
    }

    private static Remediation resolved(Incident incident) {
        return new Remediation.Resolved(incident, NOW, "The same call works again.");
    }

    private static Told told(Destination to, Transition transition, Stage stage) {
        return new Told(
                UUID.nameUUIDFromBytes((to.name() + transition).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                to.name(),
                transition,
                0,
                stage);
    }

    private record Spared(Duration patience, Duration groupWait, Duration groupInterval, Duration groupWindow)
            implements PatienceConfig {
        Spared() {
            this(PATIENCE, WAIT, INTERVAL, Duration.ofHours(1));
        }
    }

    /// Each audience is one list, whatever the incident.
    private record Everyone(Map<Audience, List<Destination>> lists) implements Hearing {
        @Override
        public List<Destination> of(Audience audience, Incident incident) {
            return lists.getOrDefault(audience, List.of());
        }

        @Override
        public Optional<Destination> named(String outboxName) {
            return lists.values().stream()
                    .flatMap(List::stream)
                    .filter(to -> to.name().equals(outboxName))
                    .findFirst();
        }
    }
}
