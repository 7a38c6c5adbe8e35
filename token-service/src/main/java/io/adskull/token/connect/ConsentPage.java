package io.adskull.token.connect;

import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What a person reads when a consent did not simply end at the dashboard, or before a connection ends.
///
/// @param form empty where there is nothing to choose
record ConsentPage(
        String title,
        String explanation,
        List<Listing> listings,
        List<String> steps,
        Optional<Form> form,
        URI dashboard)
        implements TemplateInstance {

    /// Things by name.
    record Listing(String heading, List<String> names) {}

    /// @param field carries what lets this browser, and no other site, send the form
    record Form(String action, String field, String value, List<Button> buttons) {}

    /// @param decision what is sent when it is pressed
    /// @param style how it looks: `primary`, `danger` or nothing
    record Button(String decision, String label, String style) {}

    ConsentPage with(Form asked) {
        return new ConsentPage(title, explanation, listings, steps, Optional.of(asked), dashboard);
    }
}
