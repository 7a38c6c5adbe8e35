package io.adskull.dashboard.library;

import io.adskull.contract.account.Platform;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// Pages in place of one that cannot be given. Each offers the box to paste an answer into.
final class Lost {
    private static final int LONGEST_NAME = 80;

    private Lost() {}

    static TemplateInstance refused(String title, String detail) {
        return page(title, detail, List.of(), PasteBox.empty());
    }

    static TemplateInstance noPlatform(String name, List<Entry> nearest) {
        return page(
                "No platform is called \u201c" + shortened(name) + "\u201d here",
                "AdSkull knows the ad platforms that this form names. Paste the answer that you got, and it says"
                        + " what it means.",
                nearest,
                PasteBox.empty());
    }

    static TemplateInstance noCode(Platform platform, String code, List<Entry> nearest) {
        return page(
                "The catalogue has no " + platform.displayName() + " error \u201c" + shortened(code) + "\u201d",
                "Check the code for a slip. If it is right, paste the whole answer here: its words often say what the"
                        + " number does not.",
                nearest,
                PasteBox.of(platform));
    }

    private static TemplateInstance page(String title, String detail, List<Entry> nearest, PasteBox box) {
        return LibraryPages.lost(new LostPage(Head.unlisted(title, detail), detail, nearest, box));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "\u2026";
    }
}
