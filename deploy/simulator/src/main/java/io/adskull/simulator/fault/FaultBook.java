package io.adskull.simulator.fault;

import io.adskull.simulator.SimulatedPlatform;
import io.adskull.simulator.traffic.PlatformCall;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// The faults in force; the newest that fits a call answers it. Safe for use by several threads.
@Singleton
public final class FaultBook {
    private final Clock clock;
    private final List<SimulatedPlatform> platforms;
    private final AtomicLong number = new AtomicLong();
    private final CopyOnWriteArrayList<ArmedFault> newestFirst = new CopyOnWriteArrayList<>();

    FaultBook(Clock clock, @All List<SimulatedPlatform> platforms) {
        this.clock = clock;
        this.platforms = platforms;
    }

    public List<String> platforms() {
        return platforms.stream().map(SimulatedPlatform::name).sorted().toList();
    }

    /// Where a platform refreshes tokens, if it does.
    public Optional<String> tokenPath(String platform) {
        return platforms.stream()
                .filter(known -> known.name().equals(platform))
                .findFirst()
                .flatMap(SimulatedPlatform::tokenPath);
    }

    public Fault order(FaultOrder order, Optional<String> scenario) {
        Fault fault = new Fault(
                "fault-" + number.incrementAndGet(),
                order.platform(),
                order.account(),
                order.path(),
                order.answer(),
                order.times(),
                order.after(),
                scenario,
                clock.instant());
        newestFirst.addFirst(new ArmedFault(fault, prefixOf(order.platform())));
        return fault;
    }

    public List<ArmedFault> inForce() {
        return List.copyOf(newestFirst);
    }

    /// @return how many went
    public int remove(Predicate<Fault> unwanted) {
        int before = newestFirst.size();
        newestFirst.removeIf(armed -> unwanted.test(armed.fault()));
        return before - newestFirst.size();
    }

    /// Takes one answer of the newest fault that fits; a fault whose times are used up goes.
    public Optional<Fault> claim(PlatformCall call) {
        for (ArmedFault armed : newestFirst) {
            if (armed.fits(call) && armed.use()) {
                if (armed.usedUp()) {
                    newestFirst.remove(armed);
                }
                return Optional.of(armed.fault());
            }
        }
        return Optional.empty();
    }

    private String prefixOf(String platform) {
        return platforms.stream()
                .filter(known -> known.name().equals(platform))
                .map(SimulatedPlatform::pathPrefix)
                .findFirst()
                .orElse("");
    }
}
