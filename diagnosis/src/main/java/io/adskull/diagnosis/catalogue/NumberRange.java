package io.adskull.diagnosis.catalogue;

/// Both ends belong to it. A single number is a range of one.
record NumberRange(int from, int to) {

    static NumberRange of(Section where, String key, String text) {
        String[] ends = text.split("-", 2);
        try {
            int from = Integer.parseInt(ends[0]);
            int to = ends.length == 1 ? from : Integer.parseInt(ends[1]);
            if (from > to) {
                throw where.mistake(key, "range " + text + " is upside down");
            }
            return new NumberRange(from, to);
        } catch (NumberFormatException e) {
            throw where.mistake(key, "\"" + text + "\" is no number and no range such as 500-599");
        }
    }

    boolean contains(int number) {
        return from <= number && number <= to;
    }

    boolean overlaps(NumberRange other) {
        return from <= other.to && other.from <= to;
    }
}
