package io.adskull.dashboard.operators;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "operators")
final class OperatorPages {
    private OperatorPages() {}

    static native TemplateInstance operators(OperatorsPage page);
}
