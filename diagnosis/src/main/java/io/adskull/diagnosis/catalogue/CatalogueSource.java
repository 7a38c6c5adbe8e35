package io.adskull.diagnosis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a platform's YAML files lie.
public interface CatalogueSource {

    /// The folder's name, which is the platform's id.
    String folder();

    /// What mistakes in this file are reported under.
    String file(String name);

    InputStream bytes(String name) throws IOException;

    /// The folder beside this one that has this name.
    CatalogueSource beside(String folder);

    /// The folder of a platform inside this library.
    static CatalogueSource bundled(String platform) {
        return new Bundled(platform);
    }

    /// A folder on disk, whose last name is the platform's id.
    static CatalogueSource at(Path folder) {
        return new OnDisk(folder);
    }

    record Bundled(String folder) implements CatalogueSource {
        @Override
        public CatalogueSource beside(String other) {
            return new Bundled(other);
        }

        @Override
        public String file(String name) {
            return "platforms/" + folder + "/" + name;
        }

        @Override
        public InputStream bytes(String name) {
            InputStream stream = CatalogueSource.class.getResourceAsStream("/" + file(name));
            if (stream == null) {
                throw new CatalogueMistake(file(name), 1, "the file is missing");
            }
            return stream;
        }
    }

    record OnDisk(Path path) implements CatalogueSource {
        @Override
        public CatalogueSource beside(String other) {
            return new OnDisk(path.resolveSibling(other));
        }

        @Override
        public String folder() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public String file(String name) {
            return path.resolve(name).toString();
        }

        @Override
        public InputStream bytes(String name) throws IOException {
            if (!Files.exists(path.resolve(name))) {
                throw new CatalogueMistake(file(name), 1, "the file is missing");
            }
            return Files.newInputStream(path.resolve(name));
        }
    }
}
