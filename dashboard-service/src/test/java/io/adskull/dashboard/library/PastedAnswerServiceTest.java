package io.adskull.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.explain.Explanation;
import io.adskull.diagnosis.explain.GivenAnswer;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class PastedAnswerServiceTest {
    private static final String DENIED = """
            {"code":40001,"message":"No permission to operate advertiser: 7012345678901234567",\
            "request_id":"20261130204518010101050760A0E1C0F"}""";
    private static final String TOKEN = "EAABsbCS1iHgBO7xZBqZCZAw8nR3kT0aZDZD9f8e7d6c5b4a";

    @TestHTTPResource("/")
    URI dashboard;

    @Test
    void aPastedAnswerIsExplainedInTheWordsOfTheCommand() {
        Explanation said = Explanation.of(
                GivenAnswer.guessed(DENIED.getBytes(StandardCharsets.UTF_8), GivenAnswer.Defaults.NONE),
                Diagnostician.bundled());
        try (Visit visit = Visit.from("127.0.4.1", dashboard)) {
            HttpResponse<String> page = visit.paste(DENIED, "");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(plain(page.body()))
                    .contains(said.title(), said.explanation(), "TikTok (told from the answer)")
                    .contains(said.steps())
                    .contains(said.evidence())
                    .contains("20261130204518010101050760A0E1C0F");
            assertThat(page.body()).contains("/errors/tiktok/40001").contains("noindex");
        }
    }

    @Test
    void whoeverPastesAKnownCodeOnlyIsLedToItsPage() {
        try (Visit visit = Visit.from("127.0.4.2", dashboard)) {
            HttpResponse<String> page = visit.paste(" 40105\n", "tiktok");

            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/errors?q=tiktok+40105");
            assertThat(visit.get("/errors/explain").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void anAnswerOfNobodyKnownIsStillExplainedAndAsksForThePlatform() {
        try (Visit visit = Visit.from("127.0.4.3", dashboard)) {
            assertThat(visit.paste("something went wrong", "").body()).contains("Nobody can tell whose answer this is");
            assertThat(visit.paste("{\"code\":0,\"message\":\"OK\",\"data\":{\"list\":[]}}", "tiktok")
                            .body())
                    .contains("The call worked");
        }
    }

    @Test
    void aTokenInAnAnswerIsNeitherShownNorLogged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + java.util.Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger all = Logger.getLogger("");
        all.addHandler(listening);
        try (Visit visit = Visit.from("127.0.4.4", dashboard)) {
            for (String answer : List.of(
                    "{\"error\":{\"message\":\"Malformed access token " + TOKEN + "\",\"code\":190}}",
                    "{\"code\":40105,\"message\":\"Access token " + TOKEN + " is incorrect\"}",
                    "HTTP 401 Bearer " + TOKEN,
                    "access_token=" + TOKEN,
                    TOKEN)) {
                HttpResponse<String> page = visit.paste(answer, "");
                assertThat(page.body()).doesNotContain(TOKEN.substring(0, 12));
                assertThat(page.headers().map().toString()).doesNotContain(TOKEN);
            }
        } finally {
            all.removeHandler(listening);
        }
        assertThat(logged).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void whatIsTooLongOrEmptyIsRefusedWithAWayOut() {
        try (Visit visit = Visit.from("127.0.4.5", dashboard)) {
            HttpResponse<String> longest = visit.paste("{\"a\":\"" + "\u00fc".repeat(30_000) + "\"}", "meta");
            HttpResponse<String> large = visit.paste("x".repeat(Pasted.MOST_BYTES + 1), "meta");
            HttpResponse<String> huge = visit.paste("x".repeat(Pasted.MOST_SENT), "meta");
            HttpResponse<String> nothing = visit.paste("  ", "meta");

            assertThat(longest.statusCode()).isEqualTo(200);
            assertThat(List.of(large.statusCode(), huge.statusCode())).containsOnly(413);
            assertThat(large.body()).contains("That is more than 64 KiB").contains("Paste only the part");
            assertThat(nothing.statusCode()).isEqualTo(400);
            assertThat(nothing.body()).contains("Nothing was pasted");
        }
    }

    @Test
    void answersAreExplainedAtARate() {
        try (Visit visit = Visit.from("127.0.4.6", dashboard)) {
            int refused = 0;
            for (int i = 0; i < 40 && refused == 0; i++) {
                refused = visit.paste(DENIED, "tiktok").statusCode() == 429 ? i : 0;
            }
            assertThat(refused).isGreaterThanOrEqualTo(10);
            assertThat(visit.get("/errors").statusCode()).isEqualTo(200);
        }
    }

    private static String plain(String html) {
        return html.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
