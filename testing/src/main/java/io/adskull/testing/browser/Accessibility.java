package io.adskull.testing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/// What axe-core says of a page.
public final class Accessibility {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Accessibility() {}

    /// One line for each rule that the page breaks seriously and where; empty for a page that anybody can use.
    public static List<String> seriousFindings(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Accessibility::line)
                        .toList();
    }

    private static String line(Rule rule) {
        List<String> places =
                rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList();
        return rule.getId() + ": " + rule.getHelp() + " at " + places;
    }
}
