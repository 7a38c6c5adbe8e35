package io.adskull.classifier.explain;

/// A request that cannot be answered, with a sentence that says what to do.
final class Problem extends RuntimeException {
    private final int status;

    Problem(int status, String what) {
        super(what, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
