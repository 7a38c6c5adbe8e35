package io.adskull.dashboard.library;

import java.util.Locale;

/// How far codes are from a given one: by value where both are numbers, else by the letters that differ.
record Likeness(String code) {
    private static final int NEIGHBOURS = 100;

    boolean close(String other) {
        return isNumber(code) && isNumber(other)
                ? distance(other) <= NEIGHBOURS
                : distance(other) <= Math.max(2, code.length() / 3);
    }

    long distance(String other) {
        return isNumber(code) && isNumber(other)
                ? Math.abs(Long.parseLong(code) - Long.parseLong(other))
                : edits(code.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,12}");
    }

    /// Letters to add, leave out or change (Levenshtein).
    private static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
