package io.adskull.diagnosis.catalogue;

import io.adskull.contract.account.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the catalogue of every platform while the library is built, so that a mistake in one, or a code of
/// `codes.tsv` that no rule names, stops the build with its file and line. Exits with 1 then.
public final class CheckCatalogues {
    private CheckCatalogues() {}

    /// @param arguments the folder of the catalogues' sources
    public static void main(String[] arguments) {
        List<CatalogueMistake> mistakes = check(Path.of(arguments[0]), System.out);
        mistakes.forEach(mistake -> System.err.println("catalogue: " + mistake.getMessage()));
        if (!mistakes.isEmpty()) {
            System.exit(1);
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
