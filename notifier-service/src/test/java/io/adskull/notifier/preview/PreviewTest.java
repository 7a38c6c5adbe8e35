package io.adskull.notifier.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.remediation.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewTest {
    @TempDir
    private Path folder = Path.of("");

    /// What a run of the command left behind.
    private record Run(int exit, String out, String err) {}

    @Test
    void aSlackMessageIsShownAsAPersonReadsIt() {
        Run run = preview("BILLING_REQUIRED", "--channel", "slack");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("🔴 Northwind Travel EU has a payment problem\n")
                .contains(
                        "Account: Northwind Travel EU, Meta account act_482719503618274\n",
                        "Who has to act: Whoever pays the ad account's bills\n",
                        "What to do\n1. Open Ads Manager › Billing & payments",
                        "> Hello, Meta asks for a payment",
                        "[Open in AdSkull] https://adskull.example/incidents/")
                .doesNotContain("*", "`", "&amp;");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasAMessageForEitherChannel(Cause cause) {
        assertThat(preview(cause.name()).out()).contains("Who has to act: ", "What to do\n1. ");
        assertThat(preview(cause.name(), "--channel", "email").out())
                .startsWith("Subject: [")
                .contains("Who has to act: ", "What to do\n  1. ");
    }

    @Test
    void blockKitIsShownAsSlackGetsIt() throws IOException {
        String json = preview("rate-limited", "--json").out();

        assertThat(new ObjectMapper().readTree(json).at("/blocks/0/type").asText())
                .isEqualTo("header");
    }

    @Test
    void theHtmlOfAMailIsWritten() throws IOException {
        Path file = folder.resolve("mail.html");
        Run run = preview("token_invalid", "--html", file.toString());

        assertThat(run).isEqualTo(new Run(0, "Wrote " + file + "\n", ""));
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("Reconnect Contoso Media");
    }

    @Test
    void theListNamesEveryCauseAndWhoMustAct() {
        Run run = preview("--list");

        assertThat(run.exit()).isZero();
        for (Cause cause : Cause.values()) {
            assertThat(run.out()).contains(cause + " ", "An admin of the business account");
        }
    }

    @Test
    void aWrongCauseIsAnsweredWithAllThatThereAre() {
        Run run = preview("TOKEN_STOLEN");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("preview: there is no cause 'TOKEN_STOLEN'. Causes are TOKEN_EXPIRED, ");
        assertThat(preview().err()).startsWith("preview: say which cause. Causes are TOKEN_EXPIRED, ");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(preview("UNKNOWN", "--channel", "fax").exit()).isEqualTo(2);
        assertThat(preview("UNKNOWN", "--channel", "email", "--json").err()).contains("--html FILE");
        assertThat(preview("UNKNOWN", "--channel", "slack", "--html", "x.html").err())
                .contains("--json");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        Run run =
                preview("UNKNOWN", "--html", folder.resolve("missing/mail.html").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("mail.html cannot be written");
    }

    private static Run preview(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Preview.command(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
