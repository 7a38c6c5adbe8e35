package io.adskull.local;

/// A reason not to go on that a person can act on; shown as its one sentence, never as a stack trace.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
