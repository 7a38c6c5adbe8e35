package io.adskull.poller;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Meta as it is on its worst day: each of its paths breaks in a way of its own.
public class BadPlatform implements QuarkusTestResourceLifecycleManager {
    /// What one huge body would be, if somebody read it.
    static final long HUGE = 100L << 20;

    /// Most bytes of a huge body that left before the caller hung up.
    static final AtomicLong MOST_SENT = new AtomicLong();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ServerSocket socket;

    @Override
    public Map<String, String> start() {
        try {
            socket = new ServerSocket();
            // Otherwise the kernel would take megabytes that nobody reads.
            socket.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
        return Map.of("meta.api-url", "http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void stop() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket call = socket.accept();
                threads.execute(() -> serve(call));
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    private static void serve(Socket call) {
        try (call) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = request.readLine();
            while (line != null) {
                String path = line.split(" ")[1].replaceFirst("\\?.*", "");
                for (String header = line; header != null && !header.isEmpty(); ) {
                    header = request.readLine();
                }
                answer(path.substring(path.lastIndexOf('/') + 1), call);
                line = request.readLine();
            }
        } catch (IOException e) {
            // The caller hung up, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(String edge, Socket call) throws IOException, InterruptedException {
        OutputStream out = call.getOutputStream();
        switch (edge) {
            case "campaigns" -> Thread.sleep(Long.MAX_VALUE);
            case "ads" -> {
                call.setSoLinger(true, 0);
                call.close();
            }
            case "adrules_library" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                for (int i = 0; i < 100_000; i++) {
                    write(out, "{");
                    out.flush();
                    Thread.sleep(100);
                }
            }
            case "customaudiences" -> write(out, "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy");
            case "adspixels" ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: /act_1/adspixels\r\nContent-Length: 0\r\n\r\n");
            case "adcreatives" -> huge(out);
            case "insights" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[");
                call.close();
            }
            default -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}surplus");
        }
    }

    private static void huge(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + "\r\n\r\n");
        byte[] part = new byte[1 << 16];
        long sent = 0;
        try {
            for (; sent < HUGE; sent += part.length) {
                out.write(part);
            }
        } finally {
            long reached = sent;
            MOST_SENT.accumulateAndGet(reached, Math::max);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
