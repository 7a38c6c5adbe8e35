package io.adskull.token.connect;

import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;

/// What a person reads when a consent did not simply end at the dashboard.
///
/// @param choice answers the page's form; empty where there is nothing to choose
/// @param again what the button says that asks the platform once more
/// @param keepable whether the other button keeps what came
record ConsentPage(
        String title,
        String explanation,
        List<Missing> missing,
        List<String> steps,
        String choice,
        String again,
        boolean keepable,
        URI dashboard)
        implements TemplateInstance {

    /// Things by name that are not there.
    record Missing(String heading, List<String> names) {}

    ConsentPage withChoice(String token, String button, boolean mayKeep) {
        return new ConsentPage(title, explanation, missing, steps, token, button, mayKeep, dashboard);
    }
}
