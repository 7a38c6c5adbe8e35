package io.adskull.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One Kafka topic: what it carries, how many partitions it has, how long it is kept.
///
/// This list is the only place where topics are defined: the local launcher creates them from it, the Kubernetes
/// manifests and the table in `docs/topics.md` are compared with it by a test.
///
/// @param name without the environment's prefix, see [#named(String)]
/// @param partitions topics keyed by account share one number, because they are joined partition by partition
/// @param retention empty: the newest record of each key is kept for ever (compaction)
/// @param maxMessageBytes largest record the broker takes
public record Topic(String name, int partitions, Optional<Duration> retention, int maxMessageBytes) {

    /// Prefix of every topic unless the environment sets another, so that two environments can share a cluster.
    public static final String DEFAULT_PREFIX = "adskull.";

    private static final int BY_ACCOUNT = 24;
    private static final int EVENT_BYTES = 1 << 20;
    /// Any service of the SaaS may hand in an answer of any size that Kafka is able to carry; what is too large
    /// to be diagnosed must still be able to reach the dead letters.
    private static final int ANSWER_BYTES = 4 << 20;

    public static final Topic ACCOUNTS = compacted("accounts");
    public static final Topic API_RESPONSES =
            new Topic("api-responses", BY_ACCOUNT, Optional.of(Duration.ofDays(3)), ANSWER_BYTES);
    public static final Topic REMEDIATIONS = kept("remediations", Duration.ofDays(30));
    public static final Topic CREDENTIALS = kept("credentials", Duration.ofDays(30));
    public static final Topic POLL_REQUESTS = kept("poll-requests", Duration.ofDays(1));
    public static final Topic ALERTS = kept("alerts", Duration.ofDays(30));

    /// What platforms say of their own incidents. Few records, read whole by every replica.
    public static final Topic PLATFORM_STATUS = new Topic("platform-status", 1, Optional.empty(), EVENT_BYTES);

    /// How often platforms' limits let accounts be looked at. One key a platform.
    public static final Topic POLL_REACH = new Topic("poll-reach", 1, Optional.empty(), EVENT_BYTES);

    /// What accounts tell their connection about its token; inside classifier-service only.
    public static final Topic CONNECTION_WORDS = kept("connection-words", Duration.ofDays(1));

    /// What accounts tell their platform about failures that are not theirs; inside classifier-service only. Ten
    /// keys at most, so few partitions.
    public static final Topic PLATFORM_WORDS =
            new Topic("platform-words", 4, Optional.of(Duration.ofDays(1)), EVENT_BYTES);

    /// What connections and platforms tell their accounts back; inside classifier-service only.
    public static final Topic STANDINGS = kept("standings", Duration.ofDays(1));

    /// Every topic that carries events, then those inside one service, followed by the dead letters of the events.
    public static List<Topic> all() {
        List<Topic> events = List.of(
                ACCOUNTS, API_RESPONSES, REMEDIATIONS, CREDENTIALS, POLL_REQUESTS, ALERTS, PLATFORM_STATUS, POLL_REACH);
        List<Topic> inside = List.of(CONNECTION_WORDS, PLATFORM_WORDS, STANDINGS);
        return Stream.of(events.stream(), inside.stream(), events.stream().map(Topic::deadLetters))
                .flatMap(topics -> topics)
                .toList();
    }

    /// Where a consumer puts a record of this topic that it cannot read, with the reason in [DeadLetter]'s
    /// headers.
    public Topic deadLetters() {
        return new Topic(name + ".dead-letters", 1, Optional.of(Duration.ofDays(30)), maxMessageBytes);
    }

    /// The topic's name on the cluster.
    public String named(String prefix) {
        return prefix + name;
    }

    private static Topic compacted(String name) {
        return new Topic(name, BY_ACCOUNT, Optional.empty(), EVENT_BYTES);
    }

    private static Topic kept(String name, Duration retention) {
        return new Topic(name, BY_ACCOUNT, Optional.of(retention), EVENT_BYTES);
    }
}
