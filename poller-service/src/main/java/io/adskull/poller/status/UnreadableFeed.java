package io.adskull.poller.status;

/// What came is no feed, or one that nobody should read. Its text names the reason, never the content.
final class UnreadableFeed extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableFeed(String reason) {
        super(reason, null, false, false);
    }
}
