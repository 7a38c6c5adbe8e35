package io.adskull.diagnosis.catalogue;

/// A catalogue file says something that cannot be meant. The text starts with file and line.
public final class CatalogueMistake extends RuntimeException {
    public CatalogueMistake(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
