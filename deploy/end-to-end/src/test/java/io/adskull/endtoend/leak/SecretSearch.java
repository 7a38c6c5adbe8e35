package io.adskull.endtoend.leak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds many secrets in much text at once, as they are and in disguise. Says their names, never themselves.
final class SecretSearch {
    /// Shorter ones would be found by chance.
    private static final int BEGINNING = 16;

    /// By their first characters.
    private final Map<String, List<Disguise>> disguises = new HashMap<>();

    private record Disguise(String looks, String name) {}

    SecretSearch(Collection<Secret> secrets) {
        for (Secret secret : secrets) {
            for (String looks : secret.disguises()) {
                if (looks.length() < BEGINNING) {
                    throw new IllegalArgumentException(secret.name() + " is too short to be looked for");
                }
                disguises
                        .computeIfAbsent(looks.substring(0, BEGINNING), beginning -> new ArrayList<>())
                        .add(new Disguise(looks, secret.name()));
            }
        }
    }

    Set<String> in(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        texts.forEach(text -> found.addAll(in(text)));
        return found;
    }

    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        search(text, found);
        search(text.replace('-', '+').replace('_', '/'), found); // base64 of URLs
        return found;
    }

    private void search(String text, Set<String> found) {
        for (int at = 0; at + BEGINNING <= text.length(); at++) {
            for (Disguise disguise : disguises.getOrDefault(text.substring(at, at + BEGINNING), List.of())) {
                if (text.startsWith(disguise.looks(), at)) {
                    found.add(disguise.name());
                }
            }
        }
    }
}
