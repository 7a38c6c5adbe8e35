package io.adskull.contract;

/// Headers of a record in a dead-letter topic, beside those that the record came with.
public final class DeadLetter {
    /// One sentence for a person: what was wrong with the record.
    public static final String REASON = "dead-letter-reason";

    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";

    private DeadLetter() {}
}
