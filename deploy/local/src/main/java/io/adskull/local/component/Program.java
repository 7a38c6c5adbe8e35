package io.adskull.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a component executes.
///
/// @param heapMegabytes upper bound of the Java heap
/// @param launch arguments of `java` after the flags: a jar or a class path with a main class, and its arguments
/// @param built the file that exists once the module was built
/// @param environment added to the launcher's own
public record Program(int heapMegabytes, List<String> launch, Path built, Map<String, String> environment) {

    /// Small and quick to start rather than fast for long: ten of these share a laptop.
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true");

    /// glibc keeps an arena of freed memory per thread otherwise.
    private static final Map<String, String> SMALL_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    static Program server(Home home, int heapMegabytes, String mainClass, List<String> arguments) {
        var launch = new ArrayList<>(List.of("-cp", home.serverClassPath(), mainClass));
        launch.addAll(arguments);
        return new Program(heapMegabytes, launch, home.root().resolve("deploy/local/target/lib"), SMALL_ARENAS);
    }

    static Program quarkus(Home home, int heapMegabytes, String module, Map<String, String> environment) {
        Path jar = home.quarkusApplication(module);
        var all = new java.util.HashMap<>(environment);
        all.putAll(SMALL_ARENAS);
        return new Program(heapMegabytes, List.of("-jar", jar.toString()), jar, Map.copyOf(all));
    }

    /// The command line, given the Java to run with.
    public List<String> command(Path java) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.add("-Xms16m");
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(launch);
        return List.copyOf(command);
    }
}
