package io.adskull.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Folders of one local system.
///
/// @param root the project's sources and what was built from them
/// @param state everything that the running system writes; removing it forgets the system
public record Home(Path root, Path state) {

    /// Set by the script, which knows where it lies.
    public static final String ROOT_VARIABLE = "ADSKULL_ROOT";

    public static final String STATE_VARIABLE = "ADSKULL_HOME";

    public static Home from(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault(ROOT_VARIABLE, "")).toAbsolutePath();
        String state = environment.getOrDefault(STATE_VARIABLE, "");
        return new Home(
                root,
                state.isEmpty()
                        ? usualState(root, Ports.from(environment))
                        : Path.of(state).toAbsolutePath());
    }

    /// Systems that run side by side do not share their data.
    private static Path usualState(Path root, Ports ports) {
        Path usual = root.resolve(".adskull");
        return ports.offset() == 0 ? usual : usual.resolve("beside").resolve(Integer.toString(ports.offset()));
    }

    /// @throws IOException when the folder cannot be written
    public void create() throws IOException {
        Files.createDirectories(run());
        Files.createDirectories(logs());
        Files.createDirectories(state.resolve("data"));
    }

    /// What runs: one file a component.
    public Path run() {
        return state.resolve("run");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path data(String component) {
        return state.resolve("data").resolve(component);
    }

    /// Of token-service.
    public Path keyset() {
        return state.resolve("vault-keyset.json");
    }

    /// Of notifier-service: who reads the addresses of channels need not read tokens.
    public Path channelsKeyset() {
        return state.resolve("channels-keyset.json");
    }

    public Path ticketKey() {
        return state.resolve("ticket-key");
    }

    /// Jar of a Quarkus application, given its module's folder.
    public Path quarkusApplication(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// Class path of the servers that this module brings.
    public String serverClassPath() {
        Path target = root.resolve("deploy/local/target");
        return target.resolve("classes") + ":" + root.resolve("shared-model/target/classes") + ":"
                + target.resolve("lib") + "/*";
    }
}
