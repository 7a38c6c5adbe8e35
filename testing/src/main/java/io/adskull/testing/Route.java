package io.adskull.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

/// One route of the module under test, as its compiled classes declare it, whether or not it is documented.
///
/// @param address with a leading slash and its parameters in braces
/// @param queries names of its query parameters
/// @param json whether it takes JSON
/// @param roles of which an annotation asks for one; empty where none does
/// @param where class and method
public record Route(
        String method, String address, List<String> queries, boolean json, List<String> roles, String where) {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final DotName PATH = name("Path");
    private static final DotName CONSUMES = name("Consumes");
    private static final DotName QUERY = name("QueryParam");
    private static final DotName ROLES = DotName.createSimple("jakarta.annotation.security.RolesAllowed");

    /// All that the compiled classes declare, in the order of their addresses.
    public static List<Route> all() {
        return index().getKnownClasses().stream()
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.methods().stream().flatMap(method -> declared(type, method)))
                .sorted(Comparator.comparing(Route::address).thenComparing(Route::method))
                .toList();
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    public boolean guarded() {
        return !roles.isEmpty();
    }

    public boolean hasParameters() {
        return address.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + address + " (" + where + ")";
    }

    private static Stream<Route> declared(ClassInfo type, MethodInfo method) {
        String address = ("/" + written(type.declaredAnnotation(PATH)) + "/" + written(method.declaredAnnotation(PATH)))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
        List<String> queries = method.annotations(QUERY).stream()
                .map(query -> query.value().asString())
                .toList();
        List<String> roles = declared(ROLES, type, method)
                .map(allowed -> List.of(allowed.value().asStringArray()))
                .orElse(List.of());
        return METHODS.stream()
                .filter(verb -> method.hasDeclaredAnnotation(name(verb)))
                .map(verb -> new Route(
                        verb, address, queries, json(type, method), roles, type.simpleName() + "." + method.name()));
    }

    /// Without what a parameter must look like.
    private static String written(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static boolean json(ClassInfo type, MethodInfo method) {
        return declared(CONSUMES, type, method)
                .filter(consumes ->
                        Arrays.toString(consumes.value().asStringArray()).contains("json"))
                .isPresent();
    }

    /// The method's own counts before its class's.
    private static Optional<AnnotationInstance> declared(DotName annotation, ClassInfo type, MethodInfo method) {
        return Optional.<AnnotationInstance>ofNullable(method.declaredAnnotation(annotation))
                .or(() -> Optional.<AnnotationInstance>ofNullable(type.declaredAnnotation(annotation)));
    }

    private static DotName name(String annotation) {
        return DotName.createSimple("jakarta.ws.rs." + annotation);
    }

    private static Index index() {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
            for (Path file :
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
