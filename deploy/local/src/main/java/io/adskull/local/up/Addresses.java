package io.adskull.local.up;

import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Ports;
import java.util.stream.Collectors;

/// What a person wants to know when everything runs.
final class Addresses {

    private Addresses() {}

    static String of(Components components, Ports ports, boolean real) {
        return components.contains("dashboard-service") && components.contains("simulator")
                ? ofTheWhole(ports, real)
                : components.all().stream()
                        .flatMap(component -> component.faces().stream())
                        .map(Addresses::line)
                        .collect(Collectors.joining());
    }

    private static String line(Component.Face face) {
        return "  %-20s %s%n".formatted(face.name(), face.url());
    }

    private static String ofTheWhole(Ports ports, boolean real) {
        String dashboard = Ports.http(ports.dashboard());
        String simulator = Ports.http(ports.simulator());
        String connect = Ports.http(ports.token()) + "/connect/tiktok?kind=advertiser";
        String accounts = real
                ? "  Connect      %s   your developer app's accounts".formatted(connect)
                : "  Simulator    %s   plays the ad platforms; POST /simulator/faults breaks an account"
                        .formatted(simulator);
        return """
                  Dashboard    %s   the accounts and what is broken
                  Inbox        %s/inbox   where Slack messages and e-mails arrive
                %s
                  APIs         %s/api/accounts · %s/api/incidents?state=open
                """.formatted(dashboard, simulator, accounts, dashboard, dashboard);
    }
}
