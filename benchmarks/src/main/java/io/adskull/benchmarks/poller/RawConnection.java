package io.adskull.benchmarks.poller;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One connection that is kept alive, with one request under way. Understands answers with a `content-length` below
/// 64 KiB and no others.
final class RawConnection {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEALTHY = "http/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
    private static final int NOT_KNOWN = -1;

    private final SocketChannel channel;
    private final byte[] answer = new byte[1 << 16];
    private final ByteBuffer buffer = ByteBuffer.wrap(answer);
    private int end = NOT_KNOWN;

    RawConnection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void ask(byte[] request) throws IOException {
        buffer.clear();
        end = NOT_KNOWN;
        // A request is far smaller than a socket's buffer, which is empty.
        if (channel.write(ByteBuffer.wrap(request)) != request.length) {
            throw new IOException("a request was sent in part");
        }
    }

    /// Takes what came.
    boolean hasAnswer() throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("the simulator closed the connection");
        }
        if (end == NOT_KNOWN) {
            end = end();
        }
        return end != NOT_KNOWN && buffer.position() >= end;
    }

    private int end() throws IOException {
        int head = endOfHead();
        if (head == NOT_KNOWN) {
            return NOT_KNOWN;
        }
        if (!startsWith(0, HEALTHY)) {
            throw new IOException("the simulator answered other than 200");
        }
        for (int line = 0; line < head; line++) {
            if (startsWith(line, LENGTH)) {
                int length = 0;
                for (int digit = line + LENGTH.length; answer[digit] != '\r'; digit++) {
                    length = answer[digit] == ' ' ? length : length * 10 + answer[digit] - '0';
                }
                return head + length;
            }
        }
        throw new IOException("an answer has no content-length");
    }

    private int endOfHead() {
        for (int i = 3; i < buffer.position(); i++) {
            if (answer[i] == '\n' && answer[i - 1] == '\r' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return NOT_KNOWN;
    }

    /// Whatever the case of its letters.
    private boolean startsWith(int at, byte[] lower) {
        for (int i = 0; i < lower.length; i++) {
            byte found = answer[at + i];
            if (found != lower[i] && (found | 0x20) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
