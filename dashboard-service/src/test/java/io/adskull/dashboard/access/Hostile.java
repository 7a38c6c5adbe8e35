package io.adskull.dashboard.access;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Text that becomes markup, a script or a link wherever it is not escaped.
final class Hostile {
    static final String TEXT = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'><svg onload=alert(3)>{page}"
            + "</textarea></title><a href=\"javascript:alert(4)\">javascript:alert(5)</a>";
    static final String LINK = "javascript:alert(6)//https://example.org";

    private Hostile() {}

    /// The same record, with every text in it hostile but for those named.
    static <R extends Record> R copy(R record, String... kept) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> List.of(kept).contains(component.getName())
                        ? value(component, record)
                        : evil(component, record))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            var canonical = (java.lang.reflect.Constructor<R>) record.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object evil(RecordComponent component, Record record) {
        if (component.getType() == String.class) {
            return component.getName().matches("docs|.*[uU]rl") ? LINK : TEXT;
        }
        boolean texts = component.getGenericType() instanceof ParameterizedType type
                && Arrays.stream(type.getActualTypeArguments()).allMatch(String.class::equals);
        if (texts && component.getType() == List.class) {
            return List.of(TEXT, LINK);
        }
        return texts && component.getType() == Map.class ? Map.of(TEXT, TEXT) : value(component, record);
    }

    private static @org.jspecify.annotations.Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
