package io.adskull.dashboard.operators;

import io.adskull.contract.remediation.Incident;
import io.adskull.dashboard.access.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Puts together what the operators' page shows. The broker is asked for two things at once, so that one that is away
/// costs a person its patience only once.
@ApplicationScoped
class LookAcross {
    private static final Duration RECENT = Duration.ofDays(7);

    private final AcrossTenants tenants;
    private final MeasureLag lag;
    private final ReadDeadLetters letters;
    private final Tenant tenant;
    private final InstantSource clock;

    LookAcross(AcrossTenants tenants, MeasureLag lag, ReadDeadLetters letters, Tenant tenant, InstantSource clock) {
        this.tenants = tenants;
        this.lag = lag;
        this.letters = letters;
        this.tenant = tenant;
        this.clock = clock;
    }

    OperatorsPage page() {
        try (ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Lag> measured = CompletableFuture.supplyAsync(lag::now, aside);
            Letters read = letters.newest();
            return new OperatorsPage(unknown(), platforms(), measured.join(), read, mayOpen(), "", "");
        }
    }

    private boolean mayOpen() {
        return tenant.name().equals(Incident.OPERATORS);
    }

    List<UnknownError> unknown() {
        return tenants.unknownErrors(clock.instant().minus(RECENT));
    }

    List<PlatformHealth> platforms() {
        return tenants.platforms();
    }
}
