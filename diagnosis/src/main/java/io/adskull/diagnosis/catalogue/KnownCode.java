package io.adskull.diagnosis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A code that a platform's documentation, SDK or users name in public: a line of `codes.tsv`.
///
/// @param source where it is named
/// @param line of the file
public record KnownCode(String code, String source, int line) {
    static final String FILE = "codes.tsv";

    /// @throws CatalogueMistake when a line has no source, or a code stands there twice
    static List<KnownCode> read(CatalogueSource folder) {
        List<KnownCode> codes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : lines(folder)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length < 2 || columns[1].isBlank()) {
                throw new CatalogueMistake(folder.file(FILE), number, "expected a code, a tab and its source");
            }
            if (!seen.add(columns[0])) {
                throw new CatalogueMistake(folder.file(FILE), number, "code " + columns[0] + " stands here twice");
            }
            codes.add(new KnownCode(columns[0], columns[1], number));
        }
        if (codes.isEmpty()) {
            throw new CatalogueMistake(folder.file(FILE), 1, "lists no code");
        }
        return codes;
    }

    private static List<String> lines(CatalogueSource folder) {
        try (InputStream bytes = folder.bytes(FILE)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.file(FILE), e);
        }
    }
}
