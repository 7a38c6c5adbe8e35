package io.adskull.benchmarks.poller;

import java.time.Duration;
import java.util.Map;

/// One poller that asks the simulator about as many accounts as it is told to watch.
final class BusyPoller implements AutoCloseable {
    /// As `./adskull up` has it; production's is thirty times as long, and so is what counts as late.
    static final Duration INTERVAL = Duration.ofSeconds(10);

    static final int PROBES_OF_AN_ACCOUNT = 13;

    /// Calls at once, as it is when nothing is set.
    static final int CONNECTIONS = 32;

    private static final String TOPICS = "busy.";
    private static final int TENANTS = 100;

    /// Longer than any call to the simulator and its answer's way to Kafka take.
    private static final Duration QUIET = Duration.ofMillis(300);

    private final BenchedSystem system;
    private final RunningPoller poller;
    private final AnswersOnKafka answers;

    BusyPoller(BenchedSystem system) throws InterruptedException {
        this.system = system;
        this.poller = system.poller(
                TOPICS,
                Map.of(
                        "ADSKULL_POLL_INTERVAL", INTERVAL.toString(),
                        "ADSKULL_POLL_MAX_IN_FLIGHT", Integer.toString(CONNECTIONS),
                        "ADSKULL_POLL_TIKTOK_QPS", "100000"));
        this.answers = new AnswersOnKafka(system.kafka(), BenchedSystem.answersTopic(TOPICS));
    }

    /// @param polls a second, each of which counts when the broker has its answer
    /// @param cpu of the poller's process, for one poll
    /// @param before the poller's own metrics
    record Measured(double polls, Duration cpu, Metrics before, Metrics after) {
        double share(String outcome) {
            return grown("adskull_poll_probes_total", "outcome=\"" + outcome + "\"")
                    / grown("adskull_poll_probes_total", "");
        }

        /// The share of polls that started later than this.
        double laterThan(Duration bound) {
            String lateness = "adskull_poll_lateness_seconds";
            double within = after.within(lateness, bound.toMillis() / 1000.0)
                    - before.within(lateness, bound.toMillis() / 1000.0);
            return 1 - within / grown(lateness + "_count", "");
        }

        private double grown(String name, String label) {
            return after.sum(name, label) - before.sum(name, label);
        }
    }

    /// Watches so many accounts, and none before and after.
    Measured watch(int accounts, Duration settling, Duration length) throws InterruptedException {
        var advertisers = new Advertisers(system.kafka(), TOPICS, accounts, TENANTS);
        advertisers.connect();
        poller.awaitAccounts(accounts);
        Thread.sleep(settling);
        Metrics before = poller.metrics();
        long answersBefore = answers.count();
        Duration cpuBefore = poller.cpu();
        long start = System.nanoTime();
        Thread.sleep(length);
        long polls = Math.max(1, answers.count() - answersBefore);
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration cpu = poller.cpu().minus(cpuBefore).dividedBy(polls);
        var measured = new Measured(polls / seconds, cpu, before, poller.metrics());
        advertisers.disconnect();
        poller.awaitAccounts(0);
        awaitQuiet();
        return measured;
    }

    private void awaitQuiet() throws InterruptedException {
        long before;
        do {
            before = answers.count();
            Thread.sleep(QUIET);
        } while (answers.count() > before);
    }

    @Override
    public void close() {
        answers.close();
        poller.close();
    }
}
