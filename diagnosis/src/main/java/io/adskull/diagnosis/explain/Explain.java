package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.explain.GivenAnswer.Defaults;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `adskull explain`: says what an ad platform's answer means, without Kafka and without the network.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what an ad platform's answer means: what broke, who must act, and how.",
        footer = {
            "",
            "Exit status: 0 all explained, 1 something could not be read, 2 wrong usage.",
            "",
            "  adskull explain answer.json",
            "  curl -s … | adskull explain --endpoint /campaign/get/ -",
            "  adskull explain --ndjson < answers.jsonl"
        })
public final class Explain implements Callable<Integer> {

    @ArgGroup
    private @Nullable Form form;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            description = "Where the answer comes from. Default: told from the answer.")
    private @Nullable String platform;

    @Option(names = "--endpoint", paramLabel = "PATH", description = "Path or address that was called.")
    private @Nullable String endpoint;

    @Option(names = "--status", paramLabel = "CODE", description = "HTTP status of the answer.")
    private @Nullable Integer status;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files with one answer each; - or nothing for stdin.")
    private List<String> files = List.of();

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    static final class Form {
        @Option(names = "--json", required = true, description = "Print JSON, one object an answer.")
        boolean json;

        @Option(
                names = "--ndjson",
                required = true,
                description =
                        "Read one answer a line: {\"id\",\"platform\",\"endpoint\",\"http_status\",\"headers\",\"body\"}."
                                + " Print one object a line, in the same order.")
        boolean ndjson;
    }

    /// The command on the process's own streams.
    public Explain() {
        this(System.in, new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), System.err);
    }

    Explain(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Explain()).execute(arguments));
    }

    @Override
    public Integer call() {
        List<String> inputs = files.isEmpty() ? List.of("-") : files;
        boolean failed = false;
        try {
            for (String input : inputs) {
                failed |= !explained(input);
            }
            out.flush();
        } catch (IOException e) {
            // Whoever read the output has gone, as `head` does.
            return 1;
        }
        return failed ? 1 : 0;
    }

    private boolean explained(String input) throws IOException {
        if (input.equals("-")) {
            return explained(in, input);
        }
        InputStream file;
        try {
            file = Files.newInputStream(Path.of(input));
        } catch (NoSuchFileException e) {
            return complain(input, "no such file");
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return complain(input, "cannot be read");
        }
        try (file) {
            return explained(file, input);
        }
    }

    private boolean explained(InputStream source, String name) throws IOException {
        Diagnostician diagnostician = Diagnostician.bundled();
        Defaults defaults =
                new Defaults(Optional.ofNullable(platform), Optional.ofNullable(endpoint), Optional.ofNullable(status));
        if (form != null && form.ndjson) {
            long unreadable = new Lines(diagnostician, defaults).explain(source, out);
            return unreadable == 0
                    || complain(name, unreadable + (unreadable == 1 ? " line" : " lines") + " could not be read");
        }
        byte[] content;
        try {
            content = source.readAllBytes();
        } catch (IOException e) {
            return complain(name, "cannot be read");
        }
        Explanation explanation = Explanation.of(GivenAnswer.guessed(content, defaults), diagnostician);
        if (form != null && form.json) {
            JsonGenerator json = GivenAnswer.JSON.createGenerator(out);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            GivenAnswer.JSON.writeValue(json, explanation);
            json.writeRaw('\n');
            json.flush();
        } else {
            String heading = files.size() > 1 ? "== " + name + "\n" : "";
            out.write((heading + new PlainText(ansi()).of(explanation)).getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    private boolean complain(String input, String what) {
        err.println("explain: " + (input.equals("-") ? "standard input" : input) + ": " + what);
        return false;
    }

    private static Ansi ansi() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return terminal && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
    }
}
