package io.adskull.diagnosis.catalogue;

import java.util.Set;

/// What the rules of a platform may refer to.
///
/// @param surfaces the platform's ways to answer
/// @param vagueCodes codes that the platform uses for anything, so that the words must decide; rules call them
/// `vague`
record Vocabulary(Set<String> surfaces, Set<String> vagueCodes) {

    static Vocabulary read(Section index) {
        return new Vocabulary(Set.copyOf(index.texts("surfaces")), Set.copyOf(index.texts("vague-codes")));
    }
}
