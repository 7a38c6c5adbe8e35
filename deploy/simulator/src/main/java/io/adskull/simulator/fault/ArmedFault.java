package io.adskull.simulator.fault;

import io.adskull.simulator.traffic.PlatformCall;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault in force and how often it has answered.
public final class ArmedFault {
    private final Fault fault;
    private final String pathPrefix;
    private final Optional<String> barePath;
    private final AtomicInteger answered = new AtomicInteger();

    ArmedFault(Fault fault, String pathPrefix) {
        this.fault = fault;
        this.pathPrefix = pathPrefix;
        this.barePath = fault.path().map(this::bare);
    }

    public Fault fault() {
        return fault;
    }

    public int answered() {
        return Math.min(answered.get(), fault.times().orElse(Integer.MAX_VALUE));
    }

    boolean fits(PlatformCall call) {
        return fault.platform().equals(call.platform())
                && barePath.map(path -> path.equals(bare(call.path()))).orElse(true)
                && fault.account()
                        .map(account -> call.accounts().concern(account, barePath.isPresent()))
                        .orElse(true);
    }

    /// False when somebody else took the last answer.
    boolean use() {
        int used = answered.incrementAndGet();
        return fault.times().isEmpty() || used <= fault.times().getAsInt();
    }

    boolean usedUp() {
        return fault.times().isPresent() && answered.get() >= fault.times().getAsInt();
    }

    private String bare(String path) {
        String rooted = path.startsWith("/") ? path : "/" + path;
        String unprefixed = rooted.startsWith(pathPrefix + "/") ? rooted.substring(pathPrefix.length()) : rooted;
        return unprefixed.length() > 1 && unprefixed.endsWith("/")
                ? unprefixed.substring(0, unprefixed.length() - 1)
                : unprefixed;
    }
}
