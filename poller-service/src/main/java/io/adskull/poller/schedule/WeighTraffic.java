package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.platform.AdPlatform;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an answer to another service's call means for our probes.
@ApplicationScoped
public class WeighTraffic {
    private final ProbeSchedule schedule;
    private final Steering steering;
    private final Map<Platform, AdPlatform> platforms;

    WeighTraffic(ProbeSchedule schedule, Steering steering, @All List<AdPlatform> platforms) {
        this.schedule = schedule;
        this.steering = steering;
        this.platforms = platforms.stream().collect(Collectors.toMap(AdPlatform::platform, Function.identity()));
    }

    /// Says nothing about accounts of others, nor about those of another tenant.
    public void weigh(ApiResponse answer) {
        schedule.account(answer.envelope().account())
                .filter(account -> account.tenant().equals(answer.envelope().tenant()))
                .ifPresent(account -> schedule.heard(
                        account,
                        answer.path(),
                        answer.resource(),
                        steering.outcome(account, answer),
                        Optional.ofNullable(platforms.get(account.account().platform()))
                                .map(platform -> platform.usage(answer.httpHeaders()))
                                .orElse(List.of())));
    }
}
