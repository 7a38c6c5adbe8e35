package io.adskull.benchmarks.poller;

import java.time.Duration;
import java.util.Map;

/// What an account that waits for its turn takes on the heap of a poller that watches 200,000.
///
/// @param heapBytes of one account
/// @param knownAfter from the first record's way to Kafka until the poller watches all
record IdleAccounts(double heapBytes, Duration knownAfter) {
    private static final int ACCOUNTS = 200_000;
    private static final int TENANTS = 2_000;
    private static final String TOPICS = "idle.";

    static IdleAccounts measured(BenchedSystem system) throws InterruptedException {
        Map<String, String> hardlyEverAsked =
                Map.of("ADSKULL_POLL_INTERVAL", "PT24H", "ADSKULL_POLL_TIKTOK_QPS", "0.01");
        try (RunningPoller poller = system.poller(TOPICS, hardlyEverAsked)) {
            long empty = poller.usedHeap();
            long start = System.nanoTime();
            new Advertisers(system.kafka(), TOPICS, ACCOUNTS, TENANTS).connect();
            poller.awaitAccounts(ACCOUNTS);
            Duration knownAfter = Duration.ofNanos(System.nanoTime() - start);
            return new IdleAccounts((double) (poller.usedHeap() - empty) / ACCOUNTS, knownAfter);
        }
    }
}
