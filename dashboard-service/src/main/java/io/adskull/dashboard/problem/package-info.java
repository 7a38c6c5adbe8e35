/// What went wrong, for programs and for people.
@NullMarked
package io.adskull.dashboard.problem;

import org.jspecify.annotations.NullMarked;
