package io.adskull.notifier.preview;

import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.channel.email.MailMessage;
import io.adskull.notifier.channel.email.MailMessages;
import io.adskull.notifier.channel.slack.SlackMessage;
import io.adskull.notifier.channel.slack.SlackMessages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `adskull preview`: what people read when something breaks, without Kafka, a database or the network.
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows the message that people get when this breaks, for an account of a made-up business.",
        footer = {
            "",
            "Exit status: 0 shown, 1 the file could not be written, 2 wrong usage.",
            "",
            "  adskull preview --list",
            "  adskull preview TOKEN_INVALID",
            "  adskull preview BILLING_REQUIRED --channel email --html mail.html"
        })
public final class Preview implements Callable<Integer> {
    private static final Mailbox BUYERS = new Mailbox("advertisers/email", "media-buyers@northwind.example");
    private static final String SENDER = "alerts@adskull.example";

    @Parameters(arity = "0..1", paramLabel = "CAUSE", description = "What breaks; --list names them.")
    private @Nullable String cause;

    @Option(names = "--list", description = "List all causes with an example's title and who must act.")
    private boolean list;

    @Option(names = "--channel", paramLabel = "slack|email", description = "Default: slack, or email with --html.")
    private @Nullable String channel;

    @Option(names = "--json", description = "Print the Slack message as Block Kit JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the e-mail's HTML to a file.")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintStream out;
    private final PrintStream err;

    Preview(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(command(out, System.err).execute(arguments));
    }

    static CommandLine command(PrintStream out, PrintStream err) {
        return new CommandLine(new Preview(out, err)).setParameterExceptionHandler((wrong, arguments) -> {
            err.println("preview: " + wrong.getMessage());
            return 2;
        });
    }

    @Override
    public Integer call() {
        if (list) {
            Arrays.stream(Cause.values()).forEach(this::listed);
            return 0;
        }
        Alert alert = Samples.opened(causeNamed());
        return switch (channelMeant()) {
            case "slack" -> slack(alert);
            default -> mail(alert);
        };
    }

    private void listed(Cause each) {
        Incident incident = Samples.opened(each).incident();
        out.printf(Locale.ROOT, "%-28s %s%n%-28s %s%n", each, incident.title(), "", Wording.whoMustAct(incident));
    }

    private int slack(Alert alert) {
        SlackMessage message = SlackMessages.of(alert, Samples.links(alert));
        out.println(json ? message.json() : SlackText.of(message));
        return 0;
    }

    private int mail(Alert alert) {
        MailMessage mail = MailMessages.of(alert, BUYERS, SENDER, Samples.links(alert));
        if (html == null) {
            out.println("Subject: " + mail.subject() + "\n\n" + mail.text().stripTrailing());
            return 0;
        }
        try {
            Files.writeString(html, mail.html());
        } catch (IOException e) {
            err.println("preview: " + html + " cannot be written");
            return 1;
        }
        out.println("Wrote " + html);
        return 0;
    }

    private Cause causeNamed() {
        String causes = Arrays.stream(Cause.values()).map(Cause::name).collect(Collectors.joining(", "));
        if (cause == null) {
            throw wrong("say which cause. Causes are " + causes);
        }
        String name = cause.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Cause.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("there is no cause '" + cause + "'. Causes are " + causes));
    }

    private String channelMeant() {
        String meant = Optional.ofNullable(channel).orElse(html == null ? "slack" : "email");
        if (!meant.equals("slack") && !meant.equals("email")) {
            throw wrong("--channel is slack or email, not '" + meant + "'");
        }
        if (json && meant.equals("email")) {
            throw wrong("--json shows a Slack message; an e-mail has --html FILE");
        }
        if (html != null && meant.equals("slack")) {
            throw wrong("--html is for e-mail; a Slack message has --json");
        }
        return meant;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
