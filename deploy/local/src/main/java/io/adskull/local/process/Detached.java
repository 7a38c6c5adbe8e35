package io.adskull.local.process;

import io.adskull.local.Refusal;
import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts components so that neither Ctrl-C nor the end of the terminal reaches them.
public final class Detached {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Home home;
    private final RunFolder run;

    public Detached(Home home) {
        this.home = home;
        this.run = new RunFolder(home.run());
    }

    /// @throws Refusal when the module was not built or the system will not start another process
    public Started start(Component component) {
        var program = component.program();
        if (!Files.exists(program.built())) {
            throw new Refusal("%s is not built: %s is missing"
                    .formatted(component.name(), home.root().relativize(program.built())));
        }
        try {
            var log = new LogFile(home.log(component.name()));
            long position = log.rotate();
            var builder = new ProcessBuilder(apart(program.command(JAVA)))
                    .directory(home.state().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            builder.environment().putAll(program.environment());
            Process process = builder.start();
            run.write(component.name(), ProcessIdentity.of(process.toHandle()));
            return new Started(component, process, log, position);
        } catch (IOException e) {
            throw new Refusal("%s could not be started: %s".formatted(component.name(), e.getMessage()), e);
        }
    }

    /// A session of its own where the system knows how; else deaf to what the terminal sends. Both keep the
    /// process id.
    private static List<String> apart(List<String> command) {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        } else {
            whole.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        whole.addAll(command);
        return whole;
    }
}
