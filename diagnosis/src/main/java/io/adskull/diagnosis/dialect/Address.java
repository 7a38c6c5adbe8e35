package io.adskull.diagnosis.dialect;

/// What the address of a call tells about its answer.
public final class Address {
    private Address() {}

    /// Whether it is the address of this collection or of one of its members, and of nothing below. What stands
    /// behind a `?` does not count.
    ///
    /// @param path a path or whole address in lower case
    public static boolean isOf(String collection, String path) {
        int query = path.indexOf('?');
        int end = query < 0 ? path.length() : query;
        if (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        int last = path.lastIndexOf('/', end - 1);
        return isSegment(collection, path, last + 1, end)
                || last > 0 && isSegment(collection, path, path.lastIndexOf('/', last - 1) + 1, last);
    }

    private static boolean isSegment(String name, String path, int from, int to) {
        return to - from == name.length() && path.startsWith(name, from);
    }
}
