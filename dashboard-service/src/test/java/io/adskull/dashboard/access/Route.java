package io.adskull.dashboard.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/// One route of this service, as its compiled classes declare it, whether or not it is documented.
///
/// @param path with a leading slash and its parameters in braces
/// @param queries names of its query parameters
/// @param json whether it takes JSON rather than a form
/// @param guarded whether a role is asked for
/// @param where class and method
public record Route(String method, String path, List<String> queries, boolean json, boolean guarded, String where) {
    private static final List<Class<?>> METHODS = List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    /// All that compiled classes declare.
    public static List<Route> all() {
        return index().getKnownClasses().stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.methods().stream().flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    public boolean hasParameters() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + where + ")";
    }

    private static Stream<Route> of(ClassInfo type, MethodInfo method) {
        return METHODS.stream()
                .filter(verb -> method.hasDeclaredAnnotation(DotName.createSimple(verb)))
                .map(verb -> new Route(
                        verb.getSimpleName(),
                        ("/" + written(type.declaredAnnotation(Path.class)) + "/"
                                        + written(method.declaredAnnotation(Path.class)))
                                .replaceAll("/+", "/")
                                .replaceAll("(.)/$", "$1"),
                        method.annotations(DotName.createSimple(QueryParam.class)).stream()
                                .map(query -> query.value().asString())
                                .toList(),
                        consumes(type, method)
                                .filter(media -> media.contains("json"))
                                .isPresent(),
                        method.hasDeclaredAnnotation(RolesAllowed.class)
                                || type.hasDeclaredAnnotation(RolesAllowed.class),
                        type.simpleName() + "." + method.name()));
    }

    private static String written(@org.jspecify.annotations.Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static Optional<String> consumes(ClassInfo type, MethodInfo method) {
        return Optional.ofNullable(method.declaredAnnotation(Consumes.class))
                .or(() -> Optional.ofNullable(type.declaredAnnotation(Consumes.class)))
                .map(annotation -> annotation.value().asStringArray()[0]);
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("target", "classes"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }
}
