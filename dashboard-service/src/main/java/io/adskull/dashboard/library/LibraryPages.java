package io.adskull.dashboard.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The library's pages; a name after `$` is the part that changes while somebody types.
@CheckedTemplate(basePath = "library")
final class LibraryPages {
    private LibraryPages() {}

    static native TemplateInstance index(IndexPage page);

    static native TemplateInstance index$found(IndexPage page);

    static native TemplateInstance platform(PlatformPage page);

    static native TemplateInstance platform$codes(PlatformPage page);

    static native TemplateInstance code(CodePage page);

    static native TemplateInstance explained(ExplainedPage page);

    static native TemplateInstance lost(LostPage page);
}
