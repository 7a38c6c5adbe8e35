package io.adskull.simulator;

import io.adskull.simulator.fault.FaultBook;
import io.adskull.simulator.oauth.OauthPlatform;
import io.adskull.simulator.scenario.Scenario;
import io.adskull.simulator.scenario.Scenarios;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// The page that links everything.
@Path("/")
public class HomeResource {
    private final Scenarios scenarios;
    private final FaultBook faults;
    private final List<ConsentLink> consents;

    /// Where a person can try a platform's consent page.
    public record ConsentLink(String title, String address) {}

    HomeResource(Scenarios scenarios, FaultBook faults, @All List<OauthPlatform> platforms) {
        this.consents = platforms.stream()
                .map(platform -> new ConsentLink(platform.title(), platform.trial()))
                .toList();
        this.scenarios = scenarios;
        this.faults = faults;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(List<Scenario> scenarios, int faults, List<ConsentLink> consents);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return Templates.home(scenarios.all(), faults.inForce().size(), consents);
    }
}
