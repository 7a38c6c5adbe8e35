package io.adskull.local.up;

import io.adskull.local.component.Ports;

/// What a person wants to know when everything runs.
final class Addresses {

    private Addresses() {}

    static String of(Ports ports, boolean real) {
        String dashboard = Ports.http(ports.dashboard());
        String simulator = Ports.http(ports.simulator());
        String connect = Ports.http(ports.token()) + "/connect/tiktok?kind=advertiser";
        String accounts = real
                ? "  Connect      %s   (your developer app's accounts)".formatted(connect)
                : "  Simulator    %s   (plays the ad platforms; POST /simulator/faults breaks an account)"
                        .formatted(simulator);
        return """
                  Dashboard    %s
                  Inbox        %s/inbox   (Slack messages and e-mails arrive here)
                %s
                  APIs         %s/api/accounts · %s/api/incidents?state=open
                """.formatted(dashboard, simulator, accounts, dashboard, dashboard);
    }
}
