package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Reads the catalogue of every platform while the library is built, so that a mistake in one, or a code of
/// `codes.tsv` that no rule names, stops the build with its file and line (it then exits with 1). A version is made
/// of what they say, so that whoever keeps answers knows when they would be read differently.
public final class CheckCatalogues {
    private CheckCatalogues() {}

    /// @param arguments the folder of the catalogues' sources, and the file to write their version to
    public static void main(String[] arguments) throws IOException {
        List<CatalogueMistake> mistakes = check(Path.of(arguments[0]), System.out);
        mistakes.forEach(mistake -> System.err.println("catalogue: " + mistake.getMessage()));
        if (!mistakes.isEmpty()) {
            System.exit(1);
        }
        Files.writeString(Path.of(arguments[1]), version(Path.of(arguments[0])));
    }

    /// The same for the same files, wherever and whenever they are read.
    static String version(Path folder) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static List<CatalogueMistake> check(Path folder, PrintStream out) {
        List<CatalogueMistake> mistakes = new ArrayList<>();
        try {
            Catalogue.read(CatalogueSource.at(folder.resolve("any")));
        } catch (CatalogueMistake mistake) {
            mistakes.add(mistake);
        }
        for (Platform platform : Platform.values()) {
            try {
                CatalogueSource source = CatalogueSource.at(folder.resolve(platform.id()));
                Catalogue catalogue = Catalogue.read(source);
                List<KnownCode> codes = catalogue.codes();
                List<KnownCode> missing = codes.stream()
                        .filter(code -> !catalogue.knows(code.code()))
                        .toList();
                missing.forEach(code -> mistakes.add(new CatalogueMistake(
                        source.file(KnownCode.FILE), code.line(), "no rule names code " + code.code())));
                out.printf(
                        "catalogue %-10s %3d rules, %3d of %3d known codes have an entry (%.0f %%)%n",
                        platform.id(),
                        catalogue.rules().size(),
                        codes.size() - missing.size(),
                        codes.size(),
                        100.0 * (codes.size() - missing.size()) / codes.size());
            } catch (CatalogueMistake mistake) {
                mistakes.add(mistake);
            }
        }
        return mistakes;
    }
}
