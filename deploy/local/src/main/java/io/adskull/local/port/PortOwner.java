package io.adskull.local.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The process that listens on a port, as far as the system tells: `lsof` on macOS and most Linuxes, else `ss`.
public record PortOwner(long pid, String command) {

    static Optional<PortOwner> of(int port) {
        return output("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .or(() -> output(
                        "sh", "-c", "ss -ltnpH 'sport = :%d' | sed -n 's/.*pid=\\([0-9]*\\).*/\\1/p'".formatted(port)))
                .flatMap(text -> text.lines().findFirst())
                .filter(line -> line.matches("\\d+"))
                .map(Long::parseLong)
                .map(PortOwner::named);
    }

    private static PortOwner named(long pid) {
        String command = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse("unknown");
        return new PortOwner(pid, command);
    }

    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(5, TimeUnit.SECONDS);
            return Optional.of(text).filter(found -> !found.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + command + ")";
    }
}
