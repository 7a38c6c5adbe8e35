package io.adskull.diagnosis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainTest {
    private static final String REFUSED =
            "{\"code\":40105,\"message\":\"Access token is incorrect or has been revoked.\",\"request_id\":\"R1\"}";

    @TempDir
    private Path folder = Path.of("");

    /// What a run of the command left behind.
    private record Run(int exit, String out, String err) {
        List<JsonNode> lines() {
            return out.lines().map(Run::json).toList();
        }

        static JsonNode json(String line) {
            try {
                return new ObjectMapper().readTree(line);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + line, e);
            }
        }
    }

    @Test
    void everyLineIsAnsweredInOrder() {
        Run run = explain(
                line("a", "tiktok", REFUSED) + "\r\n\n" + line("b", "tiktok", "{\"code\":0}") + "\n"
                        + line("c", "nowhere", "\"x\""),
                "--ndjson");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).extracting(node -> node.get("id").asText()).containsExactly("a", "b", "c");
        JsonNode first = run.lines().get(0);
        assertThat(first.properties())
                .extracting(java.util.Map.Entry::getKey)
                .startsWith(
                        "id",
                        "cause",
                        "actor",
                        "retryable",
                        "resource",
                        "title",
                        "explanation",
                        "steps",
                        "logId",
                        "docs");
        assertThat(first.get("cause").asText()).isEqualTo("TOKEN_INVALID");
        assertThat(first.get("logId").asText()).isEqualTo("R1");
        assertThat(run.lines().get(1).get("cause").isNull()).isTrue();
        assertThat(run.lines().get(1).get("healthy").asBoolean()).isTrue();
        assertThat(run.lines().get(2).get("cause").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void aLineThatIsNotJsonDoesNotStopTheOthers() {
        Run run = explain("oops\n[1]\n" + line("a", "tiktok", REFUSED) + "\n{\"id\":", "--ndjson");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().get(0).get("line").asInt()).isEqualTo(1);
        assertThat(run.lines().get(0).has("error")).isTrue();
        assertThat(run.lines().get(1).get("error").asText()).isEqualTo("expected a JSON object");
        assertThat(run.lines().get(2).get("id").asText()).isEqualTo("a");
        assertThat(run.lines().get(3).get("line").asInt()).isEqualTo(4);
        assertThat(run.err()).contains("3 lines could not be read").doesNotContain("Exception");
    }

    @Test
    void oddFieldsOfALineAreNoReasonToFail() {
        Run run = explain(
                "{\"id\":7,\"platform\":\"TikTok\",\"endpoint\":null,\"http_status\":\"503\",\"headers\":[],\"body\":null}\n"
                        + "{\"platform\":\"tiktok\",\"body\":[1]}\n{}\n",
                "--ndjson");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0).get("id").asInt()).isEqualTo(7);
        assertThat(run.lines().get(0).get("cause").asText()).isEqualTo("PLATFORM_ERROR");
        assertThat(run.lines().get(1).get("cause").asText()).isEqualTo("UNKNOWN");
        assertThat(run.lines().get(2).get("id").isNull()).isTrue();
        assertThat(run.lines().get(2).get("cause").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void aRawBodyAndADescribedAnswerAreToldApart() throws IOException {
        Path raw = Files.writeString(folder.resolve("raw.json"), REFUSED);
        Path described = Files.writeString(folder.resolve("described.json"), line("a", "tiktok", REFUSED));

        for (Path file : List.of(raw, described)) {
            Run run = explain("", "--json", file.toString());
            assertThat(run.exit()).isZero();
            assertThat(Run.json(run.out()).get("cause").asText()).isEqualTo("TOKEN_INVALID");
            assertThat(Run.json(run.out()).get("evidence")).isNotEmpty();
        }
    }

    @Test
    void wherePlatformIsNotToldItIsReadFromTheAnswer() {
        assertThat(Run.json(explain(REFUSED, "--json").out()).get("platform").asText())
                .isEqualTo("tiktok");
        JsonNode given =
                Run.json(explain(REFUSED, "--json", "--platform", "tiktok").out());
        assertThat(given.get("platformGuessed").asBoolean()).isFalse();
        JsonNode nobody = Run.json(explain("{\"fault\":\"strange\"}", "--json").out());
        assertThat(nobody.get("platform").isNull()).isTrue();
        assertThat(nobody.get("cause").asText()).isEqualTo("UNKNOWN");
        assertThat(nobody.get("check").asText()).isNotBlank();
    }

    @Test
    void aPlatformNobodyKnowsIsNotReadAsAnother() {
        JsonNode said =
                Run.json(explain(REFUSED, "--json", "--platform", "nowhere").out());
        assertThat(said.get("cause").asText()).isEqualTo("UNKNOWN");
        assertThat(said.get("platform").isNull()).isTrue();
    }

    @Test
    void plainTextNumbersTheStepsAndHasNoColourWhenPiped() {
        Run run = explain(REFUSED, "--endpoint", "/open_api/v1.3/campaign/get/", "-");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("TOKEN_INVALID")
                .contains("  1. ")
                .contains("R1")
                .doesNotContain("\u001b");
    }

    @Test
    void aPlatformsWordsCannotDriveTheTerminal() {
        Run run = explain("{\"code\":40002,\"message\":\"\\u001b[2Jgone %s ${x} @|red y|@\"}");
        assertThat(run.out()).doesNotContain("\u001b").contains("@|red y|@");
    }

    @Test
    void aMissingFileIsOneClearLine() {
        Run run = explain("", "--json", folder.resolve("none.json").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("none.json: no such file").doesNotContain("Exception");
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(explain("", "--json", "--ndjson").exit()).isEqualTo(2);
        assertThat(explain("", "--nonsense").exit()).isEqualTo(2);
        assertThat(explain("", "--status", "many").exit()).isEqualTo(2);
        assertThat(explain("", "--help").out()).contains("--ndjson");
    }

    private static String line(String id, String platform, String body) {
        return "{\"id\":\"" + id + "\",\"platform\":\"" + platform
                + "\",\"endpoint\":\"/open_api/v1.3/campaign/get/\",\"http_status\":200,\"headers\":{},\"body\":" + body
                + "}";
    }

    private static Run explain(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StringWriter help = new StringWriter();
        StringWriter complaints = new StringWriter();
        int exit = new CommandLine(new Explain(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8)))
                .setOut(new PrintWriter(help))
                .setErr(new PrintWriter(complaints))
                .execute(arguments);
        return new Run(
                exit, out.toString(StandardCharsets.UTF_8) + help, err.toString(StandardCharsets.UTF_8) + complaints);
    }
}
