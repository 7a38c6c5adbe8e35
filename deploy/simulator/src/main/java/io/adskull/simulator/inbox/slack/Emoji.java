package io.adskull.simulator.inbox.slack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The emoji names an alert is likely to use; others stay as they are written.
final class Emoji {
    private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]+):");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("rotating_light", "\uD83D\uDEA8"),
            Map.entry("warning", "\u26A0\uFE0F"),
            Map.entry("white_check_mark", "\u2705"),
            Map.entry("heavy_check_mark", "\u2714\uFE0F"),
            Map.entry("skull", "\uD83D\uDC80"),
            Map.entry("x", "\u274C"),
            Map.entry("no_entry", "\u26D4"),
            Map.entry("information_source", "\u2139\uFE0F"),
            Map.entry("hourglass", "\u231B"),
            Map.entry("hourglass_flowing_sand", "\u23F3"),
            Map.entry("lock", "\uD83D\uDD12"),
            Map.entry("key", "\uD83D\uDD11"),
            Map.entry("link", "\uD83D\uDD17"),
            Map.entry("bulb", "\uD83D\uDCA1"),
            Map.entry("hammer_and_wrench", "\uD83D\uDEE0\uFE0F"),
            Map.entry("red_circle", "\uD83D\uDD34"),
            Map.entry("large_orange_circle", "\uD83D\uDFE0"),
            Map.entry("large_yellow_circle", "\uD83D\uDFE1"),
            Map.entry("large_green_circle", "\uD83D\uDFE2"),
            Map.entry("tada", "\uD83C\uDF89"));

    private Emoji() {}

    static String shown(String text) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(SIGNS.getOrDefault(found.group(1), found.group())));
    }
}
