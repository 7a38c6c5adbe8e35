package io.adskull.dashboard.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The pages; a name after `$` is the part of a page that changes by itself.
@CheckedTemplate(basePath = "pages")
final class Pages {
    private Pages() {}

    static native TemplateInstance overview(OverviewPage page);

    static native TemplateInstance overview$content(OverviewPage page);

    static native TemplateInstance incidents(IncidentsPage page);

    static native TemplateInstance incidents$content(IncidentsPage page);

    static native TemplateInstance incident(IncidentPage page);

    static native TemplateInstance incident$content(IncidentPage page);

    static native TemplateInstance account(AccountPage page);

    static native TemplateInstance account$content(AccountPage page);

    /// What a Re-test button says once it was pressed.
    static native TemplateInstance asked(RetestAnswer answer);
}
