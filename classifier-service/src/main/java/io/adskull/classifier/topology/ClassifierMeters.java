package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.Diagnosing;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Remediation;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.diagnosis.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// What whoever is on call watches. Thread-safe.
public final class ClassifierMeters {
    private final MeterRegistry registry;
    private final Map<Cause, AtomicLong> open = new EnumMap<>(Cause.class);

    public ClassifierMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Cause cause : Cause.values()) {
            AtomicLong count = new AtomicLong();
            registry.gauge(
                    "adskull.incidents.open",
                    java.util.List.of(io.micrometer.core.instrument.Tag.of("cause", cause.name())),
                    count);
            open.put(cause, count);
        }
    }

    /// The incidents of one partition that this instance owns for a while.
    Share share() {
        return new Share();
    }

    void deadLetter(String topic) {
        registry.counter("adskull.dead.letters", "topic", topic).increment();
    }

    /// Counts answers that nobody understood. Each answer's first look is without evidence; further looks are not
    /// counted.
    public Diagnosing counting(Diagnosing diagnosing) {
        return (answer, circumstances) -> {
            Verdict verdict = diagnosing.diagnose(answer, circumstances);
            if (circumstances.visibility() == Visibility.UNKNOWN
                    && verdict instanceof Verdict.Failing failing
                    && failing.diagnosis().cause() == Cause.UNKNOWN) {
                registry.counter(
                                "adskull.diagnosis.unknown",
                                "platform",
                                answer.platform().id())
                        .increment();
            }
            return verdict;
        };
    }

    /// One partition's part of the gauge, given back when the partition moves to another instance. For one thread.
    final class Share {
        private final Map<Cause, Long> own = new EnumMap<>(Cause.class);

        void add(Cause cause) {
            change(cause, 1);
        }

        void count(Remediation remediation) {
            Cause cause = remediation.incident().cause();
            switch (remediation) {
                case Remediation.Opened opened -> change(cause, 1);
                case Remediation.Updated updated -> {}
                case Remediation.Resolved resolved -> change(cause, -1);
            }
        }

        void giveBack() {
            own.forEach((cause, count) -> counter(cause).addAndGet(-count));
            own.clear();
        }

        private void change(Cause cause, long by) {
            own.merge(cause, by, Long::sum);
            counter(cause).addAndGet(by);
        }

        private AtomicLong counter(Cause cause) {
            return java.util.Objects.requireNonNull(open.get(cause));
        }
    }
}
