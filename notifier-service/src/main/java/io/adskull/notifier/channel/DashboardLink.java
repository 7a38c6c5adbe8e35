package io.adskull.notifier.channel;

import io.adskull.contract.remediation.IncidentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where a person opens an incident in the dashboard.
@ApplicationScoped
public class DashboardLink {
    private final String base;

    public DashboardLink(@ConfigProperty(name = "adskull.dashboard-url") URI dashboard) {
        String text = dashboard.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    public String to(IncidentId incident) {
        return base + "/incidents/" + incident;
    }
}
