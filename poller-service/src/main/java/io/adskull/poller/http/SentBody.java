package io.adskull.poller.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/// The bytes that a request carries. They are in memory already, so nothing waits.
final class SentBody implements Flow.Subscriber<ByteBuffer> {
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();

    private SentBody() {}

    static byte[] of(HttpRequest.BodyPublisher publisher) {
        var body = new SentBody();
        publisher.subscribe(body);
        return body.bytes.getBody().toCompletableFuture().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer part) {
        bytes.onNext(List.of(part));
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
