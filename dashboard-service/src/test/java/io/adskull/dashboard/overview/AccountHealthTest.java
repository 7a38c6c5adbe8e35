package io.adskull.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountHealthTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Resource> WATCHED = List.of(Resource.CAMPAIGNS, Resource.AUTOMATED_RULES);

    @Test
    void withoutFailuresItIsHealthyAndEverythingWorks() {
        AccountHealth health = AccountHealth.judge(List.of(), WATCHED, NOON, Optional.empty());

        assertThat(health.health()).isEqualTo(Health.HEALTHY);
        assertThat(health.since()).isEqualTo(NOON);
        assertThat(health.permissions()).extracting(Permission::state).containsOnly(PermissionState.WORKING);
    }

    @Test
    void aMissingPermissionDegradesAndDeniesItsResourceOnly() {
        AccountHealth health = AccountHealth.judge(List.of(rulesRefused(60)), WATCHED, NOON, Optional.empty());

        assertThat(health.health()).isEqualTo(Health.DEGRADED);
        assertThat(health.permissions())
                .extracting(Permission::state)
                .containsExactly(PermissionState.WORKING, PermissionState.DENIED);
    }

    @Test
    void aRevokedTokenBreaksTheAccountAndDeniesEverything() {
        AccountHealth health =
                AccountHealth.judge(List.of(rulesRefused(60), revoked(120)), WATCHED, NOON, Optional.empty());

        assertThat(health.health()).isEqualTo(Health.BROKEN);
        assertThat(health.since()).isEqualTo(NOON.plusSeconds(120));
        assertThat(health.permissions())
                .extracting(Permission::state)
                .containsExactly(PermissionState.DENIED, PermissionState.DENIED, PermissionState.DENIED);
    }

    @Test
    void aResourceShowsItsOwnIncidentBeforeThatOfTheWholeAccount() {
        Failure rules = rulesRefused(60);

        AccountHealth health = AccountHealth.judge(List.of(revoked(10), rules), WATCHED, NOON, Optional.empty());

        assertThat(health.permissions().get(1).incident()).isEqualTo(rules.id());
    }

    @Test
    void aDeadConnectionBreaksAnAccountOfWhichNothingFailedYet() {
        AccountHealth health = AccountHealth.judge(List.of(), WATCHED, NOON, Optional.of(NOON.plusSeconds(30)));

        assertThat(health.health()).isEqualTo(Health.BROKEN);
        assertThat(health.since()).isEqualTo(NOON.plusSeconds(30));
        assertThat(health.permissions()).allSatisfy(permission -> {
            assertThat(permission.state()).isEqualTo(PermissionState.DENIED);
            assertThat(permission.since()).isEqualTo(NOON.plusSeconds(30));
        });
    }

    @Test
    void whatWasBrokenBeforeTheConnectionDiedIsBrokenSinceThen() {
        AccountHealth health =
                AccountHealth.judge(List.of(revoked(10)), WATCHED, NOON, Optional.of(NOON.plusSeconds(30)));

        assertThat(health.since()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void whatHealsByItselfIsBeingFixed() {
        Failure slowed = failure(
                Resource.ACCOUNT,
                Cause.RATE_LIMITED,
                Actor.AUTOMATIC,
                Severity.INFO,
                AutomaticAction.RETRY_WITH_BACKOFF,
                5);

        AccountHealth health = AccountHealth.judge(List.of(slowed), WATCHED, NOON, Optional.empty());

        assertThat(health.health()).isEqualTo(Health.FIXING);
        assertThat(health.permissions()).extracting(Permission::state).containsOnly(PermissionState.DEGRADED);
    }

    @Test
    void aFailingPartThatNobodyProbesIsShownToo() {
        AccountHealth health =
                AccountHealth.judge(List.of(rulesRefused(60)), List.of(Resource.PIXELS), NOON, Optional.empty());

        assertThat(health.permissions())
                .extracting(Permission::resource)
                .containsExactly(Resource.PIXELS, Resource.AUTOMATED_RULES);
    }

    private static Failure rulesRefused(long after) {
        return failure(
                Resource.AUTOMATED_RULES,
                Cause.RESOURCE_PERMISSION_MISSING,
                Actor.BUSINESS_ADMIN,
                Severity.WARNING,
                AutomaticAction.RETEST_SLOWLY,
                after);
    }

    private static Failure revoked(long after) {
        return failure(
                Resource.ACCOUNT,
                Cause.TOKEN_INVALID,
                Actor.ACCOUNT_USER,
                Severity.CRITICAL,
                AutomaticAction.NONE,
                after);
    }

    private static Failure failure(
            Resource resource, Cause cause, Actor actor, Severity severity, AutomaticAction action, long after) {
        return new Failure(
                UUID.randomUUID(), "tiktok/1", resource, cause, actor, severity, action, NOON.plusSeconds(after));
    }
}
