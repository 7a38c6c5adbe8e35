package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Attention;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "alerts")
final class AlertPages {
    private AlertPages() {}

    static native TemplateInstance alerts(AlertsPage page);

    static native TemplateInstance destination(DestinationPage page);

    static native TemplateInstance route(RoutePage page);

    static native TemplateInstance labels(LabelsPage page);

    static native TemplateInstance mute(MutePage page);

    static native TemplateInstance attended(Attention now, boolean mayWake);

    static native TemplateInstance tested(TestResult result);

    static native TemplateInstance log(LogPage page);
}
