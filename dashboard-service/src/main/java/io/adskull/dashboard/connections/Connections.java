package io.adskull.dashboard.connections;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages; a name after `$` is the part of a page that changes by itself.
@CheckedTemplate(basePath = "connections")
final class Connections {
    private Connections() {}

    static native TemplateInstance connections(ConnectionsPage page);

    static native TemplateInstance connections$content(ConnectionsPage page);

    static native TemplateInstance connection(ConnectionPage page);

    static native TemplateInstance connection$content(ConnectionPage page);
}
