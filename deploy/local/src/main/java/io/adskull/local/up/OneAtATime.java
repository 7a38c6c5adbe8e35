package io.adskull.local.up;

import io.adskull.local.Refusal;
import io.adskull.local.component.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/// Keeps a second `up` out while one starts things; the system frees it even when this process is killed.
final class OneAtATime implements AutoCloseable {

    private final FileChannel channel;

    private OneAtATime(FileChannel channel) {
        this.channel = channel;
    }

    static OneAtATime in(Home home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new Refusal("another ./adskull up is starting this system; ./adskull status shows how far it is");
        }
        return new OneAtATime(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
