package io.adskull.simulator.traffic;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/// The last 10,000 calls, oldest first. Safe for use by several threads.
@Singleton
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Clock clock;
    private final ArrayDeque<LoggedRequest> requests = new ArrayDeque<>();

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    public void add(PlatformCall call, Answer answer) {
        LoggedRequest logged = new LoggedRequest(
                clock.instant(),
                call.platform(),
                call.method(),
                call.path(),
                SafeQuery.of(call.query()),
                call.accounts().first().orElse(null),
                answer.status(),
                answer.code().isPresent() ? answer.code().getAsInt() : null,
                answer.faultId().orElse(null));
        synchronized (requests) {
            requests.addLast(logged);
            if (requests.size() > KEPT) {
                requests.removeFirst();
            }
        }
    }

    public List<LoggedRequest> matching(Predicate<LoggedRequest> wanted) {
        synchronized (requests) {
            return requests.stream().filter(wanted).toList();
        }
    }

    public void clear() {
        synchronized (requests) {
            requests.clear();
        }
    }
}
