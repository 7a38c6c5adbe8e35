package io.adskull.diagnosis.catalogue;

import java.util.HashSet;
import java.util.Set;

/// What the rules of a platform may refer to.
///
/// @param surfaces the platform's ways to answer, and those that every platform has
/// @param vagueCodes codes that the platform uses for anything, so that the words must decide; rules call them,
/// and codes that no rule names, `vague`
record Vocabulary(Set<String> surfaces, Set<String> vagueCodes) {
    /// `oauth`: a token endpoint or consent page, in the words of RFC 6749. `text`: a sentence without an envelope.
    /// `gateway`: a page or text of a server in front. `cut`, `noise`, `empty`: nothing readable. `none`: no
    /// answer.
    private static final Set<String> EVERYWHERE = Set.of("oauth", "text", "gateway", "cut", "noise", "empty", "none");

    static Vocabulary read(Section index) {
        Set<String> surfaces = new HashSet<>(index.texts("surfaces"));
        surfaces.addAll(EVERYWHERE);
        return new Vocabulary(Set.copyOf(surfaces), Set.copyOf(index.texts("vague-codes")));
    }
}
