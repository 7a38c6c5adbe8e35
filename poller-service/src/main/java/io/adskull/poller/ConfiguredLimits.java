package io.adskull.poller;

import io.adskull.contract.account.Platform;
import io.adskull.poller.probe.Limit;
import io.adskull.poller.probe.ProbePlan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Plans with the limits that an operator set.
@Singleton
class ConfiguredLimits {
    private final PollSettings settings;

    ConfiguredLimits(PollSettings settings) {
        this.settings = settings;
    }

    /// @throws IllegalArgumentException when a setting is not above zero; the text names it
    ProbePlan applyTo(Platform platform, ProbePlan plan) {
        PollSettings.Limits set = settings.limits().get(platform.id());
        if (set == null) {
            return plan;
        }
        List<Limit> limits = new ArrayList<>(plan.limits());
        set.qps().ifPresent(calls -> replace(limits, Limit.perSecond(positive(calls, platform, "qps"))));
        set.daily().ifPresent(calls -> {
            double daily = positive(calls, platform, "daily");
            replace(
                    limits,
                    plan.limits().stream().anyMatch(Limit::utcDay) ? Limit.perUtcDay(daily) : Limit.perDay(daily));
        });
        return new ProbePlan(limits, plan.kinds());
    }

    private static double positive(double calls, Platform platform, String name) {
        if (!(calls > 0)) {
            throw new IllegalArgumentException("adskull.poll." + platform.id() + "." + name + " is " + calls
                    + ", it must be a number of calls above zero");
        }
        return calls;
    }

    private static void replace(List<Limit> limits, Limit limit) {
        limits.removeIf(other -> other.of() == limit.of() && other.per().equals(limit.per()));
        limits.add(limit);
    }
}
