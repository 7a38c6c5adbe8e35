package io.adskull.simulator.inbox.slack;

import java.util.List;

/// One block, ready for the page. `html` and `items` are safe HTML; addresses are web addresses or empty.
///
/// @param kind header, section, context, divider, actions, image or other
public record BlockView(String kind, String html, List<String> items, List<Button> buttons, String image) {
    /// @param style empty, primary or danger
    /// @param url empty when it leads nowhere
    public record Button(String label, String url, String style) {}
}
