package io.adskull.dashboard.access;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.Route;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of each thing that a tenant can have, and where its id stands in addresses.
///
/// @param mark stands in all that people of this tenant or its platforms wrote
record Belongings(
        String mark,
        Fabricated account,
        ConnectionId connection,
        Incident incident,
        UUID destination,
        UUID route,
        UUID mute) {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static Belongings of(String mark, NotifierStandIn notifier) {
        Fabricated account = Fabricated.account(mark);
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        Incident incident = account.permissionMissing("e1", mark, 3);
        account.connectedBy(connection, NOON);
        account.connectionDied(connection, NOON.plusSeconds(1));
        account.told(new Remediation.Opened(incident, NOON));
        account.messaged(incident, "OPENED", "slack", mark, mark);
        String tenant = account.tenant();
        UUID destination = notifier.has(
                tenant,
                "destinations",
                Map.of(
                        "kind",
                        "slack",
                        "name",
                        mark,
                        "recipient",
                        mark,
                        "hearsRest",
                        true,
                        "offWhy",
                        mark,
                        "offAt",
                        NOON.toString()));
        UUID route = notifier.has(
                tenant,
                "routes",
                Map.of(
                        "name",
                        mark,
                        "platforms",
                        List.of(),
                        "accounts",
                        List.of(),
                        "causes",
                        List.of(),
                        "actors",
                        List.of(),
                        "severities",
                        List.of(),
                        "labels",
                        List.of(mark),
                        "destinations",
                        List.of(destination)));
        UUID mute = notifier.has(
                tenant, "mutes", Map.of("account", account.account().toString(), "why", mark));
        notifier.of(tenant, "labels")
                .add(new com.fasterxml.jackson.databind.ObjectMapper()
                        .valueToTree(Map.of("account", account.account().toString(), "labels", List.of(mark))));
        notifier.attended(tenant, "{\"acknowledgedAt\": \"%s\", \"acknowledgedBy\": \"ann\"}".formatted(NOON));
        var all = new Belongings(mark, account, connection, incident, destination, route, mute);
        await().atMost(SOON).untilAsserted(() -> {
            all.asks("viewer").get("/api/accounts").then().body("$", hasSize(1));
            all.asks("viewer").get("/api/incidents").then().body("$", hasSize(1));
        });
        return all;
    }

    /// A request of somebody of this tenant, as a program sends it.
    RequestSpecification asks(String... roles) {
        return given().redirects().follow(false).auth().oauth2(RealIdentity.token("somebody", account.tenant(), roles));
    }

    /// What must never be seen by others.
    List<String> secrets() {
        return List.of(
                mark,
                account.tenant(),
                account.account().accountId(),
                connection.toString(),
                incident.id().toString(),
                destination.toString(),
                route.toString(),
                mute.toString());
    }

    /// The route's address with this tenant's ids in it.
    String in(Route route) {
        Matcher matcher = PARAMETER.matcher(route.address());
        return matcher.replaceAll(match -> Matcher.quoteReplacement(id(route.address(), match.group(1))));
    }

    private String id(String path, String parameter) {
        switch (parameter) {
            case "platform":
                return account.account().platform().id();
            case "account", "accountId":
                return account.account().accountId();
            case "topic":
                return "accounts.dead-letters";
            case "partition", "offset":
                return "0";
            default:
                break;
        }
        String before = path.substring(0, path.indexOf("{" + parameter + "}"));
        return switch (before.replaceFirst("^/api", "")) {
            case "/incidents/" -> incident.id().toString();
            case "/connections/" -> connection.toString();
            case "/alerts/destinations/" -> destination.toString();
            case "/alerts/routes/" -> route.toString();
            case "/alerts/mutes/" -> mute.toString();
            default -> throw new AssertionError("say in Belongings.id what {%s} is in %s".formatted(parameter, path));
        };
    }

    /// A value of this tenant's for a query parameter.
    String query(String name) {
        return switch (name) {
            case "account" -> account.account().toString();
            case "connection" -> connection.toString();
            case "incident" -> incident.id().toString();
            case "platform" -> account.account().platform().id();
            case "q" -> mark;
            default -> "";
        };
    }
}
