package io.adskull.simulator.oauth.consent;

import io.adskull.simulator.oauth.Description.Scope;
import io.adskull.simulator.oauth.world.Login;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// What a consent page shows.
///
/// @param action the page's own address, so that a form comes back with the same parameters
/// @param problem what is wrong; empty when nothing is
/// @param possible whether anybody can consent to what the app asks
public record ConsentPage(
        String platform,
        String action,
        String app,
        String redirectUri,
        List<Login> logins,
        List<Scope> scopes,
        String problem,
        boolean possible) {

    @CheckedTemplate(basePath = "ConsentPage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance consent(ConsentPage page);
    }

    String html() {
        return Templates.consent(this).render();
    }
}
