package io.adskull.simulator.issued;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// Every code, token and token secret since the start, oldest first, the last 50,000 of them. Safe for use by
/// several threads.
@Singleton
public final class IssuedSecrets {
    private static final int KEPT = 50_000;

    private final ArrayDeque<Issued> issued = new ArrayDeque<>();
    private long forgotten;

    private record Issued(String platform, String secret) {}

    public synchronized void add(String platform, String secret) {
        issued.addLast(new Issued(platform, secret));
        if (issued.size() > KEPT) {
            issued.removeFirst();
            forgotten++;
        }
    }

    synchronized List<String> of(Optional<String> platform) {
        return issued.stream()
                .filter(one -> platform.map(one.platform()::equals).orElse(true))
                .map(Issued::secret)
                .toList();
    }

    synchronized long forgotten() {
        return forgotten;
    }

    @Override
    public String toString() {
        return "IssuedSecrets";
    }
}
