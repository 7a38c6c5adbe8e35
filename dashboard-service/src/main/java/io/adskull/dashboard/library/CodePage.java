package io.adskull.dashboard.library;

import java.util.List;
import java.util.Optional;

/// All that is said about one code.
///
/// @param otherwise what words beside the code can make of it
/// @param byItself what AdSkull does about it, in sentences
/// @param nearest codes that may have been meant, where nobody names this one in public
/// @param alike others of the platform with the same cause
public record CodePage(
        Head head,
        Entry entry,
        List<Meaning> otherwise,
        List<String> byItself,
        Optional<Entry> before,
        Optional<Entry> after,
        List<Entry> nearest,
        List<Entry> alike,
        PasteBox box) {
    private static final int ALIKE = 8;

    static CodePage of(Entry entry, Shelf shelf, List<Meaning> otherwise, List<Entry> nearest, Head head) {
        return new CodePage(
                head,
                entry,
                otherwise,
                new ByItself(entry.platform(), entry.alone()).sentences(),
                shelf.beside(entry, -1),
                shelf.beside(entry, 1),
                nearest,
                shelf.alike(entry, ALIKE),
                PasteBox.of(entry.platform()));
    }
}
