package io.adskull.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.remediation.Incident;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// What holds for every route there is, also for those that somebody adds tomorrow.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Workspace.class, restrictToAnnotatedClass = true)
class EveryApiRouteServiceTest {
    /// Asked without a token, on purpose: what they take is signed.
    private static final Set<String> SIGNED = Set.of("/slack/actions", "/unsubscribe", "/confirm");

    /// The same for every tenant, or of the asking tenant whatever is named.
    private static final Set<String> OF_NOBODY = Set.of("GET /api/preview/{cause}", "PUT /api/labels/{account}");

    private final String theirs = "tenant-" + UUID.randomUUID();
    private final String own = "tenant-" + UUID.randomUUID();

    @Test
    void whatAsksForNoTokenIsListed() {
        assertThat(Route.all()).hasSizeGreaterThan(15);
        assertThat(Route.all().stream().map(Route::address).filter(address -> !address.startsWith("/api/")))
                .allMatch(SIGNED::contains);
    }

    @Test
    void anotherTenantsIdsAre404EverywhereAndNothingOfItsIsListed() {
        Map<String, String> ids = belongings("Zebra Zulu");
        String before = seenBy(theirs);
        SoftAssertions found = new SoftAssertions();
        for (Route route : api().toList()) {
            Response answer = send(route, as(own, "admin"), in(route, ids));
            if (route.hasParameters() && !OF_NOBODY.contains(route.method() + " " + route.address())) {
                found.assertThat(answer.statusCode()).as("status of %s", route).isEqualTo(404);
            }
            found.assertThat(answer.statusCode()).as("status of %s", route).isLessThan(500);
            found.assertThat(answer.asString()).as("answer of %s", route).doesNotContain("Zebra Zulu");
        }
        found.assertThat(seenBy(theirs)).as("what the other tenant has").isEqualTo(before);
        found.assertAll();
    }

    @Test
    void withoutATokenNothingIsSaidOrDone() {
        Map<String, String> ids = belongings("Zebra Zulu");
        SoftAssertions found = new SoftAssertions();
        for (Route route : api().toList()) {
            Response answer = send(route, given(), in(route, ids));
            found.assertThat(answer.statusCode()).as("status of %s", route).isEqualTo(401);
        }
        found.assertAll();
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        Map<String, String> ids = belongings("Zebra Zulu");
        SoftAssertions found = new SoftAssertions();
        for (Route route : api().filter(Route::changes).toList()) {
            Response answer = send(route, as(theirs, "viewer"), in(route, ids));
            found.assertThat(answer.statusCode()).as("status of %s", route).isEqualTo(403);
        }
        found.assertAll();
    }

    private static Stream<Route> api() {
        return Route.all().stream().filter(route -> route.address().startsWith("/api/"));
    }

    /// One of each thing that a tenant can have: where its id stands, and the id.
    private Map<String, String> belongings(String name) {
        String destination =
                made("destinations", Map.of("kind", "email", "name", name, "address", "z@northwind.example"));
        String route = made("routes", Map.of("name", name, "destinations", List.of(destination)));
        String mute = made("mutes", Map.of("platform", "tiktok", "why", name));
        Incident incident = new OneConnection().permission(0).withTenant(theirs).incident();
        OneConnection.opened(incident);
        TenantStory.patiently()
                .until(() -> as(theirs, "viewer")
                                .get("/api/incidents/" + incident.id() + "/attention")
                                .statusCode()
                        == 200);
        return Map.of(
                "/api/destinations/{id}",
                destination,
                "/api/routes/{id}",
                route,
                "/api/mutes/{id}",
                mute,
                "/api/incidents/{id}",
                incident.id().toString(),
                "/api/labels/{account}",
                incident.account().toString(),
                "/api/preview/{cause}",
                "TOKEN_INVALID");
    }

    private String made(String what, Map<String, Object> thing) {
        return as(theirs, "operator")
                .contentType("application/json")
                .body(thing)
                .post("/api/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String in(Route route, Map<String, String> ids) {
        if (!route.hasParameters()) {
            return route.address();
        }
        String named = route.address().replaceFirst("}.*", "}");
        String id = ids.get(named);
        if (id == null) {
            throw new AssertionError("say in belongings what is in " + named);
        }
        return route.address().replaceFirst("\\{\\w+}", id);
    }

    private static String seenBy(String tenant) {
        StringBuilder seen = new StringBuilder();
        for (String what : List.of("destinations", "routes", "mutes", "labels")) {
            seen.append(as(tenant, "viewer").get("/api/" + what).asString());
        }
        return seen.toString();
    }

    private static Response send(Route route, RequestSpecification as, String address) {
        return route.changes() && route.json()
                ? as.contentType("application/json").body("{\"hours\": 24}").request(route.method(), address)
                : as.request(route.method(), address);
    }

    private static RequestSpecification as(String tenant, String role) {
        return given().auth().oauth2(RealIdentity.token("somebody", tenant, role));
    }
}
