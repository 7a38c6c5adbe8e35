package io.adskull.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class LibraryServiceTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}";
    private static final Pattern TITLE = Pattern.compile("<title>(.*)</title>");
    private static final Pattern DESCRIPTION = Pattern.compile("<meta name=\"description\" content=\"(.*)\">");
    private static final Pattern QUICK = Pattern.compile("<p class=\"quick\">(.*)</p>");

    @TestHTTPResource("/")
    URI dashboard;

    @Inject
    Library library;

    @Test
    void everyCodeOfEveryPlatformHasAPageOfItsOwnThatSaysWhatToDo() {
        Set<String> titles = new HashSet<>();
        Set<String> descriptions = new HashSet<>();
        int visitor = 0;
        for (Shelf shelf : library.shelves()) {
            for (List<Entry> some : inHundreds(shelf.entries())) {
                try (Visit visit = Visit.from("127.0.2." + ++visitor, dashboard)) {
                    for (Entry entry : some) {
                        HttpResponse<String> page = visit.get(entry.address());
                        String html = page.body();

                        assertThat(page.statusCode()).as(entry.address()).isEqualTo(200);
                        assertThat(titles.add(part(TITLE, html)))
                                .as(entry.address())
                                .isTrue();
                        assertThat(descriptions.add(part(DESCRIPTION, html)))
                                .as(entry.address())
                                .isTrue();
                        assertThat(part(DESCRIPTION, html).length()).isLessThan(200);
                        assertThat(part(QUICK, html).replaceAll("<[^>]+>", "")).hasSizeGreaterThan(40);
                        assertThat(html).containsPattern("<ol class=\"steps\"><li>.{10,}");
                        assertThat(html.contains("This code alone does not decide"))
                                .isEqualTo(entry.disputed());
                        if (entry.disputed()) {
                            assertThat(html).as(entry.address()).contains("What else it can mean, and how to tell");
                        }
                    }
                }
            }
        }
        assertThat(titles.size()).isGreaterThan(1_000);
    }

    @Test
    void aDisputedCodeSaysSoAndGivesEachMeaningItsOwnAdvice() {
        String html = visit("127.0.3.1", "/errors/tiktok/40002").body();

        assertThat(html)
                .contains("This code alone does not decide")
                .contains("other things it can mean")
                .contains("No permission to operate advertiser")
                .contains("This connection has no access to this ad account")
                .contains("Often mistaken for:")
                .contains("What AdSkull does about it by itself", "Official documentation")
                .contains("Other errors of TikTok")
                .contains("rel=\"canonical\" href=\"http://localhost:8080/errors/tiktok/40002\"");
        assertThat(visit("127.0.3.1", "/errors/meta/190/463").body())
                .contains("<h1 id=\"headline\">Meta error 190/463: ")
                .contains("/errors/meta/190/463\"");
    }

    @Test
    void theLibraryIsForEverybodyAndNothingElseIs() {
        assertThat(visit("127.0.3.2", "/errors").statusCode()).isEqualTo(200);
        assertThat(visit("127.0.3.2", "/errors/tiktok").statusCode()).isEqualTo(200);
        assertThat(visit("127.0.3.2", "/").statusCode())
                .as("the way to the sign-in page")
                .isEqualTo(302);
        assertThat(visit("127.0.3.2", "/api/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void codesAreFoundByNumberByWordsAndByPlatform() {
        assertThat(visit("127.0.3.3", "/errors?q=40002").body())
                .containsSubsequence("TikTok error 40002", "Have an answer explained");
        assertThat(visit("127.0.3.3", "/errors?q=tiktok+40105").body())
                .contains("Found <span class=\"count\">1</span>")
                .contains("/errors/tiktok/40105");
        assertThat(visit("127.0.3.3", "/errors?q=permission").body()).contains("/errors/tiktok/40001");
        assertThat(visit("127.0.3.3", "/errors?q=flying+carpets").body()).contains("Nothing found");
        assertThat(visit("127.0.3.3", "/errors/meta?q=business").body())
                .contains("Show all")
                .doesNotContain("/errors/tiktok/");
        HttpResponse<String> part;
        try (Visit visit = Visit.from("127.0.3.3", dashboard)) {
            part = visit.get("/errors?q=40105", "HX-Request", "true");
        }
        assertThat(part.body()).doesNotContain("<html").contains("id=\"found\"");
        assertThat(part.headers().allValues("Vary")).contains("HX-Request");
    }

    @Test
    void whoeverComesWithAnUnknownCodeIsOfferedTheNearestAndTheBox() {
        HttpResponse<String> code = visit("127.0.3.4", "/errors/tiktok/40008999");
        assertThat(code.statusCode()).isEqualTo(404);
        assertThat(code.body()).contains("The catalogue has no TikTok error").contains("action=\"/errors/explain\"");
        assertThat(visit("127.0.3.4", "/errors/google/authenticationErorr.OAUTH_TOKEN_EXPIRED")
                        .body())
                .contains("/errors/google/authenticationError.OAUTH_TOKEN_EXPIRED");

        assertThat(visit("127.0.3.4", "/errors/google/authenticationError.OAUTH_TOKEN_NEWLY_MADE")
                        .body())
                .contains("Nowhere in public", "noindex");

        HttpResponse<String> platform = visit("127.0.3.4", "/errors/tictoc/40002");
        assertThat(platform.statusCode()).isEqualTo(404);
        assertThat(platform.body()).contains("/errors/tiktok/40002").contains("noindex");
        HttpResponse<String> written = visit("127.0.3.4", "/errors/TikTok/40002");
        assertThat(written.statusCode()).isEqualTo(301);
        assertThat(written.headers().firstValue("Location").orElseThrow()).endsWith("/errors/tiktok/40002");
    }

    @Test
    void nothingThatIsTypedOrPastedIsMarkup() {
        String encoded = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8).replace("+", "%20");
        try (Visit visit = Visit.from("127.0.3.5", dashboard)) {
            for (HttpResponse<String> page : List.of(
                    visit.get("/errors?q=" + encoded),
                    visit.get("/errors/tiktok?q=" + encoded),
                    visit.get("/errors/tiktok/" + encoded.replace("%2F", "/")),
                    visit.get("/errors/" + encoded.replace("%2F", "")),
                    visit.paste("{\"code\":40001,\"message\":\"" + HOSTILE.replace("\"", "\\\"") + "\"}", "tiktok"),
                    visit.paste(HOSTILE, ""))) {
                assertThat(page.body())
                        .contains("id=\"content\"")
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x");
            }
        }
    }

    @Test
    void aPageIsKeptForAnHourAndNotSentTwice() {
        try (Visit visit = Visit.from("127.0.3.6", dashboard)) {
            for (String path : List.of("/errors", "/errors/x", "/errors/tiktok/40002", "/api/errors/tiktok/40002")) {
                HttpResponse<String> first = visit.get(path);
                String tag = first.headers().firstValue("ETag").orElseThrow();
                HttpResponse<String> second = visit.get(path, "If-None-Match", tag);

                assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
                assertThat(second.statusCode()).as(path).isEqualTo(304);
                assertThat(second.body()).isEmpty();
                assertThat(second.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
            }
            assertThat(visit.get("/errors/tiktok/nothing").headers().firstValue("Cache-Control"))
                    .hasValue("no-store");
        }
    }

    @Test
    void whatAnybodyMayKeepSaysNothingOfWhoeverAskedForIt() {
        String token = RealIdentity.token("otto-the-staff", "northwind", "admin", "staff");
        for (String path : List.of("/errors", "/errors/tiktok", "/errors/tiktok/40002", "/errors/tiktok/nothing")) {
            try (Visit visit = Visit.from("127.0.3.12", dashboard)) {
                HttpResponse<String> answer = visit.get(path, "Authorization", "Bearer " + token);

                assertThat(answer.body()).doesNotContain("otto-the-staff", "northwind", "/operators", "Sign out");
                assertThat(answer.headers().firstValue("ETag"))
                        .isEqualTo(visit.get(path).headers().firstValue("ETag"));
            }
        }
    }

    @Test
    void whoAsksTooOftenWaitsAndOthersDoNot() {
        HttpResponse<String> refused = null;
        try (Visit visit = Visit.from("127.0.3.7", dashboard)) {
            for (int i = 0; i < 400 && refused == null; i++) {
                HttpResponse<String> page = visit.get("/api/errors/x?limit=1");
                refused = page.statusCode() == 200 ? null : page;
                assertThat(i >= 120 || refused == null).isTrue();
            }
            assertThat(refused).isNotNull();
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            HttpResponse<String> page = visit.get("/errors");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(page.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(page.body()).contains("Too many requests").contains("then try again");
        }
        assertThat(visit("127.0.3.8", "/errors").statusCode()).isEqualTo(200);
    }

    @Test
    void searchEnginesAreShownTheLibraryAndNothingElse() {
        assertThat(visit("127.0.3.9", "/robots.txt").body())
                .contains("Allow: /errors\n", "Disallow: /\n", "Sitemap: http://localhost:8080/sitemap.xml");
        assertThat(visit("127.0.3.9", "/sitemap.xml").body())
                .contains("<loc>http://localhost:8080/errors</loc>")
                .contains("<loc>http://localhost:8080/errors/meta/190/463</loc>");
    }

    @Test
    void programsReadTheSame() {
        try (Visit visit = Visit.from("127.0.3.10", dashboard)) {
            assertThat(visit.get("/api/errors/tiktok/40002").body())
                    .contains(
                            "\"disputed\":true",
                            "\"otherwise\":[{",
                            "\"steps\":[",
                            "\"page\":\"/errors/tiktok/40002\"");
            String list = visit.get("/api/errors/snapchat?limit=2").body();
            Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(list);
            assertThat(next.find()).isTrue();
            assertThat(visit.get("/api/errors/snapchat?after=" + next.group(1)).body())
                    .contains("\"next\":null")
                    .doesNotContain("\"code\":\"" + next.group(1) + "\"");
            assertThat(visit.get("/api/errors/tiktok/nothing").statusCode()).isEqualTo(404);
            assertThat(visit.get("/api/errors/nobody").body()).contains("known are tiktok, meta");
            assertThat(visit.get("/api/errors/tiktok?limit=0").statusCode()).isEqualTo(400);
            assertThat(visit.get("/api/errors/tiktok?after=nothing").statusCode())
                    .isEqualTo(400);
        }
    }

    private HttpResponse<String> visit(String address, String path) {
        try (Visit visit = Visit.from(address, dashboard)) {
            return visit.get(path);
        }
    }

    private static List<List<Entry>> inHundreds(List<Entry> all) {
        return IntStream.range(0, (all.size() + 99) / 100)
                .mapToObj(part -> all.subList(part * 100, Math.min(all.size(), part * 100 + 100)))
                .toList();
    }

    private static String part(Pattern pattern, String html) {
        Matcher found = pattern.matcher(html);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }
}
