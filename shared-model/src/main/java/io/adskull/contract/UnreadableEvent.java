package io.adskull.contract;

/// A message that breaks the contract. Its text is one sentence that says what is wrong and names no secret; the
/// consumer puts it beside the record in the dead letters.
public class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String reason) {
        super(reason);
    }
}
