package io.adskull.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.Topic;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.Route;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// What holds for every route there is, also for those that somebody adds tomorrow.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class EveryRouteServiceTest {
    /// Open to everybody, on purpose.
    private static final Set<String> PUBLIC = Set.of(
            "/sign-in",
            "/sign-in/failed",
            "/sign-out",
            "/signed-out",
            "/errors",
            "/errors/explain",
            "/errors/{platform}",
            "/errors/{platform}/{code}",
            "/api/errors",
            "/api/errors/{platform}",
            "/api/errors/{platform}/{code}",
            "/robots.txt",
            "/sitemap.xml");

    /// Who runs AdSkull, across tenants; no tenant's admin.
    private static final List<String> STAFF_ONLY = List.of("staff");

    /// Never ends; what it says is proven by `aBrowserHearsOfAChangeOfItsTenantOnly`.
    private static final String STREAM = "/live";

    NotifierStandIn notifier;

    @Test
    void whatIsNotListedAsPublicAsksForARole() {
        assertThat(Route.all()).hasSizeGreaterThan(30);
        assertThat(Route.all())
                .filteredOn(route -> !route.guarded())
                .extracting(Route::address)
                .allMatch(PUBLIC::contains);
    }

    @Test
    void anotherTenantsIdsAre404EverywhereAndNothingOfItsCanBeSeen() {
        Belongings theirs = Belongings.of("Zebra Zulu", notifier);
        Belongings own = Belongings.of("Own Orchid", notifier);
        List<String> kept = kept(theirs);
        SoftAssertions found = new SoftAssertions();
        for (Route route : guarded().toList()) {
            if (route.address().equals(STREAM)) {
                continue;
            }
            if (route.hasParameters()) {
                Response answer = send(route, own.asks("admin"), theirs.in(route), theirs);
                found.assertThat(answer.statusCode())
                        .as("status of %s", route)
                        .isEqualTo(route.roles().equals(STAFF_ONLY) ? 403 : 404);
                found.assertThat(answer.asString()).as("answer of %s", route).doesNotContain(theirs.mark());
            } else {
                Response answer = send(route, own.asks("admin"), route.address(), theirs);
                found.assertThat(answer.statusCode()).as("status of %s", route).isLessThan(500);
                found.assertThat(theirs.secrets().stream()
                                .filter(secret -> route.queries().stream()
                                        .map(theirs::query)
                                        .noneMatch(asked -> asked.contains(secret)))
                                .filter(secret -> !route.changes() || secret.equals(theirs.mark()))
                                .filter(answer.asString()::contains))
                        .as("what %s told of another tenant", route)
                        .isEmpty();
            }
        }
        found.assertThat(kept(theirs)).as("what the other tenant has").isEqualTo(kept);
        found.assertThat(TestTopics.current().read(Topic.POLL_REQUESTS))
                .as("what was asked of the poller")
                .noneMatch(
                        record -> record.key().equals(theirs.account().account().toString()));
        found.assertAll();
    }

    @Test
    void withoutATokenEveryRouteSendsToTheSignInOrRefuses() {
        Belongings own = Belongings.of("Own Orchid", notifier);
        SoftAssertions found = new SoftAssertions();
        for (Route route : guarded().toList()) {
            Response answer = send(route, given().redirects().follow(false), own.in(route), own);
            boolean leads = answer.statusCode() == 302
                    && String.valueOf(answer.header("Location")).contains("/authorize?");
            found.assertThat(leads && !route.address().startsWith("/api") || answer.statusCode() == 401)
                    .as("%s answers %d", route, answer.statusCode())
                    .isTrue();
            found.assertThat(answer.asString()).as("answer of %s", route).doesNotContain(own.mark());
        }
        found.assertAll();
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        Belongings own = Belongings.of("Own Orchid", notifier);
        SoftAssertions found = new SoftAssertions();
        for (Route route : guarded().filter(Route::changes).toList()) {
            found.assertThat(send(route, own.asks("viewer"), own.in(route), own).statusCode())
                    .as("status of %s", route)
                    .isEqualTo(403);
        }
        found.assertAll();
    }

    @Test
    void noOtherSiteChangesAnythingThroughAVisitorsBrowser() {
        Belongings own = Belongings.of("Own Orchid", notifier);
        List<String> kept = kept(own);
        SoftAssertions found = new SoftAssertions();
        for (Route route : Route.all().stream().filter(Route::changes).toList()) {
            for (String site : List.of("cross-site", "same-site", "none")) {
                Response answer = send(route, own.asks("admin").header("Sec-Fetch-Site", site), own.in(route), own);
                found.assertThat(answer.statusCode())
                        .as("%s from %s", route, site)
                        .isEqualTo(403);
            }
            Response answer =
                    send(route, own.asks("admin").header("Origin", "https://evil.example"), own.in(route), own);
            found.assertThat(answer.statusCode())
                    .as("%s of another origin", route)
                    .isEqualTo(403);
            Response silent =
                    send(route, given().redirects().follow(false).cookie("q_session", "x"), own.in(route), own);
            found.assertThat(silent.statusCode())
                    .as("%s with a cookie and no origin", route)
                    .isIn(401, 403);
        }
        found.assertThat(kept(own)).isEqualTo(kept);
        found.assertAll();
    }

    @Test
    void whatMayBeCachedNamesNobody() {
        SoftAssertions found = new SoftAssertions();
        for (Route route : Route.all().stream()
                .filter(one -> !one.guarded() && !one.changes() && !one.hasParameters())
                .toList()) {
            Response answer = given().redirects()
                    .follow(false)
                    .auth()
                    .oauth2(RealIdentity.token("Nina Named", "team-of-nina", "viewer"))
                    .get(route.address());
            if (!String.valueOf(answer.header("Cache-Control")).matches(".*(no-store|private).*")) {
                found.assertThat(answer.asString()).as("%s", route).doesNotContain("Nina Named", "team-of-nina");
            }
        }
        found.assertAll();
    }

    private static Stream<Route> guarded() {
        return Route.all().stream().filter(Route::guarded);
    }

    private List<String> kept(Belongings of) {
        return Stream.of("destinations", "routes", "mutes", "labels", "attention", "confirmations")
                .map(what -> what + notifier.of(of.account().tenant(), what))
                .toList();
    }

    /// With the ids of this tenant wherever an id can be said.
    private static Response send(Route route, RequestSpecification as, String path, Belongings naming) {
        RequestSpecification request = as;
        for (String query : route.queries()) {
            request = request.queryParam(query, naming.query(query));
        }
        if (!route.changes()) {
            return request.get(path);
        }
        if (route.json()) {
            return request.contentType("application/json").body("{}").request(route.method(), path);
        }
        return request.formParam("account", naming.account().account().toString())
                .formParam("to", naming.destination().toString())
                .formParam("escalateTo", naming.destination().toString())
                .formParam("name", "n")
                .formParam("labels", "n")
                .formParam("wish", "acknowledge")
                .request(route.method(), path);
    }
}
