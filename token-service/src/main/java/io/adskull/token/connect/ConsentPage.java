package io.adskull.token.connect;

import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;

/// What a person reads when a consent did not end in a connection.
///
/// @param again where to start over
record ConsentPage(String title, String explanation, List<String> steps, String again, URI dashboard)
        implements TemplateInstance {}
